"""Tied ribbons: two loops, two ends and a knot."""

from __future__ import annotations

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.garments.lofts import Rect, bead, surface
from avatars.forge.sdf.fields import Doubles


def bow(centre: Doubles, out: Doubles, up: Doubles, size: float, ends: float, rect: Rect, width: float = 0.62) -> list[Chart]:
    """A bow at `centre` (metres) that faces `out`; loops are `size` long, its ends hang `ends` down; `width` of the ribbon as a
    share of the loops. All on one place of the texture."""
    ahead = out / np.linalg.norm(out)
    high = up - ahead * (up @ ahead)
    high /= np.linalg.norm(high)
    across = np.cross(high, ahead)
    half = size * width / 2
    charts = []
    for side in (1.0, -1.0):
        charts += _loop(centre, ahead, high, across * side, size, half, rect)
        if ends > 0:
            charts += _end(centre, ahead, high, across * side, ends, half * 0.8, rect)
    knot = bead(np.zeros(3), np.array([size * 0.19, half * 0.62, size * 0.17]), rect, 8, 6)
    turn = np.stack([across, high, ahead])
    mesh = knot.mesh
    charts.append(
        Chart(type(mesh)(centre + ahead * size * 0.16 + mesh.positions @ turn, mesh.normals @ turn, mesh.triangles), knot.uvs)
    )
    return charts


def _strip(middle: Doubles, across: Doubles, rect: Rect) -> list[Chart]:
    """A ribbon of two sides along `middle` (n,3), `across` (n,3) to its edges."""
    share = np.array([-1.0, -0.4, 0.4, 1.0])
    grid = middle[:, None] + across[:, None] * share[None, :, None]
    first = surface(grid, rect)
    back = surface(grid, rect, inward=True)
    return [first, back]


def _loop(centre: Doubles, ahead: Doubles, high: Doubles, side: Doubles, size: float, half: float, rect: Rect) -> list[Chart]:
    turn = np.linspace(0.0, 1.0, 9)
    along = np.sin(np.pi * turn) ** 0.8 * size
    depth = (0.34 * size) * np.sin(2 * np.pi * turn) * 0.55 + 0.13 * size * np.sin(np.pi * turn)
    lift = 0.16 * size * np.sin(np.pi * turn)
    middle = centre + side * along[:, None] + ahead * depth[:, None] + high * lift[:, None]
    wide = half * (0.42 + 0.58 * np.sin(np.pi * turn) ** 0.7)
    return _strip(middle, high * wide[:, None] + side * (0.10 * wide)[:, None], rect)


def _end(centre: Doubles, ahead: Doubles, high: Doubles, side: Doubles, long: float, half: float, rect: Rect) -> list[Chart]:
    fall = np.linspace(0.0, 1.0, 5)
    middle = centre + side * (0.42 * long * fall**0.9)[:, None] - high * (long * fall)[:, None]
    middle = middle + ahead * (0.08 * long * np.sin(np.pi * fall * 1.3))[:, None]
    wide = half * (0.5 + 0.5 * fall)
    return _strip(middle, side * wide[:, None] * 0.9 + high * (0.42 * wide)[:, None], rect)
