"""Dark brown derby shoes: cap toe, open lacing, a welted sole with a low heel."""

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

_LEATHER, _THREAD = (0.330, 0.185, 0.135), (0.500, 0.330, 0.240)
_SOLE, _WELT = (0.130, 0.095, 0.085), (0.300, 0.200, 0.150)

_SHAPE = union(
    0.024,
    cone((0.098, 0.034, -0.052), (0.0985, 0.080, -0.042), 0.0315, 0.0320),
    cone((0.098, 0.060, -0.026), (0.0985, 0.110, -0.024), 0.0360, 0.0345),
    cone((0.099, 0.062, -0.002), (0.1035, 0.036, 0.085), 0.0355, 0.0270),
    cone((0.100, 0.034, -0.010), (0.1040, 0.032, 0.080), 0.0320, 0.0350),
    ellipsoid((0.1040, 0.030, 0.104), (0.0370, 0.0255, 0.060)),
)
_FOLDS = (
    Fold((0.134, 0.040, 0.070), (0.085, 0.056, 0.058), (0.3, 1.0, 0.4), 0.0034, 0.0013, 0.004),
    Fold((0.136, 0.038, 0.084), (0.088, 0.054, 0.074), (0.3, 1.0, 0.4), 0.0034, 0.0012, 0.003),
)


def _mouth(points: Doubles) -> Doubles:
    return points[:, 1] - 0.092 - 0.16 * np.maximum(points[:, 2] + 0.03, 0.0)


def _paint(plot: Plot) -> Image:
    c = Canvas(plot, (MIDDLE_Z, MIDDLE_X), _LEATHER, 111)
    c.formed()
    # Polish: a soft light on the cap and along the heel.
    c.tone(1.45, 0.7 * bump(0.128, 0.016, c.z) * ramp(0.030, 0.004, c.a))
    c.tone(1.22, 0.5 * bump(-0.070, 0.008, c.z) * bump(0.055, 0.014, c.y))
    cap = c.z - 0.106 + 3.0 * c.a * c.a
    c.layer(cap, _THREAD, (0.003, 0.0055))
    curved = 0.30 * np.maximum(c.y - 0.045, 0.0) + 12.0 * np.maximum(0.035 - c.y, 0.0) ** 1.5
    quarter = np.where(c.y > 0.015, 0.052 - c.z - curved, -1.0)
    open_ = c.a - 0.0085
    c.layer(np.minimum(quarter, np.where(c.z > -0.02, open_, 1.0)), _THREAD, (0.0028, 0.0054))
    c.tone(0.70, ((open_ < 0) & (c.z > -0.02) & (quarter > -0.012)) * ramp(0.002, -0.002, open_))
    for z in (0.044, 0.033, 0.022, 0.011):
        c.fill((0.09, 0.06, 0.05), ramp(0.0022, 0.0015, np.hypot(c.z - z, c.a - 0.0130)))
    counter = np.minimum(-0.036 - c.z - 0.4 * np.maximum(c.y - 0.05, 0), 0.086 - c.y)
    c.layer(counter, _THREAD, (0.003,))
    c.tone(1.20, 0.5 * bump(0.004, 0.0016, -_mouth_height(c)))
    sole = sole_strip(((0.0125, _SOLE), (0.0175, _WELT), (0.04, _WELT)), 0.0158, (0.62, 0.48, 0.36))
    return c.done(sole, (0.200, 0.120, 0.095), (0.560, 0.420, 0.320))


def _mouth_height(c: Canvas) -> Doubles:
    return c.y - 0.092 - 0.16 * np.maximum(c.z + 0.03, 0.0)


def make_derbies(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    welt = ((0.0085, 0.0010), (0.0100, 0.0030), (0.0160, 0.0042), (0.0178, 0.0030), (0.0185, -0.001))
    heel = ((0.0, 0.0004), (0.0030, 0.0022), (0.0100, 0.0026))
    laces = crossed_laces(_SHAPE, ((0.044, 0.0130), (0.033, 0.0130), (0.022, 0.0130)))
    shoe = Shoe(
        _SHAPE, _mouth, ((welt, -1.0, 1.0), (heel, -1.0, -0.022)), _paint, _FOLDS, laces, lace_radius=0.0016, bottom=0.014,
        triangles=560, shade=(0.62, 0.54, 0.60), rim=(0.20, 0.15, 0.13),
    )
    return make_pair("derbies", shoe, outfits)
