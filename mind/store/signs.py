"""The signs of many vectors in memory, and which of them lie near a question. Pure.

One bit a dimension (48 bytes for 384): the share of equal signs tells how near two directions are. First all rows by
Hamming distance, then the nearest of them by the question's own values against the signs, which tells more; what comes out
is a shortlist to be judged by the true vectors.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Bits = NDArray[np.uint8]

SHORT: Final = 8000
"""How many rows of the first pass the second looks at."""
ROOM: Final = 1024
"""Rows at first; the room grows by half."""


def packed(vectors: NDArray[np.float32]) -> Bits:
    """The signs of rows, eight dimensions a byte, filled up with zeroes to whole words of 64."""
    bits = np.packbits(np.asarray(vectors) > 0, axis=-1)
    return np.pad(bits, [(0, 0)] * (bits.ndim - 1) + [(0, -bits.shape[-1] % 8)])


def width(dim: int) -> int:
    """Bytes of a packed row."""
    return -(-dim // 64) * 8


class Signs:
    """Rows of signs with their ids. Words of one place lie together, so that a pass over all rows runs along memory."""

    def __init__(self, dim: int) -> None:
        self.dim = dim
        self._count = 0
        self._ids: Ids = np.empty(ROOM, np.int64)
        self._words: NDArray[np.uint64] = np.empty((width(dim) // 8, ROOM), np.uint64)

    def __len__(self) -> int:
        return self._count

    @property
    def bytes(self) -> int:
        """What it takes of memory."""
        return self._ids.nbytes + self._words.nbytes

    def add(self, ids: Ids, bits: Bits) -> None:
        """Rows that were not there; `bits` of shape (n, width)."""
        end = self._count + len(ids)
        if end > len(self._ids):
            room = max(end, len(self._ids) * 3 // 2)
            self._ids = np.concatenate([self._ids[: self._count], np.empty(room - self._count, np.int64)])
            grown = np.empty((len(self._words), room), np.uint64)
            grown[:, : self._count] = self._words[:, : self._count]
            self._words = grown
        self._ids[self._count : end] = ids
        self._words[:, self._count : end] = np.ascontiguousarray(bits).view(np.uint64).T
        self._count = end

    def remove(self, ids: Collection[int]) -> None:
        """Take rows out, where they are there; the last ones fill their places, and nothing of them stays behind."""
        if not ids:
            return
        gone = np.flatnonzero(np.isin(self._ids[: self._count], np.fromiter(ids, np.int64, len(ids))))
        end = self._count - len(gone)
        holes = gone[gone < end]
        last = np.setdiff1d(np.arange(end, self._count), gone, assume_unique=True)
        self._ids[holes], self._words[:, holes] = self._ids[last], self._words[:, last]
        self._words[:, end : self._count] = 0
        self._count = end

    def nearest(self, query: NDArray[np.float32], most: int) -> Ids:
        """Ids of a shortlist of at most `most` rows, in no order."""
        count = self._count
        if count <= most:
            return self._ids[:count].copy()
        places = np.arange(count)
        if count > max(SHORT, most):
            places = np.sort(np.argpartition(self._distances(query), max(SHORT, most))[: max(SHORT, most)])
        if len(places) > most:
            worth = self._signs(places) @ query
            places = places[np.argpartition(-worth, most)[:most]]
        return self._ids[places]

    def _distances(self, query: NDArray[np.float32]) -> NDArray[np.uint16]:
        """Hamming distances of all rows."""
        distances = np.zeros(self._count, np.uint16)
        differing = np.empty(self._count, np.uint64)
        number = np.empty(self._count, np.uint8)
        for words, word in zip(self._words, packed(query).view(np.uint64), strict=True):
            np.bitwise_xor(words[: self._count], word, out=differing)
            np.bitwise_count(differing, out=number)
            distances += number
        return distances

    def _signs(self, places: Ids) -> NDArray[np.float32]:
        """1 where the sign is positive, else 0; what is lost of the true -1 is the same for all rows."""
        rows = np.ascontiguousarray(self._words[:, places].T).view(np.uint8)
        return np.unpackbits(rows, axis=1, count=self.dim).astype(np.float32)
