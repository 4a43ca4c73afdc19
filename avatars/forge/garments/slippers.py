"""House slippers of boiled wool: a round closed toe, a soft collar of fleece, a felt sole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.garments.shoe_block import ShoeCut, last, make_shoes_of, mouth_line
from avatars.forge.garments.trims import cord
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

WOOL, FLEECE = "#8c7b9a", "#f2e8d8"
_SHAPE = last((0.0400, 0.0280, 0.060), 0.0030)


def _level(z: Doubles) -> Doubles:
    line: Doubles = np.interp(z, [-0.10, -0.06, -0.02, 0.02, 0.05], [0.050, 0.047, 0.052, 0.068, 0.088])
    return line


def _mouth(points: Doubles) -> Doubles:
    edge: Doubles = points[:, 1] - _level(points[:, 2])
    return edge


def fleece(line: Doubles, radius: float, seed: int) -> Doubles:
    """Radii along a ring of fleece: uneven, as locks of wool are; the ends agree."""
    chance = np.random.default_rng(seed)
    lumps = radius * (1.0 + 0.16 * chance.standard_normal(len(line)))
    lumps[-1] = lumps[0]
    made: Doubles = np.clip(lumps, 0.75 * radius, 1.3 * radius)
    return made


def _paint(p: ShoePicture) -> None:
    c = p.c
    c.grain(1.6, 0.035, 241)
    p.formed(1.08)
    # A blanket stitch round the toe and a small sprig sewn on it.
    toe = p.z - 0.078 + 3.5 * p.a * p.a
    c.tone(0.76, 0.7 * bump(0.0, 0.0012, toe) * p.upper)
    dash = (np.arctan2(p.a, p.z) * 60 % 1.0) < 0.5
    c.lay("fleece", p.upper * ramp(0.0014, 0.0007, np.abs(toe + 0.0026)) * dash * 0.85)
    for z, a, half in ((0.112, 0.0, 0.0044), (0.1045, 0.0058, 0.0030), (0.1185, 0.0056, 0.0026)):
        c.lay("fleece", p.upper * 0.9 * ramp(half + 0.0006, half - 0.0006, np.hypot(p.z - z, (p.a - a) * 1.2)))
    c.tone(0.86, p.upper * ramp(-0.012, 0.0, p.y - _level(p.z)))
    p.sole((0.0045, (0.44, 0.39, 0.37), 1.0), (0.0125, "wool", 0.72), (0.04, "wool", 0.9), welt=0.0110)
    p.plain("lining", "fleece", 0.86)
    p.plain("trim", "fleece")


def make_slippers() -> Tailored:
    """The pair."""
    felt = ((0.0, -0.0010), (0.0030, 0.0022), (0.0105, 0.0030), (0.0125, 0.0010), (0.0128, -0.0120))
    ring = mouth_line(_SHAPE, _level, 20)
    cut = ShoeCut(
        _SHAPE, _mouth, ((felt, -1.0, 1.0),), _paint, {"wool": WOOL, "fleece": FLEECE}, bottom=0.010, thickness=0.0060,
        lining=0.024, trims=(cord(ring, fleece(ring, 0.0078, 3), 6),), shade=(0.76, 0.70, 0.78), rim=(0.10, 0.09, 0.10),
        outline=(0.34, 0.28, 0.36), seed=241,
    )
    return make_shoes_of("wool-slippers", cut)
