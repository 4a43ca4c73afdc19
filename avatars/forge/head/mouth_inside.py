"""Behind the lips: a dark bag that starts at their inner edge, a row of teeth, a tongue."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.details import cell
from avatars.forge.head.face_mesh import FaceMesh
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.piece import Piece, forward, grid_triangles
from avatars.forge.head.pose import FacePose
from avatars.forge.head.surface import Array, smoothstep

_BAG = ((0.0, 1.0), (0.55, 1.12), (1.30, 1.05), (2.10, 0.72))
"""Rings of the bag: how far behind the lips, how wide against them."""
_ROW = 0.84
"""Part of the mouth's width that shows teeth."""
_BAND, _SHARE = 0.30, 0.46
"""Height of the upper teeth that show, cm, and the most of the opening they take."""


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


def teeth(mouth: MouthShape) -> Piece:
    """The upper row: a clean band that keeps to its lip and never takes more than a part of the opening, so that no tooth
    comes through the other lip; none in a rounded mouth."""
    columns, rows = 15, 2
    s = np.linspace(-_ROW, _ROW, columns)
    full = 1 - np.abs(s / _ROW) ** 5  # the row bends away into the dark of the corners
    front = float(mouth.surface.front(0.0, mouth.height))

    def shape(pose: FacePose) -> Array:
        top, low = (_at(mouth, lip, s) for lip in mouth.lips(pose.mouth))
        spread = float(smoothstep(0.58, 0.88, pose.mouth.width))
        band = np.minimum(_BAND, _SHARE * np.maximum(top[:, 1] - low[:, 1], 0.0)) * spread * full
        even = top[:, 1].copy()
        for _ in range(4):  # teeth do not follow the bow of the lip
            even[1:-1] = (even[:-2] + 2 * even[1:-1] + even[2:]) / 4
        edge = even - band + 0.05 * (1 - band / _BAND) + 0.25 * (1 - spread)
        edges = np.stack([edge, np.maximum(edge, top[:, 1] + 0.16 * full)])
        x = np.broadcast_to(top[:, 0] * 0.99, edges.shape)
        z = front - 0.50 - 0.14 * x**2 + 0.6 * pose.mouth.pucker
        return np.stack([x, edges, z], axis=-1).reshape(-1, 3)

    u = np.broadcast_to(np.linspace(0, 1, columns), (rows, columns))
    uvs = cell("teeth", u, np.array([0.0, 1.0])[:, None]).reshape(-1, 2)
    return Piece("teeth", "details", shape, forward(len(uvs)), uvs, grid_triangles(rows, columns))


def _at(mouth: MouthShape, lip: Array, s: Array) -> Array:
    """A lip's edge (n, 2) at places s along it."""
    return np.stack([np.interp(s, mouth.across, lip[:, i]) for i in range(2)], axis=-1)


def tongue(mouth: MouthShape) -> Piece:
    """A soft hill behind the lower lip that fills the floor of the open mouth."""
    columns, rows = 9, 5
    u, v = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(0, 1, rows))
    front = float(mouth.surface.front(0.0, mouth.height))

    def shape(pose: FacePose) -> Array:
        m = pose.mouth
        upper, lower = (_at(mouth, lip, np.zeros(1))[0] for lip in mouth.lips(m))
        half = 0.60 * abs(float(mouth.lips(m)[0][-1, 0] - upper[0]))
        gape = max(0.0, float(upper[1] - lower[1]))
        height = 0.44 * max(0.0, gape - 0.16)
        hill = np.sqrt(np.maximum(1 - u**2, 0)) * np.sin(np.pi * (0.10 + 0.42 * v))
        y = lower[1] - 0.30 + hill * (height + 0.10)
        return np.stack([upper[0] + u * half, y, front - 0.75 - 1.0 * v - 0.15 * u**2], axis=-1).reshape(-1, 3)

    uvs = cell("tongue", (u + 1) / 2, v).reshape(-1, 2)
    return Piece("tongue", "details", shape, forward(u.size), uvs, grid_triangles(rows, columns))
