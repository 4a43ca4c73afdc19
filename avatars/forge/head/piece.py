"""A mesh that answers to poses, before it becomes a part of the model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from avatars.forge.head.pose import EXPRESSIONS, NEUTRAL, FacePose
from avatars.forge.head.surface import Array
from avatars.forge.part import Floats, Part

Indices = npt.NDArray[np.int64]
CHIN = np.array([0.0, 1.375, 0.0])
"""Where the head's own origin stands in the world, metres."""
_GRAIN = 1e-5
"""Metres. Positions are rounded to it, so that two machines forge the same head."""
_STILL = 2.5e-5


@dataclass(frozen=True)
class Piece:
    """One mesh in head centimetres. `shape` gives its vertices (n, 3) in a pose."""

    name: str
    material: str
    shape: Callable[[FacePose], Array]
    normals: Array
    uvs: Array
    triangles: Indices
    joint: str = "head"
    share: float = 1.0
    """How much of it goes with `joint`; the rest stays with the head."""


def world(points: Array) -> Array:
    """Head centimetres as world metres."""
    return CHIN + points * 0.01


def rounded(metres: Array) -> Floats:
    """Metres on the grain."""
    return (np.round(metres / _GRAIN) * _GRAIN).astype(np.float32)


def as_part(name: str, pieces: list[Piece]) -> Part:
    """Pieces of one material as one part, with every expression that moves any of them as a morph."""
    rest = np.concatenate([world(piece.shape(NEUTRAL)) for piece in pieces])
    joints = tuple(dict.fromkeys(name for piece in pieces for name in (piece.joint, "head")[: 1 if piece.share == 1 else 2]))
    weights = np.zeros((len(rest), len(joints)), dtype=np.float32)
    triangles, start = [], 0
    for piece in pieces:
        count = len(piece.uvs)
        weights[start : start + count, joints.index(piece.joint)] = piece.share
        if piece.share < 1:
            weights[start : start + count, joints.index("head")] = 1 - piece.share
        triangles.append(piece.triangles + start)
        start += count
    morphs = {}
    for expression, pose in EXPRESSIONS.items():
        delta = rounded(np.concatenate([world(piece.shape(pose)) for piece in pieces]) - rest)
        delta[np.abs(delta).max(axis=1) < _STILL] = 0.0
        if delta.any():
            morphs[expression] = delta
    return Part(
        name=name,
        positions=rounded(rest),
        normals=np.concatenate([p.normals for p in pieces]).astype(np.float32),
        uvs=np.concatenate([p.uvs for p in pieces]).astype(np.float32),
        triangles=np.concatenate(triangles).astype(np.uint32),
        material=pieces[0].material,
        joints=joints,
        weights=weights,
        morphs=morphs,
    )


def grid_triangles(rows: int, columns: int) -> Indices:
    """A sheet of rows x columns vertices. Faces the viewer when columns run to the right and rows upward."""
    index = np.arange(rows * columns).reshape(rows, columns)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    return np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1).reshape(-1, 3)])


def sided(triangles: Indices, side: int) -> Indices:
    """The winding for her left (+1) or, mirrored, her right (-1)."""
    return triangles if side > 0 else triangles[:, ::-1]


def forward(count: int) -> Array:
    """Normals for flat painted things: to the front and a little up."""
    return np.tile(np.array([0.0, 0.30, 0.954]), (count, 1))
