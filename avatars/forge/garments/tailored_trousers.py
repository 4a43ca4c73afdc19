"""Office trousers in a woman's cut: high waist, a pressed crease, a slim leg that ends at the ankle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth import trouser_marks as marks
from avatars.forge.cloth.folds import Fold, mirrored
from avatars.forge.cloth.tailoring import button
from avatars.forge.garments.trouser_block import THIGH, TrouserCloth, TrouserCut, make_trousers_of
from avatars.forge.garments.trousers import KNEE_FOLDS, RISE_FOLDS
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

DYE = "#56606e"
_HEM = 0.108
_LEG = (
    (0.080, 0.0480, 0.0560, 0.0985, -0.018),
    (0.200, 0.0510, 0.0590, 0.0985, -0.018),
    (0.320, 0.0555, 0.0625, 0.0980, -0.014),
    (0.470, 0.0590, 0.0630, 0.0960, -0.001),
    (0.560, 0.0640, 0.0685, 0.0950, 0.000),
    *THIGH,
)
_HANG = (
    Fold((0.105, 0.390, 0.055), (0.100, 0.130, 0.045), (0.3, 0.0, 1.0), 0.012, 0.0020, 0.006),
    Fold((0.050, 0.150, 0.030), (0.148, 0.170, 0.020), (0.1, 0.0, 1.0), 0.010, 0.0024, -0.006),
    Fold((0.050, 0.170, -0.060), (0.148, 0.150, -0.055), (0.1, 0.0, -1.0), 0.010, 0.0026, 0.006),
)


def _crease(points: Doubles) -> Doubles:
    """The press stands out a little as an edge."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    middle = np.interp(y, [r[0] for r in _LEG], [r[3] for r in _LEG])
    d: Doubles = 0.0030 * bump(0.0, 0.0075, x - middle) * ramp(0.84, 0.74, y) * (0.3 + 0.7 * (np.abs(z) > 0.02))
    return d


def _paint(c: Dyed, around: Doubles, height: Doubles, right: Doubles) -> None:
    marks.leg_seams(c, around, height, 0.5)
    marks.slant_pocket(c, around, height, 0.835, 0.085, 1.12)
    marks.welt_pocket(c, around, height)
    marks.waistband(c, around, height)
    marks.fly(c, around, height, right, 1.10)
    front = marks.front_middle(around, height)
    button(c, np.where(right < 0.5, front - 0.010, 1.0), height - 0.971, (0.20, 0.18, 0.19), 0.0062)
    marks.pressed(c, around, height)
    marks.turned_hem(c, height, around, _HEM, 0.032)


def make_tailored_trousers() -> Tailored:
    """The trousers."""
    left = (*RISE_FOLDS[1:4], *(KNEE_FOLDS[i] for i in (2, 3, 4)), *_HANG)
    cut = TrouserCut(_LEG, _HEM, (*left, *mirrored(left, 71)), waves=_crease)
    cloth = TrouserCloth({"cloth": DYE}, _paint, weave=(0.020, 3.0), outline=(0.16, 0.17, 0.21), rim=(0.07, 0.07, 0.09), seed=71)
    return make_trousers_of("tailored-trousers", cut, cloth)
