"""Small drop earrings: a gold bead under each lobe."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.details import cell
from avatars.forge.head.ears import lobe
from avatars.forge.head.eye_shape import mirrored
from avatars.forge.head.piece import Piece, sided
from avatars.forge.head.surface import HeadSurface

_AROUND, _ROWS = 12, 8
_RADIUS, _LENGTH = 0.26, 0.46


def earring(surface: HeadSurface, side: int) -> Piece:
    """One bead, drawn out upward like a drop."""
    turn = np.linspace(0, 2 * np.pi, _AROUND + 1)
    fall = np.linspace(0, np.pi, _ROWS)
    ring = _RADIUS * np.sin(fall) * (0.55 + 0.45 * (1 - np.cos(fall)) / 2)
    outward = np.stack(
        [
            np.outer(np.sin(fall), np.sin(turn)),
            np.repeat(np.cos(fall)[:, None], len(turn), axis=1),
            np.outer(np.sin(fall), np.cos(turn)),
        ],
        axis=-1,
    )
    points = (
        np.stack(
            [
                np.outer(ring, np.sin(turn)),
                np.repeat((_LENGTH * np.cos(fall))[:, None], len(turn), axis=1),
                np.outer(ring, np.cos(turn)),
            ],
            axis=-1,
        )
        + lobe(surface)
        + np.array([0.05, -0.42, 0.05])
    )
    index = np.arange(points[..., 0].size).reshape(_ROWS, _AROUND + 1)
    a, b, c, d = index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]
    triangles = np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1).reshape(-1, 3)])
    u = np.broadcast_to(np.abs(turn / np.pi - 1), (_ROWS, _AROUND + 1))
    v = np.broadcast_to((fall / np.pi)[:, None], (_ROWS, _AROUND + 1))
    shape = mirrored(points.reshape(-1, 3), side)
    return Piece(
        f"earring_{side}",
        "details",
        lambda _: shape,
        mirrored(outward.reshape(-1, 3), side),
        cell("gold", u, v).reshape(-1, 2),
        sided(triangles, side),
    )
