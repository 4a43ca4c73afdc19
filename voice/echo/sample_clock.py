"""When each sample of a microphone was taken, from pieces that come late and unevenly."""

from __future__ import annotations

from typing import Final

from voice.echo.slow_line import SlowLine

RATE: Final = 16000

SETTLING: Final = 1.0
"""Seconds in which each earlier arrival moves the line at once: the first pieces may have waited for the program to start."""

STILL: Final = 0.001
"""Seconds of error that are left as they are."""

GAP: Final = 0.25
"""Seconds by which a piece must come late for something to have been lost before it, rather than waited."""


class SampleClock:
    """Pieces come late or in time, never early: the earliest arrivals of all draw the line of what was taken when.

    One clock a stream. Times are seconds of `time.monotonic`, ticks 1/16000 s of the same.
    """

    def __init__(self) -> None:
        self._count = 0
        self._line = SlowLine(SETTLING, STILL)

    def reset(self) -> None:
        """The stream begins anew."""
        self._count, self._line = 0, SlowLine(SETTLING, STILL)

    def tick(self, count: int, at: float) -> int:
        """The tick of the first of `count` samples that came at `at`."""
        origin = at - (self._count + count) / RATE
        if self._line.at is None or origin > self._line.at + GAP:
            self._count = 0
            self._line.begin(at - count / RATE, at)
        told = self._line.look(at - (self._count + count) / RATE, at)
        first = round((told + self._count / RATE) * RATE)
        self._count += count
        return first
