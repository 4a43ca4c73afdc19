"""The hair next to the skin: a smooth shell from the parting to the hairline, so that no gap between locks is bald."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.hair.scalp import Scalp, slerp
from avatars.forge.hair.strands import COLUMNS, UNDER, Drawn, height_to_v
from avatars.forge.head.surface import CENTRE, smoothstep, unit

HAIRLINE = [
    (0, 18.5), (18, 18.45), (33, 17.5), (46, 15.9), (57, 14.7), (67, 12.8), (75, 10.6), (81, 8.9), (85, 9.4),
    (89, 11.6), (104, 11.4), (112, 8.2), (125, 5.6), (150, 4.3), (180, 4.0),
]
"""Degrees from straight ahead around the head, and the height in cm where hair begins; around the ears it makes room."""
_LINE = PchipInterpolator(*zip(*HAIRLINE, strict=True))
_AROUND, _DOWN = 64, 11
_RIDGE = 0.20
"""How much fuller it is at the roots, part of `lift`: one looks across the parting under the locks of the other side."""


def hairline(azimuth: float) -> float:
    """Height of the hairline at an azimuth."""
    return float(_LINE(abs(azimuth)))


def cap(
    scalp: Scalp, root: Callable[[float], tuple[float, float, float]], lift: float = 1.15, inset: float = 0.5,
    columns: tuple[int, int] = (UNDER, 2),
) -> Drawn:
    """The shell. Its strands run from `root(azimuth)` to the hairline, `lift` cm off the skull in between; `inset` cm above the
    hairline it dives into the skin. `columns`: the first strand column and how many it takes in turn."""
    share = np.linspace(0, 1, _DOWN)
    points, us, vs = [], [], []
    for i, azimuth in enumerate(np.linspace(-180, 180, _AROUND + 1)):
        start = unit(np.array(root(float(azimuth))) - CENTRE)
        end = scalp.direction(float(azimuth), hairline(float(azimuth)) + inset)
        offset = lift * smoothstep(0.0, 0.18, 1 - share) - 0.12 * smoothstep(0.85, 1.0, share)
        offset = offset + _RIDGE * lift * (1 - smoothstep(0.08, 0.45, share))
        line = scalp.on_shell(slerp(start, end, share), offset)
        first, count = columns
        turn = i % (2 * count)
        points.append(line)
        us.append(np.full(_DOWN, (first + (turn if turn <= count else 2 * count - turn)) / COLUMNS))
        vs.append(height_to_v(line[:, 1]))
    grid = np.stack(points)
    index = np.arange(grid.shape[0] * _DOWN).reshape(grid.shape[0], _DOWN)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    triangles = np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1).reshape(-1, 3)])
    flat = grid.reshape(-1, 3)
    normals = unit((flat - [0.0, 10.5, -0.9]) / np.array([8.2, 13.0, 9.6]) ** 2)
    uvs = np.stack([np.concatenate(us), np.concatenate(vs)], axis=-1)
    return Drawn(flat, normals, uvs, triangles, flat, np.zeros(len(flat)))

