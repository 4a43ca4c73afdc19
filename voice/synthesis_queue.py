"""Sentences synthesised ahead of their turn, in a thread of their own."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Final

from voice.caption_time import unspoken
from voice.errors import SynthesisFault, VoiceError
from voice.ports import Synthesiser
from voice.speech_handle import SpeechHandle
from voice.visemes.lip_track import LipTrack

log = logging.getLogger("hearth.voice")

Result = tuple[SpeechHandle, VoiceError | None]

AHEAD: Final = 2
"""How many finished sentences may wait: the next one, and one in hand."""


def prepare(synthesiser: Synthesiser, handle: SpeechHandle) -> VoiceError | None:
    """Give the handle its sound and lips; where no engine can speak, time to read it. The fault to be told, if any."""
    fault: VoiceError | None = None
    try:
        handle.utterance = synthesiser.speak(handle.text, handle.delivery)
    except SynthesisFault as failed:
        if failed.kind == "cancelled":
            return failed
        fault, handle.utterance = failed, unspoken(handle.text, handle.delivery.lang)
    handle.track = LipTrack(handle.utterance.visemes)
    handle.fault = fault or handle.utterance.fault
    return handle.fault


class SynthesisQueue:
    """Takes handles in order and hands them back, in order, with their sound."""

    def __init__(self, synthesiser: Synthesiser, on_ready: Callable[[], None] = lambda: None) -> None:
        self._synthesiser = synthesiser
        self._on_ready = on_ready
        self._waiting: queue.SimpleQueue[SpeechHandle | None] = queue.SimpleQueue()
        self._ready: queue.Queue[Result] = queue.Queue(AHEAD)
        self._thread = threading.Thread(target=self._work, name="synthesis", daemon=True)
        self._closing = threading.Event()
        self._thread.start()

    def put(self, handle: SpeechHandle) -> None:
        """Synthesise this one after those before it."""
        self._waiting.put(handle)

    def get(self) -> Result | None:
        """The next finished handle, if there is one."""
        try:
            return self._ready.get_nowait()
        except queue.Empty:
            return None

    def close(self) -> None:
        """End the thread; a running synthesis is cancelled."""
        self._closing.set()
        self._waiting.put(None)
        self._synthesiser.cancel()
        while self._thread.is_alive():
            self.get()
            self._thread.join(0.01)

    def _work(self) -> None:
        while (handle := self._waiting.get()) is not None and not self._closing.is_set():
            self._ready.put((handle, None if handle.over else self._prepared(handle)))
            self._on_ready()

    def _prepared(self, handle: SpeechHandle) -> VoiceError | None:
        try:
            return prepare(self._synthesiser, handle)
        except Exception:
            log.exception("a sentence could not be prepared")
            handle.utterance = unspoken(handle.text, handle.delivery.lang)
            handle.track = LipTrack(())
            return SynthesisFault("A sentence could not be spoken; this is a mistake of ours.", kind="bug")
