"""What all tops share: the cut of trunk, sleeves and collar, their folds, and how they are laid flat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, wrapped
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.sdf.fields import bump, cone, loft, mirror, ramp, smin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.cloth.atlas import Atlas
    from avatars.forge.garments.panels import Top
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

Rows = tuple[tuple[float, float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Cloth:
    """The cut of a top. `trunk` and `sleeve`: rows as `fields.loft` takes them. `ease` widens chest and shoulders."""

    trunk: Rows
    sleeve: Rows
    ease: float = 0.0
    collar: tuple[Sequence[float], Sequence[float], float, float] | None = None
    """Two ends and radii of the cone the collar stands on."""
    folds: float = 1.0
    """How deep folds are beside the jumper's."""
    waist: float = 1.035
    """Height of the folds over the waist."""
    stack: float = 0.512
    """How far out the sleeve stacks above the cuff."""


def outer(cloth: Cloth, under: Field, room: float) -> Field:
    """The outside of a top that keeps `room` metres outside what lies under it."""
    trunk = loft("y", cloth.trunk, power=2.2)
    sleeve = loft("x", cloth.sleeve)
    e = cloth.ease
    chest = mirror(cone((0.058, 1.178, 0.046), (0.058, 1.095, 0.034), 0.060 + e, 0.058 + e))
    # Squarer than what is under it: a dropped arm rounds it off.
    slope = cone((0.030, 1.329, -0.026), (0.121, 1.2895, -0.022), 0.033 + e, 0.0455 + e)
    collar = cone(*cloth.collar) if cloth.collar else None

    def field(points: Doubles) -> Doubles:
        side = points.copy()
        side[:, 0] = np.abs(side[:, 0])
        d = smin(trunk(points), chest(points), 0.070)
        d = smin(d, slope(side), 0.050)
        d = smin(d, sleeve(side), 0.055)
        if collar is not None:
            d = smin(d, collar(points), 0.016)
        d = smin(d, under(points) - room, 0.012)
        return d - cloth.folds * _folds(cloth, points, side)

    return field


def _folds(cloth: Cloth, points: Doubles, side: Doubles) -> Doubles:
    """How far folds lift the surface. The two sides differ: cloth never hangs alike."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    ax = side[:, 0]
    own = np.where(x > 0, 0.0, 1.3)
    round_arm = np.arctan2(y - 1.283, z + 0.020)
    on_arm = ramp(0.17, 0.24, ax)
    # Elbow: slanting creases, deepest in the bend (front), none on the outside.
    bend = bump(0.362, 0.055, ax) * (0.45 + 0.55 * np.cos(round_arm - 0.2)) * on_arm
    d = 0.0042 * bend * _crease(ax * 26.0 + 0.22 * np.sin(2 * round_arm + own) + 0.16 * round_arm + own)
    # Above the cuff the sleeve is too long and stacks.
    stack = bump(cloth.stack, 0.026, ax) * on_arm
    d += 0.0038 * stack * np.cos(ax * 2 * np.pi * 34 + 1.1 * np.sin(round_arm + own) + own)
    # From the armpit, drag lines across the upper arm and into the chest.
    radius = np.hypot(ax - 0.150, y - 1.205)
    angle = np.arctan2(y - 1.205, 0.150 - ax)
    drag = bump(0.075, 0.040, radius) * ramp(0.05, 0.10, ax) * ramp(-0.9, -0.2, -np.abs(angle + 0.35))
    d += 0.0030 * drag * np.cos(angle * 8.5 + own)
    # The body hangs from the bust and gathers over the rib of the hem.
    waist = bump(cloth.waist, 0.055, y) * (1 - on_arm)
    turn = np.arctan2(x, z)
    d += 0.0036 * waist * np.cos(y * 2 * np.pi * 15 + 1.2 * np.sin(2.0 * turn + 0.6) + 2.1 * turn * np.sign(x))
    gather = bump(0.945, 0.026, y) * (1 - on_arm)
    lifted: Doubles = d + 0.0026 * gather * np.cos(13 * turn + 0.8 * np.sin(5 * turn))
    return lifted


def _crease(t: Doubles) -> Doubles:
    """A wave with broad hills and narrow valleys."""
    return 1.0 - 2.0 * np.abs(np.sin(np.pi * t)) ** 0.7


def yoke_height(points: Doubles) -> Doubles:
    """Height on the trunk's chart: rows of the yoke run in circles round the neck, those below run level."""
    y, r = points[:, 1], np.hypot(points[:, 0], points[:, 2] + 0.015)
    return y - 0.86 * np.maximum(r - 0.066, 0.0) * ramp(1.02, 1.27, y)


def charts(mesh: Mesh, atlas: Atlas) -> list[Chart]:
    """Trunk and both sleeves, which share one place on the texture."""
    # The sleeve's chart begins below the yoke's last row and outside the armhole.
    p = mesh.positions
    below = atlas.yoke_end - yoke_height(p)
    outside = np.abs(p[:, 0]) + 0.42 * (p[:, 1] - 1.285) - 0.150
    mesh, value = split(mesh, np.minimum(below, outside))
    on_arm = centres(mesh, value) > 0
    found = []
    for side in (1, -1):
        half = centres(mesh, mesh.positions[:, 0]) * side > 0
        found.append(_sleeve_chart(keep(mesh, on_arm & half), atlas))
    return [_trunk_chart(keep(mesh, ~on_arm), atlas), *found]


def panel_charts(top: Top, atlas: Atlas, collar_top: float, collar_fall: float) -> list[Chart]:
    """The pieces of a top laid flat. The collar's upper edge, `collar_top` high with this fall, is the texture's first row."""
    laid = laid_flat(top.trunk, top.sleeves, atlas)
    if top.collar is not None:
        p = top.collar.positions
        level = atlas.trunk.start - 0.004 + p[:, 1] + collar_fall * (p[:, 2] + 0.020) - collar_top
        mesh, u, v = wrapped(top.collar, even_turn(p), level)
        laid.append(Chart(mesh, atlas.uv(atlas.trunk, u, v)))
    return laid


def laid_flat(trunk: Mesh, sleeves: Sequence[Mesh], atlas: Atlas) -> list[Chart]:
    """The trunk's chart, then the sleeves', which share one place."""
    return [_trunk_chart(trunk, atlas), *(_sleeve_chart(sleeve, atlas) for sleeve in sleeves)]


def _sleeve_chart(mesh: Mesh, atlas: Atlas) -> Chart:
    p = mesh.positions
    # The seam lies under the arm.
    angle = np.arctan2(p[:, 2] + 0.020, p[:, 1] - 1.281) / (2 * np.pi) + 0.5
    mesh, u, v = wrapped(mesh, angle, np.abs(p[:, 0]))
    return Chart(mesh, atlas.uv(atlas.sleeve, u, v))


def _trunk_chart(mesh: Mesh, atlas: Atlas) -> Chart:
    p = mesh.positions
    mesh, u, v = wrapped(mesh, even_turn(p), yoke_height(p))
    return Chart(mesh, atlas.uv(atlas.trunk, u, v))


def even_turn(points: Doubles, ratio: float = 0.70) -> Doubles:
    """The way round the trunk as 0..1 by arc length of an ellipse of this depth to width; seam behind."""
    t = np.arctan2(points[:, 0] * ratio, points[:, 2] + 0.012)
    at = np.linspace(-np.pi, np.pi, 721)
    speed = np.hypot(np.cos(at), ratio * np.sin(at))
    length = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    share: Doubles = np.interp(t, at, length / length[-1])
    return share
