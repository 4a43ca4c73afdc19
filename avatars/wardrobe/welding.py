"""Pieces of a layer as one mesh: points that stand in one place, at the seams of a texture, are one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.wardrobe.garment_file import Piece

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
_SAME: Final = 2e-5
"""Metres within which two points are one."""
_ROUNDS: Final = 3
_MOSTLY: Final = 0.6


class Welded:
    """`points`, unit `normals` (n,3), `triangles` (m,3) of the whole, and `rows` by piece: the number of each of its vertices."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        places = np.concatenate([piece.primitive.positions for piece in pieces])
        normals = np.concatenate([piece.primitive.normals for piece in pieces])
        cells = np.round(places.astype(np.float64) / _SAME).astype(np.int64) + (1 << 20)
        key = (cells[:, 0] << 42) + (cells[:, 1] << 21) + cells[:, 2]
        order = np.argsort(key, kind="stable")
        fresh = np.diff(key[order], prepend=-1) != 0
        first, number = order[fresh], np.empty(len(key), np.int64)
        number[order] = np.cumsum(fresh) - 1
        self.points: Floats = places[first]
        summed = np.stack([np.bincount(number, normals[:, axis], len(first)) for axis in range(3)], axis=1)
        self.normals: Floats = (summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-9)).astype(np.float32)
        ends = np.cumsum([len(piece.primitive.positions) for piece in pieces])
        self.rows: list[Rows] = np.split(number, ends[:-1])
        corners = [rows[piece.primitive.indices] for rows, piece in zip(self.rows, pieces, strict=True)]
        self.triangles: Rows = np.concatenate(corners).reshape(-1, 3)
        pairs = np.concatenate([self.triangles[:, [0, 1]], self.triangles[:, [1, 2]], self.triangles[:, [2, 0]]])
        pairs = np.sort(pairs, axis=1)
        codes = np.sort(pairs[:, 0] * len(first) + pairs[:, 1])
        codes = codes[np.diff(codes, prepend=-1) != 0]
        self._edges: Rows = np.stack([codes // len(first), codes % len(first)], axis=1)

    def near(self, points: npt.NDArray[Any], reach: float) -> Rows:
        """The triangles that lie in the box around these points, or `reach` metres beside it."""
        low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
        within = ((self.points > low) & (self.points < high)).all(axis=1)
        near: Rows = self.triangles[within[self.triangles].any(axis=1)]
        return near

    def beside(self, marked: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Which points share an edge with a marked one."""
        near = np.zeros(len(self.points), dtype=bool)
        one, other = self._edges[:, 0], self._edges[:, 1]
        near[one[marked[other]]] = True
        near[other[marked[one]]] = True
        return near

    def filled(self, depth: npt.NDArray[Any]) -> Floats:
        """Depths with small holes closed: a point most of whose neighbours are covered is as deep as the shallowest of them."""
        depth = np.array(depth, np.float32)
        one, other = self._edges[:, 0], self._edges[:, 1]
        degree = np.bincount(self._edges.ravel(), minlength=len(depth))
        for _ in range(_ROUNDS):
            known = ~np.isnan(depth)
            count = np.bincount(one, known[other], len(depth)) + np.bincount(other, known[one], len(depth))
            closing = ~known & (count > _MOSTLY * degree) & (degree > 2)
            if not closing.any():
                break
            least = np.full(len(depth), np.inf, np.float32)
            np.minimum.at(least, one, np.where(known[other], depth[other], np.inf))
            np.minimum.at(least, other, np.where(known[one], depth[one], np.inf))
            depth[closing] = np.maximum(least[closing], 0.0)
        return depth
