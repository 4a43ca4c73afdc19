"""Which place belongs to an hour: every kind of place at the time of day its window shows."""

from __future__ import annotations

from typing import Final

from avatars.stage.light import LIGHT_OF

DAY: Final = (8.0, 17.0)
"""Hours of full daylight."""
EVENING: Final = (5.5, 21.0)
"""Hours of low sun before and after it; the rest is night."""


def kinds() -> tuple[str, ...]:
    """The kinds of places."""
    return tuple(dict.fromkeys(name.partition("-")[0] for name in LIGHT_OF))


def scene_for(hour: float, kind: str = "room") -> str:
    """The place of this kind at a local hour (0..24, fractions count). KeyError for an unknown kind."""
    if kind not in kinds():
        raise KeyError(kind)
    hour %= 24.0
    wanted = "day" if DAY[0] <= hour < DAY[1] else "evening" if EVENING[0] <= hour < EVENING[1] else "night"
    # rain knows no evening: its day is dim already
    return next(name for name in (f"{kind}-{wanted}", f"{kind}-day") if name in LIGHT_OF)
