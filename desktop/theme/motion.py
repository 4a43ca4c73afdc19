"""How long things take, in milliseconds. Nothing bounces and nothing blinks."""

from __future__ import annotations

from typing import Final

PRESS: Final = 90
HOVER: Final = 120
ENTER: Final = 180
LEAVE: Final = 140
PAGE: Final = 280
BREATH: Final = 2800
"""One breath of the listening rings."""
STITCH: Final = 320
"""Each of the three thinking stitches."""
REDUCED_LIMIT: Final = 120
"""The longest fade under reduced motion; nothing slides then."""


def lasting(milliseconds: int, *, reduced: bool, slides: bool = False) -> int:
    """The time an animation may take: 0 for a slide and at most `REDUCED_LIMIT` for a fade under reduced motion."""
    if not reduced:
        return milliseconds
    return 0 if slides else min(milliseconds, REDUCED_LIMIT)
