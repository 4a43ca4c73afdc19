"""Winter boots: a quilted shaft with a rim of fleece, leather foot, laces, a sole with deep lugs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold
from avatars.forge.cloth.tailoring import raised, stitches
from avatars.forge.garments.shoe import crossed_laces
from avatars.forge.garments.shoe_block import Shaft, ShoeCut, make_shoes_of, mouth_line
from avatars.forge.garments.slippers import fleece
from avatars.forge.garments.trims import cord
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

LEATHER, QUILT, FUR = "#7b5640", "#4c6470", "#efe3cf"
_ANKLE, _TOP, _FALL = 0.110, 0.232, 0.08
_FORM = union(
    0.028,
    cone((0.098, 0.042, -0.048), (0.0985, 0.112, -0.036), 0.0345, 0.0365),
    cone((0.098, 0.080, -0.024), (0.0972, 0.262, -0.020), 0.0430, 0.0560),
    cone((0.099, 0.070, 0.000), (0.1040, 0.038, 0.088), 0.0400, 0.0335),
    cone((0.100, 0.040, -0.010), (0.1045, 0.038, 0.078), 0.0355, 0.0390),
    ellipsoid((0.1045, 0.034, 0.099), (0.0410, 0.0320, 0.064)),
)
_FOLDS = (
    Fold((0.136, 0.056, 0.062), (0.080, 0.070, 0.050), (0.3, 1.0, 0.4), 0.0040, 0.0014, 0.004),
    Fold((0.140, 0.120, 0.000), (0.114, 0.102, 0.028), (0.8, 0.2, 0.7), 0.0070, 0.0024, 0.004),
    Fold((0.060, 0.118, 0.000), (0.088, 0.102, 0.028), (-0.8, 0.2, 0.7), 0.0070, 0.0024, -0.004),
)


def _shape(points: Doubles) -> Doubles:
    y = points[:, 1]
    # Each channel of the quilting swells.
    swell = 0.0026 * np.abs(np.sin(np.pi * (y - 0.118) / 0.0285)) * ramp(0.112, 0.122, y)
    d: Doubles = _FORM(points) - swell
    return d


def _paint(p: ShoePicture) -> None:
    c = p.c
    p.formed(1.10)
    shaft = p.y - 0.112 + 0.20 * np.maximum(p.z - 0.005, 0.0)
    c.lay("quilt", p.upper * ramp(-0.0005, 0.0005, shaft))
    raised(c, -shaft, 0.9 * p.upper)
    stitches(c, -shaft - 0.0030, p.z + p.a, 1.24, 0.8 * p.upper)
    line = np.abs(((p.y - 0.118) / 0.0285 + 0.5) % 1.0 - 0.5) * 0.0285
    above = p.upper * ramp(0.112, 0.118, p.y)
    c.tone(0.66, 0.85 * above * ramp(0.0022, 0.0004, line))
    c.tone(1.10, 0.7 * above * bump(0.009, 0.003, line))
    c.tone(0.86, 0.6 * above * ramp(0.16, 0.0, np.minimum(p.turn, 1 - p.turn)))
    low = p.y < 0.110
    toe = p.z - 0.104 + 3.0 * p.a * p.a
    p.layer(np.where(low, toe, -1.0), "", 1.0, 0.0032)
    p.layer(np.minimum(-0.044 - p.z - 0.25 * (p.y - 0.03), np.where(low, 0.092 - p.y, -1.0)), "", 1.0, 0.0032)
    stay = np.minimum(np.where((p.z > 0.012) & (p.z < 0.086), 0.0280 - p.a, -1.0), p.a - 0.0110)
    p.layer(np.where((p.y > 0.05) & low, stay, -1.0), "", 0.9, 0.0026)
    for z in (0.074, 0.058, 0.042):
        c.fix((0.72, 0.62, 0.44), p.upper * ramp(0.0026, 0.0019, np.hypot(p.z - z, p.a - 0.0165)))
        c.tone(0.45, p.upper * ramp(0.0014, 0.0009, np.hypot(p.z - z, p.a - 0.0165)))
    p.sole((0.0085, (0.20, 0.17, 0.16), 1.0), (0.0165, (0.26, 0.22, 0.20), 1.0), (0.0215, "fur", 0.78), (0.04, "leather", 0.8),
           welt=0.0190)
    rows = np.arange(c.high)[:, None] * np.ones((1, c.wide))
    lugs = np.where((rows > 455) & (rows < 472), 1.0, 0.0) * (np.sin(c.x * 2 * np.pi * 22) > 0.35)
    c.tone(0.55, lugs)
    p.plain("lining", "fur", 0.85)
    p.plain("lace", (0.93, 0.86, 0.72))
    p.plain("trim", "fur")


def make_winter_boots() -> Tailored:
    """The pair."""
    lug = ((0.0, 0.0006), (0.0060, 0.0036), (0.0205, 0.0046), (0.0222, 0.0030), (0.0226, -0.0100))
    ring = mouth_line(_shape, lambda z: _TOP - 0.004 + _FALL * (z + 0.022), 20, -0.021)
    cut = ShoeCut(
        _shape, None, ((lug, -1.0, 1.0),), _paint, {"leather": LEATHER, "quilt": QUILT, "fur": FUR}, _FOLDS,
        crossed_laces(_shape, ((0.074, 0.0160), (0.058, 0.0160), (0.042, 0.0160))), 0.0022,
        trims=(cord(ring, fleece(ring, 0.0115, 5), 6),),
        shaft=Shaft((_ANKLE - 0.004, 0.118, 0.132, 0.146, 0.161, 0.175, 0.189, 0.203, _TOP), _FALL, (0.095, _TOP + 0.002)),
        bottom=0.016, triangles=400, straight=0.030, thickness=0.0055, shade=(0.68, 0.60, 0.68),
        outline=(0.28, 0.20, 0.18), seed=251,
    )
    return make_shoes_of("winter-boots", cut)
