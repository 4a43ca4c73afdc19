"""Folds as strokes: each a soft ridge along the surface, placed where cloth is pulled, with ends that run out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numba
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles, Field

Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Fold:
    """A ridge from `start` to `end` on the side of the body that looks towards `facing`.

    `width` is where it has fallen to 1/e, `depth` its height (below 0: a furrow), `bow` how far its middle leaves the
    straight line, to the right seen from outside along it. Metres.
    """

    start: Point
    end: Point
    facing: Point
    width: float = 0.010
    depth: float = 0.004
    bow: float = 0.0


def mirrored(folds: Sequence[Fold], seed: int, shift: float = 0.012, change: float = 0.25) -> list[Fold]:
    """The other side's folds: alike, but no two sides of cloth hang the same."""
    chance = np.random.default_rng(seed)
    made = []
    for fold in folds:
        off = chance.uniform(-shift, shift, (2, 3))
        start = np.asarray(fold.start) * (-1, 1, 1) + off[0]
        end = np.asarray(fold.end) * (-1, 1, 1) + off[1]
        x, y, z = fold.facing
        made.append(
            replace(
                fold,
                start=(float(start[0]), float(start[1]), float(start[2])),
                end=(float(end[0]), float(end[1]), float(end[2])),
                facing=(-x, y, z),
                depth=fold.depth * float(chance.uniform(1 - change, 1 + change)),
                bow=-fold.bow * float(chance.uniform(0.4, 1.3)),
            )
        )
    return made


def relief(folds: Sequence[Fold]) -> Field:
    """How far the folds lift the surface at points near it, in metres."""
    rows = np.array([_row(fold) for fold in folds]).reshape(-1, 16)
    return lambda points: _lifted(np.ascontiguousarray(points), rows)


def _row(fold: Fold) -> list[float]:
    start, facing = np.asarray(fold.start, dtype=float), np.asarray(fold.facing, dtype=float)
    along = np.asarray(fold.end) - start
    length = float(np.linalg.norm(along))
    along = along / length
    facing = facing - along * (facing @ along)
    facing /= np.linalg.norm(facing)
    beside = np.cross(along, facing)
    return [*start, *along, *beside, *facing, length, fold.width, fold.depth, fold.bow]


_DEEPEST, _SHALLOW = -0.085, -0.050
"""Metres below a stroke's plane at which it has no effect any more, and at which it has all: the far side of a limb."""


@numba.njit(cache=True)
def _lifted(points: Doubles, rows: Doubles) -> Doubles:
    out = np.zeros(points.shape[0])
    for i in range(points.shape[0]):
        for j in range(rows.shape[0]):
            x, y, z = points[i, 0] - rows[j, 0], points[i, 1] - rows[j, 1], points[i, 2] - rows[j, 2]
            t = (x * rows[j, 3] + y * rows[j, 4] + z * rows[j, 5]) / rows[j, 12]
            if t <= 0.0 or t >= 1.0:
                continue
            hump = 4.0 * t * (1.0 - t)
            width = rows[j, 13] * (0.55 + 0.45 * hump)
            q = (x * rows[j, 6] + y * rows[j, 7] + z * rows[j, 8] - rows[j, 15] * hump) / width
            if q > 2.6 or q < -2.6:
                continue
            off = x * rows[j, 9] + y * rows[j, 10] + z * rows[j, 11]
            if off <= _DEEPEST:
                continue
            share = min((off - _DEEPEST) / (_SHALLOW - _DEEPEST), 1.0)
            out[i] += rows[j, 14] * hump * (1.7 - 0.7 * hump) * np.exp(-q * q) * share
    return out
