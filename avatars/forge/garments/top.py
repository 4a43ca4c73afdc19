"""What all tops share: the cut of trunk, sleeves and collar, their folds, and how they are laid flat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, wrapped
from avatars.forge.sdf.fields import cone, loft, mirror, ramp, smin

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
        return smin(d, under(points) - room, 0.012)

    return field


def yoke_height(points: Doubles) -> Doubles:
    """Height on the trunk's chart: rows of the yoke run in circles round the neck, those below run level."""
    y, r = points[:, 1], np.hypot(points[:, 0], points[:, 2] + 0.015)
    return y - 0.86 * np.maximum(r - 0.066, 0.0) * ramp(1.02, 1.27, y)


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
