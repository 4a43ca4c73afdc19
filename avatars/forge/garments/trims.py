"""Trims made of grids: sheets with thickness (collars, lapels, flaps) and cords (laces, drawstrings)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline

from avatars.forge.mesh_edit import keep
from avatars.forge.sdf.meshing import Mesh, gradient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles, Field


def curve(knots: Sequence[Sequence[float]], t: Doubles) -> Doubles:
    """Points (len(t), k) at parameters `t` of a smooth line through `knots`: rows of parameter and k numbers."""
    rows = np.asarray(knots, dtype=float)
    line: Doubles = CubicSpline(rows[:, 0], rows[:, 1:], axis=0)(t)
    return line


def laid_on(points: Doubles, ground: Field, room: float) -> Doubles:
    """Points (..., 3) moved along the ground's slope until they lie `room` metres outside it, where they are nearer."""
    flat = points.reshape(-1, 3).copy()
    for _ in range(4):
        slope = gradient(ground, flat)
        slope /= np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-9)
        flat += slope * np.maximum(room - ground(flat), 0.0)[:, None]
    return flat.reshape(points.shape)


def sheet(grid: Doubles, thickness: float) -> tuple[Mesh, Mesh, Doubles]:
    """Cloth through a grid of points (rows, columns, 3), its outside where columns run right and rows run down.

    Gives the outside, the inner side with the edges, and for the outside's vertices (row, column) as shares 0..1.
    """
    high, wide = grid.shape[:2]
    across, down = np.gradient(grid, axis=1), np.gradient(grid, axis=0)
    normals = np.cross(down, across)
    normals /= np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-9)
    index = np.arange(high * wide).reshape(high, wide)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, :-1], index[1:, 1:]
    faces = np.concatenate([np.stack([a, c, b], -1).reshape(-1, 3), np.stack([b, c, d], -1).reshape(-1, 3)])
    outer, n = grid.reshape(-1, 3), normals.reshape(-1, 3)
    inner = outer - n * thickness
    ring = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    centre = grid.mean(axis=(0, 1))
    # The edge looks away from the sheet's neighbours.
    inside = np.concatenate([index[1, :-1], index[:-1, -2], index[-2, :0:-1], index[:0:-1, 1]])
    out = outer[ring] - outer[inside]
    out = np.where(np.linalg.norm(out, axis=1, keepdims=True) > 1e-7, out, outer[ring] - centre)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    count, k = len(ring), np.arange(len(ring))
    following = (k + 1) % count
    base = len(inner)
    strip = np.concatenate(
        [np.stack([k, k + count, following], 1), np.stack([following, k + count, following + count], 1)]
    )
    edge = np.concatenate([outer[ring], inner[ring]])
    facing = np.concatenate([n[ring] * 0.6 + out, out - n[ring] * 0.6])
    facing /= np.linalg.norm(facing, axis=1, keepdims=True)
    strip = agreeing(edge, facing, strip)
    back = Mesh(np.concatenate([inner, edge]), np.concatenate([-n, facing]), np.concatenate([faces[:, ::-1], strip + base]))
    rows, columns = np.meshgrid(np.linspace(0, 1, high), np.linspace(0, 1, wide), indexing="ij")
    return Mesh(outer.copy(), n, faces), back, np.stack([rows.ravel(), columns.ravel()], axis=1)


def inner_side(cloth: Mesh, thickness: float, faces: npt.NDArray[np.bool_]) -> Mesh:
    """The reverse of the chosen triangles, where an opening lets one look further in than the hems reach."""
    inner = Mesh(cloth.positions - cloth.normals * thickness, -cloth.normals, cloth.triangles[:, ::-1])
    return keep(inner, faces)


def agreeing(positions: Doubles, normals: Doubles, faces: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The triangles (m,3), turned where they look against their normals."""
    a, b, c = (positions[faces[:, i]] for i in range(3))
    facing = (np.cross(b - a, c - a) * normals[faces].mean(axis=1)).sum(axis=1)
    return np.where((facing < 0)[:, None], faces[:, ::-1], faces)


def cord(line: Doubles, radius: float | Doubles, sides: int = 5) -> Mesh:
    """A round cord along points (n,3), closed at both ends; `radius` may change along it."""
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    radii = np.broadcast_to(np.asarray(radius, dtype=float), (len(line),))
    beside = np.empty_like(line)
    previous = np.array([0.0, 1.0, 0.0]) if abs(along[0, 1]) < 0.8 else np.array([1.0, 0.0, 0.0])
    for i, way in enumerate(along):
        # Carried along without twist.
        previous = previous - way * (previous @ way)
        previous /= np.linalg.norm(previous)
        beside[i] = previous
    above = np.cross(along, beside)
    angle = np.arange(sides) * 2 * np.pi / sides
    normals = np.cos(angle)[None, :, None] * beside[:, None] + np.sin(angle)[None, :, None] * above[:, None]
    positions = line[:, None] + normals * radii[:, None, None]
    index = np.arange(len(line) * sides).reshape(len(line), sides)
    turned = np.roll(index, -1, axis=1)
    a, b, c, d = index[:-1], turned[:-1], index[1:], turned[1:]
    faces = [np.stack([a, b, c], -1).reshape(-1, 3), np.stack([b, d, c], -1).reshape(-1, 3)]
    ends = len(line) * sides
    for ring, tip in ((index[0], ends), (index[-1], ends + 1)):
        faces.append(np.stack([ring, np.roll(ring, -1), np.full(sides, tip)], axis=1))
    all_positions = np.concatenate([positions.reshape(-1, 3), line[:1], line[-1:]])
    all_normals = np.concatenate([normals.reshape(-1, 3), -along[:1], along[-1:]])
    mesh_faces = agreeing(all_positions, all_normals, np.concatenate(faces))
    return Mesh(all_positions, all_normals, mesh_faces)
