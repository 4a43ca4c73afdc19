"""The nearest of many points, by cells: numpy alone, quick where most lie near."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
MOST_AT_ONCE: Final = 4_000_000
"""Distances reckoned at a time."""


def nearest(queries: npt.NDArray[Any], points: npt.NDArray[Any], reach: float) -> Numbers:
    """For each query (n,3) the number of the nearest point (m,3), -1 where none lies within `reach` metres."""
    found = np.full(len(queries), -1, np.int64)
    if not len(queries) or not len(points):
        return found
    asked, given = np.asarray(queries, np.float32), np.asarray(points, np.float32)
    low = np.minimum(asked.min(axis=0), given.min(axis=0)) - reach
    cells = (np.ceil((np.maximum(asked.max(axis=0), given.max(axis=0)) - low) / reach) + 3).astype(np.int64)
    key = _cell(given, low, reach, cells)
    order = np.argsort(key, kind="stable")
    key, sorted_points = key[order], np.ascontiguousarray(given[order])
    homes = _cell(asked, low, reach, cells)
    by_home = np.argsort(homes, kind="stable")
    starts = np.flatnonzero(np.diff(homes[by_home], prepend=-1))
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(by_home)
        rows = by_home[start:end]
        near = _around(int(homes[rows[0]]), key, cells)
        if len(near):
            _least(found, rows, asked, near, sorted_points, order, reach)
    return found


def _cell(points: Places, low: Places, reach: float, cells: Numbers) -> Numbers:
    at = np.floor((points - low) / reach).astype(np.int64)
    return np.asarray((at[:, 0] * cells[1] + at[:, 1]) * cells[2] + at[:, 2])


def _around(home: int, key: Numbers, cells: Numbers) -> Numbers:
    """The rows of the sorted points in a cell and its 26 neighbours: nine runs of three cells each."""
    runs = np.array([home + (x * cells[1] + y) * cells[2] for x in (-1, 0, 1) for y in (-1, 0, 1)])
    begins, ends = np.searchsorted(key, runs - 1), np.searchsorted(key, runs + 1, side="right")
    return np.concatenate([np.arange(a, b) for a, b in zip(begins, ends, strict=True)])


def _least(
    found: Numbers, rows: Numbers, asked: Places, near: Numbers, points: Places, order: Numbers, reach: float
) -> None:
    others = points[near]
    middle = others.mean(axis=0)  # so that float32 keeps tenths of millimetres
    others = others - middle
    square = np.einsum("ij,ij->i", others, others)
    step = max(1, MOST_AT_ONCE // len(near))
    for start in range(0, len(rows), step):
        some = rows[start : start + step]
        here = asked[some] - middle
        away = square[None] - 2.0 * (here @ others.T)
        best = away.argmin(axis=1)
        distance = away[np.arange(len(some)), best] + np.einsum("ij,ij->i", here, here)
        found[some] = np.where(distance <= reach * reach, order[near[best]], -1)
