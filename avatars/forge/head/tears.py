"""Tears: water that rises along the lower lid, a trail down the cheek and the drop at its end."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.eye_shape import mirrored
from avatars.forge.head.face_mesh import FaceMesh
from avatars.forge.head.lashes import eye_of, sampled
from avatars.forge.head.piece import Piece, forward, grid_triangles, sided
from avatars.forge.head.pose import NEUTRAL, FacePose
from avatars.forge.head.surface import Array
from avatars.forge.head.veil_texture import veil

_BRIM = 0.20
"""Height of the water in the eye, cm."""
_FROM = 0.60
"""Where on the lower lid the trail begins, 0 at the nose."""
_REACH = {1: 0.62, -1: 0.44}
"""How far down toward the mouth each drop runs: no two do it alike."""
_ABOVE = 0.22
"""A trail grows out of a point this far before the lid: on its way it would dip into the round of the cheek."""


def brim(face: FaceMesh, side: int) -> Piece:
    """The wet edge of the eye: at rest a line of no height behind the lid."""
    eyes, t = face.eyes, np.linspace(0.06, 0.94, 13)

    def shape(pose: FacePose) -> Array:
        up, low = (sampled(lid, t) for lid in eyes.lids(eye_of(pose, side)))
        rise = np.minimum(_BRIM, 0.4 * (up[:, 1] - low[:, 1])) * pose.tears
        rows = np.stack([low - [0.0, 0.02], low + np.stack([0 * rise, rise], axis=-1)])
        gap = 0.10 - 0.5 * (1 - min(1.0, pose.tears))
        return mirrored(eyes.lift(rows, 1.0, gap=gap).reshape(-1, 3), side)

    uvs = veil("brim", t[None], np.array([1.0, 0.0])[:, None]).reshape(-1, 2)
    return Piece(f"brim_{side}", "blush", shape, forward(len(uvs)), uvs, sided(grid_triangles(2, len(t)), side))


def trail(face: FaceMesh, side: int) -> Piece:
    """Trail and drop in one sheet, which grows from a point of the lid down to the cheek."""
    eyes, rows = face.eyes, 9
    start = sampled(eyes.lids(NEUTRAL.left)[1], np.array([_FROM]))[0]
    length = (start[1] - face.mouth.height) * _REACH[side]
    down = np.concatenate([np.linspace(0, length - 0.34, rows - 3), length + np.array([-0.34, 0.13, 0.60])])
    half = np.concatenate([np.full(rows - 3, 0.15), np.full(3, 0.30)])
    x = start[0] + 0.10 * (down / length) ** 2 * np.sign(start[0])
    flat = np.stack([np.stack([x + sign * half, start[1] - down], axis=-1) for sign in (-1.0, 1.0)], axis=1)
    ends = eyes.lift(flat, 0.0) + np.array([0.0, 0.0, 0.11])
    seed = eyes.lift(start, 0.0) + np.array([0.0, 0.0, _ABOVE])

    on_cheek = mirrored(ends[-5].mean(axis=0), side)[None]

    def shape(pose: FacePose) -> Array:
        points = seed + (ends - seed) * pose.tears
        # all of it goes with the cheek by the same way, tears or not: expressions add up, and a point stays a point
        return mirrored(points.reshape(-1, 3), side) + face.mouth.skin_field(on_cheek, pose)

    v = np.concatenate([np.linspace(0, 1, rows - 3), np.zeros(3)])
    uvs = veil("trail", np.array([0.0, 1.0])[None], v[:, None])
    uvs[-3:] = veil("drop", np.array([0.0, 1.0])[None], np.array([0.0, 0.5, 1.0])[:, None])
    triangles = grid_triangles(rows, 2)
    joint = (triangles < 2 * (rows - 3)).any(axis=1) & (triangles >= 2 * (rows - 3)).any(axis=1)
    return Piece(
        f"trail_{side}", "blush", shape, forward(2 * rows), uvs.reshape(-1, 2), sided(triangles[~joint][:, ::-1], side)
    )
