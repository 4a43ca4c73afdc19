"""Cutting, sorting out and joining meshes after they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.sdf.meshing import Mesh

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles


def split(mesh: Mesh, value: Doubles) -> tuple[Mesh, Doubles]:
    """The mesh with edges cut exactly where `value` (a number a vertex) passes 0, and the values of its vertices."""
    # Vertices almost on the line are put on it: no slivers.
    value = np.where(np.abs(value) < 2e-4, 0.0, value)
    sign = np.sign(value)
    tri = mesh.triangles
    crossing = (sign[tri].min(axis=1) < 0) & (sign[tri].max(axis=1) > 0)
    if not crossing.any():
        return mesh, value
    cut = _Cut(mesh, value)
    fresh = [piece for triangle in tri[crossing] for piece in cut.triangle(triangle)]
    triangles = np.concatenate([tri[~crossing], np.asarray(fresh, dtype=np.int64)])
    positions = np.concatenate([mesh.positions, np.asarray(cut.positions).reshape(-1, 3)])
    normals = np.concatenate([mesh.normals, np.asarray(cut.normals).reshape(-1, 3)])
    return Mesh(positions, normals, triangles), np.concatenate([value, np.zeros(len(cut.positions))])


class _Cut:
    """Makes each new vertex of a cut once."""

    def __init__(self, mesh: Mesh, value: Doubles) -> None:
        self.mesh, self.value = mesh, value
        self.positions: list[Doubles] = []
        self.normals: list[Doubles] = []
        self.made: dict[tuple[int, int], int] = {}

    def between(self, a: int, b: int) -> int:
        key = (min(a, b), max(a, b))
        if key not in self.made:
            low, high = key
            t = self.value[low] / (self.value[low] - self.value[high])
            self.positions.append(self.mesh.positions[low] * (1 - t) + self.mesh.positions[high] * t)
            normal = self.mesh.normals[low] * (1 - t) + self.mesh.normals[high] * t
            self.normals.append(normal / max(float(np.linalg.norm(normal)), 1e-9))
            self.made[key] = len(self.mesh.positions) + len(self.positions) - 1
        return self.made[key]

    def triangle(self, corners: npt.NDArray[np.int64]) -> list[tuple[int, int, int]]:
        a, b, c = (int(v) for v in corners)
        sides = [float(np.sign(self.value[v])) for v in (a, b, c)]
        for _ in range(3):
            # Turn until a is alone on its side.
            if sides[0] != 0 and sides[0] != sides[1] and sides[0] != sides[2] and not (sides[1] == 0 and sides[2] == 0):
                break
            a, b, c = b, c, a
            sides = [*sides[1:], sides[0]]
        if sides[1] == 0:
            p = self.between(a, c)
            return [(a, b, p), (p, b, c)]
        if sides[2] == 0:
            p = self.between(a, b)
            return [(a, p, c), (p, b, c)]
        p, q = self.between(a, b), self.between(a, c)
        return [(a, p, q), (p, b, c), (p, c, q)]


def keep(mesh: Mesh, faces: npt.NDArray[np.bool_]) -> Mesh:
    """Only the chosen triangles and the vertices they use."""
    used, renamed = np.unique(mesh.triangles[faces], return_inverse=True)
    return Mesh(mesh.positions[used], mesh.normals[used], renamed.reshape(-1, 3))


def centres(mesh: Mesh, value: Doubles) -> Doubles:
    """The mean of a vertex quantity over each triangle."""
    mean: Doubles = value[mesh.triangles].mean(axis=1)
    return mean


def mirrored(mesh: Mesh) -> Mesh:
    """The mesh of the other side of the body."""
    flip = np.array([-1.0, 1.0, 1.0])
    return Mesh(mesh.positions * flip, mesh.normals * flip, mesh.triangles[:, ::-1])


def joined(*meshes: Mesh) -> Mesh:
    """All as one, vertices unshared."""
    offset = np.cumsum([0] + [len(m.positions) for m in meshes[:-1]])
    return Mesh(
        np.concatenate([m.positions for m in meshes]),
        np.concatenate([m.normals for m in meshes]),
        np.concatenate([m.triangles + o for m, o in zip(meshes, offset, strict=True)]),
    )
