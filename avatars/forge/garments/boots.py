"""Brown leather ankle boots with elastic sides and a low stacked heel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold
from avatars.forge.cloth.shoes import Canvas, sole_strip
from avatars.forge.garments.shoe import MIDDLE_X, MIDDLE_Z, Shoe, make_pair
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.cloth.paint import Colour, Image
    from avatars.forge.part import Made
    from avatars.forge.sdf.fields import Doubles

LEATHER, _ELASTIC, _SOLE, _WELT = (0.455, 0.275, 0.205), (0.235, 0.170, 0.160), (0.225, 0.165, 0.150), (0.640, 0.470, 0.330)
_THREAD = (0.760, 0.580, 0.420)
_SHAFT = 0.178
_SHAPE = union(
    0.026,
    cone((0.098, 0.040, -0.048), (0.0985, 0.112, -0.036), 0.0320, 0.0335),
    cone((0.098, 0.076, -0.024), (0.0978, 0.205, -0.024), 0.0375, 0.0415),
    cone((0.099, 0.068, 0.000), (0.1035, 0.036, 0.088), 0.0365, 0.0295),
    cone((0.100, 0.038, -0.010), (0.1040, 0.034, 0.075), 0.0335, 0.0355),
    ellipsoid((0.1035, 0.032, 0.100), (0.0350, 0.0255, 0.063)),
)
_FOLDS = (
    Fold((0.130, 0.052, 0.058), (0.080, 0.066, 0.046), (0.3, 1.0, 0.4), 0.0034, 0.0014, 0.004),
    Fold((0.134, 0.047, 0.072), (0.084, 0.062, 0.060), (0.3, 1.0, 0.4), 0.0034, 0.0012, 0.003),
    Fold((0.136, 0.118, -0.004), (0.112, 0.100, 0.022), (0.8, 0.2, 0.7), 0.0060, 0.0022, 0.004),
    Fold((0.064, 0.116, -0.002), (0.088, 0.100, 0.022), (-0.8, 0.2, 0.7), 0.0060, 0.0020, -0.004),
    Fold((0.136, 0.098, -0.060), (0.136, 0.116, -0.025), (1.0, 0.0, -0.4), 0.0060, 0.0018, 0.003),
)


def _rim(points: Doubles) -> Doubles:
    return points[:, 1] - _SHAFT - 0.10 * (points[:, 2] + 0.026)


def _paint(plot: Plot, leather: Colour = LEATHER) -> Image:
    """The picture in this leather."""
    c = Canvas(plot, (MIDDLE_Z, MIDDLE_X), leather, 61)
    c.formed()
    # A polished toe: dark at its tip, a soft light over it.
    c.tone(0.74, 0.7 * ramp(0.110, 0.150, c.z))
    c.tone(1.30, 0.7 * bump(0.108, 0.012, c.z) * bump(0.012, 0.010, c.a))
    # The elastic: a wedge on both sides, wide above.
    wedge = np.minimum(np.minimum(0.006 + 0.13 * (c.y - 0.075) - np.abs(c.z + 0.024), c.y - 0.080), 0.166 - c.y)
    c.tone(0.62, 0.8 * bump(-0.001, 0.0022, wedge))
    ribs = 0.80 + 0.20 * np.sin(c.z * 2 * np.pi / 0.0032)
    c.fill(_ELASTIC, ramp(-0.0004, 0.0006, wedge))
    c.tone(0.72, ramp(0.0, 0.001, wedge) * (1 - ribs))
    vamp = np.where(c.z > -0.02, c.z - 0.012 - 0.55 * np.maximum(c.y - 0.06, 0.0), -1.0)
    c.layer(vamp, _THREAD, (0.0028,), 0.6)
    c.layer(np.minimum(-0.052 - c.z, 0.080 - c.y), _THREAD, (0.0028,), 0.6)
    c.layer(c.y - 0.10 * (c.z + 0.026) - _SHAFT + 0.008, _THREAD, (0.0025,), 0.6)
    sole = sole_strip(((0.0145, _SOLE), (0.0190, _WELT), (0.04, _WELT)), 0.0172, _THREAD)
    return c.done(sole, _ELASTIC, (0.330, 0.235, 0.205))


def make_boots(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    welt = ((0.0125, -0.0022), (0.0140, -0.0006), (0.0180, -0.0006), (0.0188, -0.0110))
    heel = ((0.0, -0.0022), (0.0130, -0.0016))
    ball = ((0.0070, -0.0024), (0.0130, -0.0016))
    shoe = Shoe(
        _SHAPE, _rim, ((welt, -1.0, 1.0), (heel, -1.0, -0.024), (ball, -0.030, 1.0)), _paint, _FOLDS, bottom=0.016, triangles=800,
        shade=(0.64, 0.56, 0.62), rim=(0.20, 0.15, 0.12), outline=(0.42, 0.30, 0.28),
    )
    return make_pair("boots", shoe, outfits)
