"""How sure it is that somebody else spoke over her: the more is heard of it by both judges, the more is believed."""

from __future__ import annotations

from collections import deque
from typing import Final, Literal

Sureness = Literal[0, 1, 2]
"""0: it may be her own voice; 1: enough for a word that she herself does not say, as "stop"; 2: enough for any words."""

STOP: Final = (6, 20)
WORDS: Final = (18, 48)
"""Frames of 10 ms in which each judge must have heard somebody else, and all of them together. Of her own voice one judge or the
other makes as much at times, both hardly ever; and once she is ducked, users have several times as much."""


LATELY: Final = 300
"""Frames within which that must come together: over many seconds any room lets as much of her through."""


class Evidence:
    """Counts over an utterance. What was believed once is believed until it ends."""

    def __init__(self) -> None:
        self._pieces: deque[tuple[tuple[int, ...], int]] = deque()
        self._sureness: Sureness = 0

    def add(self, clear: tuple[int, ...] | None, frames: int = 0) -> None:
        """The next piece, so many frames long: those of it that each judge found to be somebody else's; None where she cannot be
        heard."""
        if clear is None:
            self._sureness = 2
            return
        self._pieces.append((clear, frames))
        while sum(length for _, length in self._pieces) > LATELY:
            self._pieces.popleft()
        if self._reaches(WORDS):
            self._sureness = 2
        elif self._reaches(STOP) and not self._sureness:
            self._sureness = 1

    def begin(self) -> None:
        """Another utterance."""
        self._pieces.clear()
        self._sureness = 0

    @property
    def sureness(self) -> Sureness:
        """What may be believed so far."""
        return self._sureness

    def _reaches(self, wanted: tuple[int, int]) -> bool:
        each, together = wanted
        judges = [sum(counts) for counts in zip(*(clear for clear, _ in self._pieces), strict=False)]
        return bool(judges) and min(judges) >= each and sum(judges) >= together * len(judges) / 2
