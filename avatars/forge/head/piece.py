"""A mesh that answers to poses, before it becomes a part of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
_STILL, _SHAPE_STILL = 2.5e-5, 6e-5
"""Metres: what an expression or a slider moves less is left where it is."""


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


def as_part(name: str, pieces: list[Piece], steps: Mapping[str, Array] | None = None) -> Part:
    """Pieces of one material as one part, with every expression that moves any of them as a morph.

    `steps`: for each face slider how far its whole step moves the vertices (n, 3), head centimetres.
    """
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
        delta = _moved(np.concatenate([world(piece.shape(pose)) for piece in pieces]) - rest, _STILL)
        if delta.any():
            morphs[expression] = delta
    shapes = {slider: _moved(step * 0.01, _SHAPE_STILL) for slider, step in (steps or {}).items()}
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
        shapes={slider: delta for slider, delta in shapes.items() if delta.any()},
    )


def _moved(metres: Array, still: float) -> Floats:
    """Deltas on the grain; rows that hardly move stay, so that the file need not hold them."""
    delta = rounded(metres)
    delta[np.abs(delta).max(axis=1) < still] = 0.0
    return delta


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
