"""A recogniser by a server: it collects an utterance, and its text comes later, from another thread."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from voice.errors import TranscriptionFault, VoiceError
from voice.loudness import rms
from voice.ports import Heard
from voice.transcription_server.request import RATE, REMEDY
from voice.transcription_server.transcriber import Transcriber

log = logging.getLogger("hearth.voice")

LONGEST: Final = 60.0
"""Seconds of an utterance; what goes on for longer is sent in parts."""

SHORTEST: Final = 0.2
QUIET: Final = 30.0
"""Root mean square of int16 below which a sound goes nowhere: nothing is said in it, and servers make words up for it."""

MOST_WAITING: Final = 8
REST: Final = 60.0
"""Seconds in which a server that failed is left alone, where this computer can listen instead."""

Pcm = npt.NDArray[np.int16]


class Fallback(Protocol):
    """The recogniser on this computer that hears the same sound."""

    def feed(self, pcm: Pcm) -> Heard | None:
        """See `voice.ports.Recogniser`."""

    def finish(self) -> Heard:
        """See `voice.ports.Recogniser`."""

    def reset(self) -> None:
        """Forget what was begun."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What waits to be written down, and what this computer made of it; no sound where nobody is to be asked."""

    pcm: Pcm | None
    here: Heard | None


class ServerRecogniser:
    """A `voice.recognise.reports.LateRecogniser`: `finish` gives an empty text, and `late` the one that came of it, in order.

    Partial texts come from `fallback`, where there is one, and so does the final text when the server fails. Its fault is raised
    by `late` once until it answers again; without a fallback for every utterance that is lost, before the empty text of it.
    `reset` forgets what was begun, not what was finished; `close` drops that too.
    """

    def __init__(
        self,
        url: str,
        model: str = "",
        key: str = "",
        lang: str = "",
        *,
        fallback: Fallback | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._server = Transcriber(url, model, key, lang)
        self._fallback, self._clock = fallback, clock
        self._late: queue.SimpleQueue[Heard | VoiceError] = queue.SimpleQueue()
        self._sound: list[Pcm] = []
        self._samples = 0
        self._partial = ""
        self._here: list[Heard] = []
        self._waiting: deque[Utterance] = deque()
        self._lock = threading.Lock()
        self._working = self._closed = self._told = False
        self._rests_until = float("-inf")

    @property
    def pending(self) -> int:
        """Utterances whose text is still to come."""
        with self._lock:
            return len(self._waiting) + self._working

    def feed(self, pcm: Pcm) -> Heard | None:
        """See `voice.ports.Recogniser`: 16 kHz mono."""
        self._sound.append(np.array(pcm, np.int16))
        self._samples += len(pcm)
        heard = self._fallback.feed(pcm) if self._fallback is not None else None
        if heard is not None and heard.final:  # this computer's end of an utterance is not the listener's
            if heard.text:
                self._here.append(heard)
            heard = Heard("", final=False)
        if self._samples >= LONGEST * RATE:
            self.finish()
            return None
        if heard is None:
            return None
        self._partial = " ".join(part for part in (*(one.text for one in self._here), heard.text) if part)
        return replace(heard, text=self._partial)

    def finish(self) -> Heard:
        """Empty, and a text comes later; or at once what this computer heard, while the server is left alone."""
        here = self._heard_here()
        sound = np.concatenate(self._sound) if self._sound else None
        self._begin_anew()
        alone = here is not None and self._clock() < self._rests_until
        if alone and here is not None and here.text and not self.pending:
            return here
        if sound is None or not is_speech(sound):
            sound, here = None, None
        self._queue(Utterance(None if alone else sound, here))
        return Heard("", final=True, confidence=0.0)

    def late(self) -> Heard | None:
        """A text that has come since; see `LateRecogniser`."""
        try:
            told = self._late.get_nowait()
        except queue.Empty:
            return None
        if isinstance(told, VoiceError):
            raise told
        return told

    def reset(self) -> None:
        """Forget what was begun."""
        if self._fallback is not None:
            self._fallback.reset()
        self._begin_anew()

    def close(self) -> None:
        """Drop everything; nothing is told any more."""
        with self._lock:
            self._closed = True
            self._waiting.clear()
        self._server.drop()

    # --- inside

    def _heard_here(self) -> Heard | None:
        if self._fallback is None:
            return None
        parts = [one for one in (*self._here, self._fallback.finish()) if one.text]
        if not parts:
            return Heard("", final=True, confidence=0.0)
        return Heard(" ".join(one.text for one in parts), final=True, confidence=min(one.confidence for one in parts))

    def _begin_anew(self) -> None:
        self._sound, self._samples, self._partial = [], 0, ""
        self._here = []

    def _queue(self, utterance: Utterance) -> None:
        """Let it wait for its turn, and see that there is a thread while something waits."""
        with self._lock:
            if self._closed:
                return
            if len(self._waiting) >= MOST_WAITING and utterance.pcm is not None:
                utterance = Utterance(None, utterance.here)
                if utterance.here is None:
                    self._late.put(TranscriptionFault("The server that transcribes cannot keep up; words were lost.", REMEDY))
            self._waiting.append(utterance)
            if not self._working:
                self._working = True
                threading.Thread(target=self._work, name="transcription", daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting or self._closed:
                    self._working = False
                    return
                utterance = self._waiting.popleft()
            self._report(*self._written(utterance))

    def _written(self, utterance: Utterance) -> tuple[Heard | None, VoiceError | None]:
        """The final text, and what went wrong."""
        if utterance.pcm is None or (utterance.here is not None and self._clock() < self._rests_until):
            return utterance.here, None
        try:
            text = self._server.transcribed(utterance.pcm)
        except TranscriptionFault as fault:
            if fault.kind == "cancelled":
                return None, None
            self._rests_until = self._clock() + REST
            return utterance.here, fault
        except Exception as mistake:  # noqa: BLE001 - the top of a thread; without the trace, which could hold what was said
            log.error("transcription_failed mistake=%s", type(mistake).__name__)
            return utterance.here, TranscriptionFault(
                "Transcribing failed; this is a mistake of ours.", "Typing always works.", kind="bug"
            )
        self._told, self._rests_until = False, float("-inf")
        return Heard(text, final=True), None

    def _report(self, heard: Heard | None, fault: VoiceError | None) -> None:
        with self._lock:
            if self._closed:
                return
        if fault is not None and (heard is None or not self._told):
            self._told = True
            if heard is not None:
                fault = TranscriptionFault(fault.message, f"{fault.remedy} Until then this computer listens.".strip())
                fault.covered = True
            self._late.put(fault)
        self._late.put(heard or Heard("", final=True, confidence=0.0))


def is_speech(sound: Pcm) -> bool:
    """Whether there can be a word in it."""
    if len(sound) < SHORTEST * RATE:
        return False
    return rms(sound) > QUIET
