"""What she puts on of her own: by the season, the hour, the weather around her and her mood, and plain when she is hurt.

Pure: the same day, manner and seed choose the same outfit. Clothes never answer how warm the bond is: they are hers.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from mind.bond.manner import Manner
from mind.domain import Outfit

WARMTH: Final = (1.0, 0.9, 0.7, 0.5, 0.35, 0.15, 0.05, 0.1, 0.3, 0.55, 0.75, 0.95)
"""How warm one dresses in each month of the northern half, January first."""
SOUTHERN: Final = frozenset({"AR", "AU", "BO", "BR", "CL", "MG", "MZ", "NA", "NZ", "PE", "PY", "UY", "ZA", "ZM", "ZW"})
"""Countries (ISO 3166) whose summer is in January."""
EVENING: Final = (17, 4)
"""From which hour until which it is evening for clothes."""
FIT: Final = 1.8
OCCASION: Final = 0.6
PLAINNESS: Final = 1.6
"""What a full guard gives to a plain outfit over a fine one."""
AGAIN: Final = 0.7
"""What yesterday's outfit loses."""
WHIM: Final = 0.7
"""Between what speaks equally much for two, she simply likes one."""
LIKING: Final = 0.35
"""What her taste, a favourite and the season's own clothes may add."""


def warmth_wanted(when: datetime, country: str | None) -> float:
    """How warm a day of the year is dressed for, 0 hot to 1 cold."""
    shift = 6 if country in SOUTHERN else 0
    here, there = WARMTH[(when.month - 1 + shift) % 12], WARMTH[(when.month + shift) % 12]
    share = (when.day - 1) / 31
    return here + (there - here) * share


def chosen_outfit(
    outfits: Sequence[Outfit], when: datetime, manner: Manner, *, before: str = "", wet: bool = False,
    country: str | None = None, seed: int = 0, leaning: Mapping[str, float] | None = None,
) -> str:  # fmt: skip
    """The id of what she puts on at the local time `when`; empty without a wardrobe. `before` is what she wore last, `leaning`
    how much each pleases her beside that, about -1 to 1."""
    wanted = warmth_wanted(when, country)
    late = when.hour >= EVENING[0] or when.hour < EVENING[1]
    light = max(0.0, manner.pleasure) * (1.0 - manner.guard)

    def worth(outfit: Outfit) -> float:
        made = outfit.made_for
        return (
            -FIT * abs(made.warmth - wanted)
            - OCCASION * abs(made.evening - (0.7 if late else 0.1))
            - 0.9 * abs(made.wet - (1.0 if wet else 0.1))
            + PLAINNESS * manner.guard * (made.plain - 0.5)
            + 0.4 * light * (0.5 - made.plain)
            - (AGAIN if outfit.id == before and manner.guard < 0.3 else 0.0)
            + WHIM * _whim(outfit.id, when, seed)
            + LIKING * (leaning or {}).get(outfit.id, 0.0)
        )

    return max(outfits, key=worth).id if outfits else ""


def _whim(outfit: str, when: datetime, seed: int) -> float:
    """A figure in 0..1 that a day has for an outfit."""
    return zlib.crc32(f"{seed}:{when:%Y-%m-%d}:{outfit}".encode()) / 2**32
