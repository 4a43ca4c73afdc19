"""Behind the lips: a dark bag that starts at their inner edge, two rows of teeth, a tongue."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.details import cell
from avatars.forge.head.face_mesh import FaceMesh
from avatars.forge.head.mouth_shape import HALF_WIDTH, MouthShape
from avatars.forge.head.piece import Piece, forward, grid_triangles
from avatars.forge.head.pose import FacePose, MouthPose
from avatars.forge.head.surface import Array

_BAG = ((0.0, 1.0), (0.55, 1.12), (1.30, 1.05), (2.10, 0.72))
"""Rings of the bag: how far behind the lips, how wide against them."""


def bag(face: FaceMesh) -> Piece:
    """The dark of the mouth; its first ring is the inner edge of the lips, so nothing gapes at any angle."""
    around = len(face.inner_lip_indices())

    def shape(pose: FacePose) -> Array:
        ring = face.inner_lips(pose)
        middle = ring.mean(axis=0)
        rings = [
            np.stack(
                [middle[0] + (ring[:, 0] - middle[0]) * wide, middle[1] + (ring[:, 1] - middle[1]) * wide, ring[:, 2] - back],
                axis=-1,
            )
            for back, wide in _BAG
        ]
        return np.concatenate([*rings, (middle - [0, 0, _BAG[-1][0] + 0.3])[None]])

    index = np.arange(len(_BAG) * around).reshape(len(_BAG), around)
    a, b = index[:-1], index[1:]
    c, d = np.roll(b, -1, axis=1), np.roll(a, -1, axis=1)
    last = index[-1]
    fan = np.stack([last, np.full(around, len(_BAG) * around), np.roll(last, -1)], axis=-1)
    triangles = np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1).reshape(-1, 3), fan])
    depth = np.concatenate([np.repeat([0.0, 0.45, 0.8, 1.0], around), [1.0]])
    uvs = cell("mouth", np.full(len(depth), 0.5), depth)
    return Piece("bag", "details", shape, forward(len(depth)), uvs, triangles)


def teeth(mouth: MouthShape, upper: bool) -> Piece:
    """A curved row. The upper one stays with the skull and shows as the lip rises; the lower one goes with the jaw."""
    columns, rows = 17, 3
    s = np.linspace(-1, 1, columns)
    front = float(mouth.surface.front(0.0, 4.0))
    middle = float(mouth.line(np.zeros(1), MouthPose())[0, 1])

    def shape(pose: FacePose) -> Array:
        m = pose.mouth
        half = min(1.62, (HALF_WIDTH * mouth.width * m.width + m.spread) * 0.82)
        arch = 0.20 * s**2 + 0.7 * (m.corner_left + m.corner_right) / 2 * s**2
        if upper:
            low = middle + 0.12 - 0.20 * min(1.0, max(0.0, m.jaw / 0.4)) + max(0.0, 0.75 - m.width) * 0.9 + arch + 0.16 * s**4
            edges = np.stack([low, low + 0.22, low + 0.60])
        else:
            high = middle - m.jaw * 0.92 - 0.16 - max(0.0, 0.75 - m.width) * 0.3 + arch * 0.6
            edges = np.stack([high - 0.5, high - 0.2, high])
        x = s * half * (1.0 if upper else 0.8) + m.shift * 0.6
        z = front - 0.62 - 0.15 * x**2 - (0.0 if upper else 0.12)
        return np.stack([np.broadcast_to(x, edges.shape), edges, np.broadcast_to(z, edges.shape)], axis=-1).reshape(-1, 3)

    u = np.broadcast_to(np.linspace(0, 1, columns), (rows, columns))
    v = np.array([0.0, 0.5, 1.0])[:, None] if upper else np.array([1.0, 0.95, 0.85])[:, None]
    uvs = cell("teeth", u, v).reshape(-1, 2)
    return Piece(
        "upper_teeth" if upper else "lower_teeth", "details", shape, forward(len(uvs)), uvs, grid_triangles(rows, columns)
    )


def tongue(mouth: MouthShape) -> Piece:
    """A soft hill on the floor of the open mouth."""
    columns, rows = 9, 6
    u, v = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(0, 1, rows))
    front = float(mouth.surface.front(0.0, 4.0))

    def shape(pose: FacePose) -> Array:
        m = pose.mouth
        floor = float(mouth.line(np.zeros(1), MouthPose())[0, 1]) - m.jaw * 0.78 - 0.06
        hill = np.sqrt(np.maximum(1 - u**2, 0)) * (0.26 + 0.10 * m.jaw) * np.sin(np.pi * (0.18 + 0.5 * v))
        x = u * 0.95 * min(1.0, m.width + 0.02) * (1 - 0.15 * v) + m.shift * 0.6
        return np.stack([x, floor - 0.25 + hill, front - 0.95 - 1.15 * v - 0.10 * u**2], axis=-1).reshape(-1, 3)

    uvs = cell("tongue", (u + 1) / 2, v).reshape(-1, 2)
    return Piece("tongue", "details", shape, forward(u.size), uvs, grid_triangles(rows, columns))
