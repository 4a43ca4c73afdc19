"""A camel wool overcoat to above the knee, worn open: notched lapels, flap pockets, a vent behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.cloth.overcoat import LINING, collar_uv, lapel_uv, overcoat_texture
from avatars.forge.drape import draped
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.mans_block import SLEEVE, armhole, below_hem, beyond_cuff, finished, neckline, on_arm, opening, top
from avatars.forge.garments.trims import curve, inner_side, laid_on, sheet
from avatars.forge.garments.woven_charts import Panels, woven_charts
from avatars.forge.mesh_edit import centres
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.560, 0.2160, 0.1680, 0.0, -0.024),
    (0.700, 0.2100, 0.1590, 0.0, -0.022),
    (0.860, 0.2030, 0.1490, 0.0, -0.020),
    (0.960, 0.2000, 0.1450, 0.0, -0.018),
    (1.060, 0.1920, 0.1370, 0.0, -0.012),
    (1.160, 0.1880, 0.1300, 0.0, -0.006),
    (1.260, 0.1930, 0.1320, 0.0, -0.006),
    (1.340, 0.2000, 0.1360, 0.0, -0.009),
    (1.400, 0.1980, 0.1310, 0.0, -0.014),
    (1.450, 0.1790, 0.1130, 0.0, -0.023),
    (1.500, 0.1270, 0.0910, 0.0, -0.030),
    (1.545, 0.0850, 0.0780, 0.0, -0.031),
)
_SLEEVE = tuple(
    (x, a + 0.001 + 0.006 * float(ramp(0.60, 0.66, x)), b + 0.001 + 0.006 * float(ramp(0.60, 0.66, x)), y, z)
    for x, a, b, y, z in SLEEVE
)
_HEM, _CUFF, _THICK, _EASE, _BUTTON, _LINED = 0.640, 0.686, 0.0060, 0.005, 1.150, 0.016
_PANELS = Panels(scale=745.0, girth=1.14, top=1.615, sleeve_top=742.0, sleeve_scale=470.0, sleeve_girth=0.40)
_FRONT, _BACK = (0.3, 0.0, 1.0), (0.2, 0.0, -1.0)
_FOLDS = (
    # Heavy cloth: few folds, long and soft.
    Fold((0.190, 1.370, 0.080), (0.120, 1.280, 0.115), _FRONT, 0.0150, 0.0040, 0.010),
    Fold((0.195, 1.340, 0.070), (0.150, 1.180, 0.100), (0.5, 0.0, 1.0), 0.0160, 0.0042, 0.014),
    Fold((0.190, 1.365, -0.095), (0.090, 1.280, -0.140), _BACK, 0.0160, 0.0042, -0.012),
    Fold((0.195, 1.330, -0.090), (0.130, 1.170, -0.130), _BACK, 0.0160, 0.0040, -0.012),
    Fold((0.195, 1.140, -0.030), (0.070, 1.100, -0.140), (0.5, 0.0, -1.0), 0.0140, 0.0032, 0.010),
    Fold((0.195, 1.110, 0.020), (0.110, 1.070, 0.115), (0.7, 0.0, 1.0), 0.0130, 0.0030, -0.010),
    Fold((0.120, 1.040, 0.120), (0.145, 0.630, 0.140), (0.2, 0.0, 1.0), 0.0260, 0.0062, 0.012),
    Fold((0.180, 1.020, 0.080), (0.200, 0.640, 0.100), (0.8, 0.0, 0.8), 0.0240, 0.0056, -0.010),
    Fold((0.200, 0.980, -0.020), (0.222, 0.640, -0.020), (1.0, 0.0, 0.0), 0.0260, 0.0060, 0.010),
    Fold((0.060, 1.000, -0.160), (0.080, 0.640, -0.190), (0.1, 0.0, -1.0), 0.0260, 0.0060, 0.010),
    Fold((0.150, 1.000, -0.130), (0.172, 0.640, -0.145), (0.6, 0.0, -1.0), 0.0240, 0.0056, -0.012),
    Fold((0.220, 1.400, 0.025), (0.340, 1.470, 0.040), (0.0, 0.1, 1.0), 0.0150, 0.0044, 0.012),
    Fold((0.220, 1.398, 0.000), (0.310, 1.420, 0.035), (0.0, -0.4, 1.0), 0.0130, 0.0040, -0.010),
    Fold((0.225, 1.400, -0.065), (0.330, 1.460, -0.085), (0.0, 0.1, -1.0), 0.0140, 0.0040, -0.010),
    Fold((0.400, 1.412, 0.015), (0.430, 1.505, 0.018), (0.0, 0.0, 1.0), 0.0130, 0.0034, 0.010),
    Fold((0.445, 1.408, 0.015), (0.455, 1.508, 0.015), (0.0, 0.0, 1.0), 0.0125, 0.0036, -0.006),
    Fold((0.490, 1.410, 0.015), (0.475, 1.505, 0.018), (0.0, 0.0, 1.0), 0.0130, 0.0032, -0.010),
    Fold((0.425, 1.396, -0.030), (0.425, 1.415, 0.035), (0.0, -1.0, 0.1), 0.0120, 0.0040, 0.008),
    Fold((0.590, 1.412, 0.020), (0.605, 1.505, 0.005), (0.0, 0.0, 1.0), 0.0120, 0.0034, 0.008),
    Fold((0.600, 1.412, -0.055), (0.590, 1.500, -0.060), (0.0, 0.0, -1.0), 0.0120, 0.0034, 0.008),
)


def _gap(y: Doubles) -> Doubles:
    """Half the width of the opening at a height."""
    heights = [0.55, 0.80, 1.00, 1.15, 1.30, 1.42, 1.48, 1.53]
    return np.interp(y, heights, [0.110, 0.092, 0.076, 0.064, 0.060, 0.064, 0.072, 0.080])


_front, _hem = opening(_gap), below_hem(_HEM)
_CUTS = (_front, neckline(0.088), beyond_cuff(_CUFF), _hem)

_COLLAR = (
    # Seam, fold and edge of the leaf: shares of half the way (behind, side, front), then x, y, z.
    ((0.0, 0.0, 1.530, -0.108), (0.25, 0.050, 1.528, -0.090), (0.50, 0.075, 1.514, -0.038), (0.78, 0.078, 1.494, 0.014),
     (1.0, 0.070, 1.470, 0.046)),
    ((0.0, 0.0, 1.572, -0.114), (0.25, 0.053, 1.568, -0.095), (0.50, 0.079, 1.552, -0.038), (0.78, 0.080, 1.526, 0.014),
     (1.0, 0.072, 1.490, 0.052)),
    ((0.0, 0.0, 1.508, -0.146), (0.25, 0.066, 1.514, -0.119), (0.50, 0.096, 1.514, -0.044), (0.78, 0.108, 1.474, 0.036),
     (1.0, 0.112, 1.434, 0.082)),
)


def _collar(ground: Field) -> Doubles:
    t = np.linspace(-1.0, 1.0, 23)
    seam, fold, leaf = (curve(knots, np.abs(t)) for knots in _COLLAR)
    for line in (seam, fold, leaf):
        line[:, 0] *= -np.sign(t)
    rows = [seam, 0.4 * seam + 0.6 * fold, fold]
    rows += [fold * (1 - s) + leaf * s + np.array([0.0, 0.010 * np.sin(np.pi * s), 0.0]) for s in (0.12, 0.45, 0.75, 1.0)]
    grid = np.stack(rows)
    grid[3:] = laid_on(grid[3:], ground, 0.0100)
    return grid


def _lapel(ground: Field) -> Doubles:
    """The left lapel: rows from the notch down to the button, columns from the roll outwards."""
    heights = np.array([1.462, 1.440, 1.415, 1.385, 1.340, 1.280, 1.210, _BUTTON])
    # Outer edge: out to the point below the notch, then in a long line to the button.
    outer_x = np.array([0.094, 0.118, 0.142, 0.146, 0.133, 0.112, 0.088, 0.066])
    share = np.array([-0.05, 0.05, 0.35, 0.70, 1.0])
    roll = _gap(heights)
    x = roll[:, None] + share[None] * (outer_x - roll)[:, None]
    # The top edge slants down towards the point.
    drop = np.linspace(0, 1, len(heights))[::-1] ** 3 * 0.020
    y = heights[:, None] - drop[:, None] * share[None]
    points = np.stack([x, y, np.full_like(x, 0.24)], axis=-1).reshape(-1, 3)
    for _ in range(60):
        points[:, 2] -= 0.8 * np.maximum(ground(points) - 0.0095, -0.01)
    grid = points.reshape(*x.shape, 3)
    # The roll stands off the chest, most in its middle.
    grid[:, 0, 2] -= 0.009
    grid[:, 1:3, 2] += 0.0015 * np.sin(np.pi * np.linspace(0.1, 1.0, len(heights)))[:, None]
    return grid


def _hung(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights: like the body's, but behind the skirt of the coat spans both legs."""
    table, (_, spanned) = weights(points), draped(points)
    behind = ramp(0.05, -0.03, points[:, 2])[:, None]
    legs = [i for i, name in enumerate(NAMES) if name.endswith(("UpperLeg", "LowerLeg"))]
    share = table[:, legs].sum(axis=1, keepdims=True)
    half = spanned[:, legs] / np.maximum(spanned[:, legs].sum(axis=1, keepdims=True), 1e-9)
    table[:, legs] = table[:, legs] * (1 - behind) + share * half * behind
    return NAMES, table / table.sum(axis=1, keepdims=True)


def make_overcoat(outfits: tuple[str, ...]) -> Made:
    """The coat for these outfits."""
    smooth = top(_TRUNK, _SLEEVE, _EASE)
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 23)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    box = ((-0.71, 0.60, -0.26), (0.71, 1.56, 0.22))
    made = sewn(Cut(shape, _CUTS, _THICK, *box, 0.0060, 2240, lining=_LINED))
    charts = woven_charts(made.outside, _PANELS, armhole)
    collar, lapel = _collar(shape), _lapel(shape)
    other = lapel[:, ::-1] * np.array([-1.0, 1.0, 1.0])
    trims: list[Chart] = []
    for grid, uv, flip in ((collar, collar_uv, False), (lapel, lapel_uv, False), (other, lapel_uv, True)):
        face, under, shares = sheet(grid, 0.0026)
        shares = np.stack([shares[:, 0], 1 - shares[:, 1]], axis=1) if flip else shares
        trims += [Chart(face, uv(shares)), plain(under, LINING)]
    plot = plotted(charts, _PANELS.size, _PANELS.size)
    picture = overcoat_texture(plot, _PANELS, _front, _HEM, _CUFF, armhole)
    texture = fold_shaded(picture, plot, smooth, folds, 1.0, hollows=0.6, shadow=_under_lapels, arms=on_arm)
    pieces = finished([*charts, *trims, plain(made.inside, LINING), plain(_lining(made.outside), LINING)])
    wool = Material(
        "camel_wool", texture=texture, shade=(0.77, 0.65, 0.67), shift=0.04, soft=0.11, rim=(0.10, 0.08, 0.06),
        outline_colour=(0.34, 0.21, 0.16),
    )
    return Made((part("overcoat", "camel_wool", *pieces, outfits=outfits, weigh=_hung),), (wool,))


def _lining(cloth: Mesh) -> Mesh:
    """The inner side of the back's lower part and along the front, which the open coat lets one see."""
    y, z = (centres(cloth, cloth.positions[:, i]) for i in (1, 2))
    front = centres(cloth, _front(cloth.positions))
    near = centres(cloth, np.maximum(_front(cloth.positions), _hem(cloth.positions))) > -_LINED
    return inner_side(cloth, _THICK, (((y < 0.96) & (z < 0.03)) | (front > -0.045)) & ~near)


def _under_lapels(points: Doubles) -> Doubles:
    """The soft shade round collar and lapels."""
    x, y = np.abs(points[:, 0]), points[:, 1]
    edge = np.interp(y, [1.12, 1.21, 1.34, 1.40, 1.44, 1.50], [0.060, 0.092, 0.138, 0.150, 0.135, 0.125])
    # Behind only the collar lies on it.
    lowest = 1.14 + 0.30 * ramp(0.0, -0.05, points[:, 2])
    d: Doubles = 0.55 * ramp(0.022, 0.0, x - edge) * ramp(-0.02, 0.02, y - lowest)
    return d
