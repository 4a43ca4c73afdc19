"""Even meshes on a distance field: tubes of rings, patches between them, and rounded edges.

Marching cubes give triangles of any shape, which show along outlines and in bends. Cloth is round: rays from an axis find
its surface where rings of quads should lie, so that few triangles are enough and elbows bend along them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.spatial import Delaunay

from avatars.forge.sdf.meshing import Mesh, gradient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles, Field

_SAMPLES, _HALVINGS = 40, 22
SMOOTH = 0.0025
"""Metres over which normals are taken: folds finer than the mesh belong to the texture."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Where a ring is sought: rays leave `centre` along cos(a) `start` + sin(a) `side`."""

    centre: tuple[float, float, float]
    start: tuple[float, float, float]
    side: tuple[float, float, float]


def cast(field: Field, origins: Doubles, directions: Doubles, reach: float) -> Doubles:
    """Where rays (n,3) from inside first leave the field, at most `reach` metres away. ValueError where one does not."""
    unit = directions / np.linalg.norm(directions, axis=1, keepdims=True)
    steps = np.linspace(0.0, reach, _SAMPLES + 1)
    values = np.stack([field(origins + unit * t) for t in steps], axis=1)
    outside = values > 0
    if not outside.any(axis=1).all():
        raise ValueError(f"{int((~outside.any(axis=1)).sum())} rays do not leave the shape within {reach} m")
    first = np.maximum(outside.argmax(axis=1), 1)
    low, high = steps[first - 1], steps[first]
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        out = field(origins + unit * middle[:, None]) > 0
        high, low = np.where(out, middle, high), np.where(out, low, middle)
    points: Doubles = origins + unit * high[:, None]
    return points


def tube(field: Field, rings: Sequence[Ring], angles: Doubles, reach: float = 0.5) -> Doubles:
    """Points (rings, angles, 3) of a tube; `angles` (n,) or one row a ring, in radians."""
    turns = np.broadcast_to(angles, (len(rings), np.shape(angles)[-1]))
    centre, start, side = (np.array([getattr(r, name) for r in rings]) for name in ("centre", "start", "side"))
    way = np.cos(turns)[..., None] * start[:, None] + np.sin(turns)[..., None] * side[:, None]
    origins = np.broadcast_to(centre[:, None], way.shape)
    found: Doubles = cast(field, origins.reshape(-1, 3), way.reshape(-1, 3), reach).reshape(way.shape)
    return found


def even_angles(count: int) -> Doubles:
    """All the way round, the first at 0."""
    return np.linspace(0.0, 2 * np.pi, count, endpoint=False)


def normals_of(field: Field, points: Doubles) -> Doubles:
    """Unit gradients at points of any shape (..., 3)."""
    flat = gradient(field, points.reshape(-1, 3), SMOOTH)
    unit: Doubles = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
    return unit.reshape(points.shape)


def sheet(points: Doubles, normals: Doubles, closed: bool = True) -> Mesh:
    """The mesh of a grid (rows, columns, 3); `closed` joins the last column to the first. Faces agree with the normals."""
    rows, columns = points.shape[:2]
    index = np.arange(rows * columns).reshape(rows, columns)
    if closed:
        index = np.concatenate([index, index[:, :1]], axis=1)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, :-1], index[1:, 1:]
    flat = points.reshape(-1, 3)
    # The shorter diagonal: folds that run askew stay smooth.
    short = np.linalg.norm(flat[a] - flat[d], axis=-1) <= np.linalg.norm(flat[b] - flat[c], axis=-1)
    first = np.where(short[..., None], np.stack([a, c, d], -1), np.stack([a, c, b], -1))
    second = np.where(short[..., None], np.stack([a, d, b], -1), np.stack([b, c, d], -1))
    return facing(Mesh(flat, normals.reshape(-1, 3), np.concatenate([first.reshape(-1, 3), second.reshape(-1, 3)])))


def facing(mesh: Mesh) -> Mesh:
    """Triangles without area left out, the others turned so that they agree with the normals."""
    a, b, c = (mesh.positions[mesh.triangles[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    agree = (across * mesh.normals[mesh.triangles].sum(axis=1)).sum(axis=1)
    turned = np.where((agree < 0)[:, None], mesh.triangles[:, ::-1], mesh.triangles)
    return Mesh(mesh.positions, mesh.normals, turned[np.linalg.norm(across, axis=1) > 1e-10])


def patch(field: Field, centre: Sequence[float], border: Doubles, holes: Sequence[Doubles], inner: Doubles) -> Mesh:
    """The surface between closed rings of points, all seen from `centre`.

    `border` (n,3) is the lowest ring, `holes` the others; `inner` (m,3) lies between: what does not is left out. In the
    stereographic map from straight below Delaunay joins the points.
    """
    rings = [border, *holes]
    flat = [_seen(ring, centre) for ring in rings]
    among = _seen(inner, centre)
    free = within(among, flat[0])
    for hole in flat[1:]:
        free &= ~within(among, hole)
    inner, among = inner[free], among[free]
    points = np.concatenate([*rings, inner])
    plane = np.concatenate([*flat, among])
    triangles = Delaunay(plane).simplices.astype(np.int64)
    middle = plane[triangles].mean(axis=1)
    kept = within(middle, flat[0])
    for hole in flat[1:]:
        kept &= ~within(middle, hole)
    return facing(Mesh(points, normals_of(field, points), triangles[kept]))


def _seen(points: Doubles, centre: Sequence[float]) -> Doubles:
    way = points - np.asarray(centre, dtype=float)
    way = way / np.linalg.norm(way, axis=1, keepdims=True)
    flat: Doubles = way[:, [0, 2]] / (1.0 + way[:, 1:2])
    return flat


def within(points: Doubles, polygon: Doubles) -> npt.NDArray[np.bool_]:
    """Which points (n,2) lie inside a closed polygon (m,2), by the crossings of a ray."""
    x, y = points[:, :1], points[:, 1:]
    ax, ay = polygon[:, 0][None], polygon[:, 1][None]
    bx, by = np.roll(polygon[:, 0], -1)[None], np.roll(polygon[:, 1], -1)[None]
    crosses = (ay > y) != (by > y)
    at = ax + (y - ay) * (bx - ax) / np.where(by == ay, 1.0, by - ay)
    inside: npt.NDArray[np.bool_] = ((crosses & (x < at)).sum(axis=1) % 2) == 1
    return inside


def clear_of(points: Doubles, ring: Doubles, distance: float) -> npt.NDArray[np.bool_]:
    """Which points (n,3) keep `distance` from every point of a ring (m,3)."""
    gap = np.linalg.norm(points[:, None] - ring[None], axis=2).min(axis=1)
    far: npt.NDArray[np.bool_] = gap > distance
    return far


def edge(
    field: Field, ring: Doubles, out: Doubles, thickness: float, lining: float, closed: bool = True
) -> Mesh:
    """Where cloth ends: from a ring (n,3) of its outside round the edge and `lining` metres back on the inner side.

    `out` (3,) or (n,3) points to where the cloth ends.
    """
    normal = normals_of(field, ring)
    way = np.broadcast_to(out, ring.shape)
    way = way - normal * (way * normal).sum(axis=1, keepdims=True)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    half = thickness / 2
    inner = ring - normal * thickness
    back = inner - way * lining
    slope = gradient(field, back)
    depth = field(back) + thickness
    back = back - slope * (depth / np.maximum((slope**2).sum(axis=1), 0.25))[:, None]
    rows = [ring, ring + (way - normal) * half, inner, back]
    turned = [normal, way, -normal, -normal]
    return sheet(np.stack(rows), np.stack(turned), closed)
