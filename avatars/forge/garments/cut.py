"""Steps every garment shares: mesh the outside, cut it open exactly, and give the edges thickness and a lining."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.mesh_edit import centres, joined, keep, split
from avatars.forge.sdf.meshing import Mesh, gradient, mesh_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles, Field


@dataclass(frozen=True, slots=True)
class Cut:
    """A garment: `outer` is its outside, each of `openings` is positive where the cloth ends (neck, cuffs, hem)."""

    outer: Field
    openings: tuple[Field, ...]
    thickness: float
    low: Sequence[float]
    high: Sequence[float]
    cell: float
    triangles: int
    lining: float = 0.03
    """How far in from an edge one can see the inner side, in metres."""


@dataclass(frozen=True, slots=True)
class Sewn:
    """`outside`: what the texture is painted for; `inside`: rounded edges and lining."""

    outside: Mesh
    inside: Mesh


def sewn(cut: Cut) -> Sewn:
    """The cloth of a cut."""
    return opened(mesh_of(cut.outer, cut.low, cut.high, cut.cell, cut.triangles), cut.openings, cut.thickness, cut.lining)


def opened(mesh: Mesh, openings: tuple[Field, ...], thickness: float, lining: float) -> Sewn:
    """A closed mesh cut at its openings, with rounded edges and so many metres of lining."""
    for opening in openings:
        mesh, value = split(mesh, opening(mesh.positions))
        mesh = keep(mesh, centres(mesh, value) < 0)
    nearest = np.max([opening(mesh.positions) for opening in openings], axis=0)
    lined = centres(mesh, nearest) > -lining
    whole = Mesh(mesh.positions - mesh.normals * thickness, -mesh.normals, mesh.triangles[:, ::-1])
    return Sewn(mesh, joined(keep(whole, lined), _edges(mesh, openings, thickness)))


def _edges(mesh: Mesh, openings: tuple[Field, ...], thickness: float) -> Mesh:
    """A rounded strip along every border, from the outside to the lining."""
    ends = _border(mesh.triangles)
    corner = np.unique(ends)
    place = np.searchsorted(corner, ends)
    positions, normals = mesh.positions[corner], mesh.normals[corner]
    out = _outwards(positions, normals, openings)
    rows, turned = [], []
    for angle in (0.0, 90.0, 180.0):
        a = np.radians(angle)
        direction = np.cos(a) * normals + np.sin(a) * out
        rows.append(positions + (direction - normals) * (thickness / 2))
        turned.append(direction)
    count = len(corner)
    strips = []
    for row in range(len(rows) - 1):
        a, b = place[:, 0] + row * count, place[:, 1] + row * count
        c, d = a + count, b + count
        strips += [np.stack([b, a, c], axis=1), np.stack([b, c, d], axis=1)]
    return Mesh(np.concatenate(rows), np.concatenate(turned), np.concatenate(strips))


def _border(triangles: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Directed edges (k,2) that only one triangle has."""
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    low, high = edges.min(axis=1), edges.max(axis=1)
    _, first, count = np.unique(low * (int(high.max()) + 1) + high, return_index=True, return_counts=True)
    border: npt.NDArray[np.int64] = edges[np.sort(first[count == 1])]
    return border


def _outwards(positions: Doubles, normals: Doubles, openings: tuple[Field, ...]) -> Doubles:
    """The direction along the surface in which the cloth ends, at points of its border."""
    values = np.stack([opening(positions) for opening in openings])
    which = values.argmax(axis=0)
    out = np.zeros_like(positions)
    for i, opening in enumerate(openings):
        mine = which == i
        if mine.any():
            out[mine] = gradient(opening, positions[mine])
    out -= normals * (out * normals).sum(axis=1, keepdims=True)
    unit: Doubles = out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    return unit
