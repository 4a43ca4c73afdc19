"""Ears: a rim, a hollow and a lobe, half hidden by the hair."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.eye_shape import mirrored
from avatars.forge.head.piece import Piece, sided
from avatars.forge.head.surface import Array, HeadSurface, unit
from avatars.forge.head.texture_map import EAR_CORNER

_RINGS = (
    (0.0, -0.10),
    (0.22, -0.16),
    (0.44, 0.02),
    (0.60, 0.16),
    (0.72, 0.10),
    (0.84, 0.30),
    (0.94, 0.36),
    (1.0, 0.22),
    (0.97, 0.02),
    (0.80, -0.25),
    (0.60, -0.6),
)
"""From the middle over the rim and around to the back: reach as part of the outline, height (cm)."""
_AROUND = 26


_MIDDLE = (-0.10, 9.3, -1.5)
"""From the side of the head: outward, then height and depth."""


def lobe(surface: HeadSurface) -> Array:
    """The lower end of her left ear."""
    return np.array([float(surface.width(9.4)) + _MIDDLE[0] + 0.10, _MIDDLE[1] - 2.25, _MIDDLE[2] + 0.55])


def ear(surface: HeadSurface, side: int) -> Piece:
    """One ear."""
    turn = np.arange(_AROUND) * 2 * np.pi / _AROUND
    back, up = np.cos(turn), np.sin(turn)
    outline = np.stack([back * (1.30 + 0.20 * up) - 0.25 * np.maximum(-up, 0) ** 2, up * 2.40], axis=-1)
    lean = 0.42
    backward = np.array([np.sin(lean), 0.0, -np.cos(lean)])
    upward = unit(np.array([0.06, 1.0, -0.22]))
    outward = unit(np.cross(upward, backward))
    outward *= np.sign(outward[0])
    middle = np.array([float(surface.width(9.4)) + _MIDDLE[0], *_MIDDLE[1:]])
    points, reach = [], []
    for part, height in _RINGS:
        flat = outline * part
        points.append(middle + flat[:, :1] * backward + flat[:, 1:] * upward + height * outward)
        reach.append(np.stack([back, -up], axis=-1) * min(part, 1.0))
    rest = np.stack(points)
    normals = _formula_normals(rest, outward)
    index = np.arange(rest.shape[0] * _AROUND).reshape(rest.shape[0], _AROUND)
    a, b = index[:-1], index[1:]
    c, d = np.roll(b, -1, axis=1), np.roll(a, -1, axis=1)
    triangles = np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1).reshape(-1, 3)])
    flipped = np.cross(unit(np.array([backward])), unit(np.array([upward])))[0] @ outward > 0
    uvs = ((np.concatenate(reach) * 0.96 + 1) / 2) * EAR_CORNER
    shape = mirrored(rest.reshape(-1, 3), side)
    return Piece(
        f"ear_{side}",
        "face",
        lambda _: shape,
        mirrored(normals, side),
        uvs,
        sided(triangles if flipped else triangles[:, ::-1], side),
    )


def _formula_normals(rest: Array, outward: Array) -> Array:
    """Normals of the lofted rings, by differences along and around them, calmed toward the outside."""
    along = np.gradient(rest, axis=0)
    around = np.roll(rest, -1, axis=1) - np.roll(rest, 1, axis=1)
    normals = unit(np.cross(along, around))
    front = normals[4].mean(axis=0) @ outward
    normals = normals * (1 if front > 0 else -1)
    normals[0] = outward
    return unit(normals.reshape(-1, 3) * 0.55 + outward * 0.45)
