"""A yellow raincoat: turned-down collar, hood folded back, covered placket with press studs, patch pockets with flaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, relief
from avatars.forge.cloth.raincoat import BELT, COAT, FLAP, LINING, POCKET, coat_texture, hood_uv, tab_uv
from avatars.forge.drape import draped
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.panels import Layout, edges, top_panels
from avatars.forge.garments.top import Cloth, even_turn, outer, panel_charts
from avatars.forge.garments.trims import laid_on
from avatars.forge.garments.trims import sheet as doubled
from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import cone, mirror, ramp, smin
from avatars.forge.sdf.meshing import mesh_of

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.480, 0.2220, 0.1880, 0.0, -0.010),
    (0.560, 0.2120, 0.1770, 0.0, -0.010),
    (0.700, 0.1950, 0.1580, 0.0, -0.010),
    (0.840, 0.1790, 0.1400, 0.0, -0.009),
    (0.920, 0.1680, 0.1290, 0.0, -0.006),
    (1.000, 0.1530, 0.1160, 0.0, -0.001),
    (1.060, 0.1470, 0.1100, 0.0, 0.003),
    (1.150, 0.1500, 0.1120, 0.0, 0.007),
    (1.200, 0.1530, 0.1110, 0.0, 0.000),
    (1.250, 0.1500, 0.0960, 0.0, -0.010),
    (1.295, 0.1240, 0.0750, 0.0, -0.020),
    (1.335, 0.0700, 0.0630, 0.0, -0.026),
)
_SLEEVE = (
    # x, half-height, half-depth, centre y, centre z
    (0.080, 0.051, 0.055, 1.273, -0.020),
    (0.150, 0.0525, 0.056, 1.2725, -0.020),
    (0.220, 0.0530, 0.055, 1.2765, -0.020),
    (0.300, 0.052, 0.053, 1.280, -0.020),
    (0.380, 0.0495, 0.0515, 1.281, -0.020),
    (0.460, 0.0490, 0.0510, 1.281, -0.020),
    (0.530, 0.0480, 0.0505, 1.281, -0.020),
    (0.546, 0.0475, 0.0500, 1.281, -0.020),
    (0.551, 0.0505, 0.0535, 1.281, -0.020),
    (0.610, 0.0500, 0.0530, 1.281, -0.020),
)
_THICK, _COLLAR_TOP = 0.0045, 1.378
LAYOUT = Layout(
    trunk=(0.505, 0.545, 0.59, 0.64, 0.69, 0.74, 0.79, 0.84, 0.885, 0.925, 0.96, 0.992, 1.022, 1.054, 1.086, 1.116, 1.144, 1.170),
    sleeve=(0.178, 0.200, 0.224, 0.250, 0.276, 0.300, 0.322, 0.342, 0.360, 0.378, 0.396, 0.418, 0.442, 0.466,
            0.490, 0.512, 0.530, 0.5455, 0.5515, 0.592),
    collar=((1.344, 0.26), (1.358, 0.26), (_COLLAR_TOP, 0.26)),
    sleeve_axis=tuple((x, y, z) for x, _, _, y, z in _SLEEVE),
    columns=44,
    around=18,
    neck=26,
)
_FOLDS = (
    Fold((0.060, 0.980, 0.125), (0.105, 0.400, 0.170), (0.45, 0.0, 1.0), 0.026, 0.0075, 0.012),
    Fold((0.140, 0.930, 0.080), (0.190, 0.400, 0.108), (0.9, 0.0, 0.6), 0.028, 0.0075, 0.012),
    Fold((0.165, 0.940, -0.030), (0.205, 0.400, -0.050), (1.0, 0.0, -0.2), 0.028, 0.0075, 0.010),
    Fold((0.090, 0.960, -0.125), (0.120, 0.400, -0.168), (0.5, 0.0, -1.0), 0.028, 0.0075, -0.012),
    Fold((0.010, 0.990, -0.130), (0.015, 0.400, -0.187), (0.0, 0.0, -1.0), 0.024, 0.0060, 0.004),
)


def coat() -> tuple[Field, Field]:
    """The outside of the coat without hood and trims, and its folds."""
    cloth = Cloth(
        _TRUNK, _SLEEVE, ease=0.001, collar=((0.0, 1.295, -0.030), (0.0, 1.400, -0.014), 0.0690, 0.0700)
    )
    shell = outer(cloth, anatomy.torso(), 0.012)
    turned = tuple(
        Fold((-f.start[0], *f.start[1:]), (-f.end[0] * 0.9, *f.end[1:]), (-f.facing[0], *f.facing[1:]), f.width, f.depth, -f.bow)
        for f in _FOLDS
    )
    folds = relief([*sleeve_folds(1.15, cuff=0.540, seed=15), *trunk_folds(0.75, waist=0.995, seed=19), *_FOLDS, *turned])

    def field(points: Doubles) -> Doubles:
        d: Doubles = shell(points) - folds(points) - _fall(points)
        return d

    return field, folds


def _fall(points: Doubles) -> Doubles:
    """Stiff cloth falls in a few broad flutes."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    turn = np.arctan2(x, z)
    low = 1.0 - ramp(0.56, 0.95, y)
    flutes: Doubles = 0.0070 * low * np.cos(6 * turn + 1.2 * np.sin(2 * turn + 0.7)) * ramp(0.05, 0.12, np.abs(x))
    return flutes


def _hood(shape: Field) -> Chart:
    """Folded round the back of the neck: a roll, and its peak between the shoulders."""
    roll = mirror(cone((0.0, 1.326, -0.104), (0.083, 1.345, -0.052), 0.034, 0.019))
    peak = cone((0.0, 1.320, -0.106), (0.0, 1.222, -0.110), 0.034, 0.015)
    sides = mirror(cone((0.040, 1.330, -0.096), (0.014, 1.235, -0.112), 0.028, 0.013))

    def hood(points: Doubles) -> Doubles:
        d = smin(roll(points), smin(peak(points), sides(points), 0.020), 0.022)
        # It creases where it turns.
        x, y = points[:, 0], points[:, 1]
        fold: Doubles = 0.0018 * np.cos(np.abs(x) * 150 + y * 60) * ramp(0.02, 0.05, np.abs(x))
        return d - fold

    mesh = mesh_of(hood, (-0.14, 1.18, -0.19), (0.14, 1.41, 0.02), 0.0036, 900)
    mesh, value = split(mesh, shape(mesh.positions) + 0.004)
    mesh = keep(mesh, centres(mesh, value) > 0)
    p = mesh.positions
    return Chart(mesh, hood_uv(np.arcsin(np.clip(p[:, 0] / 0.14, -1, 1)) * 0.14, 1.385 - p[:, 1]))


def _turned_down(shape: Field) -> tuple[Chart, Mesh]:
    """The collar's outer half, which lies on the coat and ends in two points in front."""
    angles = np.radians(np.linspace(5.0, 355.0, 36))
    off = np.degrees(np.minimum(angles, 2 * np.pi - angles))
    reach = 0.096 + 0.036 * np.exp(-0.5 * ((off - 15.0) / 14.0) ** 2)
    rows = []
    for down in (0.0, 0.22, 0.48, 0.75, 1.0):
        radius = 0.0665 + (reach - 0.0665) * down
        x, z = np.sin(angles) * radius, -0.022 + np.cos(angles) * radius
        # From the collar's edge outwards and down; the coat holds it up.
        top = _COLLAR_TOP - 0.26 * (z + 0.020) + 0.001
        rows.append(np.stack([x, top - 0.085 * down**0.8 * (0.6 + 0.4 * np.cos(angles)), z], axis=1))
    grid = laid_on(np.stack(rows), shape, 0.0062)
    outside, back, share = doubled(grid, 0.0035)
    # The row of stitches along the hood's rim runs along the collar's edge too.
    return Chart(outside, hood_uv(0.055 + np.abs(share[:, 1] - 0.5) * 0.26, 0.005 + 0.055 * (1.0 - share[:, 0]))), back


def _flap(shape: Field) -> tuple[Mesh, Mesh, Doubles]:
    """The left pocket's flap, on the coat's own way round."""
    shares = np.linspace(-1.0, 1.0, 7)
    rows = []
    for y in (POCKET.high, POCKET.high - 0.014, POCKET.flap + 0.008, POCKET.flap - 0.004):
        # Where the way round has this share: sought along the front quarter.
        turn = np.radians(np.linspace(3, 92, 240))
        reach = np.stack([0.25 * np.sin(turn), np.full(240, y), 0.25 * np.cos(turn) * 0.70], axis=1)
        share = even_turn(reach) - 0.5
        at = np.interp(POCKET.middle + shares * (POCKET.half + 0.004), share, turn)
        drop = 0.004 * (1 - shares**2) if y < POCKET.flap else 0.0 * shares
        rows.append(np.stack([0.12 * np.sin(at), y - drop, 0.12 * 0.70 * np.cos(at)], axis=1))
    # Below the surface at first: pushed out of the coat along its slope.
    return doubled(laid_on(laid_on(np.stack(rows), shape, 0.0), shape, 0.0068), 0.0040)


def _belt(shape: Field) -> tuple[Mesh, Mesh, Doubles]:
    """The half-belt that gathers the back."""
    turn = np.radians(np.linspace(134.0, 226.0, 17))
    rows = [np.stack([0.10 * np.sin(turn), np.full(17, y), 0.08 * np.cos(turn)], axis=1) for y in (1.022, 1.008, 0.994, 0.982)]
    grid = laid_on(laid_on(np.stack(rows), shape, 0.0), shape, 0.0095)
    return doubled(grid, 0.0040)


def make_raincoat(outfits: tuple[str, ...]) -> Made:
    """The coat for these outfits."""
    shape, folds = coat()
    top = top_panels(shape, LAYOUT)
    flat = panel_charts(top, COAT, _COLLAR_TOP, 0.26)
    painted = plotted([flat[0], flat[1], *flat[3:]], COAT.width, COAT.height)
    ends = edges(shape, top, _THICK, (0.05, 0.03, 0.030))
    collar, under = _turned_down(shape)
    flap, behind, share = _flap(shape)
    belt, below, place = _belt(shape)
    cloth = Material(
        "oilskin",
        texture=fold_shaded(coat_texture(), painted, shape, folds, 1.0, hollows=0.6, tint=np.array([0.86, 0.66, 0.56])),
        shade=(0.885, 0.735, 0.655),
        shift=0.04,
        soft=0.09,
        rim=(0.16, 0.13, 0.06),
        rim_power=4.0,
        outline=0.0006,
        outline_colour=(0.56, 0.36, 0.24),
    )
    flaps = Chart(joined(flap, mirrored(flap)), np.tile(tab_uv(FLAP, share), (2, 1)))
    plain_cloth = plain(joined(behind, mirrored(behind), below, under), (0.60, 0.75))
    pieces = (*flat, _hood(shape), collar, flaps, Chart(belt, tab_uv(BELT, place)), plain(ends, LINING), plain_cloth)
    return Made((part("raincoat", "oilskin", *pieces, outfits=outfits, weigh=draped),), (cloth,))
