"""A heather-grey zip hoodie, half open, hood down, with drawstrings that swing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.cloth.hoodie import CORD, LINING, TIP, hood_uv, hoodie_texture
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.mans_block import (
    MAN,
    SLEEVE,
    armhole,
    below_hem,
    beyond_cuff,
    finished,
    neckline,
    on_arm,
    opening,
    top,
)
from avatars.forge.garments.trims import cord, curve, inner_side, laid_on, sheet
from avatars.forge.garments.woven_charts import Panels, woven_charts
from avatars.forge.mesh_edit import centres
from avatars.forge.part import Joint, Made, Material, Spring
from avatars.forge.sdf.fields import bump

if TYPE_CHECKING:
    from avatars.forge.part import Part
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.880, 0.1740, 0.1280, 0.0, -0.018),
    (0.925, 0.1770, 0.1290, 0.0, -0.018),
    (0.945, 0.1960, 0.1440, 0.0, -0.017),
    (0.985, 0.2030, 0.1490, 0.0, -0.015),
    (1.060, 0.1980, 0.1410, 0.0, -0.010),
    (1.160, 0.1920, 0.1330, 0.0, -0.005),
    (1.260, 0.1940, 0.1320, 0.0, -0.005),
    (1.340, 0.2000, 0.1350, 0.0, -0.008),
    (1.400, 0.1970, 0.1290, 0.0, -0.013),
    (1.450, 0.1730, 0.1100, 0.0, -0.023),
    (1.500, 0.1240, 0.0900, 0.0, -0.030),
    (1.545, 0.0850, 0.0790, 0.0, -0.031),
)
_HEM, _CUFF, _THICK, _EASE, _ZIP, _LINED = 0.900, 0.700, 0.0065, 0.007, 1.300, 0.014
"""Heights of hem and of the zip's slider; place of the cuff."""
_PANELS = Panels()
_FRONT, _BACK = (0.3, 0.0, 1.0), (0.2, 0.0, -1.0)
_FOLDS = (
    # Thick jersey: round soft folds that pile up above the ribbed hem and cuffs.
    Fold((0.187, 1.375, 0.078), (0.085, 1.320, 0.115), _FRONT, 0.0140, 0.0042, 0.010),
    Fold((0.192, 1.345, 0.072), (0.110, 1.240, 0.118), _FRONT, 0.0150, 0.0044, 0.014),
    Fold((0.190, 1.360, -0.092), (0.080, 1.300, -0.132), _BACK, 0.0160, 0.0044, -0.012),
    Fold((0.194, 1.325, -0.086), (0.120, 1.190, -0.122), _BACK, 0.0150, 0.0042, -0.012),
    Fold((0.196, 1.060, 0.010), (0.060, 1.015, 0.130), (0.6, 0.0, 1.0), 0.0140, 0.0046, -0.012),
    Fold((0.198, 1.010, 0.010), (0.080, 0.980, 0.130), (0.6, 0.0, 1.0), 0.0120, 0.0042, -0.008),
    Fold((0.195, 1.120, 0.020), (0.110, 1.085, 0.115), (0.7, 0.0, 1.0), 0.0130, 0.0034, -0.010),
    Fold((0.198, 1.050, -0.040), (0.030, 1.010, -0.155), (0.4, 0.0, -1.0), 0.0150, 0.0048, 0.012),
    Fold((0.198, 1.000, -0.040), (0.040, 0.975, -0.160), (0.4, 0.0, -1.0), 0.0120, 0.0042, 0.008),
    Fold((0.195, 1.140, -0.030), (0.070, 1.095, -0.135), (0.5, 0.0, -1.0), 0.0140, 0.0036, 0.012),
    Fold((0.217, 1.403, 0.020), (0.335, 1.470, 0.037), (0.0, 0.1, 1.0), 0.0140, 0.0044, 0.012),
    Fold((0.217, 1.398, 0.000), (0.305, 1.420, 0.032), (0.0, -0.4, 1.0), 0.0120, 0.0040, -0.010),
    Fold((0.222, 1.402, -0.062), (0.325, 1.460, -0.082), (0.0, 0.1, -1.0), 0.0130, 0.0040, -0.010),
    Fold((0.405, 1.415, 0.012), (0.430, 1.502, 0.014), (0.0, 0.0, 1.0), 0.0125, 0.0038, 0.010),
    Fold((0.445, 1.410, 0.012), (0.455, 1.506, 0.012), (0.0, 0.0, 1.0), 0.0120, 0.0040, -0.004),
    Fold((0.484, 1.412, 0.012), (0.472, 1.503, 0.014), (0.0, 0.0, 1.0), 0.0125, 0.0042, -0.010),
    Fold((0.420, 1.399, -0.030), (0.420, 1.418, 0.032), (0.0, -1.0, 0.1), 0.0120, 0.0040, 0.008),
    Fold((0.575, 1.412, 0.018), (0.592, 1.502, 0.002), (0.0, 0.0, 1.0), 0.0110, 0.0044, 0.008),
    Fold((0.612, 1.410, 0.018), (0.604, 1.502, 0.008), (0.0, 0.0, 1.0), 0.0105, 0.0048, -0.008),
    Fold((0.640, 1.414, 0.014), (0.636, 1.500, 0.004), (0.0, 0.0, 1.0), 0.0090, 0.0042, 0.005),
    Fold((0.628, 1.413, -0.052), (0.610, 1.497, -0.057), (0.0, 0.0, -1.0), 0.0110, 0.0044, 0.008),
    Fold((0.575, 1.413, -0.052), (0.585, 1.497, -0.057), (0.0, 0.0, -1.0), 0.0110, 0.0040, -0.008),
    Fold((0.540, 1.507, -0.040), (0.640, 1.508, -0.010), (0.0, 1.0, 0.0), 0.0120, 0.0034, 0.006),
)


def _gap(y: Doubles) -> Doubles:
    """Half the width of the open part of the front, above the zip's slider."""
    return np.interp(y, [_ZIP - 0.02, _ZIP, 1.40, 1.47, 1.53], [-0.020, 0.0015, 0.046, 0.066, 0.080])


_front = opening(_gap)
_CUTS = (_front, neckline(0.088), beyond_cuff(_CUFF), below_hem(_HEM))

_HOOD = (
    # From the neck's seam up the inside, over the rolled edge, down outside to the tip: behind, side and front, x, y, z each.
    (((0.0, 0.0, 1.528, -0.110), (0.5, 0.080, 1.508, -0.035), (1.0, 0.060, 1.452, 0.062))),
    (((0.0, 0.0, 1.560, -0.122), (0.5, 0.088, 1.548, -0.036), (1.0, 0.066, 1.476, 0.070))),
    (((0.0, 0.0, 1.578, -0.146), (0.5, 0.102, 1.566, -0.040), (1.0, 0.076, 1.484, 0.080))),
    (((0.0, 0.0, 1.562, -0.172), (0.5, 0.112, 1.553, -0.048), (1.0, 0.090, 1.470, 0.090))),
    (((0.0, 0.0, 1.522, -0.186), (0.5, 0.113, 1.536, -0.060), (1.0, 0.100, 1.454, 0.098))),
    (((0.0, 0.0, 1.468, -0.178), (0.5, 0.114, 1.522, -0.074), (1.0, 0.108, 1.440, 0.100))),
    (((0.0, 0.0, 1.430, -0.152), (0.5, 0.110, 1.512, -0.088), (1.0, 0.113, 1.430, 0.100))),
)


def _hood(ground: Field) -> Doubles:
    t = np.linspace(-1.0, 1.0, 27)
    rows = []
    for knots in _HOOD:
        line = curve(knots, np.abs(t))
        # No corner behind: the curve starts level there.
        line[:, 0] = np.interp(np.abs(t), np.linspace(0, 1, 9), curve(knots, np.linspace(0, 1, 9))[:, 0]) * -np.sign(t)
        line[:, 1] += 0.004 * np.sin(5.0 * t + 0.6) * (1 - np.abs(t))
        rows.append(line)
    grid = np.stack(rows)
    grid[2:] = laid_on(grid[2:], ground, 0.0085)
    return grid


_STRINGS = ((0.070, 1.440, 0.098), (0.070, 1.395, 0.121), (0.068, 1.340, 0.133), (0.066, 1.285, 0.136), (0.065, 1.240, 0.137))
"""The left drawstring from its eyelet down; the right one is a little shorter."""


def _strings(ground: Field) -> tuple[list[Chart], list[Joint], list[Spring]]:
    charts, joints, springs = [], [], []
    for side, sign, length in (("left", 1.0, 1.0), ("right", -1.0, 0.88)):
        line = np.array(_STRINGS) * np.array([sign, 1.0, 1.0])
        line[:, 1] = line[0, 1] + (line[:, 1] - line[0, 1]) * length
        line = laid_on(line, ground, 0.0055)
        knots = np.column_stack([np.linspace(0, 1, len(line)), line])
        t = np.linspace(0, 1, 13)
        charts.append(plain(cord(curve(knots.tolist(), t), 0.0028, 5), CORD))
        end = curve(knots.tolist(), np.array([0.955, 0.99, 1.0]))
        charts.append(plain(cord(np.vstack([end, end[-1] - (0, 0.010, 0)]), np.array([0.0036, 0.0040, 0.0040, 0.0036]), 6), TIP))
        places = MAN.restored(curve(knots.tolist(), np.array([0.04, 0.50, 1.0])))
        names = tuple(f"drawstring_{side}_{i}" for i in range(3))
        for name, parent, at in zip(names, ("upperChest", *names), places, strict=False):
            joints.append(Joint(name, parent, (float(at[0]), float(at[1]), float(at[2])), humanoid=False))
        springs.append(Spring(names, stiffness=0.55, drag=0.40, gravity=0.25, hit_radius=0.004))
    return charts, joints, springs


def _string_weights(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights along the drawstrings."""
    names = tuple(f"drawstring_{side}_{i}" for side in ("left", "right") for i in range(2))
    places = MAN.moved(points)
    table = np.zeros((len(points), 5))
    for side, first in ((1.0, 0), (-1.0, 2)):
        mine = places[:, 0] * side > 0
        down = np.clip((1.440 - places[:, 1]) / 0.20, 0, 1)
        fixed, tail = np.clip(1 - down / 0.12, 0, 1), np.clip((down - 0.40) / 0.25, 0, 1)
        table[mine, first] = ((1 - fixed) * (1 - tail))[mine]
        table[mine, first + 1] = ((1 - fixed) * tail)[mine]
        table[mine, 4] = fixed[mine]
    return (*names, "upperChest"), table


def _string_part(charts: list[Chart], outfits: tuple[str, ...]) -> Part:
    return part("drawstrings", "heather_jersey", *finished(charts), outfits=outfits, weigh=_string_weights)


def make_hoodie(outfits: tuple[str, ...]) -> Made:
    """The hoodie for these outfits."""
    smooth = top(_TRUNK, SLEEVE, _EASE)
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 17)])

    def shape(points: Doubles) -> Doubles:
        # A welt along the zip: it also keeps the mesh fine where the opening is cut.
        edge = np.minimum(_front(points), 0.0) * (points[:, 1] > _ZIP - 0.15)
        welt = bump(0.0, 0.0065, edge) * (points[:, 2] > 0.0)
        return smooth(points) - folds(points) - 0.0040 * welt

    box = ((-0.72, 0.86, -0.24), (0.72, 1.56, 0.20))
    made = sewn(Cut(shape, _CUTS, _THICK, *box, 0.0055, 2650, lining=_LINED))
    charts = woven_charts(made.outside, _PANELS, armhole)
    hood, under, shares = sheet(_hood(shape), 0.0030)
    plot = plotted(charts, _PANELS.size, _PANELS.size)
    # The mesh cuts the tip of the opening short: the slider sits where it really ends.
    p = made.outside.positions
    tip = float(p[(np.abs(_front(p)) < 1e-3) & (p[:, 1] > _ZIP - 0.02), 1].min())
    picture = hoodie_texture(plot, _PANELS, _front, tip, _HEM, _CUFF, armhole)
    texture = fold_shaded(picture, plot, smooth, folds, 1.05, hollows=0.6, shadow=_under_hood, arms=on_arm)
    inner = [plain(mesh, LINING) for mesh in (made.inside, _facing(made.outside), under)]
    pieces = finished([*charts, Chart(hood, hood_uv(shares)), *inner])
    jersey = Material(
        "heather_jersey", texture=texture, shade=(0.72, 0.67, 0.77), shift=0.04, soft=0.11, rim=(0.07, 0.07, 0.08),
        outline_colour=(0.25, 0.22, 0.26),
    )
    strings, joints, springs = _strings(shape)
    body = part("hoodie", "heather_jersey", *pieces, outfits=outfits)
    return Made((body, _string_part(strings, outfits)), (jersey,), tuple(joints), tuple(springs))


def _facing(cloth: Mesh) -> Mesh:
    """The inner side along the opening, beyond the narrow lining of the edge."""
    front = centres(cloth, _front(cloth.positions))
    return inner_side(cloth, _THICK, (front > -0.045) & (front < -_LINED) & (centres(cloth, cloth.positions[:, 1]) > _ZIP))


def _under_hood(points: Doubles) -> Doubles:
    """The soft shade below the hood's roll."""
    behind = np.clip((points[:, 1] - 1.37) / 0.05, 0, 1) * np.clip((-0.10 - points[:, 2]) / 0.03, 0, 1)
    d: Doubles = 0.5 * behind
    return d
