"""Whether a microphone gives as many samples a second as it says."""

from __future__ import annotations

from typing import Final

WINDOW: Final = 4.0
"""Seconds that are counted at a time."""

SLOWEST, FASTEST = 0.8, 1.25
"""44.1 kHz for 48 kHz is still understood, half or twice the pace is not."""

BUSY: Final = 0.5
"""Seconds between two looks after which a window that stood still may have lost some."""


class Pace:
    """`wrong` after two windows in a row that were."""

    def __init__(self) -> None:
        self.begin(0.0)

    def begin(self, now: float) -> None:
        """A microphone was opened."""
        self._since = self._last = now
        self._seconds = 0.0
        self._bad = 0
        self.wrong = False

    def count(self, seconds: float, now: float) -> None:
        """So much sound came."""
        if now - self._last > BUSY or not self._seconds:
            self._since, self._seconds = now, 1e-9
        else:
            self._seconds += seconds
        self._last = now
        if now - self._since >= WINDOW:
            right = SLOWEST <= self._seconds / (now - self._since) <= FASTEST
            self._bad = 0 if right else self._bad + 1
            self.wrong = self._bad >= 2
            self._since, self._seconds = now, 1e-9
