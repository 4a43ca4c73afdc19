"""What suits the time of the year: as warm as the season asks, or made for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from avatars.wardrobe.harmony import WARMTH
from desktop.wardrobe_page.closet import Piece

NEAR: Final = 0.25
"""How far a garment's warmth may lie from the season's."""
WORN: Final = frozenset({"top", "bottom", "dress", "outer", "shoes", "headwear", "neck"})
"""Slots in which warmth counts."""
NEVER: Final = frozenset({"sleep"})


def suiting(pieces: Iterable[Piece], season: str) -> tuple[Piece, ...]:
    """The pieces for a season, the nearest first, what is hers before what is to come."""
    found = [(mark(piece, season), piece) for piece in pieces if not NEVER & set(piece.info.tags)]
    return tuple(piece for how_far, piece in sorted(found, key=lambda pair: (not pair[1].hers, pair[0])) if how_far <= NEAR)


def mark(piece: Piece, season: str) -> float:
    """How far from the season a piece lies: 0 for what is made for it, above 1 for what warmth says nothing of."""
    info = piece.info
    if season in info.tags or season in info.unlock:
        return 0.0
    if info.slot not in WORN or "warmth" not in info.made_for:
        return 2.0
    return abs(float(info.made_for["warmth"]) - next((warmth for name, warmth in WARMTH.items() if name == season), 0.5))
