"""The Fair Isle jumper: cream wool, a circular yoke in teal, red and honey, ribbed collar, cuffs and hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part, wrapped
from avatars.forge.cloth.bake import shaded
from avatars.forge.cloth.fair_isle import ATLAS, SLEEVE, TRUNK, jumper_texture
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.jeans import outer as trousers
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, cone, loft, mirror, ramp, smin

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

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
    (0.080, 0.055, 0.055, 1.276, -0.020),
    (0.150, 0.056, 0.055, 1.275, -0.020),
    (0.220, 0.053, 0.053, 1.279, -0.020),
    (0.300, 0.049, 0.049, 1.281, -0.020),
    (0.380, 0.0455, 0.0465, 1.281, -0.020),
    (0.460, 0.0440, 0.0455, 1.281, -0.020),
    (0.515, 0.0450, 0.0465, 1.280, -0.020),
    (0.540, 0.0410, 0.0440, 1.282, -0.020),
    (0.556, 0.0330, 0.0365, 1.284, -0.020),
    (0.575, 0.0300, 0.0345, 1.285, -0.020),
    (0.620, 0.0290, 0.0340, 1.285, -0.020),
)
THICKNESS = 0.006
CUFF = 0.598
HEM = 0.868


def outer(under: Field) -> Field:
    """The outside of the wool, which makes room for the trousers `under` it."""
    trunk = loft("y", _TRUNK, power=2.2)
    sleeve = loft("x", _SLEEVE)
    chest = mirror(cone((0.058, 1.178, 0.046), (0.058, 1.095, 0.034), 0.060, 0.058))
    slope = cone((0.030, 1.335, -0.026), (0.118, 1.288, -0.022), 0.033, 0.048)
    collar = cone((0.0, 1.300, -0.029), (0.0, 1.400, -0.012), 0.0665, 0.0600)

    def field(points: Doubles) -> Doubles:
        side = points * 1.0
        side[:, 0] = np.abs(side[:, 0])
        d = smin(trunk(points), chest(points), 0.070)
        d = smin(d, slope(side), 0.050)
        d = smin(d, sleeve(side), 0.055)
        d = smin(d, collar(points), 0.016)
        d = smin(d, under(points) - 0.0095, 0.012)
        return d - _folds(points, side)

    return field


def _folds(points: Doubles, side: Doubles) -> Doubles:
    """How far folds lift the surface. The two sides differ: cloth never hangs alike."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    ax = side[:, 0]
    own = np.where(x > 0, 0.0, 1.3)
    round_arm = np.arctan2(y - 1.283, z + 0.020)
    on_arm = ramp(0.17, 0.24, ax)
    # Elbow: slanting creases, deepest in the bend (front), none on the outside.
    bend = bump(0.362, 0.055, ax) * (0.45 + 0.55 * np.cos(round_arm - 0.2)) * on_arm
    d = 0.0030 * bend * _crease(ax * 26.0 + 0.22 * np.sin(2 * round_arm + own) + 0.16 * round_arm + own)
    # Above the cuff the sleeve is too long and stacks.
    stack = bump(0.512, 0.026, ax) * on_arm
    d += 0.0032 * stack * np.cos(ax * 2 * np.pi * 34 + 1.1 * np.sin(round_arm + own) + own)
    # From the armpit, drag lines across the upper arm and into the chest.
    radius = np.hypot(ax - 0.150, y - 1.205)
    angle = np.arctan2(y - 1.205, 0.150 - ax)
    drag = bump(0.075, 0.040, radius) * ramp(0.05, 0.10, ax) * ramp(-0.9, -0.2, -np.abs(angle + 0.35))
    d += 0.0028 * drag * np.cos(angle * 8.5 + own)
    # The body hangs from the bust and gathers over the rib of the hem.
    waist = bump(1.035, 0.055, y) * (1 - on_arm)
    turn = np.arctan2(x, z)
    d += 0.0026 * waist * np.cos(y * 2 * np.pi * 15 + 1.2 * np.sin(2.0 * turn + 0.6) + 2.1 * turn * np.sign(x))
    gather = bump(0.945, 0.026, y) * (1 - on_arm)
    return d + 0.0026 * gather * np.cos(13 * turn + 0.8 * np.sin(5 * turn))


def _crease(t: Doubles) -> Doubles:
    """A wave with broad hills and narrow valleys."""
    return 1.0 - 2.0 * np.abs(np.sin(np.pi * t)) ** 0.7


def _opening(points: Doubles) -> Doubles:
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    collar = (y - 1.368) + 0.17 * (z + 0.02)
    hem = HEM - y
    return np.maximum(np.maximum(x - CUFF, collar), hem)


def yoke_height(points: Doubles) -> Doubles:
    """Height on the trunk's chart: rows of the yoke run in circles round the neck, those below run level."""
    y, r = points[:, 1], np.hypot(points[:, 0], points[:, 2] + 0.015)
    return y - 0.62 * np.maximum(r - 0.066, 0.0) * ramp(1.02, 1.27, y)


def _charts(mesh: Mesh) -> list[Chart]:
    # The sleeve's chart begins below the yoke's last row and outside the armhole.
    p = mesh.positions
    below = TRUNK.yoke_end - yoke_height(p)
    outside = np.abs(p[:, 0]) + 0.42 * (p[:, 1] - 1.285) - 0.150
    mesh, value = split(mesh, np.minimum(below, outside))
    on_arm = centres(mesh, value) > 0
    charts = []
    for side in (1, -1):
        half = centres(mesh, mesh.positions[:, 0]) * side > 0
        charts.append(_sleeve_chart(keep(mesh, on_arm & half)))
    charts.append(_trunk_chart(keep(mesh, ~on_arm)))
    return charts


def _sleeve_chart(mesh: Mesh) -> Chart:
    p = mesh.positions
    angle = np.arctan2(p[:, 2] + 0.020, -(p[:, 1] - 1.281)) / (2 * np.pi) + 0.5
    mesh, u, v = wrapped(mesh, angle, np.abs(p[:, 0]))
    return Chart(mesh, np.stack([SLEEVE.u(u), SLEEVE.v(v)], axis=1) / ATLAS)


def _trunk_chart(mesh: Mesh) -> Chart:
    p = mesh.positions
    mesh, u, v = wrapped(mesh, even_turn(p), yoke_height(p))
    return Chart(mesh, np.stack([TRUNK.u(u), TRUNK.v(v)], axis=1) / ATLAS)


def even_turn(points: Doubles, ratio: float = 0.70) -> Doubles:
    """The way round the trunk as 0..1 by arc length of an ellipse of this depth to width; seam behind."""
    t = np.arctan2(points[:, 0] * ratio, points[:, 2] + 0.012)
    at = np.linspace(-np.pi, np.pi, 721)
    speed = np.hypot(np.cos(at), ratio * np.sin(at))
    length = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    return np.interp(t, at, length / length[-1])


def make_jumper(outfits: tuple[str, ...]) -> Made:
    """The jumper for these outfits."""
    wool = outer(trousers())
    cut = Cut(wool, _opening, THICKNESS, (-0.62, 0.84, -0.20), (0.62, 1.42, 0.20), cell=0.0032, triangles=13000)
    charts = _charts(sewn(cut))
    knit = Material(
        "fair_isle",
        texture=shaded(jumper_texture(), wool, charts, 0.8),
        shade=(0.86, 0.76, 0.80),
        shift=0.04,
        soft=0.10,
        rim=(0.10, 0.09, 0.08),
        outline=0.0008,
        palette=True,
    )
    return Made((part("jumper", "fair_isle", *charts, outfits=outfits),), (knit,))
