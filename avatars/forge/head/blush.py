"""The blush of a shy face: two soft patches that lie under the skin and come up through it, the middle first."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from avatars.forge.head.eye_shape import EyeShape, mirrored
from avatars.forge.head.piece import Piece, forward, grid_triangles, sided
from avatars.forge.head.pose import FacePose
from avatars.forge.head.surface import Array, smoothstep

_COLUMNS, _ROWS = 13, 9


def blush_patch(eyes: EyeShape, side: int) -> Piece:
    """The patch on one cheek; `blush` lifts it out."""
    u, v = np.meshgrid(np.linspace(-1, 1, _COLUMNS), np.linspace(-1, 1, _ROWS))
    xy = np.stack([4.10 + 1.90 * u, 6.95 + 1.10 * v + 0.22 * u], axis=-1)
    radius = u**2 + v**2

    def shape(pose: FacePose) -> Array:
        points = eyes.lift(xy, 0.0)
        points[..., 2] += -0.04 - 0.07 * radius + pose.blush * (0.085 + 0.07 * radius)
        return mirrored(points.reshape(-1, 3), side)

    uvs = np.stack([(u + 1) / 2, (1 - v) / 2], axis=-1).reshape(-1, 2)
    return Piece(f"blush_{side}", "blush", shape, forward(u.size), uvs, sided(grid_triangles(_ROWS, _COLUMNS), side))


def blush_texture() -> npt.NDArray[np.uint8]:
    """Rose with soft edges (96, 128, 4)."""
    v, u = np.meshgrid(np.linspace(-1, 1, 96), np.linspace(-1, 1, 128), indexing="ij")
    alpha = 0.46 * smoothstep(1.0, 0.0, np.hypot(u, v))
    rose = np.broadcast_to(np.array([0.93, 0.42, 0.40]), (*u.shape, 3))
    return np.asarray((np.concatenate([rose, alpha[..., None]], axis=-1) * 255 + 0.5).astype(np.uint8))
