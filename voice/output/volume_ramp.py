"""Loudness that changes over some hundredths of a second: a step would be heard as a click."""

from __future__ import annotations

import math
from collections.abc import Callable


class VolumeRamp:
    """A factor on its way from where it is to where it shall be, by the seconds of `clock`.

    It bends like half a wave: it leaves and arrives without a corner.
    """

    def __init__(self, clock: Callable[[], float], factor: float = 1.0) -> None:
        self._clock = clock
        self._from = self._to = factor
        self._since, self._seconds = 0.0, 0.0

    @property
    def goal(self) -> float:
        """Where it goes, or is."""
        return self._to

    @property
    def moving(self) -> bool:
        """Whether it is on its way."""
        return self._from != self._to

    def go(self, factor: float, seconds: float) -> None:
        """Be at `factor` in so many seconds from now, at once where they are 0; from wherever it is."""
        self._from = self.now() if seconds > 0 else factor
        self._to, self._since, self._seconds = factor, self._clock(), seconds

    def now(self) -> float:
        """The factor at this moment."""
        if self._from == self._to:
            return self._to
        share = (self._clock() - self._since) / self._seconds
        if share >= 1 - 1e-6:
            self._from = self._to
            return self._to
        return self._from + (self._to - self._from) * (1 - math.cos(math.pi * max(0.0, share))) / 2
