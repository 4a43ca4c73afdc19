"""The Fair Isle jumper: cream wool, a circular yoke in teal, red and honey, ribbed collar, cuffs and hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import part, plain
from avatars.forge.cloth.fair_isle import JUMPER, LINING, jumper_texture
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import relief
from avatars.forge.drape import sleeved
from avatars.forge.garments.creases import gathers, sleeve_folds, trunk_folds
from avatars.forge.garments.jeans import outer as trousers
from avatars.forge.garments.panels import Layout, edges, top_panels
from avatars.forge.garments.top import Cloth, outer, panel_charts
from avatars.forge.part import Made, Material

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.860, 0.1540, 0.1110, 0.0, -0.010),
    (0.900, 0.1535, 0.1110, 0.0, -0.009),
    (0.926, 0.1535, 0.1110, 0.0, -0.008),
    (0.938, 0.1590, 0.1160, 0.0, -0.006),
    (0.962, 0.1610, 0.1170, 0.0, -0.004),
    (1.010, 0.1510, 0.1080, 0.0, 0.000),
    (1.060, 0.1430, 0.1020, 0.0, 0.004),
    (1.110, 0.1415, 0.1020, 0.0, 0.006),
    (1.160, 0.1455, 0.1060, 0.0, 0.006),
    (1.205, 0.1480, 0.1050, 0.0, 0.001),
    (1.250, 0.1460, 0.0910, 0.0, -0.010),
    (1.295, 0.1200, 0.0700, 0.0, -0.020),
    (1.335, 0.0620, 0.0560, 0.0, -0.026),
)
_SLEEVE = (
    # x, half-height, half-depth, centre y, centre z
    (0.080, 0.048, 0.052, 1.276, -0.020),
    (0.150, 0.0490, 0.0520, 1.2765, -0.020),
    (0.220, 0.0495, 0.0505, 1.2800, -0.020),
    (0.300, 0.0475, 0.0480, 1.2820, -0.020),
    (0.380, 0.0450, 0.0465, 1.2820, -0.020),
    (0.460, 0.0450, 0.0465, 1.2810, -0.020),
    (0.510, 0.0465, 0.0480, 1.2800, -0.020),
    (0.535, 0.0445, 0.0465, 1.2810, -0.020),
    (0.548, 0.0345, 0.0375, 1.2835, -0.020),
    (0.575, 0.0300, 0.0350, 1.2840, -0.020),
    (0.620, 0.0300, 0.0380, 1.2830, -0.020),
)
LAYOUT = Layout(
    trunk=(0.882, 0.902, 0.925, 0.936, 0.952, 0.974, 0.998, 1.024, 1.052, 1.082, 1.114, 1.142, 1.168),
    sleeve=(0.176, 0.198, 0.222, 0.248, 0.274, 0.298, 0.320, 0.340, 0.358, 0.376, 0.394, 0.414, 0.436, 0.460,
            0.484, 0.504, 0.520, 0.533, 0.543, 0.551, 0.570, 0.592),
    collar=((1.343, 0.20), (1.352, 0.18), (1.368, 0.17)),
    sleeve_axis=tuple((x, y, z) for x, _, _, y, z in _SLEEVE),
    columns=44,
    around=18,
    neck=28,
)
THICKNESS = 0.006
COLLAR = ((0.0, 1.300, -0.029), (0.0, 1.400, -0.012), 0.0655, 0.0590)


def wool() -> tuple[Field, Field]:
    """The jumper's outside, and the folds on it."""
    cloth = Cloth(_TRUNK, _SLEEVE, collar=COLLAR)
    denim, skin = trousers(), anatomy.torso()
    smooth = outer(cloth, lambda points: np.minimum(denim(points), skin(points) + 0.001), 0.0085)
    folds = relief(
        sleeve_folds(1.15, cuff=0.545)
        + trunk_folds(1.0)
        + gathers(0.938, 0.042, 26, 0.0030, 3, (0.160, 0.112))
    )

    def field(points: Doubles) -> Doubles:
        lifted: Doubles = smooth(points) - folds(points)
        return lifted

    return field, folds


def make_jumper(outfits: tuple[str, ...]) -> Made:
    """The jumper for these outfits."""
    field, folds = wool()
    top = top_panels(field, LAYOUT)
    flat = panel_charts(top, JUMPER, 1.368, 0.17)
    # Both sleeves share one place on the texture: the left one is painted.
    painted = plotted([flat[0], flat[1], *flat[3:]], JUMPER.width, JUMPER.height)
    ends = edges(field, top, THICKNESS, (0.030, 0.022, 0.030))
    knit = Material(
        "fair_isle",
        texture=fold_shaded(jumper_texture(), painted, field, folds, 1.0, hollows=0.55),
        shade=(0.87, 0.77, 0.80),
        shift=0.04,
        soft=0.10,
        rim=(0.10, 0.09, 0.08),
        outline=0.0006,
        outline_colour=(0.55, 0.37, 0.32),
    )
    return Made((part("jumper", "fair_isle", *flat, plain(ends, LINING), outfits=outfits, weigh=sleeved),), (knit,))
