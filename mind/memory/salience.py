"""How near a memory is to her mind: near when just told or used, farther the longer nobody needed it. Pure.

Exponential forgetting whose half-life grows with use, as spaced recall has it: each time a memory served a reply it comes
back to full, and then fades more slowly. It only orders; nothing is hidden and nothing deleted by it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

HALF_LIFE: Final = 45.0
"""Days of disuse after which a memory that was never used stands at half."""

LONGER: Final = 0.5
"""By how much of `HALF_LIFE` each use lengthens it."""

LEAST: Final = 0.05
"""It never leaves her mind altogether."""


def salience(since: datetime, now: datetime, uses: int = 0, *, pinned: bool = False) -> float:
    """0.05..1 for a memory last told or used at `since`; 1 where it is pinned, and for a `since` still to come."""
    if pinned:
        return 1.0
    days = max(0.0, (now - since).total_seconds() / 86_400)
    half_life = HALF_LIFE * (1 + LONGER * max(0, uses))
    return max(LEAST, float(2 ** (-days / half_life)))
