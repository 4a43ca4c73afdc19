"""When each sample of a microphone was taken, from pieces that come late and unevenly."""

from __future__ import annotations

from typing import Final

RATE: Final = 16000

SETTLING: Final = 1.0
"""Seconds in which each earlier arrival moves the line at once: the first pieces may have waited for the program to start."""

CREEP: Final = 2e-4
"""Seconds a second by which the line may fall back: two crystals differ by no more, and a late piece moves nothing by itself."""

SLOPE: Final = 2e-4
"""Seconds a second by which what is told follows the line: a canceller bears that, and no jumps."""

GAP: Final = 0.25
"""Seconds by which a piece must come late for something to have been lost before it, rather than waited."""


class SampleClock:
    """Pieces come late or in time, never early: the earliest arrivals of all draw the line of what was taken when.

    One clock a stream. Times are seconds of `time.monotonic`, ticks 1/16000 s of the same.
    """

    def __init__(self) -> None:
        self._count = 0
        self._line: float | None = None
        """The second at which sample 0 was taken, as if the stream ran evenly."""
        self._told = 0.0
        self._began = 0.0
        self._last = 0.0

    def reset(self) -> None:
        """The stream begins anew."""
        self._count, self._line = 0, None

    def tick(self, count: int, at: float) -> int:
        """The tick of the first of `count` samples that came at `at`."""
        origin = at - (self._count + count) / RATE
        if self._line is None or origin > self._line + GAP:
            self._count = 0
            self._line = self._told = origin = at - count / RATE
            self._began = self._last = at
        waited, self._last = at - self._last, at
        self._line = min(self._line + CREEP * waited, origin)
        error = self._line - self._told
        if at - self._began > SETTLING and abs(error) < GAP:
            error = max(-SLOPE * waited, min(SLOPE * waited, error))
        self._told += error
        first = round((self._told + self._count / RATE) * RATE)
        self._count += count
        return first
