"""Charcoal wool trousers with a pressed crease and a straight leg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.cloth.folds import Fold
from avatars.forge.cloth.trousers import TrouserCloth
from avatars.forge.garments.trousers import KNEE_FOLDS, RISE_FOLDS, STRAIGHT, TrouserCut, make_trousers

if TYPE_CHECKING:
    from avatars.forge.part import Made

_BREAK = (
    Fold((0.048, 0.118, 0.035), (0.152, 0.135, 0.020), (0.15, 0.0, 1.0), 0.0120, 0.0046, -0.008),
    Fold((0.050, 0.165, 0.035), (0.150, 0.150, 0.015), (0.15, 0.0, 1.0), 0.0110, 0.0026, 0.006),
    Fold((0.050, 0.190, -0.060), (0.152, 0.165, -0.055), (0.1, 0.0, -1.0), 0.0120, 0.0030, -0.006),
    Fold((0.152, 0.300, 0.000), (0.156, 0.080, 0.010), (1.0, 0.0, 0.0), 0.0140, 0.0022, 0.006),
)
_CUT = TrouserCut(STRAIGHT, hem=0.058, folds=(*RISE_FOLDS, *(KNEE_FOLDS[i] for i in (0, 2, 4, 5)), *_BREAK))
_CLOTH = TrouserCloth(
    (0.305, 0.300, 0.330), "wool", (0.40, 0.39, 0.41), (0.68, 0.64, 0.74), crease=True, hem=0.058, seed=57,
    rim=(0.07, 0.07, 0.09), outline=(0.13, 0.11, 0.14),
)


def make_flannels(outfits: tuple[str, ...]) -> Made:
    """The trousers for these outfits."""
    return make_trousers("flannels", _CUT, _CLOTH, outfits, seed=9)
