"""A pine-green cardigan, open in front, over a cream top: chunky knit with cables and a ribbed band."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.cardigan import CARDIGAN, LINING, band_uv, cardigan_texture, top_texture
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, relief
from avatars.forge.drape import over_skirt_weights
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.open_front import OpenFront, open_panels
from avatars.forge.garments.panels import Layout
from avatars.forge.garments.skirt import envelope
from avatars.forge.garments.top import Cloth, laid_flat, outer
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp, smin
from avatars.forge.sdf.rings import cast, edge, normals_of, sheet

if TYPE_CHECKING:
    from avatars.forge.part import Part
    from avatars.forge.sdf.fields import Doubles, Field

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.780, 0.1720, 0.1350, 0.0, -0.012),
    (0.810, 0.1715, 0.1340, 0.0, -0.012),
    (0.848, 0.1710, 0.1320, 0.0, -0.012),
    (0.862, 0.1750, 0.1360, 0.0, -0.011),
    (0.900, 0.1690, 0.1300, 0.0, -0.010),
    (0.960, 0.1570, 0.1180, 0.0, -0.006),
    (1.030, 0.1470, 0.1070, 0.0, 0.000),
    (1.090, 0.1430, 0.1040, 0.0, 0.004),
    (1.150, 0.1460, 0.1080, 0.0, 0.007),
    (1.200, 0.1500, 0.1080, 0.0, 0.001),
    (1.250, 0.1470, 0.0940, 0.0, -0.010),
    (1.295, 0.1200, 0.0720, 0.0, -0.020),
    (1.335, 0.0640, 0.0580, 0.0, -0.026),
)
_SLEEVE = (
    # x, half-height, half-depth, centre y, centre z
    (0.080, 0.050, 0.053, 1.274, -0.020),
    (0.150, 0.0510, 0.0535, 1.2735, -0.020),
    (0.220, 0.0515, 0.0525, 1.2775, -0.020),
    (0.300, 0.0495, 0.0500, 1.2805, -0.020),
    (0.380, 0.0465, 0.0480, 1.281, -0.020),
    (0.460, 0.0465, 0.0485, 1.2805, -0.020),
    (0.515, 0.0485, 0.0505, 1.2795, -0.020),
    (0.542, 0.0460, 0.0485, 1.281, -0.020),
    (0.556, 0.0365, 0.0400, 1.283, -0.020),
    (0.580, 0.0330, 0.0380, 1.284, -0.020),
    (0.620, 0.0330, 0.0400, 1.284, -0.020),
)
_THICK = 0.0065
LAYOUT = Layout(
    trunk=(0.800, 0.822, 0.850, 0.860, 0.885, 0.915, 0.945, 0.975, 1.005, 1.035, 1.065, 1.095, 1.122, 1.147, 1.170),
    sleeve=(0.178, 0.200, 0.224, 0.250, 0.276, 0.300, 0.322, 0.342, 0.360, 0.378, 0.396, 0.418, 0.442, 0.466,
            0.490, 0.512, 0.530, 0.544, 0.556, 0.575, 0.598),
    collar=((1.36, 0.2),),
    sleeve_axis=tuple((x, y, z) for x, _, _, y, z in _SLEEVE),
    columns=36,
    around=18,
)
LINE = OpenFront(
    front=((0.78, 0.064), (0.90, 0.060), (1.00, 0.054), (1.08, 0.049), (1.17, 0.0465)),
    neck=(
        (0.0470, 1.205, 0.100), (0.0505, 1.245, 0.078), (0.0560, 1.285, 0.048), (0.0620, 1.318, 0.018),
        (0.0650, 1.345, -0.014), (0.0580, 1.358, -0.050), (0.0420, 1.364, -0.078), (0.0210, 1.367, -0.091), (0.0, 1.368, -0.095),
    ),
    band=0.032,
)


def top_outer() -> Field:
    """The cream top under it: close to the body, to below the waist."""
    torso = anatomy.torso()

    def field(points: Doubles) -> Doubles:
        # Tucked in at the waist; over the bust it hangs free instead of clinging.
        ease = 0.0015 + 0.0060 * ramp(0.975, 1.03, points[:, 1])
        return smin(torso(points) - ease, anatomy.bust_drape(points), 0.03)

    return field


_TOP_FOLDS = (
    Fold((0.070, 1.000, 0.090), (-0.050, 1.018, 0.100), (0.0, 0.0, 1.0), 0.008, 0.0022, 0.006),
    Fold((-0.068, 0.992, 0.090), (0.040, 1.002, 0.100), (0.0, 0.0, 1.0), 0.007, 0.0020, -0.004),
    Fold((0.085, 1.120, 0.100), (0.060, 1.010, 0.100), (0.2, 0.0, 1.0), 0.010, 0.0020, 0.008),
    Fold((-0.085, 1.125, 0.100), (-0.050, 1.015, 0.100), (-0.2, 0.0, 1.0), 0.010, 0.0020, -0.008),
)
_FALL = (
    Fold((0.150, 1.000, 0.020), (0.180, 0.800, 0.030), (1.0, 0.0, 0.2), 0.018, 0.0040, 0.010),
    Fold((0.110, 0.990, 0.090), (0.130, 0.800, 0.105), (0.7, 0.0, 0.8), 0.016, 0.0036, 0.006),
    Fold((0.120, 1.000, -0.090), (0.140, 0.800, -0.105), (0.7, 0.0, -0.8), 0.018, 0.0042, -0.008),
    Fold((0.040, 1.000, -0.108), (0.046, 0.800, -0.145), (0.0, 0.0, -1.0), 0.017, 0.0040, 0.006),
)


def knit() -> tuple[Field, Field]:
    """The cardigan's outside without the band, and its folds."""
    top, skirt = top_outer(), envelope()
    cloth = Cloth(_TRUNK, _SLEEVE, ease=0.001)
    smooth = outer(cloth, lambda points: np.minimum(top(points), skirt(points)), 0.0080)
    other = tuple(
        Fold((-f.start[0], *f.start[1:]), (-f.end[0], *f.end[1:]), (-f.facing[0], *f.facing[1:]), f.width, f.depth * 0.8, -f.bow)
        for f in _FALL
    )
    folds = relief([*sleeve_folds(1.1, cuff=0.550, seed=25), *trunk_folds(0.85, seed=29), *_FALL, *other])

    def wool(points: Doubles) -> Doubles:
        d: Doubles = smooth(points) - folds(points)
        return d

    return wool, folds


def make_cardigan(outfits: tuple[str, ...]) -> Made:
    """Cardigan and top for these outfits."""
    wool, folds = knit()
    made = open_panels(wool, LAYOUT, LINE, _THICK, (0.05, 0.025))
    flat = laid_flat(made.trunk, made.sleeves, CARDIGAN)
    band = Chart(made.band, band_uv(made.band_uv[:, 0], made.band_uv[:, 1]))
    painted = plotted([flat[0], flat[1], band], CARDIGAN.width, CARDIGAN.height)
    pine = Material(
        "pine_knit",
        texture=fold_shaded(cardigan_texture(), painted, wool, folds, 1.0),
        shade=(0.70, 0.70, 0.74),
        shift=0.04,
        rim=(0.06, 0.09, 0.08),
        outline=0.0006,
        outline_colour=(0.34, 0.40, 0.40),
    )
    top, cream = _top(outfits)
    knitted = part("cardigan", "pine_knit", *flat, band, plain(made.inside, LINING), outfits=outfits, weigh=over_skirt_weights)
    return Made((knitted, top), (pine, cream))


def _top(outfits: tuple[str, ...]) -> tuple[Part, Material]:
    """Only its front: the cardigan hides the rest."""
    field = top_outer()
    folds = relief(_TOP_FOLDS)

    def cloth(points: Doubles) -> Doubles:
        d: Doubles = field(points) - folds(points)
        return d

    turns = np.radians(np.linspace(-60.0, 60.0, 25))
    neck = np.array([_neckline(cloth, float(turn)) for turn in turns])
    share = np.linspace(0.0, 1.0, 15)[:, None]
    height = 0.968 + (neck - 0.968)[None] * share
    way = np.stack([np.sin(turns), np.zeros(len(turns)), np.cos(turns)], axis=1)
    origins = np.stack([np.zeros_like(height), height, np.full_like(height, _AXIS_Z)], axis=-1)
    grid = cast(cloth, origins.reshape(-1, 3), np.tile(way, (len(share), 1)), 0.3).reshape(*height.shape, 3)
    mesh = sheet(grid, normals_of(cloth, grid), closed=False)
    rim = edge(cloth, grid[-1], grid[-1] - grid[-2], 0.0035, 0.012, closed=False)
    p = mesh.positions
    chart = Chart(mesh, np.stack([0.5 + p[:, 0] / 0.4, (1.40 - p[:, 1]) / 0.5], axis=1))
    cream = Material(
        "cream_top",
        texture=fold_shaded(top_texture(), plotted([chart], 512, 512), field, folds, 1.0, hollows=0.5),
        shade=(0.87, 0.77, 0.79),
        shift=0.04,
        outline=0.0005,
        outline_colour=(0.55, 0.40, 0.36),
    )
    return part("cream_top", "cream_top", chart, plain(rim, (0.5, 0.5)), outfits=outfits), cream


_AXIS_Z = -0.030


def _neckline(cloth: Field, turn: float) -> float:
    """The height at which the top ends in this direction: a scoop between the shoulders."""
    y = np.linspace(1.24, 1.335, 60)
    way = np.array([np.sin(turn), 0.0, np.cos(turn)])
    points = np.stack([np.zeros(60), y, np.full(60, _AXIS_Z)], axis=1)
    inside = cloth(points) < 0
    found = cast(cloth, points[inside], np.tile(way, (int(inside.sum()), 1)), 0.4)
    wanted = 1.322 - 0.062 * np.clip(1.0 - (found[:, 0] / 0.086) ** 2, 0.0, 1.0) ** 0.8
    return float(y[inside][np.argmin(np.abs(y[inside] - wanted))])
