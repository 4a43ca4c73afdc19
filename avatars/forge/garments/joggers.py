"""Charcoal-navy joggers with ribbed cuffs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.cloth.folds import Fold
from avatars.forge.cloth.trousers import TrouserCloth
from avatars.forge.garments.trousers import KNEE_FOLDS, RISE_FOLDS, TAPERED, TrouserCut, make_trousers

if TYPE_CHECKING:
    from avatars.forge.part import Made

_LEG = (
    # y, half-width, half-depth, centre x, centre z: full, then gathered into the cuff.
    (0.020, 0.0460, 0.0500, 0.0985, -0.022),
    (0.118, 0.0450, 0.0500, 0.0985, -0.022),
    (0.140, 0.0520, 0.0570, 0.0990, -0.021),
    (0.175, 0.0590, 0.0640, 0.0990, -0.020),
    (0.250, 0.0610, 0.0650, 0.0985, -0.018),
    (0.360, 0.0610, 0.0650, 0.0975, -0.012),
    (0.470, 0.0625, 0.0655, 0.0960, -0.003),
    (0.560, 0.0670, 0.0700, 0.0950, 0.000),
    (0.660, 0.0745, 0.0785, 0.0890, -0.001),
    *TAPERED[-3:],
)
GATHER = (
    # Cloth piles up over the cuff.
    Fold((0.045, 0.165, 0.020), (0.152, 0.185, 0.010), (0.15, 0.0, 1.0), 0.0110, 0.0052, 0.006),
    Fold((0.048, 0.200, 0.020), (0.152, 0.215, 0.008), (0.15, 0.0, 1.0), 0.0110, 0.0042, -0.006),
    Fold((0.046, 0.245, 0.022), (0.150, 0.235, 0.012), (0.15, 0.0, 1.0), 0.0120, 0.0032, 0.006),
    Fold((0.046, 0.170, -0.060), (0.152, 0.180, -0.055), (0.1, 0.0, -1.0), 0.0110, 0.0050, 0.006),
    Fold((0.046, 0.210, -0.062), (0.152, 0.205, -0.058), (0.1, 0.0, -1.0), 0.0110, 0.0042, -0.006),
    Fold((0.150, 0.330, 0.000), (0.152, 0.150, 0.000), (1.0, 0.0, 0.0), 0.0140, 0.0030, 0.006),
)
_CUT = TrouserCut(_LEG, hem=0.088, folds=(*RISE_FOLDS, *KNEE_FOLDS, *GATHER), ease=0.002)
_CLOTH = TrouserCloth(
    (0.240, 0.270, 0.345), "jersey", (0.42, 0.45, 0.52), (0.70, 0.66, 0.76), cuff=0.050, hem=0.088, seed=63,
    rim=(0.07, 0.07, 0.09), outline=(0.12, 0.12, 0.16),
)


def make_joggers(outfits: tuple[str, ...]) -> Made:
    """The joggers for these outfits."""
    return make_trousers("joggers", _CUT, _CLOTH, outfits, seed=13)
