"""Plain white leather trainers with a cup sole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold
from avatars.forge.cloth.shoes import Canvas, sole_strip
from avatars.forge.garments.shoe import MIDDLE_X, MIDDLE_Z, Shoe, crossed_laces, make_pair
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.cloth.paint import Image
    from avatars.forge.part import Made
    from avatars.forge.sdf.fields import Doubles

_WHITE, _THREAD, _GREY, _ACCENT = (0.930, 0.920, 0.900), (0.760, 0.750, 0.740), (0.660, 0.670, 0.690), (0.225, 0.330, 0.400)

_SHAPE = union(
    0.024,
    cone((0.098, 0.036, -0.052), (0.0985, 0.088, -0.042), 0.0330, 0.0335),
    cone((0.098, 0.066, -0.026), (0.0985, 0.120, -0.024), 0.0385, 0.0375),
    cone((0.099, 0.066, -0.002), (0.1035, 0.036, 0.085), 0.0375, 0.0300),
    cone((0.100, 0.036, -0.010), (0.1040, 0.034, 0.080), 0.0335, 0.0380),
    ellipsoid((0.1045, 0.031, 0.102), (0.0400, 0.0285, 0.062)),
)
_FOLDS = (
    Fold((0.136, 0.044, 0.066), (0.082, 0.060, 0.054), (0.3, 1.0, 0.4), 0.0036, 0.0012, 0.004),
    Fold((0.138, 0.042, 0.080), (0.086, 0.058, 0.068), (0.3, 1.0, 0.4), 0.0036, 0.0010, 0.003),
)


def _mouth(points: Doubles) -> Doubles:
    return points[:, 1] - 0.098 - 0.18 * np.maximum(points[:, 2] + 0.03, 0.0) + 0.15 * np.minimum(points[:, 2] + 0.06, 0.0)


def _paint(plot: Plot) -> Image:
    c = Canvas(plot, (MIDDLE_Z, MIDDLE_X), _WHITE, 161)
    c.tone(0.86, 0.8 * ramp(0.038, 0.022, c.y))
    c.tone(0.93, 0.7 * bump(-0.085, 0.020, c.z))
    # Toe with rows of small holes, quarters, the eyelet stay, the heel tab.
    toe = c.z - 0.094 + 4.0 * c.a * c.a
    c.layer(-toe, _THREAD, (0.003,), 0.8)
    holes = np.hypot(((c.z * 1000) % 6.0 - 3.0) / 1000, ((c.a * 1000) % 6.0 - 3.0) / 1000)
    c.fill((0.55, 0.54, 0.53), ramp(0.0011, 0.0007, holes) * (toe > 0.004) * (c.a < 0.015) * (c.z < 0.128))
    open_ = c.a - 0.0100
    stay = np.minimum(np.minimum(0.062 - c.z, 0.030 - c.a), np.where(c.z > -0.02, open_, 1.0))
    stay = np.where(c.y > 0.045, np.minimum(stay, c.z + 0.016), -1.0)
    c.layer(stay, _THREAD, (0.0026,))
    c.tone(0.88, ((open_ < 0) & (c.z > -0.02) & (c.z < 0.060)) * ramp(0.002, -0.002, open_))
    for z in (0.052, 0.041, 0.030, 0.019, 0.008):
        c.fill((0.42, 0.42, 0.44), ramp(0.0024, 0.0017, np.hypot(c.z - z, c.a - 0.0145)))
    side = np.abs(c.y - 0.055 - 0.35 * (c.z + 0.02)) - 0.0075
    c.layer(np.where((c.z > -0.035) & (c.z < 0.030) & (c.y < 0.075), -side, -1.0), None, strength=0.6)
    tab = np.minimum(-0.060 - c.z, c.y - 0.062)
    c.fill(_ACCENT, ramp(-0.0004, 0.0004, tab))
    c.layer(tab, (0.42, 0.52, 0.58), (0.0026,))
    collar = c.y - 0.098 - 0.18 * np.maximum(c.z + 0.03, 0.0) + 0.15 * np.minimum(c.z + 0.06, 0.0)
    c.fill(_GREY, 0.85 * ramp(-0.0075, -0.0065, collar) * (tab < 0))
    sole = sole_strip(((0.0045, (0.80, 0.74, 0.64)), (0.04, (0.955, 0.945, 0.925))), 0.0235, (0.80, 0.79, 0.77))
    return c.done(sole, (0.965, 0.960, 0.945), _GREY)


def make_trainers(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    cup = ((0.0, 0.0000), (0.0035, 0.0030), (0.0240, 0.0040), (0.0270, 0.0028), (0.0275, -0.001))
    laces = crossed_laces(_SHAPE, ((0.052, 0.0145), (0.041, 0.0145), (0.030, 0.0145), (0.019, 0.0145)))
    shoe = Shoe(
        _SHAPE, _mouth, ((cup, -1.0, 1.0),), _paint, _FOLDS, laces, lace_radius=0.0024, bottom=0.022, triangles=560,
        shade=(0.78, 0.72, 0.80), rim=(0.06, 0.06, 0.07), outline=(0.40, 0.34, 0.34),
    )
    return make_pair("trainers", shoe, outfits)
