"""Red canvas sneakers: rubber sole with a stripe, white toecap, tongue and laces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold
from avatars.forge.cloth.shoes import Canvas, sole_strip
from avatars.forge.garments.shoe import MIDDLE_X, MIDDLE_Z, Shoe, crossed_laces, make_pair
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.cloth.paint import Colour, Image
    from avatars.forge.part import Made
    from avatars.forge.sdf.fields import Doubles, Field

CANVAS, RUBBER, STRIPE, LACE = (0.780, 0.262, 0.245), (0.972, 0.952, 0.922), (0.720, 0.215, 0.205), (0.985, 0.975, 0.955)
_LINING, _THREAD = (0.930, 0.860, 0.790), (0.965, 0.900, 0.840)
_FOLDS = (
    Fold((0.124, 0.052, 0.056), (0.084, 0.060, 0.048), (0.2, 1.0, 0.3), 0.0034, 0.0013, 0.004),
    Fold((0.126, 0.048, 0.070), (0.088, 0.056, 0.062), (0.2, 1.0, 0.3), 0.0034, 0.0012, 0.003),
)


def upper() -> Field:
    """The outside of the canvas, up to the ankle."""
    heel = cone((0.098, 0.030, -0.050), (0.0985, 0.100, -0.036), 0.0325, 0.0345)
    ankle = cone((0.098, 0.060, -0.022), (0.0985, 0.125, -0.026), 0.0375, 0.0370)
    instep = cone((0.099, 0.060, 0.000), (0.1035, 0.031, 0.085), 0.0385, 0.0330)
    toe = ellipsoid((0.1045, 0.026, 0.098), (0.0415, 0.0330, 0.062))
    return union(0.028, heel, ankle, instep, toe)


def _mouth(points: Doubles) -> Doubles:
    return (points[:, 1] - 0.106) - 0.09 * np.maximum(points[:, 2] + 0.03, 0.0)


def _paint(plot: Plot, canvas: Colour = CANVAS, stripe: Colour = STRIPE, rubber: Colour = RUBBER) -> Image:
    """The picture in these colours."""
    c = Canvas(plot, (MIDDLE_Z, MIDDLE_X), canvas, 51)
    c.formed()
    # The stay for the eyelets runs up both sides of the tongue.
    stay = np.where(c.z > -0.012, 0.0300 - c.a, -1.0)
    c.layer(np.minimum(np.where(c.z < 0.098, stay, -1.0), c.a - 0.0110), _THREAD, (0.0022,))
    c.tone(0.84, 0.9 * ramp(0.0115, 0.0095, c.a) * ramp(-0.02, 0.0, c.z) * ramp(0.098, 0.086, c.z))
    for z in (0.078, 0.062, 0.046, 0.030, 0.014):
        eyelet = np.hypot(c.z - z, c.a - 0.0165)
        c.fill((0.93, 0.92, 0.90), ramp(0.0036, 0.0027, eyelet) * ramp(0.0012, 0.0019, eyelet))
        c.fill((0.35, 0.16, 0.15), ramp(0.0018, 0.0012, eyelet))
    # Heel strap, side seam and the hem of the mouth.
    c.layer(np.minimum(-0.066 - c.z, 0.10 - c.y), _THREAD, (0.0025,))
    c.layer(0.002 - np.abs(c.z + 0.012 - 0.20 * (c.y - 0.05)), None, (), 0.5)
    edge = c.y - 0.106 - 0.09 * np.maximum(c.z + 0.03, 0.0)
    c.layer(edge + 0.0060, _THREAD, (0.0020,))
    # The toecap: rubber, over everything.
    cap = c.z - 0.103 - 5.0 * c.a**2
    c.tone(0.68, 0.8 * bump(-0.0012, 0.0022, cap))
    cover = ramp(-0.0006, 0.0006, cap)
    c.fill(rubber, cover)
    c.tone(0.90, cover * 0.9 * ramp(0.040, 0.026, c.y))
    c.tone(0.84, cover * bump(0.0050, 0.0010, cap))
    sole = sole_strip(
        ((0.0035, (0.735, 0.575, 0.435)), (0.0150, rubber), (0.0192, stripe), (0.0275, rubber), (0.04, rubber)), 0.0245, None
    )
    return c.done(sole, LACE, _LINING)


def make_sneakers(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    foxing = ((0.0, 0.0), (0.0040, 0.0036), (0.0270, 0.0034), (0.0282, -0.0080))
    laces = crossed_laces(upper(), ((0.078, 0.0160), (0.062, 0.0160), (0.046, 0.0165), (0.030, 0.0165), (0.014, 0.0165)))
    shoe = Shoe(
        upper(), _mouth, ((foxing, -1.0, 1.0),), _paint, _FOLDS, laces, triangles=560,
        shade=(0.80, 0.68, 0.74), rim=(0.08, 0.07, 0.07), outline=(0.52, 0.32, 0.32),
    )
    return make_pair("sneakers", shoe, outfits)
