"""White, iris and the lights in it. The iris hangs on the eye's bone and glides over the ball; the lights lag behind."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.details import cell
from avatars.forge.head.eye_shape import SAMPLES, EyeShape, mirrored
from avatars.forge.head.piece import Indices, Piece, forward, grid_triangles, sided
from avatars.forge.head.pose import EyePose, FacePose
from avatars.forge.head.surface import Array

_LIGHTS = ((-0.40, 0.46, 0.33, 0.40), (0.40, -0.46, 0.15, 0.17))
"""Offset from the iris's centre and radii; on the same side of both eyes, for there is one window in the room."""


def eye_white(eyes: EyeShape, side: int) -> Piece:
    """The visible front of the ball, wide enough for every lid."""
    lids = eyes.lids(EyePose())
    rows = 9
    up, low = lids[0] + [0.0, 0.50], lids[1] - [0.0, 0.30]
    share = np.linspace(0, 1, rows)[:, None, None]
    xy = low * (1 - share) + up * share
    middle = xy.mean(axis=(0, 1))
    xy = middle + (xy - middle) * [1.035, 1.0]
    points = mirrored(eyes.lift(xy, 1.0, gap=0.0).reshape(-1, 3), side)
    t = np.broadcast_to(np.linspace(0, 1, SAMPLES), (rows, SAMPLES))
    height = (xy[..., 1] - lids[1][:, 1]) / np.maximum(lids[0][:, 1] - lids[1][:, 1], 0.5)
    uvs = cell("white", t, height * 0.8).reshape(-1, 2)
    return Piece(
        f"white_{side}", "details", lambda _: points, forward(len(points)), uvs, sided(grid_triangles(rows, SAMPLES), side)
    )


def _disc(rings: int, around: int) -> tuple[Array, Indices]:
    """A unit disc as a centre and rings: points (n, 2) and triangles."""
    turn = np.arange(around) * 2 * np.pi / around
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=-1)
    points = np.concatenate([np.zeros((1, 2)), *[circle * (k / rings) for k in range(1, rings + 1)]])
    after = np.roll(np.arange(around), -1)
    fans = [np.stack([np.zeros(around, int), 1 + np.arange(around), 1 + after], axis=-1)]
    for ring in range(1, rings):
        a, b = 1 + (ring - 1) * around, 1 + ring * around
        here, there = np.arange(around), after
        fans += [np.stack([a + here, b + here, b + there], axis=-1), np.stack([a + here, b + there, a + there], axis=-1)]
    return points, np.concatenate(fans)


def iris(eyes: EyeShape, radius: float, side: int) -> Piece:
    """The coloured disc, slightly hollow as it looks through the cornea."""
    disc, triangles = _disc(3, 28)
    xy = np.array(eyes.iris_centre) + disc * radius
    points = mirrored(eyes.lift(xy, 1.0, gap=0.02), side)
    uvs = disc * [0.5, -0.5] + 0.5
    return Piece(
        f"iris_{side}",
        "iris",
        lambda _: points,
        forward(len(points)),
        uvs,
        sided(triangles, side),
        "leftEye" if side > 0 else "rightEye",
    )


def lights(eyes: EyeShape, side: int) -> Piece:
    """Two lights in the eye."""
    disc, triangles = _disc(1, 16)
    points, nets = [], []
    for number, (dx, dy, rx, ry) in enumerate(_LIGHTS):
        xy = np.array(eyes.iris_centre) + disc * [rx, ry] + [dx * side, dy]
        points.append(eyes.lift(xy, 1.0, gap=0.045))
        nets.append(triangles + number * len(disc))
    shape = mirrored(np.concatenate(points), side)

    def lit(pose: FacePose) -> Array:
        eye = pose.left if side > 0 else pose.right
        return shape - np.array([0.0, 0.0, 0.05]) * eye.upper

    uvs = cell("highlight", np.full(len(shape), 0.5), 0.5)
    bone = "leftEye" if side > 0 else "rightEye"
    return Piece(f"lights_{side}", "lights", lit, forward(len(shape)), uvs, sided(np.concatenate(nets), side), bone, share=0.8)
