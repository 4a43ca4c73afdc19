"""The time that is heard, from a count that a device renews block by block and ahead of the ear."""

from __future__ import annotations

from typing import Final

DRIFT: Final = 0.01
"""Seconds a second by which the line may fall back: two clocks differ by far less, and a late look is soon outweighed."""

AHEAD: Final = 0.040
"""Seconds between a block's being taken and its being heard: one sounds, one waits, and the mixer takes a moment. Measured
through Qt on PulseAudio: 34 to 45 ms; other systems take blocks of 10 to 15 ms too. Qt tells no latency, and the steps of the
count are too uneven to read the block from them: it holds where the sound server does not tell better."""

PAUSED: Final = 0.09
"""Seconds without a new count after which the line is drawn anew."""


class PlayedClock:
    """Draws the straight line that the earliest looks at the count lie on, and follows it at the pace of real time.

    Its answers never go back, never go beyond the count, and run on through the blocks.
    """

    def __init__(self) -> None:
        self._count, self._changed = 0.0, 0.0
        self._line: float | None = None
        """Clock time at which the count was 0, as if it had run evenly since; None before the first block."""
        self._last = 0.0
        self.ahead = AHEAD
        """Seconds between a block's being taken and its being heard, by this device."""
        self._before: tuple[float, float] | None = None
        """The line of what is still in the air from before a rest, and the count at which it ends."""

    @property
    def origin(self) -> float | None:
        """Clock time at which the stream's first sample was heard, as if it had run evenly; None before the first block."""
        return None if self._line is None else self._line + self.ahead

    def waited(self, now: float) -> float:
        """Seconds since the count last moved, or was allowed to."""
        return now - self._changed

    def resume(self, now: float) -> None:
        """More was given after the device had taken all: its count stood, and goes on from here."""
        if self._line is not None:
            self._before = (self._line, self._count)
        self._line = None
        self._changed = now

    def read(self, count: float, now: float) -> float:
        """Seconds heard at clock time `now`, the device having taken `count` seconds."""
        if count > self._count:
            waited = now - self._changed
            if self._line is None or waited > PAUSED:
                self._line = now - count
            self._line = min(self._line + DRIFT * waited, now - count)
            self._count, self._changed = count, now
        self._last = max(self._last, min(self._count, self._heard(now)))
        return self._last

    def _heard(self, now: float) -> float:
        if self._before is not None:
            line, end = self._before
            if self._line is None or now - self._line - self.ahead <= end:
                return min(end, now - line - self.ahead)
            self._before = None
        return now - self._line - self.ahead if self._line is not None else 0.0
