"""A line of time that is drawn once and then bent very slowly: what follows it sees no jumps and hardly any slope."""

from __future__ import annotations

from collections import deque
from typing import Final

SPAN: Final = 10.0
"""Seconds of looks of which the earliest counts: looks come late, never early."""

BUCKET: Final = 0.5

BEND: Final = 4.0
"""Seconds in which an error would be mended at the pace it is mended with."""

STEEPEST: Final = 1.2e-4
"""Seconds a second by which the line is moved at most: two crystals differ by less, and a canceller follows it without harm."""


class SlowLine:
    """The second at which a stream's sample 0 was, as if it ran evenly, from looks that tell it too late by ever another time.

    For the first `settling` seconds each earlier look counts at once; after that the line follows the earliest of the last
    `SPAN` seconds at `STEEPEST` at most. An error below `still` moves nothing: it is the looks' own unevenness, and one sample
    more or less costs an echo canceller dear.
    """

    def __init__(self, settling: float, still: float) -> None:
        self._settling, self._still = settling, still
        self._earliest: deque[tuple[float, float]] = deque()
        self._began = self._last = 0.0
        self.at: float | None = None
        """The line; None before the first look."""

    def begin(self, origin: float, now: float) -> None:
        """Draw it anew, whatever was before."""
        self.at, self._began, self._last = origin, now, now
        self._earliest.clear()
        self._note(origin, now)

    def look(self, origin: float, now: float) -> float:
        """What a look at second `now` says of it; where the line is now."""
        if self.at is None:
            self.begin(origin, now)
            return origin
        self._note(origin, now)
        waited, self._last = max(0.0, now - self._last), now
        error = min(earliest for _, earliest in self._earliest) - self.at
        if now - self._began > self._settling:
            error = max(error - self._still, 0.0) + min(error + self._still, 0.0)
            error = max(-STEEPEST * waited, min(STEEPEST * waited, error * min(1.0, waited / BEND)))
        self.at += error
        return self.at

    def _note(self, origin: float, now: float) -> None:
        if self._earliest and now - self._earliest[-1][0] < BUCKET:
            begin, earliest = self._earliest[-1]
            self._earliest[-1] = (begin, min(earliest, origin))
        else:
            self._earliest.append((now, origin))
        while now - self._earliest[0][0] > SPAN:
            self._earliest.popleft()
