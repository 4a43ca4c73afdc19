"""From a distance field to a light mesh with the field's own normals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import fast_simplification
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, diags
from skimage.measure import marching_cubes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles, Field

BLOCK = 8
"""Cells along the side of a block; blocks far from the surface are never looked into."""


@dataclass(frozen=True, slots=True)
class Mesh:
    """Vertices, unit normals (n,3) and triangles (m,3), counter-clockwise from outside."""

    positions: Doubles
    normals: Doubles
    triangles: npt.NDArray[np.int64]


def mesh_of(field: Field, low: Sequence[float], high: Sequence[float], cell: float, triangles: int) -> Mesh:
    """The surface field = 0 inside the box, with about `triangles` triangles."""
    volume, origin, inside = _sample(field, np.asarray(low, dtype=float), np.asarray(high, dtype=float), cell)
    raw, faces, _, _ = marching_cubes(  # type: ignore[no-untyped-call]
        volume, 0.0, spacing=(cell,) * 3, mask=inside, gradient_direction="ascent"
    )
    # skimage winds triangles clockwise seen from where the field is positive.
    raw, faces = raw + origin, faces[:, ::-1]
    if len(faces) > triangles:
        # Centred: the simplifier works in single precision.
        middle = raw.mean(axis=0)
        light, faces = fast_simplification.simplify(
            (raw - middle).astype(np.float32), np.ascontiguousarray(faces, dtype=np.int32), target_count=triangles
        )
        raw = light.astype(float) + middle
    return _finish(field, raw, faces.astype(np.int64))


def _finish(field: Field, points: Doubles, faces: npt.NDArray[np.int64]) -> Mesh:
    points = _onto(field, points)
    # Decimation leaves slivers: neighbours pull each vertex along the surface until triangles are well shaped.
    around = _neighbours(faces, len(points))
    for _ in range(RELAXATIONS):
        normal = _unit(gradient(field, points))
        # Edges of cloth stay where they are: there the neighbours look elsewhere.
        alike = (normal * _unit(around @ normal)).sum(axis=1, keepdims=True)
        pull = 0.5 * (around @ points - points) * np.clip((alike - 0.93) / 0.05, 0.0, 1.0)
        pull -= normal * (pull * normal).sum(axis=1, keepdims=True)
        points = _onto(field, points + pull)
    points = _untangled(field, _onto(field, points), faces, around)
    return _used(points, _unit(gradient(field, points, 0.0012)), _sound(points, faces))


RELAXATIONS = 3


def _untangled(field: Field, points: Doubles, faces: npt.NDArray[np.int64], around: csr_matrix) -> Doubles:
    """Triangles that face inwards, where a fold is finer than the mesh, are smoothed until they turn round."""
    points = points.copy()
    for _ in range(8):
        a, b, c = (points[faces[:, i]] for i in range(3))
        normal = _unit(gradient(field, points, 0.0012))
        facing = (_unit(np.cross(b - a, c - a)) * _unit(normal[faces].sum(axis=1))).sum(axis=1)
        bad = np.unique(faces[facing < 0.35])
        if not len(bad):
            break
        points[bad] = 0.4 * points[bad] + 0.6 * (around @ points)[bad]
        points[bad] = _onto(field, points[bad])
    return points


def _onto(field: Field, points: Doubles) -> Doubles:
    """One Newton step to the surface, held to 4 mm."""
    slope = gradient(field, points)
    steep = np.maximum((slope**2).sum(axis=1), 0.25)
    move = -(field(points) / steep)[:, None] * slope
    length = np.linalg.norm(move, axis=1, keepdims=True)
    moved: Doubles = points + move * np.minimum(1.0, 0.004 / np.maximum(length, 1e-9))
    return moved


def _neighbours(faces: npt.NDArray[np.int64], count: int) -> csr_matrix:
    """The matrix that takes each vertex to the mean of its neighbours."""
    a = np.concatenate([faces[:, [0, 1, 2]].ravel(), faces[:, [1, 2, 0]].ravel()])
    b = np.concatenate([faces[:, [1, 2, 0]].ravel(), faces[:, [0, 1, 2]].ravel()])
    links = csr_matrix((np.ones(len(a)), (a, b)), shape=(count, count))
    links.data[:] = 1.0
    degree = np.maximum(np.asarray(links.sum(axis=1)).ravel(), 1.0)
    return diags(1.0 / degree) @ links


def _unit(vectors: Doubles) -> Doubles:
    unit: Doubles = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit


def gradient(field: Field, points: Doubles, h: float = 0.0005) -> Doubles:
    """Central differences of the field."""
    out = np.empty_like(points)
    for axis in range(3):
        offset = np.zeros(3)
        offset[axis] = h
        out[:, axis] = (field(points + offset) - field(points - offset)) / (2 * h)
    return out


def _sample(field: Field, low: Doubles, high: Doubles, cell: float) -> tuple[Doubles, Doubles, npt.NDArray[np.bool_]]:
    blocks = np.ceil((high - low) / (cell * BLOCK)).astype(int)
    size = blocks * BLOCK + 1
    grid = np.stack(np.meshgrid(*[np.arange(n) for n in blocks], indexing="ij"), axis=-1).reshape(-1, 3)
    middle = low + (grid + 0.5) * cell * BLOCK
    d = field(middle)
    # Lofts and displaced folds are only near to true distances: look somewhat further than the block's half diagonal.
    near = np.abs(d) < cell * BLOCK * 0.5 * 1.7321 * 1.6
    coarse = np.where(d < 0, -1.0, 1.0).reshape(tuple(blocks))
    volume = np.ones(tuple(size))
    volume[:-1, :-1, :-1] = coarse.repeat(BLOCK, 0).repeat(BLOCK, 1).repeat(BLOCK, 2)
    inside = np.zeros(tuple(size), dtype=bool)
    steps = np.stack(np.meshgrid(*[np.arange(BLOCK + 1)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    for chunk in np.array_split(grid[near], max(1, int(near.sum()) // 200)):
        index = chunk[:, None, :] * BLOCK + steps[None]
        values = field(low + index.reshape(-1, 3) * cell)
        flat = index.reshape(-1, 3)
        volume[flat[:, 0], flat[:, 1], flat[:, 2]] = values
        inside[flat[:, 0], flat[:, 1], flat[:, 2]] = True
    return volume, low, inside


def _sound(points: Doubles, faces: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    a, b, c = (points[faces[:, i]] for i in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    sound: npt.NDArray[np.int64] = faces[area > 1e-10]
    return sound


def _used(points: Doubles, normals: Doubles, faces: npt.NDArray[np.int64]) -> Mesh:
    keep, renamed = np.unique(faces, return_inverse=True)
    return Mesh(points[keep], normals[keep], renamed.reshape(-1, 3))
