"""Wide linen trousers with two pleats in front, which fall straight and rumple at hip and knee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth import trouser_marks as marks
from avatars.forge.cloth.folds import Fold, mirrored
from avatars.forge.cloth.tailoring import button
from avatars.forge.garments.trouser_block import THIGH, TrouserCloth, TrouserCut, make_trousers_of
from avatars.forge.garments.trousers import RISE_FOLDS
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

DYE = "#d8c7a6"
_HEM = 0.052
_LEG = (
    # y, half-width, half-depth, centre x, centre z
    (0.010, 0.1060, 0.1130, 0.1130, -0.010),
    (0.200, 0.1000, 0.1060, 0.1090, -0.010),
    (0.400, 0.0935, 0.0985, 0.1040, -0.006),
    (0.560, 0.0880, 0.0920, 0.0985, -0.003),
    (0.680, 0.0850, 0.0900, 0.0920, -0.003),
    *THIGH[1:],
)
_OUT, _FRONT, _BACK = (1.0, 0.0, 0.1), (0.1, 0.0, 1.0), (0.1, 0.0, -1.0)
_DRAPE = (
    # Long folds that fall from hip and knee.
    Fold((0.120, 0.800, 0.085), (0.150, 0.300, 0.090), (0.5, 0.0, 1.0), 0.016, 0.0060, 0.010),
    Fold((0.075, 0.640, 0.085), (0.070, 0.120, 0.098), _FRONT, 0.015, 0.0056, -0.008),
    Fold((0.175, 0.640, 0.030), (0.205, 0.110, 0.035), _OUT, 0.018, 0.0060, 0.006),
    Fold((0.130, 0.460, 0.085), (0.125, 0.070, 0.100), _FRONT, 0.014, 0.0050, 0.006),
    Fold((0.080, 0.760, -0.095), (0.085, 0.200, -0.110), _BACK, 0.016, 0.0060, 0.010),
    Fold((0.150, 0.700, -0.070), (0.170, 0.090, -0.085), (0.5, 0.0, -1.0), 0.016, 0.0060, -0.008),
    Fold((0.040, 0.560, 0.020), (0.020, 0.120, 0.020), (-1.0, 0.0, 0.1), 0.016, 0.0040, 0.004),
)


def _paint(c: Dyed, around: Doubles, height: Doubles, right: Doubles) -> None:
    # Linen is slubby: threads thicken along warp and weft.
    c.grain(0.7, 0.012, 21, 14.0)
    marks.leg_seams(c, around, height)
    marks.slant_pocket(c, around, height, 0.800)
    marks.welt_pocket(c, around, height)
    for place, low in ((0.235, 0.80), (0.305, 0.83)):
        d = np.where(height < marks.BAND, (around - place) * marks.GIRTH, 1.0)
        shown = ramp(low, low + 0.08, height)
        c.tone(0.74, shown * bump(0.0, 0.0020, d))
        c.tone(1.08, shown * bump(0.004, 0.0026, d))
    marks.waistband(c, around, height)
    marks.fly(c, around, height, right)
    front = marks.front_middle(around, height)
    button(c, np.where(right < 0.5, front - 0.008, 1.0), height - 0.972, (0.55, 0.42, 0.30), 0.0075)
    marks.turned_hem(c, height, around, _HEM, 0.040)


def make_linen_trousers() -> Tailored:
    """The trousers."""
    left = (*RISE_FOLDS[:4], *_DRAPE)
    cut = TrouserCut(_LEG, _HEM, (*left, *mirrored(left, 61, 0.010)), around=22)
    cloth = TrouserCloth({"cloth": DYE}, _paint, weave=(0.014, 4.0), outline=(0.42, 0.34, 0.27),
                         shade=(0.78, 0.70, 0.74), seed=61)
    return make_trousers_of("linen-trousers", cut, cloth)
