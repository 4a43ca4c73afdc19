"""A heavy flannel overshirt, worn open over a plain T-shirt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.cloth.overshirt import LINING, collar_uv, overshirt_texture
from avatars.forge.garments.cut import Cut, Sewn, sewn
from avatars.forge.garments.mans_block import SLEEVE, armhole, beyond_cuff, finished, neckline, on_arm, top
from avatars.forge.garments.trims import curve, inner_side, laid_on, sheet
from avatars.forge.garments.woven_charts import Panels, woven_charts
from avatars.forge.mesh_edit import centres
from avatars.forge.part import Made, Material

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.860, 0.2030, 0.1380, 0.0, -0.016),
    (0.960, 0.2000, 0.1360, 0.0, -0.015),
    (1.060, 0.1940, 0.1320, 0.0, -0.011),
    (1.160, 0.1900, 0.1270, 0.0, -0.005),
    (1.260, 0.1930, 0.1290, 0.0, -0.005),
    (1.340, 0.1990, 0.1330, 0.0, -0.008),
    (1.400, 0.1960, 0.1270, 0.0, -0.013),
    (1.450, 0.1720, 0.1080, 0.0, -0.023),
    (1.500, 0.1230, 0.0880, 0.0, -0.030),
    (1.545, 0.0830, 0.0760, 0.0, -0.031),
)
_HEM, _CUFF, _THICK, _EASE, _LINED = 0.895, 0.694, 0.0055, 0.006, 0.016
PANELS = Panels()
_FRONT, _BACK = (0.3, 0.0, 1.0), (0.2, 0.0, -1.0)
_FOLDS = (
    # From the armpit across the chest and down the side; over the waist; where the tail hangs.
    Fold((0.185, 1.375, 0.075), (0.085, 1.335, 0.110), _FRONT, 0.0120, 0.0040, 0.010),
    Fold((0.190, 1.350, 0.070), (0.105, 1.255, 0.115), _FRONT, 0.0130, 0.0042, 0.014),
    Fold((0.192, 1.320, 0.060), (0.150, 1.190, 0.090), (0.6, 0.0, 1.0), 0.0130, 0.0038, 0.012),
    Fold((0.188, 1.360, -0.090), (0.080, 1.300, -0.130), _BACK, 0.0140, 0.0042, -0.012),
    Fold((0.192, 1.330, -0.085), (0.120, 1.200, -0.120), _BACK, 0.0140, 0.0042, -0.012),
    Fold((0.190, 1.180, 0.020), (0.095, 1.120, 0.110), (0.7, 0.0, 1.0), 0.0120, 0.0034, -0.012),
    Fold((0.192, 1.120, 0.010), (0.105, 1.085, 0.110), (0.7, 0.0, 1.0), 0.0105, 0.0030, -0.010),
    Fold((0.192, 1.150, -0.030), (0.060, 1.110, -0.130), (0.5, 0.0, -1.0), 0.0120, 0.0034, 0.012),
    Fold((0.190, 1.090, -0.030), (0.070, 1.075, -0.135), (0.5, 0.0, -1.0), 0.0105, 0.0030, 0.010),
    Fold((0.130, 1.080, 0.105), (0.150, 0.900, 0.100), (0.4, 0.0, 1.0), 0.0170, 0.0040, 0.010),
    Fold((0.185, 1.060, 0.030), (0.196, 0.895, 0.040), (1.0, 0.0, 0.3), 0.0180, 0.0040, -0.008),
    Fold((0.070, 1.060, -0.140), (0.080, 0.890, -0.150), (0.1, 0.0, -1.0), 0.0190, 0.0038, 0.010),
    Fold((0.150, 1.050, -0.110), (0.160, 0.890, -0.120), (0.5, 0.0, -1.0), 0.0170, 0.0036, -0.010),
    # Upper arm, elbow and the stack above the cuff.
    Fold((0.215, 1.405, 0.020), (0.330, 1.470, 0.035), (0.0, 0.1, 1.0), 0.0130, 0.0042, 0.012),
    Fold((0.215, 1.400, 0.000), (0.300, 1.420, 0.030), (0.0, -0.4, 1.0), 0.0110, 0.0038, -0.010),
    Fold((0.220, 1.405, -0.060), (0.320, 1.460, -0.080), (0.0, 0.1, -1.0), 0.0120, 0.0038, -0.010),
    Fold((0.405, 1.418, 0.010), (0.430, 1.500, 0.012), (0.0, 0.0, 1.0), 0.0110, 0.0038, 0.010),
    Fold((0.440, 1.412, 0.010), (0.452, 1.505, 0.010), (0.0, 0.0, 1.0), 0.0105, 0.0040, -0.004),
    Fold((0.478, 1.415, 0.010), (0.468, 1.502, 0.012), (0.0, 0.0, 1.0), 0.0110, 0.0036, -0.010),
    Fold((0.395, 1.420, 0.000), (0.350, 1.495, 0.015), (0.0, 0.0, 1.0), 0.0120, 0.0032, 0.008),
    Fold((0.420, 1.402, -0.030), (0.420, 1.420, 0.030), (0.0, -1.0, 0.1), 0.0110, 0.0040, 0.008),
    Fold((0.465, 1.402, -0.030), (0.462, 1.420, 0.028), (0.0, -1.0, 0.1), 0.0110, 0.0040, -0.006),
    Fold((0.575, 1.415, 0.015), (0.590, 1.500, 0.000), (0.0, 0.0, 1.0), 0.0095, 0.0036, 0.008),
    Fold((0.610, 1.412, 0.015), (0.602, 1.500, 0.005), (0.0, 0.0, 1.0), 0.0090, 0.0040, -0.008),
    Fold((0.628, 1.415, -0.050), (0.610, 1.495, -0.055), (0.0, 0.0, -1.0), 0.0095, 0.0036, 0.008),
    Fold((0.560, 1.415, -0.050), (0.585, 1.495, -0.055), (0.0, 0.0, -1.0), 0.0100, 0.0034, -0.008),
    Fold((0.540, 1.505, -0.040), (0.630, 1.506, -0.010), (0.0, 1.0, 0.0), 0.0110, 0.0030, 0.006),
)


def _front(points: Doubles) -> Doubles:
    """Metres inside the front opening: it hangs open, wider towards the hem."""
    gap = np.interp(points[:, 1], [0.85, 1.00, 1.20, 1.38, 1.46, 1.50, 1.53], [0.100, 0.088, 0.072, 0.062, 0.062, 0.068, 0.078])
    lean = 0.006 * np.sin((points[:, 1] - 0.90) * 9.0) * np.sign(points[:, 0])
    d: Doubles = np.where(points[:, 2] > -0.01, gap + lean - np.abs(points[:, 0]), -0.2)
    return d


def _hem(points: Doubles) -> Doubles:
    # A shirt tail: lower in front and behind than over the hips.
    return _HEM + 0.030 * np.clip(np.abs(points[:, 0]) / 0.19, 0, 1) ** 3 - points[:, 1]


_COLLAR = (
    # Seam, fold and edge of the leaf: shares of half the way (behind, side, front), then x, y, z.
    ((0.0, 0.0, 1.528, -0.104), (0.25, 0.048, 1.526, -0.086), (0.50, 0.072, 1.512, -0.036), (0.78, 0.073, 1.492, 0.018),
     (1.0, 0.066, 1.466, 0.052)),
    ((0.0, 0.0, 1.566, -0.108), (0.25, 0.050, 1.562, -0.090), (0.50, 0.074, 1.548, -0.036), (0.78, 0.076, 1.524, 0.016),
     (1.0, 0.070, 1.490, 0.055)),
    ((0.0, 0.0, 1.518, -0.136), (0.25, 0.064, 1.520, -0.112), (0.50, 0.094, 1.518, -0.040), (0.78, 0.104, 1.470, 0.044),
     (1.0, 0.094, 1.404, 0.104)),
)


def _collar(ground: Field) -> tuple[Mesh, Mesh, Doubles]:
    """The collar, folded over: from inside the neck up to the fold, and down again to its points."""
    t = np.linspace(-1.0, 1.0, 25)
    a = np.abs(t)
    seam, fold, leaf = (curve(knots, a) for knots in _COLLAR)
    for line in (seam, fold, leaf):
        line[:, 0] *= -np.sign(t)
    rows = [seam, 0.45 * seam + 0.55 * fold + (0, 0.004, 0), fold]
    # Over the fold it springs out a little before it lies down.
    rows += [fold * (1 - s) + leaf * s + np.array([0.0, 0.013 * np.sin(np.pi * s), 0.0]) for s in (0.12, 0.45, 0.75, 1.0)]
    grid = np.stack(rows)
    grid[3:] = laid_on(grid[3:], ground, 0.0090)
    return sheet(grid, 0.0024)


def make_overshirt(outfits: tuple[str, ...]) -> Made:
    """The overshirt for these outfits."""
    smooth = top(_TRUNK, SLEEVE, _EASE)
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 7)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    openings = (_front, neckline(0.086), beyond_cuff(_CUFF), _hem)
    box = ((-0.71, 0.85, -0.24), (0.71, 1.56, 0.20))
    made: Sewn = sewn(Cut(shape, openings, _THICK, *box, 0.0055, 2480, lining=_LINED))
    charts = woven_charts(made.outside, PANELS, armhole)
    leaf, under, shares = _collar(shape)
    flat = [*charts, Chart(leaf, collar_uv(shares))]
    plot = plotted(charts, PANELS.size, PANELS.size)
    picture = overshirt_texture(plot, PANELS, _front, _HEM, _CUFF, armhole)
    texture = fold_shaded(picture, plot, smooth, folds, 1.35, hollows=0.65, shadow=_under_collar, arms=on_arm)
    pieces = finished([*flat, plain(made.inside, LINING), plain(_facing(made.outside), LINING), plain(under, LINING)])
    material = Material(
        "flannel", texture=texture, shade=(0.66, 0.60, 0.70), shift=0.04, soft=0.10, rim=(0.06, 0.07, 0.08),
        outline_colour=(0.20, 0.17, 0.19),
    )
    return Made((part("overshirt", "flannel", *pieces, outfits=outfits),), (material,))


def _facing(cloth: Mesh) -> Mesh:
    """The inner side along the opening, beyond the narrow lining of the edge."""
    front = centres(cloth, _front(cloth.positions))
    return inner_side(cloth, _THICK, (front > -0.045) & (front < -_LINED) & (centres(cloth, cloth.positions[:, 1]) > _HEM))


def _under_collar(points: Doubles) -> Doubles:
    """The soft shade round the collar's leaf."""
    r = np.hypot(points[:, 0] * 0.95, points[:, 2] + 0.02)
    d: Doubles = 0.5 * np.clip((points[:, 1] - 1.40) / 0.05, 0, 1) * np.clip((0.150 - r) / 0.03, 0, 1)
    return d
