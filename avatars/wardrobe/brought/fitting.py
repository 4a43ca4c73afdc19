"""A brought garment on the plain body: its size, where it stands, what moves it, and out of the flesh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.errors import GarmentRefused
from avatars.vrm.humanoid import BONES
from avatars.wardrobe.brought.raw import RawGarment, RawPiece
from avatars.wardrobe.garment_file import GarmentFile
from avatars.wardrobe.look import Slot

Doubles = npt.NDArray[np.float64]
ON_HEAD: Final[frozenset[Slot]] = frozenset({"hair", "headwear", "glasses", "ears"})
"""Slots that the head alone moves."""
NEIGHBOURS: Final = 8
ROOM: Final = 0.003
"""Metres that cloth keeps off the skin."""
DEEPEST: Final = 0.04
"""Metres in the flesh beyond which a point is the garment's inner side, not a fault of its size."""
RIG_OFF: Final = 0.03
"""Metres a rig's bones may lie beside the plain body's."""
HUNDREDTHS: Final = 20.0
"""A garment that is higher than this was drawn in centimetres."""
HEIGHT: Final = (-0.10, 2.05)
ACROSS: Final = 1.2
"""Metres around the body within which clothes lie."""


@dataclass(frozen=True, slots=True)
class FleshPoints:
    """The plain body: points and normals (n,3), weights (n, len(bones)), and where its bones stand."""

    points: Doubles
    normals: Doubles
    weights: Doubles
    bones: tuple[str, ...]
    places: Mapping[str, npt.NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class FittedPiece:
    """A piece as it will be worn: weights (n, len(bones)) over the body's bones."""

    raw: RawPiece
    points: Doubles
    weights: Doubles


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was done: `scale` (1 none), whether the file's own rig was kept, and how many points were pushed out of the flesh."""

    pieces: tuple[FittedPiece, ...]
    scale: float
    kept_rig: bool
    pushed: int
    deepest: float


def flesh_of(skin: GarmentFile) -> FleshPoints:
    """The body in the wardrobe's own skin: bare limbs, and the vest and shorts that stand for the trunk."""
    names = sorted({name for name in (node.name for node in skin.nodes) if name in BONES})
    column = {name: i for i, name in enumerate(names)}
    points, normals, tables = [], [], []
    for piece in skin.pieces:
        primitive = piece.primitive
        assert primitive.joints is not None and primitive.weights is not None
        table = np.zeros((len(primitive.positions), len(names)))
        for k in range(primitive.joints.shape[1]):
            for joint in np.unique(primitive.joints[:, k]):
                rows = np.flatnonzero(primitive.joints[:, k] == joint)
                if skin.nodes[int(joint)].name in column:
                    table[rows, column[skin.nodes[int(joint)].name]] += primitive.weights[rows, k]
        points.append(primitive.positions.astype(np.float64))
        normals.append(primitive.normals.astype(np.float64))
        tables.append(table)
    weights = np.concatenate(tables)
    weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    places = {node.name: skin.places[i] for i, node in enumerate(skin.nodes) if node.name in column}
    return FleshPoints(np.concatenate(points), np.concatenate(normals), weights, tuple(names), places)


def fitted(raw: RawGarment, slot: Slot, flesh: FleshPoints) -> Fitted:
    """The garment on the body. Raises `GarmentRefused` where it lies nowhere near it."""
    scale = _scale(raw)
    _check_place(raw, scale)
    kept = _same_body(raw, flesh, scale)
    pieces, pushed, deepest = [], 0, 0.0
    for piece in raw.pieces:
        points = piece.points * scale
        near, gaps = neighbours(points, flesh.points)
        if slot not in ON_HEAD:
            points, count, depth = _pushed_out(points, flesh, near[:, 0])
            pushed, deepest = pushed + count, max(deepest, depth)
        weights = _own_weights(piece, flesh) if kept else _taken_weights(slot, flesh, near, gaps)
        pieces.append(FittedPiece(piece, points, weights))
    return Fitted(tuple(pieces), scale, kept, pushed, deepest)


def _scale(raw: RawGarment) -> float:
    high = max(float(piece.points[:, 1].max()) for piece in raw.pieces)
    return 0.01 if high > HUNDREDTHS else 1.0


def _check_place(raw: RawGarment, scale: float) -> None:
    points = np.concatenate([piece.points for piece in raw.pieces]) * scale
    low, high = points.min(axis=0), points.max(axis=0)
    if low[1] < HEIGHT[0] or high[1] > HEIGHT[1] or max(abs(low[0]), high[0], abs(low[2]), high[2]) > ACROSS:
        raise GarmentRefused(
            f"{raw.file} lies from {low.round(2).tolist()} to {high.round(2).tolist()} m, beside the body.",
            "Model it on the reference body (hearth wardrobe reference): 1.61 m high, feet at 0, arms out, facing +Z, Y up.",
        )


def _same_body(raw: RawGarment, flesh: FleshPoints, scale: float) -> bool:
    """Whether the file is rigged to this very body, with weight at every point."""
    shared = [name for name in raw.joints if name in flesh.places]
    if len(shared) < 1 or any(not piece.weights for piece in raw.pieces):
        return False
    off = max(float(np.linalg.norm(raw.joints[name] * scale - flesh.places[name])) for name in shared)
    whole = all(np.sum(list(piece.weights.values()), axis=0).min() > 0.5 for piece in raw.pieces)
    return off <= RIG_OFF and whole and all(set(piece.weights) <= set(flesh.bones) for piece in raw.pieces)


def _own_weights(piece: RawPiece, flesh: FleshPoints) -> Doubles:
    table = np.zeros((len(piece.points), len(flesh.bones)))
    for name, weights in piece.weights.items():
        table[:, flesh.bones.index(name)] = weights
    return np.asarray(table / table.sum(axis=1, keepdims=True))


def _taken_weights(slot: Slot, flesh: FleshPoints, near: npt.NDArray[np.int64], gaps: Doubles) -> Doubles:
    """Of the body's nearest points, the nearer the more; far from the body of more of them, so that wide cloth hangs even."""
    if slot in ON_HEAD:
        table = np.zeros((len(near), len(flesh.bones)))
        table[:, flesh.bones.index("head")] = 1.0
        return table
    spread = np.maximum(0.008, gaps[:, :1])
    share = np.exp(-((gaps / spread) ** 2))
    share /= share.sum(axis=1, keepdims=True)
    return np.asarray(np.einsum("nk,nkb->nb", share, flesh.weights[near]))


def neighbours(points: Doubles, others: Doubles) -> tuple[npt.NDArray[np.int64], Doubles]:
    """The numbers (n,k) of the nearest of `others` and their distances (n,k), nearest first."""
    given = others.astype(np.float32)
    square = np.einsum("ij,ij->i", given, given)
    numbers = np.zeros((len(points), NEIGHBOURS), np.int64)
    for start in range(0, len(points), 512):
        asked = points[start : start + 512].astype(np.float32)
        away: Any = square - 2.0 * (asked @ given.T)
        some = np.argpartition(away, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        order = np.take_along_axis(away, some, axis=1).argsort(axis=1)
        numbers[start : start + 512] = np.take_along_axis(some, order, axis=1)
    gaps = np.linalg.norm(points[:, None] - others[numbers], axis=2)
    return numbers, np.asarray(gaps)


def _pushed_out(points: Doubles, flesh: FleshPoints, nearest: npt.NDArray[np.int64]) -> tuple[Doubles, int, float]:
    """Points a little in the flesh are brought `ROOM` above it."""
    ways = flesh.normals[nearest]
    height = np.einsum("ij,ij->i", points - flesh.points[nearest], ways)
    low = (height < ROOM) & (height > -DEEPEST)
    made = points.copy()
    made[low] += (ROOM - height[low])[:, None] * ways[low]
    return made, int(low.sum()), float(max(0.0, -height[low].min())) if low.any() else 0.0


def four_strongest(weights: Doubles) -> tuple[npt.NDArray[np.int64], Doubles]:
    """Of each row (n,b) the four largest: their columns and shares that sum to 1."""
    columns = np.argsort(-weights, axis=1, kind="stable")[:, :4]
    shares = np.take_along_axis(weights, columns, axis=1)
    return columns, np.asarray(shares / np.maximum(shares.sum(axis=1, keepdims=True), 1e-9))


def used_bones(pieces: Sequence[FittedPiece], flesh: FleshPoints) -> list[str]:
    """The bones that move something."""
    felt = np.max([piece.weights.max(axis=0) for piece in pieces], axis=0) > 0.002
    return [name for name, on in zip(flesh.bones, felt, strict=True) if on]
