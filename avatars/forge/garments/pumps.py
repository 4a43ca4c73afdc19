"""Evening pumps: an almond toe, a low-cut line with a fine binding, a small block heel under a foot that stands flat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.shoe_picture import across
from avatars.forge.garments.shoe_block import ShoeCut, last, make_shoes_of
from avatars.forge.sdf.fields import bump, ramp, smin

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

SUEDE, BINDING = "#7a2f3f", "#d9b66e"


def _edge(y: Doubles, z: Doubles, a: Doubles) -> Doubles:
    side = np.interp(z, [-0.09, -0.055, -0.01, 0.05, 0.10], [0.066, 0.056, 0.035, 0.030, 0.034])
    # Low over the toes, in a soft sweetheart line.
    toes = 0.110 - z - 9.0 * a * a + 0.004 * bump(0.0, 0.006, a)
    edge: Doubles = smin((y - side).ravel(), toes.ravel(), 0.010).reshape(y.shape)
    return edge


def _mouth(points: Doubles) -> Doubles:
    return _edge(points[:, 1], points[:, 2], across(points))


def _paint(p: ShoePicture) -> None:
    p.formed(1.12)
    c = p.c
    c.grain(0.8, 0.020, 223)
    c.tone(1.14, 0.6 * bump(0.128, 0.014, p.z) * ramp(0.026, 0.004, p.a) * p.upper)
    rim = -_edge(p.y, p.z, p.a)
    p.layer(0.0034 - rim, "binding", 0.7, 0.0)
    seam = np.abs(p.z + 0.020 + 0.2 * (p.y - 0.03))
    c.tone(0.70, 0.7 * ramp(0.0012, 0.0004, seam) * p.upper)
    p.sole((0.0055, (0.25, 0.17, 0.16), 1.0), (0.0200, "suede", 0.80), (0.04, "suede", 0.92))
    p.plain("lining", (0.86, 0.74, 0.62))
    p.plain("trim", "binding", 1.1)


def make_pumps() -> Tailored:
    """The pair."""
    # The heel is a block of its own; before it the sole is set in, so that the foot's arch shows as a shadow.
    heel = ((0.0, -0.0050), (0.0050, -0.0060), (0.0170, -0.0016), (0.0190, -0.0010), (0.0196, -0.010))
    arch = ((0.0055, -0.0100), (0.0130, -0.0060), (0.0150, -0.0100))
    ball = ((0.0, -0.0050), (0.0030, -0.0022), (0.0090, -0.0016), (0.0110, -0.0060))
    cut = ShoeCut(
        last((0.0365, 0.0235, 0.062), -0.0005, 0.104), _mouth,
        ((heel, -1.0, -0.036), (arch, -0.060, 0.060), (ball, 0.036, 1.0)), _paint,
        {"suede": SUEDE, "binding": BINDING}, bottom=0.0075, thickness=0.0026, lining=0.018, shade=(0.66, 0.56, 0.62),
        rim=(0.16, 0.12, 0.13), outline=(0.24, 0.12, 0.15), seed=221,
    )
    return make_shoes_of("evening-pumps", cut)
