"""The time that is heard, from a count that a device renews block by block and ahead of the ear."""

from __future__ import annotations

from typing import Final

DRIFT: Final = 0.01
"""Seconds a second by which the line may fall back: two clocks differ by far less, and a late look is soon outweighed."""

BLOCK: Final = 0.015
"""Seconds that a device takes at a time, until its own are known."""

LEAST, MOST = 0.002, 0.04
"""Bounds of what is taken for a block, seconds."""

AHEAD: Final = 2.25
"""Blocks between a block's being taken and its being heard: one sounds, one waits, and the mixer takes a moment. Measured
on PulseAudio (15 ms blocks): 34 ms."""

PAUSED: Final = 0.06
"""Seconds beyond two blocks without a new count after which the line is drawn anew."""


class PlayedClock:
    """Draws the straight line that the earliest looks at the count lie on, and follows it at the pace of real time.

    Its answers never go back, never go beyond the count, and run on through the blocks.
    """

    def __init__(self) -> None:
        self._count, self._changed = 0.0, 0.0
        self._line: float | None = None
        """Clock time at which the count was 0, as if it had run evenly since; None before the first block."""
        self._block, self._step = 0.0, 0.0
        self._last = 0.0
        self._before: tuple[float, float] | None = None
        """The line of what is still in the air from before a rest, and the count at which it ends."""

    @property
    def ahead(self) -> float:
        """Seconds between being taken and being heard."""
        return AHEAD * (self._block or BLOCK)

    def waited(self, now: float) -> float:
        """Seconds since the count last moved, or was allowed to."""
        return now - self._changed

    def resume(self, now: float) -> None:
        """More was given after the device had taken all: its count stood, and goes on from here."""
        if self._line is not None:
            self._before = (self._line, self._count)
        self._line = None
        self._changed = now

    def read(self, count: float, given: float, now: float) -> float:
        """Seconds heard at clock time `now`, of `given` seconds the device having taken `count`."""
        if count > self._count:
            waited = now - self._changed
            if self._line is None or waited > 2 * (self._block or BLOCK) + PAUSED:
                self._line = now - count
            elif count < given:
                self._note(count - self._count)
            self._line = min(self._line + DRIFT * waited, now - count)
            self._count, self._changed = count, now
        self._last = max(self._last, min(self._count, self._heard(now)))
        return self._last

    def _note(self, step: float) -> None:
        """Looks are seldom as many as blocks: a step is several of them, and two steps differ by one."""
        for size in (step, abs(step - self._step)):
            if LEAST <= size <= MOST and (not self._block or size < self._block):
                self._block = size
        self._step = step

    def _heard(self, now: float) -> float:
        if self._before is not None:
            line, end = self._before
            if self._line is None or now - self._line - self.ahead <= end:
                return min(end, now - line - self.ahead)
            self._before = None
        return now - self._line - self.ahead if self._line is not None else 0.0
