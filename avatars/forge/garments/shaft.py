"""Boots' shafts: even rings above the foot, laid flat round the leg below the foot's picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, wrapped
from avatars.forge.cloth.shoes import SIZE
from avatars.forge.sdf.rings import Ring, edge, even_angles, normals_of, sheet, tube

if TYPE_CHECKING:
    from avatars.forge.cloth.paint import Image
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

HIGH, WIDE = 256, SIZE
"""Pixels of the shaft's picture."""
_MARGIN = 0.06
_AXIS = (0.0983, -0.022)


def places(low: float, high: float) -> tuple[Doubles, Doubles]:
    """For painting: the way round (0 behind, 0.5 in front, towards her left growing) and the height of each pixel."""
    y, x = np.mgrid[0:HIGH, 0:WIDE].astype(float)
    return ((x + 0.5) / WIDE - _MARGIN) / (1 - 2 * _MARGIN), high - (y + 0.5) / HIGH * (high - low)


def shaft(
    field: Field, heights: tuple[float, ...], fall: float, thickness: float, span: tuple[float, float]
) -> tuple[Chart, Mesh]:
    """The left shaft through these heights, rising `fall` a metre to the front, and its rounded end.

    `span`: the heights at the lower and upper border of its picture, which lies below the foot's.
    """
    rings = [Ring((_AXIS[0], y, _AXIS[1]), (0.0, fall, 1.0), (1.0, 0.0, 0.0)) for y in heights]
    points = tube(field, rings, even_angles(16) + np.pi / 16, 0.15)
    flat = points.reshape(-1, 3)
    turn = np.arctan2(flat[:, 0] - _AXIS[0], flat[:, 2] - _AXIS[1]) / (2 * np.pi) + 0.5
    level = flat[:, 1] - fall * (flat[:, 2] - _AXIS[1])
    mesh, u, v = wrapped(sheet(points, normals_of(field, points)), turn, level)
    down = (span[1] - v) / (span[1] - span[0]) * HIGH
    uvs = np.stack([_MARGIN + u * (1 - 2 * _MARGIN), (SIZE + np.clip(down, 1, HIGH - 1)) / (SIZE + HIGH)], axis=1)
    return Chart(mesh, uvs), edge(field, points[-1], np.array([0.0, 1.0, 0.0]), thickness, 0.025)


def below(uvs: Doubles) -> Doubles:
    """The foot's texture units on the taller picture."""
    lower: Doubles = uvs * np.array([1.0, SIZE / (SIZE + HIGH)])
    return lower


def stacked(foot: Image, shaft_picture: Image) -> Image:
    """Both pictures as one (768, 512, 3)."""
    return np.concatenate([foot, shaft_picture])
