"""Tapered chinos with a turn-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.cloth.trousers import TrouserCloth
from avatars.forge.garments.trousers import BREAK_FOLDS, KNEE_FOLDS, RISE_FOLDS, TAPERED, TrouserCut, make_trousers

if TYPE_CHECKING:
    from avatars.forge.part import Made

CUT = TrouserCut(TAPERED, hem=0.100, folds=(*RISE_FOLDS, *KNEE_FOLDS, *BREAK_FOLDS))
_CLOTH = TrouserCloth(
    (0.770, 0.655, 0.510), "twill", (0.900, 0.815, 0.680), (0.80, 0.68, 0.70), cuff=0.036, hem=0.100, seed=51
)


def make_chinos(outfits: tuple[str, ...]) -> Made:
    """The chinos for these outfits."""
    return make_trousers("chinos", CUT, _CLOTH, outfits, seed=4)
