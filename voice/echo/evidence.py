"""How sure it is that somebody else spoke over her: the more is heard of it by both judges, the more is believed."""

from __future__ import annotations

from typing import Final, Literal

Sureness = Literal[0, 1, 2]
"""0: it may be her own voice; 1: enough for a word that she herself does not say, as "stop"; 2: enough for any words."""

STOP: Final = (6, 20)
WORDS: Final = (18, 48)
"""Frames of 10 ms in which each judge must have heard somebody else, and all of them together. Of her own voice one judge or the
other makes as much at times, both hardly ever; and once she is ducked, users have several times as much."""


class Evidence:
    """Counts over an utterance."""

    def __init__(self) -> None:
        self._frames: tuple[int, ...] = ()
        self._doubtless = False

    def add(self, clear: tuple[int, ...] | None) -> None:
        """The next piece: the frames of it that each judge found to be somebody else's; None where she cannot be heard."""
        if clear is None:
            self._doubtless = True
        elif len(self._frames) != len(clear):
            self._frames = clear
        else:
            self._frames = tuple(map(sum, zip(self._frames, clear, strict=True)))

    def begin(self) -> None:
        """Another utterance."""
        self._frames, self._doubtless = (), False

    @property
    def sureness(self) -> Sureness:
        """What may be believed so far."""
        if self._doubtless or self._reaches(WORDS):
            return 2
        return 1 if self._reaches(STOP) else 0

    def _reaches(self, wanted: tuple[int, int]) -> bool:
        each, together = wanted
        many = len(self._frames)
        return many > 0 and min(self._frames) >= each and sum(self._frames) >= together * many / 2
