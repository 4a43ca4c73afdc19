"""Knee-length cotton shorts with turn-ups and patch pockets behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth import trouser_marks as marks
from avatars.forge.cloth.folds import Fold, mirrored
from avatars.forge.cloth.tailoring import button
from avatars.forge.garments.trouser_block import THIGH, TrouserCloth, TrouserCut, make_trousers_of
from avatars.forge.garments.trousers import RISE_FOLDS
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

DYE = "#7d8763"
_HEM, _CUFF = 0.505, 0.042
_LEG = (
    (0.440, 0.0830, 0.0860, 0.0975, -0.003),
    (0.560, 0.0830, 0.0865, 0.0955, -0.002),
    (0.660, 0.0830, 0.0880, 0.0910, -0.002),
    *THIGH[1:],
)
_HANG = (
    Fold((0.125, 0.740, 0.075), (0.140, 0.570, 0.075), (0.5, 0.0, 1.0), 0.015, 0.0040, 0.008),
    Fold((0.070, 0.690, 0.080), (0.075, 0.560, 0.080), (0.0, 0.0, 1.0), 0.014, 0.0036, -0.006),
    Fold((0.110, 0.700, -0.085), (0.115, 0.560, -0.088), (0.1, 0.0, -1.0), 0.015, 0.0044, 0.008),
    Fold((0.165, 0.690, -0.020), (0.172, 0.560, -0.015), (1.0, 0.0, -0.1), 0.014, 0.0036, 0.006),
)


def _lifted(points: Doubles) -> Doubles:
    """The turn-up lies outside the leg."""
    d: Doubles = 0.0042 * ramp(_HEM + _CUFF + 0.0015, _HEM + _CUFF - 0.0015, points[:, 1])
    return d


def _paint(c: Dyed, around: Doubles, height: Doubles, right: Doubles) -> None:
    marks.leg_seams(c, around, height)
    marks.slant_pocket(c, around, height)
    marks.patch_pocket(c, (around - 0.705) * marks.GIRTH, height - 0.862, 0.048, 0.050)
    marks.waistband(c, around, height)
    marks.fly(c, around, height, right)
    front = marks.front_middle(around, height)
    button(c, np.where(right < 0.5, front - 0.008, 1.0), height - 0.971, (0.45, 0.34, 0.25), 0.0068)
    marks.turn_up(c, height, around, _HEM + _CUFF)
    c.tone(0.90, ramp(_HEM + 0.012, _HEM, height))


def make_shorts() -> Tailored:
    """The shorts."""
    left = (*RISE_FOLDS, *_HANG)
    rings = (0.712, 0.674, 0.632, 0.592, _HEM + _CUFF + 0.002, _HEM + _CUFF - 0.002)
    cut = TrouserCut(_LEG, _HEM, (*left, *mirrored(left, 97)), waves=_lifted, around=24, heights=rings)
    cloth = TrouserCloth({"cloth": DYE}, _paint, weave=(0.018, 1.6), outline=(0.26, 0.27, 0.20), seed=97)
    return make_trousers_of("cotton-shorts", cut, cloth)
