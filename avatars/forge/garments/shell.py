"""A garment's cloth of even rings, cut open exactly: what `cut.sewn` does for decimated meshes, for tops of rings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.garments.cut import Sewn, opened
from avatars.forge.garments.panels import top_panels
from avatars.forge.mesh_edit import joined
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.sdf.rings import facing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.garments.panels import Layout
    from avatars.forge.sdf.fields import Doubles, Field


def shell(field: Field, layout: Layout, openings: Sequence[Field], thickness: float, lining: float = 0.025) -> Sewn:
    """Trunk, yoke, sleeves (and collar, where the layout has rings of it) as one cloth, ended by the openings."""
    top = top_panels(field, layout)
    pieces = [top.trunk, *top.sleeves]
    if top.collar is not None:
        pieces.append(top.collar)
    return opened(facing(welded(joined(*pieces))), tuple(openings), thickness, lining)


def welded(mesh: Mesh, near: float = 1e-5) -> Mesh:
    """Vertices at one place made one."""
    key = np.round(mesh.positions / near).astype(np.int64)
    _, first, renamed = np.unique(key, axis=0, return_index=True, return_inverse=True)
    triangles = renamed.reshape(-1)[mesh.triangles]
    whole = (triangles[:, 0] != triangles[:, 1]) & (triangles[:, 1] != triangles[:, 2]) & (triangles[:, 2] != triangles[:, 0])
    return Mesh(mesh.positions[first], mesh.normals[first], triangles[whole])


def rim(mesh: Mesh, opening: Field, count: int = 30, middle: float = -0.024) -> Doubles:
    """Points (count, 3) along the cloth's edge at an opening round the neck, from the front's left end by the back to its right
    one, evenly spaced; an edge that is closed in front begins and ends there."""
    p = mesh.positions
    edge = p[(np.abs(opening(p)) < 3e-4) & (p[:, 1] > 1.10)]
    turn = np.arctan2(edge[:, 0], edge[:, 2] - middle) % (2 * np.pi)
    order = np.argsort(turn)
    line = edge[order]
    if len(line) < 6:
        raise ValueError("the cloth has no edge there")
    apart = turn[order][0] + 2 * np.pi - turn[order][-1] > 0.45
    if not apart:
        ends = (line[:1] + line[-1:]) / 2 * np.array([0.0, 1.0, 1.0])
        line = np.concatenate([ends, line, ends])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    once = np.concatenate([[True], np.diff(along) > 1e-7])
    at = np.linspace(0.0, along[-1], count)
    loop = np.stack([np.interp(at, along[once], line[once, i]) for i in range(3)], axis=1)
    for _ in range(3):
        # The edge was cut through triangles of any size: what is sewn on it runs smooth.
        before = np.concatenate([loop[-2:-1] if not apart else loop[:1], loop[:-1]])
        after = np.concatenate([loop[1:], loop[1:2] if not apart else loop[-1:]])
        loop = 0.5 * loop + 0.25 * (before + after)
    return loop
