"""Dark sheets below the locks: what one sees of the hair from inside, and why no gap shows the neck."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.strands import COLUMNS, Drawn, height_to_v
from avatars.forge.head.surface import Array, unit

_APART = 0.12
"""Centimetres between its two sides."""


def sheet(grid: Array, group: str) -> Drawn:
    """Two-sided, from a grid (rows, columns, 3): rows go down and its columns, seen from outside, to the right."""
    share = np.linspace(0, 1, len(grid))[:, None] ** 1.2 * np.ones(grid.shape[1])
    level = unit((grid - [0.0, 10.5, -0.9]) * np.array([1.0, 0.1, 1.0]))
    u = np.broadcast_to(np.where(np.arange(grid.shape[1]) % 2, 15.9, 14.1) / COLUMNS, share.shape)
    index = np.arange(share.size).reshape(share.shape)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    triangles = np.concatenate([np.stack([a, d, c], axis=-1).reshape(-1, 3), np.stack([a, c, b], axis=-1).reshape(-1, 3)])
    sides = []
    for outside in (True, False):
        points = (grid - (0.0 if outside else _APART) * level).reshape(-1, 3)
        uvs = np.stack([u, height_to_v(grid[..., 1])], axis=-1).reshape(-1, 2)
        normals = (level if outside else -level).reshape(-1, 3)
        faces = triangles if outside else triangles[:, ::-1]
        sides.append(Drawn(points, normals, uvs, faces, grid.reshape(-1, 3), share.reshape(-1)))
    return Drawn.joined(sides, group)


def curtain(scalp: Scalp, bottoms: Sequence[tuple[float, float]], lift: float, top: float = 12.5, rows: int = 6) -> Drawn:
    """A sheet that follows the hanging body along azimuths, each with the height of its lower edge."""
    azimuth, end = np.array(bottoms).T
    height = top + (end - top) * np.linspace(0, 1, rows)[:, None]
    return sheet(scalp.around(np.broadcast_to(azimuth, height.shape), height, lift), "sides")
