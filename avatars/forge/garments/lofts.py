"""Solids made of grids for what is worn on head and neck: tubes along lines, beads, and any surface of rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.sdf.rings import sheet

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

Rect = tuple[float, float, float, float]
"""Left, top, right and lower border of a place on the texture, 0..1."""


def grid_normals(grid: Doubles, closed: bool = False, inward: bool = False, away: Doubles | None = None) -> Doubles:
    """Unit normals (rows, columns, 3); `closed`: the last column is the first one again. They look away from `away` (points),
    from the middle of each row's ring or, where the grid is open, of the whole; `inward` the other way."""
    across, down = np.gradient(grid, axis=1), np.gradient(grid, axis=0)
    if closed:
        across[:, 0] = across[:, -1] = (grid[:, 1] - grid[:, -2]) / 2
    normals = np.cross(down, across)
    length = np.linalg.norm(normals, axis=-1, keepdims=True)
    good = length[..., 0] > 1e-12
    normals = np.where(good[..., None], normals / np.maximum(length, 1e-12), 0.0)
    for row in np.flatnonzero(~good.any(axis=1)):  # a pole looks where its neighbours look together
        beside = row + 1 if row + 1 < len(grid) else row - 1
        mean = normals[beside].sum(axis=0)
        normals[row] = mean / max(float(np.linalg.norm(mean)), 1e-12)
    middle = grid[:, :-1].mean(axis=1, keepdims=True) if closed else grid.mean(axis=(0, 1), keepdims=True)
    middle = middle if away is None else away
    facing = float((normals * (grid - middle)).sum())
    return -normals if (facing < 0) != inward else normals


def surface(
    grid: Doubles,
    rect: Rect,
    closed: bool = False,
    inward: bool = False,
    even: bool = True,
    fold: bool = False,
    away: Doubles | None = None,
) -> Chart:
    """A sheet of one side through a grid (rows, columns, 3) in metres, on `rect` of the texture: columns run right, rows down;
    `even` spaces rows by their length, `fold` lays both halves of the columns on one another."""
    rows, columns = grid.shape[:2]
    share = np.linspace(0.0, 1.0, rows)
    if even and rows > 2:
        steps = np.linalg.norm(np.diff(grid, axis=0), axis=-1).mean(axis=1)
        share = np.concatenate([[0.0], np.cumsum(steps)]) / max(float(steps.sum()), 1e-12)
    left, top, right, low = rect
    along = np.linspace(0.0, 1.0, columns)
    u = np.broadcast_to(left + (right - left) * (np.abs(2 * along - 1) if fold else along), (rows, columns))
    v = np.broadcast_to((top + (low - top) * share)[:, None], (rows, columns))
    mesh = sheet(grid, grid_normals(grid, closed, inward, away), closed=False)
    return Chart(mesh, np.stack([u, v], axis=-1).reshape(-1, 2))


def frames(line: Doubles, up: Doubles) -> tuple[Doubles, Doubles, Doubles]:
    """Along, beside and above (n,3) of a line, carried on without twist from `up` at its beginning."""
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-12)
    above = np.empty_like(line)
    carried = np.asarray(up, dtype=float)
    for i, way in enumerate(along):
        carried = carried - way * (way @ carried)
        carried /= max(float(np.linalg.norm(carried)), 1e-12)
        above[i] = carried
    return along, np.cross(along, above), above


def tube(
    line: Doubles,
    radius: float | Doubles,
    rect: Rect,
    sides: int = 8,
    up: Doubles | None = None,
    flat: float = 1.0,
    closed: bool = False,
) -> Chart:
    """A round cord along points (n,3), with ends; `radius` may change along it, `flat` is its height as part of its width, `up`
    (3,) where its top looks at the start. `closed`: a ring, whose last point is its first."""
    along, beside, above = frames(line, np.array([0.0, 1.0, 0.02]) if up is None else up)
    if closed:
        beside, above = _untwisted(along, beside, above)
    angle = np.linspace(0.0, 2 * np.pi, sides + 1)
    radii = np.broadcast_to(np.asarray(radius, dtype=float), (len(line),))
    ring = np.cos(angle)[None, :, None] * beside[:, None] + flat * np.sin(angle)[None, :, None] * above[:, None]
    grid = line[:, None] + ring * radii[:, None, None]
    if not closed:
        tips = [line[i] + along[i] * sign * radii[i] * 0.35 for i, sign in ((0, -1), (-1, 1))]
        first, last = (np.broadcast_to(tip, (1, sides + 1, 3)) for tip in tips)
        grid = np.concatenate([first, grid, last])
    return surface(grid, rect, closed=True)


def _untwisted(along: Doubles, beside: Doubles, above: Doubles) -> tuple[Doubles, Doubles]:
    """The frames of a ring turned little by little, so that the last agrees with the first."""
    off = np.arctan2(above[-1] @ beside[0], above[-1] @ above[0])
    turn = np.linspace(0.0, off, len(along))[:, None]
    return np.cos(turn) * beside + np.sin(turn) * above, np.cos(turn) * above - np.sin(turn) * beside


def bead(centre: Doubles, radii: Doubles | float, rect: Rect, around: int = 10, rows: int = 7) -> Chart:
    """An ellipsoid along the axes of the world."""
    fall = np.linspace(0.0, np.pi, rows)[:, None]
    turn = np.linspace(0.0, 2 * np.pi, around + 1)[None]
    way = np.stack([np.sin(fall) * np.sin(turn), np.cos(fall) * np.ones_like(turn), np.sin(fall) * np.cos(turn)], axis=-1)
    half = np.broadcast_to(np.asarray(radii, dtype=float), (3,))
    made = surface(np.asarray(centre) + way * half, rect, closed=True)
    normals = (way / half).reshape(-1, 3)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return Chart(Mesh(made.mesh.positions, normals, made.mesh.triangles), made.uvs)


def mirrored(chart: Chart) -> Chart:
    """The same on the other side of the body, on the same place of the texture."""
    flip = np.array([-1.0, 1.0, 1.0])
    mesh = chart.mesh
    return Chart(Mesh(mesh.positions * flip, mesh.normals * flip, mesh.triangles[:, ::-1]), chart.uvs)


def both(chart: Chart) -> tuple[Chart, Chart]:
    """Left and right."""
    return chart, mirrored(chart)
