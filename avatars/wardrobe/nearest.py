"""The nearest of many points, by cells: numpy alone, quick where most lie near."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
CELL: Final = 0.1
"""Metres of a cell's side."""
MOST_AT_ONCE: Final = 4_000_000
"""Distances reckoned at a time."""


def nearest(queries: npt.NDArray[Any], points: npt.NDArray[Any], reach: float) -> Numbers:
    """For each query (n,3) the number of the nearest point (m,3), -1 where none lies within `reach` metres."""
    found = np.full(len(queries), -1, np.int64)
    if not len(queries) or not len(points):
        return found
    asked, given = np.asarray(queries, np.float32), np.asarray(points, np.float32)
    size = max(CELL, reach)
    homes = np.floor(asked / size).astype(np.int64) + (1 << 16)
    key = (homes[:, 0] << 40) + (homes[:, 1] << 20) + homes[:, 2]
    order = np.argsort(key, kind="stable")
    starts = np.append(np.flatnonzero(np.diff(key[order], prepend=-1)), len(order))
    by_height = np.argsort(given[:, 1], kind="stable")
    heights, level = given[by_height, 1], given[by_height]
    for begin, end in pairwise(starts.tolist()):
        rows = order[begin:end]
        low, high = asked[rows].min(axis=0) - reach, asked[rows].max(axis=0) + reach
        slab = slice(*np.searchsorted(heights, (low[1], high[1])))
        x, z = level[slab, 0], level[slab, 2]
        near = np.flatnonzero((x > low[0]) & (x < high[0]) & (z > low[2]) & (z < high[2])) + slab.start
        if len(near):
            _least(found, rows, asked, by_height[near], level[near], reach)
    return found


def _least(found: Numbers, rows: Numbers, asked: Places, numbers: Numbers, others: Places, reach: float) -> None:
    """Enter the nearest of `others` (k,3), called `numbers`, for these rows."""
    middle = others.mean(axis=0)  # so that float32 keeps tenths of millimetres
    others = others - middle
    square = np.einsum("ij,ij->i", others, others)
    step = max(1, MOST_AT_ONCE // len(others))
    for start in range(0, len(rows), step):
        some = rows[start : start + step]
        here = asked[some] - middle
        away = square[None] - 2.0 * (here @ others.T)
        best = away.argmin(axis=1)
        distance = away[np.arange(len(some)), best] + np.einsum("ij,ij->i", here, here)
        found[some] = np.where(distance <= reach * reach, numbers[best], -1)
