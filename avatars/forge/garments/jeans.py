"""Blue jeans with a straight leg and turn-ups that show the pale inner side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part, plain, wrapped
from avatars.forge.cloth.bake import shaded
from avatars.forge.cloth.denim import BLUE_SPOT, PALE_SPOT, denim_texture, leg_u, leg_v, turn_up_uv
from avatars.forge.garments.cut import Cut, Sewn, sewn
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, ellipsoid, loft, mirror, ramp, smin
from avatars.forge.sdf.meshing import Mesh

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_HIPS = (
    # y, half-width, half-depth, centre x, centre z
    (0.735, 0.006, 0.040, 0.0, -0.004),
    (0.770, 0.016, 0.070, 0.0, -0.004),
    (0.805, 0.060, 0.082, 0.0, -0.005),
    (0.840, 0.1380, 0.090, 0.0, -0.008),
    (0.885, 0.1510, 0.102, 0.0, -0.010),
    (0.920, 0.1510, 0.103, 0.0, -0.008),
    (0.950, 0.1460, 0.099, 0.0, -0.005),
    (0.990, 0.1370, 0.091, 0.0, 0.000),
    (1.030, 0.1240, 0.082, 0.0, 0.003),
)
_LEG = (
    # y, half-width, half-depth, centre x, centre z
    (0.060, 0.056, 0.063, 0.100, -0.018),
    (0.120, 0.057, 0.063, 0.100, -0.018),
    (0.220, 0.058, 0.062, 0.099, -0.018),
    (0.320, 0.060, 0.064, 0.098, -0.016),
    (0.470, 0.059, 0.062, 0.096, -0.002),
    (0.560, 0.063, 0.067, 0.095, 0.000),
    (0.660, 0.0720, 0.077, 0.0890, -0.001),
    (0.760, 0.0815, 0.087, 0.0825, -0.003),
    (0.860, 0.0790, 0.091, 0.0810, -0.008),
    (0.910, 0.0690, 0.081, 0.0780, -0.010),
)
HEM, WAIST = 0.088, 0.992
_TURN_UP = (0.086, 0.134)


def outer() -> Field:
    """The outside of the denim, without the turn-ups."""
    hips = loft("y", _HIPS, power=2.2)
    seat = mirror(ellipsoid((0.068, 0.866, -0.052), (0.074, 0.080, 0.062)))
    leg = loft("y", _LEG)

    def field(points: Doubles) -> Doubles:
        side = points.copy()
        side[:, 0] = np.abs(side[:, 0])
        d = smin(hips(points), seat(points), 0.050)
        return smin(d, leg(side), 0.034) - _folds(points, side)

    return field


def _folds(points: Doubles, side: Doubles) -> Doubles:
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    turn = np.arctan2(side[:, 0] - 0.097, z + 0.010)
    own = np.where(x > 0, 0.4, 2.1)
    # Stacking over the turn-up, deepest in front.
    stack = bump(0.185, 0.040, y)
    d = 0.0036 * stack * _ridge(y * 23.0 + 0.20 * np.sin(turn + own) + 0.10 * np.sin(3 * turn))
    # Behind the knee and slanting over it.
    knee = bump(0.475, 0.060, y) * (0.55 - 0.45 * np.cos(turn))
    d += 0.0034 * knee * _ridge(y * 20.0 + 0.30 * np.cos(turn + own) + own)
    # A long soft break down the shin and the thigh.
    d += 0.0022 * bump(0.33, 0.09, y) * np.cos(2 * turn + 14 * y + own)
    d += 0.0022 * bump(0.64, 0.07, y) * np.cos(2 * turn - 16 * y + own)
    # Whiskers run from the crotch up towards the hips.
    across, up = side[:, 0], y - 0.800
    front = ramp(0.02, 0.07, z) * ramp(0.020, 0.050, across) * (1.0 - ramp(0.110, 0.150, across))
    d += 0.0024 * front * bump(0.045, 0.030, up) * np.cos((up - 0.62 * across) * 2 * np.pi / 0.030 + own)
    # Under the seat.
    return d + 0.0030 * ramp(0.02, 0.07, -z) * bump(0.765, 0.030, y) * np.cos((y - 0.30 * side[:, 0]) * 190)


def _ridge(t: Doubles) -> Doubles:
    return 1.0 - 2.0 * np.abs(np.sin(np.pi * t)) ** 0.75


def _waist(points: Doubles) -> Doubles:
    return points[:, 1] - WAIST


def _leg_end(points: Doubles) -> Doubles:
    return HEM + 0.020 - points[:, 1]


def _tilt(points: Doubles) -> Doubles:
    return points[:, 1] - 0.05 * (points[:, 2] + 0.018)


def _leg_charts(mesh: Mesh) -> list[Chart]:
    mesh, x = split(mesh, mesh.positions[:, 0])
    charts = []
    for side in (1.0, -1.0):
        half = keep(mesh, centres(mesh, x) * side > 0)
        p = half.positions
        # Round each leg's own axis; above the crotch the two charts meet on the middle seams.
        centre = np.interp(p[:, 1], [0.0, 0.6, 0.86, 1.0], [0.100, 0.094, 0.080, 0.070])
        turn = np.arctan2(np.abs(p[:, 0]) - centre, p[:, 2] + 0.008) / (2 * np.pi)
        # 0 on the inner seam, 0.5 on the outer: the jump lies inside the leg.
        around = (turn + 0.25) % 1.0
        half, u, v = wrapped(half, around, p[:, 1])
        charts.append(Chart(half, np.stack([leg_u(u), leg_v(v)], axis=1)))
    return charts


def _between(p: Doubles) -> Doubles:
    """1 between the legs, 0 elsewhere."""
    return ramp(0.69, 0.76, p[:, 1]) * (1 - ramp(0.85, 0.90, p[:, 1])) * (1 - ramp(0.05, 0.10, np.abs(p[:, 0])))


def _calm(mesh: Mesh) -> Mesh:
    """The arch between the legs faces the ground and would be one dark patch: there normals look straight out instead."""
    p = mesh.positions
    share = _between(p)
    normals = mesh.normals * np.stack([1 - 0.7 * share, 1 - share, np.ones_like(share)], axis=1)
    return Mesh(p, normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6), mesh.triangles)


def make_jeans(outfits: tuple[str, ...]) -> Made:
    """The jeans for these outfits."""
    cloth = outer()
    legs = sewn(Cut(cloth, (_waist, _leg_end), 0.004, (-0.22, 0.05, -0.18), (0.22, 1.05, 0.18), 0.0034, 7200, 0.02))
    charts = _leg_charts(_calm(legs.outside))
    cuffs = _turn_ups(cloth)
    q = cuffs.outside.positions
    around = np.arctan2(np.abs(q[:, 0]) - 0.1, q[:, 2] + 0.018) / (2 * np.pi) + 0.5
    folded, u, v = wrapped(cuffs.outside, around, q[:, 1])
    pieces = (*charts, Chart(folded, turn_up_uv(u, v)), plain(cuffs.inside, PALE_SPOT), plain(legs.inside, BLUE_SPOT))
    denim = Material(
        "denim",
        texture=shaded(denim_texture(), cloth, charts, 0.9, calm=_between),
        shade=(0.74, 0.69, 0.84),
        shift=0.04,
        soft=0.09,
        rim=(0.05, 0.06, 0.09),
        palette=True,
    )
    return Made((part("jeans", "denim", *pieces, outfits=outfits),), (denim,))


def _turn_ups(cloth: Field) -> Sewn:
    def band(points: Doubles) -> Doubles:
        wave = 0.0012 * np.cos(3 * np.arctan2(np.abs(points[:, 0]) - 0.1, points[:, 2] + 0.018))
        d: Doubles = cloth(points) - 0.0060 - wave
        return d

    openings = (lambda p: _tilt(p) - _TURN_UP[1], lambda p: _TURN_UP[0] - _tilt(p))
    return sewn(Cut(band, openings, 0.0070, (-0.22, 0.05, -0.18), (0.22, 0.18, 0.18), 0.0030, 1500))
