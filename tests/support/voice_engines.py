"""Engines that speak as a test wants: at once, slowly, or never."""

from __future__ import annotations

import threading

import numpy as np

from voice.errors import SynthesisFault
from voice.ports import Delivery
from voice.utterance import Utterance, Viseme, WordMark

RATE = 8000
PER_WORD = 0.25
"""Seconds that a word sounds."""


def spelled(text: str) -> Utterance:
    """A quarter of a second for each word, and a tenth of rest."""
    marks, at = [], 0
    for number, word in enumerate(text.split()):
        begin = text.index(word, at)
        at = begin + len(word)
        marks.append(WordMark(number * PER_WORD, begin, at))
    seconds = len(marks) * PER_WORD + 0.1
    pcm = np.full(round(seconds * RATE), 1000, np.int16)
    visemes = (Viseme(0.0, seconds - 0.1, "aa"), Viseme(seconds - 0.1, seconds, "sil", 0.0)) if marks else ()
    return Utterance(text, pcm if marks else pcm[:0], RATE, visemes, tuple(marks))


class Speller:
    """Speaks at once; remembers what."""

    name = "speller"

    def __init__(self) -> None:
        self.said: list[str] = []
        self.closed = False

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        self.said.append(text)
        return spelled(text)

    def cancel(self) -> None: ...

    def close(self) -> None:
        self.closed = True


class Gated(Speller):
    """Speaks a sentence when `gate` is opened; a cancel ends the waiting, unless it is `deaf`."""

    def __init__(self, deaf: bool = False) -> None:
        super().__init__()
        self.deaf = deaf
        self.entered, self.cancelled = threading.Semaphore(0), threading.Event()
        self.gate = threading.Semaphore(0)
        self.inside = 0

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        self.cancelled.clear()
        self.inside += 1
        self.entered.release()
        try:
            while not self.gate.acquire(timeout=0.002):
                if self.cancelled.is_set() and not self.deaf:
                    raise SynthesisFault("stopped", kind="cancelled")
            return super().speak(text, delivery)
        finally:
            self.inside -= 1

    def cancel(self) -> None:
        self.cancelled.set()

    def open(self, times: int = 1000) -> None:
        """Let so many sentences through."""
        for _ in range(times):
            self.gate.release()
