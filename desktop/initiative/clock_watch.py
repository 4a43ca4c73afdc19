"""Notices a clock that was set and a computer that slept, by clocks that run side by side. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from desktop.initiative.elapsed import with_sleep, without_sleep

SET_BY: Final = 2 * 3600.0
"""Seconds by which the wall clock must leave the real one to count as set anew; the hour of summer time is none of it."""
SLEPT: Final = 30.0
"""Seconds of sleep that count."""
SILENT: Final = 90.0
"""Where a system counts no sleep, a pause this long between two looks is one. Looks come every ten seconds."""
LONG_AGO: Final = 10 * 86_400.0


def wall() -> float:
    """Seconds of the clock on the wall, since 1970 in universal time: summer time does not move it."""
    return datetime.now().timestamp()


class ClockWatch:
    """`look` now and then; `steady_for` and `awake_for` tell the real seconds since the last jump and the last sleep."""

    def __init__(
        self, on_wall: Callable[[], float] = wall, real: Callable[[], float] = with_sleep,
        awake: Callable[[], float] = without_sleep,
    ) -> None:  # fmt: skip
        self._wall, self._real, self._awake = on_wall, real, awake
        self._seen = (on_wall(), real(), awake())
        self._jumped: float | None = None
        self._woke: float | None = None

    def look(self) -> None:
        """Compare what went by on each clock since the last look."""
        now = (self._wall(), self._real(), self._awake())
        on_wall, real, awake = (a - b for a, b in zip(now, self._seen, strict=True))
        self._seen = now
        if abs(on_wall - real) > SET_BY:
            self._jumped = now[1]
        if real - awake > SLEPT or real > SILENT:
            self._woke = now[1]

    @property
    def steady_for(self) -> float:
        """Real seconds since the wall clock was set by a good while."""
        return LONG_AGO if self._jumped is None else self._real() - self._jumped

    @property
    def awake_for(self) -> float:
        """Real seconds since the computer woke."""
        return LONG_AGO if self._woke is None else self._real() - self._woke
