"""Low leather boots: a moccasin toe, five rows of laces, a pale wedge sole."""

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

_LEATHER, _THREAD, _CREPE = (0.520, 0.315, 0.195), (0.880, 0.760, 0.580), (0.905, 0.860, 0.770)

_SHAPE = union(
    0.024,
    cone((0.098, 0.040, -0.050), (0.0985, 0.105, -0.038), 0.0330, 0.0340),
    cone((0.098, 0.075, -0.024), (0.0980, 0.190, -0.024), 0.0385, 0.0410),
    cone((0.099, 0.072, 0.002), (0.1035, 0.040, 0.088), 0.0370, 0.0310),
    cone((0.100, 0.038, -0.010), (0.1040, 0.038, 0.075), 0.0335, 0.0385),
    ellipsoid((0.1045, 0.038, 0.098), (0.0405, 0.0320, 0.064)),
)
_FOLDS = (
    Fold((0.130, 0.050, 0.062), (0.080, 0.064, 0.050), (0.3, 1.0, 0.4), 0.0035, 0.0014, 0.004),
    Fold((0.135, 0.045, 0.076), (0.085, 0.062, 0.064), (0.3, 1.0, 0.4), 0.0035, 0.0012, 0.003),
    Fold((0.136, 0.112, -0.010), (0.120, 0.100, 0.018), (1.0, 0.2, 0.5), 0.0060, 0.0022, 0.004),
    Fold((0.136, 0.096, -0.020), (0.126, 0.086, 0.014), (1.0, 0.2, 0.4), 0.0060, 0.0020, 0.004),
    Fold((0.132, 0.105, -0.055), (0.137, 0.118, -0.020), (1.0, 0.0, -0.4), 0.0060, 0.0018, 0.003),
)


def _mouth(points: Doubles) -> Doubles:
    return points[:, 1] - 0.150 - 0.12 * (points[:, 2] + 0.024)


def _paint(plot: Plot) -> Image:
    c = Canvas(plot, (MIDDLE_Z, MIDDLE_X), _LEATHER, 81)
    c.formed()
    # The vamp's moccasin seam: a U over the toe, puckered.
    u = np.where(c.z > 0.098, np.hypot(c.a, np.maximum(c.z - 0.098, 0) * 0.78), c.a) - 0.0265
    plug = np.where((c.z > 0.048) & (c.y > 0.03), -u, -1.0)
    c.layer(plug, _THREAD, (-0.0035, 0.0035))
    c.tone(0.80, 0.5 * bump(0.004, 0.003, u) * (0.5 + 0.5 * np.sin((c.z + c.a) * 900)) * ramp(0.04, 0.06, c.z))
    # Quarters over the vamp, and the stay for the eyelets.
    quarter = np.where(c.y > 0.02, 0.050 - c.z - 0.45 * np.maximum(c.y - 0.045, 0.0) + 0.10 * np.maximum(0.045 - c.y, 0), -1.0)
    open_ = c.a - 0.0105
    c.layer(np.minimum(quarter, np.where(c.z > -0.01, open_, 1.0)), _THREAD, (0.0030, 0.0062))
    tongue = (open_ < 0) & (c.z > -0.005) & (quarter > -0.02)
    c.tone(0.80, tongue * ramp(0.002, -0.002, open_))
    for z in (0.046, 0.034, 0.022, 0.011, 0.001):
        eyelet = np.hypot(c.z - z, c.a - 0.0155)
        c.fill((0.72, 0.60, 0.38), ramp(0.0034, 0.0026, eyelet) * ramp(0.0012, 0.0018, eyelet))
        c.fill((0.16, 0.11, 0.09), ramp(0.0018, 0.0012, eyelet))
    # Heel counter, back strap and the padded collar.
    counter = np.minimum(-0.030 - c.z - 0.55 * np.maximum(c.y - 0.05, 0), 0.098 - c.y)
    c.layer(counter, _THREAD, (0.003, 0.006))
    collar = c.y - 0.12 * (c.z + 0.024) - 0.130
    c.layer(collar, _THREAD, (0.003,))
    c.tone(0.86, ramp(-0.002, 0.004, collar) * 0.6)
    sole = sole_strip(((0.0215, _CREPE), (0.0255, (0.640, 0.470, 0.310)), (0.04, (0.55, 0.40, 0.27))), 0.0236, _THREAD)
    return c.done(sole, (0.800, 0.690, 0.500), (0.640, 0.500, 0.380))


def make_work_boots(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    wedge = ((0.0, 0.0005), (0.004, 0.0040), (0.0205, 0.0046), (0.0225, 0.0056), (0.0258, 0.0046), (0.0265, -0.001))
    laces = crossed_laces(_SHAPE, ((0.046, 0.0155), (0.034, 0.0155), (0.022, 0.0155), (0.011, 0.0155)))
    boot = Shoe(_SHAPE, _mouth, ((wedge, -1.0, 1.0),), _paint, _FOLDS, laces, bottom=0.022, triangles=555)
    return make_pair("work_boots", boot, outfits)
