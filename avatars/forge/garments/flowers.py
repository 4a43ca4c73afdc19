"""Flowers and leaves of cloth or paper: cupped petals around a button."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.garments.lofts import Rect, bead, surface
from avatars.forge.sdf.fields import Doubles
from avatars.forge.sdf.meshing import Mesh


def axes(ahead: Doubles, up: Doubles | None = None) -> Doubles:
    """Rows: right, up and ahead of something that faces `ahead`."""
    way = ahead / np.linalg.norm(ahead)
    helper = np.array([0.0, 1.0, 0.0]) if up is None else up
    if abs(way @ helper) > 0.95 * np.linalg.norm(helper):
        helper = np.array([0.0, 0.0, 1.0])
    high = helper - way * (helper @ way)
    high /= np.linalg.norm(high)
    return np.stack([np.cross(high, way), high, way])


def placed(chart: Chart, centre: Doubles, turn: Doubles) -> Chart:
    """A chart made around the origin, facing +z, brought to its place."""
    mesh = chart.mesh
    return Chart(Mesh(centre + mesh.positions @ turn, mesh.normals @ turn, mesh.triangles), chart.uvs)


def petal(long: float, wide: float, cup: float, point: float, rect: Rect, rows: int = 4, columns: int = 3) -> Chart:
    """One petal from the origin up along y, its face to +z: `cup` lifts its rim, `point` 0 is round, 1 sharp."""
    t = np.linspace(0.0, 1.0, rows)[:, None]
    s = np.linspace(-1.0, 1.0, columns)[None]
    outline = np.sin(np.pi * np.clip(t, 0.0, 1.0) ** 0.75) ** 0.6 * (1 - point) + point * np.sin(np.pi * t**0.8)
    outline = np.maximum(outline, 0.16 * (1 - t))
    x = wide * s * outline
    y = long * (t - 0.10 * (1 - point) * s**2 * t)
    z = cup * long * (0.55 * t**2 + 0.40 * s**2 * outline)
    return surface(np.stack([x, y + 0 * s, z], axis=-1), rect, away=np.array([[[0.0, long * 0.5, -10.0]]]))


def flower(
    centre: Doubles,
    ahead: Doubles,
    radius: float,
    rect: Rect,
    heart: Rect,
    *,
    petals: int = 5,
    layers: int = 1,
    cup: float = 0.35,
    point: float = 0.0,
    wide: float = 0.42,
    spin: float = 0.0,
    heart_size: float = 0.20,
) -> list[Chart]:
    """A flower at `centre` that faces `ahead`; petals on `rect`, the button in its middle on `heart`."""
    turn = axes(ahead)
    charts = []
    for layer in range(layers):
        size = radius * (1.0 - 0.34 * layer)
        for number in range(petals):
            angle = 2 * np.pi * (number + 0.5 * layer) / petals + spin
            about = np.array([[np.cos(angle), np.sin(angle), 0.0], [-np.sin(angle), np.cos(angle), 0.0], [0.0, 0.0, 1.0]])
            one = petal(size, size * wide, cup + 0.30 * layer, point, rect)
            lifted = centre + turn[2] * radius * 0.08 * layer
            charts.append(placed(one, lifted, about @ turn))
    if heart_size > 0:
        button = bead(np.zeros(3), np.array([1.0, 1.0, 0.7]) * radius * heart_size, heart, 7, 4)
        charts.append(placed(button, centre + turn[2] * radius * (0.10 + 0.10 * layers), turn))
    return charts


def leaf(foot: Doubles, way: Doubles, ahead: Doubles, long: float, rect: Rect) -> Chart:
    """A leaf from `foot` along `way`, its face to `ahead`."""
    return placed(petal(long, long * 0.26, 0.22, 0.8, rect, 4, 3), foot, axes(ahead, way))
