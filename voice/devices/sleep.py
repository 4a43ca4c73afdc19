"""Whether the machine slept since the last look."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

ASLEEP: Final = 3.0
"""Seconds by which the clocks must part to count as sleep. A wall clock set by hand looks like it too: devices are then opened
anew, which does no harm."""

LATE: Final = 10.0
"""Seconds between two looks that are no mere work of the window's."""


def outer_clock() -> float:
    """Seconds that pass in sleep too: the kernel's own count where it has one, else the clock on the wall."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.time()


class SleepWatch:
    """Compares a clock that stands while the machine sleeps with one that goes on.

    Where both go on (Windows), a look that comes far too late tells it.
    """

    def __init__(self, inner: Callable[[], float] = time.monotonic, outer: Callable[[], float] = outer_clock) -> None:
        self._inner, self._outer = inner, outer
        self._last = inner(), outer()

    def woke(self) -> bool:
        """Call often; True once after each sleep."""
        before, self._last = self._last, (self._inner(), self._outer())
        inner, outer = self._last[0] - before[0], self._last[1] - before[1]
        return inner > LATE or abs(outer - inner) > ASLEEP
