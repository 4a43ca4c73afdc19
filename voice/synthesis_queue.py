"""Sentences synthesised ahead of their turn, in a thread that may hang without holding up anybody."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from voice.caption_time import unsounded, unspoken
from voice.errors import SynthesisFault
from voice.patience import within
from voice.ports import Synthesiser
from voice.speech_handle import Piece, SpeechHandle, pieces
from voice.visemes.lip_track import LipTrack

log = logging.getLogger("hearth.voice")

AHEAD: Final = 3.0
"""Seconds of sound that may wait for their turn, besides the next sentence: where sentences are short, several."""

MOST: Final = 4
"""Sentences that may wait, however short."""

PATIENCE, PER_CHARACTER = 30.0, 0.1
"""Seconds that a piece may take. Engines give up on themselves sooner; this is for one that does not."""

AFTER_CANCEL: Final = 2.0
"""Seconds that a piece may go on after it was cancelled."""

GOODBYE: Final = 0.25
"""Seconds to wait for an engine that was told to stop, where somebody waits for us."""

HANGING: Final = 3
"""Threads that may hang in an engine before she goes on in captions alone."""

TRIES: Final = 3
"""For a piece whose synthesis was cancelled although it is wanted: the order to stop was for the one before it."""


def prepare(synthesiser: Synthesiser, piece: Piece, closing: Callable[[], bool] = lambda: False) -> None:
    """Give the piece its sound and lips; where no engine can speak, time to read it, and the fault to be told."""
    for _ in range(TRIES):
        try:
            piece.utterance = replace(synthesiser.speak(piece.aloud, piece.handle.delivery), text=piece.text)
            piece.fault = piece.utterance.fault
            break
        except SynthesisFault as fault:
            if fault.kind != "cancelled":
                piece.fault = fault
                break
            if piece.handle.over or closing():
                return
    finish(piece)


def finish(piece: Piece) -> None:
    """Captions need time even where there is no sound."""
    if piece.utterance is None:
        piece.utterance = unspoken(piece.text, piece.handle.delivery.lang)
    elif not len(piece.utterance.pcm) and piece.first:
        piece.utterance = unsounded(piece.text)
    piece.track = LipTrack(piece.utterance.visemes)
    if piece.first:
        piece.handle.utterance, piece.handle.track = piece.utterance, piece.track
        piece.handle.ready = time.monotonic()


class SynthesisQueue:
    """Takes sentences in order and hands back their pieces, in order, with their sound.

    `get` is called on every frame: it also notices an engine that hangs. Its thread is then left to itself, the piece passes as
    a caption, and another thread goes on.
    """

    def __init__(
        self,
        synthesiser: Synthesiser,
        on_ready: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._synthesiser, self._on_ready, self._clock = synthesiser, on_ready, clock
        self._lock = threading.Condition()
        self._jobs: deque[SpeechHandle] = deque()
        self._cut: Iterator[Piece] = iter(())
        self._ready: deque[Piece] = deque()
        self._ahead: dict[Piece, float] = {}
        """What was prepared and has not begun to sound, with its seconds."""
        self._current: Piece | None = None
        self._until = 0.0
        self._hanging: list[threading.Thread] = []
        self._closing = False
        self._thread = self._new_thread()

    def put(self, handle: SpeechHandle) -> None:
        """Synthesise this one after those before it."""
        with self._lock:
            self._jobs.append(handle)
            self._lock.notify_all()

    def get(self) -> Piece | None:
        """The next finished piece, if there is one."""
        with self._lock:
            if self._current is not None and self._clock() > self._until:
                self._abandon(self._current)
            if self._ready:
                return self._ready.popleft()
            if not self._mute():
                if self._thread in self._hanging or not self._thread.is_alive():
                    self._thread = self._new_thread()
            elif (piece := self._next_piece()) is not None:
                piece.fault = hung()
                finish(piece)
                return piece
            return None

    def begun(self, piece: Piece) -> None:
        """It sounds now: another one may be synthesised."""
        with self._lock:
            self._ahead.pop(piece, None)
            self._lock.notify_all()

    def cancel(self) -> None:
        """Forget what waits and abort what runs; the sentences are over already."""
        with self._lock:
            self._jobs.clear()
            self._ready.clear()
            self._ahead.clear()
            self._cut = iter(())
            busy = self._current is not None
            self._until = min(self._until, self._clock() + AFTER_CANCEL)
        if busy:
            within(GOODBYE, self._synthesiser.cancel, "cancelling a sentence")

    def close(self) -> None:
        """End the thread; a running synthesis is cancelled, one that hangs is left to itself."""
        with self._lock:
            self._closing = True
            busy = self._current is not None
            self._lock.notify_all()
        if busy:
            within(GOODBYE, self._synthesiser.cancel, "cancelling a sentence")
        self._thread.join(GOODBYE)
        if self._thread.is_alive():
            log.warning("the voice hangs in a sentence and is left to itself")

    # --- the thread

    def _new_thread(self) -> threading.Thread:
        thread = threading.Thread(target=self._work, name="synthesis", daemon=True)
        thread.start()
        return thread

    def _work(self) -> None:
        while (piece := self._wait()) is not None:
            self._prepare(piece)
            if not self._finished(piece):
                return
            self._on_ready()

    def _wait(self) -> Piece | None:
        """The next piece to prepare, once there is one and room for it; None when this thread is needed no more."""
        with self._lock:
            while not self._closing and self._thread_is_mine():
                if self._room() and (piece := self._next_piece()) is not None:
                    self._current = piece
                    self._until = self._clock() + PATIENCE + PER_CHARACTER * len(piece.text)
                    return piece
                self._lock.wait()
        return None

    def _prepare(self, piece: Piece) -> None:
        try:
            prepare(self._synthesiser, piece, lambda: self._closing)
        except Exception:
            log.exception("a sentence could not be prepared")
            piece.fault = SynthesisFault("A sentence could not be spoken; this is a mistake of ours.", kind="bug")
            piece.utterance = None
            finish(piece)

    def _finished(self, piece: Piece) -> bool:
        """Hand it over; False when this thread has been given up on."""
        with self._lock:
            if self._closing or self._current is not piece:
                return False
            self._current = None
            if not piece.handle.over:
                self._ready.append(piece)
                self._ahead[piece] = piece.seconds
            return True

    # --- under the lock

    def _thread_is_mine(self) -> bool:
        return threading.current_thread() not in self._hanging

    def _room(self) -> bool:
        return len(self._ahead) < 1 or (len(self._ahead) < MOST and sum(self._ahead.values()) < AHEAD)

    def _next_piece(self) -> Piece | None:
        while True:
            piece = next(self._cut, None)
            if piece is None:
                if not self._jobs:
                    return None
                self._cut = pieces(self._jobs.popleft())
            elif not piece.handle.over:
                return piece
            else:
                self._cut = iter(())

    def _mute(self) -> bool:
        self._hanging = [thread for thread in self._hanging if thread.is_alive()]
        return len(self._hanging) >= HANGING

    def _abandon(self, piece: Piece) -> None:
        log.warning("the voice did not come back from a sentence; its thread is left to itself")
        self._current = None
        self._hanging.append(self._thread)
        if not piece.handle.over:
            again = Piece(piece.handle, piece.begin, piece.end, fault=hung())
            finish(again)
            self._ready.append(again)
            self._ahead[again] = again.seconds


def hung() -> SynthesisFault:
    """What is told of an engine that does not come back."""
    return SynthesisFault("The voice does not answer.", "Choose another voice in the settings.", kind="hung")
