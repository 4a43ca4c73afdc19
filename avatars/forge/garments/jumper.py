"""The Fair Isle jumper: cream wool, a circular yoke in teal, red and honey, ribbed collar, cuffs and hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import part, plain
from avatars.forge.cloth.bake import shaded
from avatars.forge.cloth.fair_isle import JUMPER, LINING, jumper_texture
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.jeans import outer as trousers
from avatars.forge.garments.top import Cloth, charts, outer
from avatars.forge.part import Made, Material

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.845, 0.1585, 0.1150, 0.0, -0.012),
    (0.880, 0.1600, 0.1160, 0.0, -0.012),
    (0.905, 0.1590, 0.1150, 0.0, -0.010),
    (0.930, 0.1640, 0.1190, 0.0, -0.007),
    (0.960, 0.1600, 0.1140, 0.0, -0.004),
    (1.020, 0.1440, 0.1010, 0.0, 0.001),
    (1.080, 0.1390, 0.0980, 0.0, 0.006),
    (1.150, 0.1460, 0.1060, 0.0, 0.010),
    (1.200, 0.1530, 0.1070, 0.0, 0.003),
    (1.250, 0.1490, 0.0920, 0.0, -0.010),
    (1.295, 0.1200, 0.0700, 0.0, -0.020),
    (1.335, 0.0620, 0.0560, 0.0, -0.026),
)
_SLEEVE = (
    # x, half-height, half-depth, centre y, centre z
    (0.080, 0.052, 0.055, 1.272, -0.020),
    (0.150, 0.0525, 0.055, 1.2715, -0.020),
    (0.220, 0.052, 0.053, 1.2775, -0.020),
    (0.300, 0.049, 0.049, 1.281, -0.020),
    (0.380, 0.0455, 0.0465, 1.281, -0.020),
    (0.460, 0.0440, 0.0455, 1.281, -0.020),
    (0.515, 0.0450, 0.0465, 1.280, -0.020),
    (0.540, 0.0410, 0.0440, 1.282, -0.020),
    (0.556, 0.0330, 0.0365, 1.284, -0.020),
    (0.575, 0.0305, 0.0360, 1.284, -0.020),
    (0.620, 0.0310, 0.0390, 1.283, -0.020),
)
THICKNESS = 0.006
CUFF = 0.592
HEM = 0.868


def _collar(points: Doubles) -> Doubles:
    return (points[:, 1] - 1.368) + 0.17 * (points[:, 2] + 0.02)


def _cuffs(points: Doubles) -> Doubles:
    return np.abs(points[:, 0]) - CUFF


def _hem(points: Doubles) -> Doubles:
    return HEM - points[:, 1]


def make_jumper(outfits: tuple[str, ...]) -> Made:
    """The jumper for these outfits."""
    cloth = Cloth(_TRUNK, _SLEEVE, collar=((0.0, 1.300, -0.029), (0.0, 1.400, -0.012), 0.0665, 0.0600))
    wool = outer(cloth, trousers(), 0.0095)
    openings = (_collar, _cuffs, _hem)
    made = sewn(Cut(wool, openings, THICKNESS, (-0.62, 0.84, -0.20), (0.62, 1.42, 0.20), 0.0034, 8800))
    flat = charts(made.outside, JUMPER)
    knit = Material(
        "fair_isle",
        texture=shaded(jumper_texture(), wool, flat, 0.8),
        shade=(0.86, 0.76, 0.80),
        shift=0.04,
        soft=0.10,
        rim=(0.10, 0.09, 0.08),
        palette=True,
    )
    return Made((part("jumper", "fair_isle", *flat, plain(made.inside, LINING), outfits=outfits),), (knit,))
