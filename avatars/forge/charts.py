"""Laying surfaces flat: texture coordinates from rest positions, in stitches or millimetres, with clean seams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.part import Part
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from avatars.forge.sdf.fields import Doubles


@dataclass(frozen=True, slots=True)
class Chart:
    """A mesh laid flat: `uvs` (n,2) in texture units, v down."""

    mesh: Mesh
    uvs: Doubles


def turn(x: Doubles, z: Doubles) -> Doubles:
    """The angle round an upright axis as 0..1; 0.5 in front (+z), the seam behind; growing towards her left (+x)."""
    return np.arctan2(x, z) / (2 * np.pi) + 0.5


def wrapped(mesh: Mesh, u: Doubles, v: Doubles, period: float = 1.0) -> tuple[Mesh, Doubles, Doubles]:
    """Cut open where u jumps by a period: corners there get their own vertices with u one period on."""
    tri = mesh.triangles.copy()
    around = u[tri]
    jump = (around.max(axis=1) - around.min(axis=1)) > period / 2
    low = jump[:, None] & (around < around.max(axis=1, keepdims=True) - period / 2)
    old = np.unique(tri[low])
    renamed = np.full(len(u), -1)
    renamed[old] = len(u) + np.arange(len(old))
    tri[low] = renamed[tri[low]]
    opened = Mesh(
        np.concatenate([mesh.positions, mesh.positions[old]]), np.concatenate([mesh.normals, mesh.normals[old]]), tri
    )
    return opened, np.concatenate([u, u[old] + period]), np.concatenate([v, v[old]])


def plain(mesh: Mesh, spot: tuple[float, float]) -> Chart:
    """A mesh of one colour: all of it on one spot of the texture."""
    return Chart(mesh, np.tile(np.asarray(spot, dtype=float), (len(mesh.positions), 1)))


def part(
    name: str,
    material: str,
    *charts: Chart,
    outfits: tuple[str, ...] = (),
    weigh: Callable[[Doubles], tuple[tuple[str, ...], Doubles]] | None = None,
) -> Part:
    """A part of one or more charts. `weigh` gives joint names and weights of points; `weights.weights` by default."""
    positions = np.concatenate([c.mesh.positions for c in charts])
    offset = np.cumsum([0] + [len(c.mesh.positions) for c in charts[:-1]])
    joints, table = weigh(positions) if weigh else (NAMES, weights(positions))
    return Part(
        name=name,
        positions=positions.astype(np.float32),
        normals=np.concatenate([c.mesh.normals for c in charts]).astype(np.float32),
        uvs=np.concatenate([c.uvs for c in charts]).astype(np.float32),
        triangles=np.concatenate([c.mesh.triangles + o for c, o in zip(charts, offset, strict=True)]).astype(np.uint32),
        material=material,
        joints=joints,
        weights=table.astype(np.float32),
        outfits=outfits,
    )
