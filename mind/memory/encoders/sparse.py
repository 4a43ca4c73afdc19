"""As much of sparse matrices as LSA needs, on numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

AT_ONCE: Final = 32_768
"""Entries multiplied together: a bound on memory (32,768 x 112 x 4 bytes)."""


@dataclass(frozen=True, slots=True)
class SparseRows:
    """Rows by their entries: row i holds `values[ends[i]:ends[i+1]]` at the columns of the same places."""

    ends: NDArray[np.int64]
    at: NDArray[np.int64]
    values: Floats
    columns: int

    @property
    def count(self) -> int:
        return len(self.ends) - 1

    def unit(self) -> SparseRows:
        """With rows of length 1; empty rows stay empty."""
        sums = np.zeros(self.count, np.float32)
        np.add.at(sums, self._owners(), self.values**2)
        lengths: Floats = np.sqrt(np.maximum(sums, np.float32(1e-12)))
        values: Floats = self.values / lengths[self._owners()]
        return SparseRows(self.ends, self.at, values, self.columns)

    def turned(self) -> SparseRows:
        """Columns as rows."""
        order = np.argsort(self.at, kind="stable")
        ends = np.concatenate([[0], np.cumsum(np.bincount(self.at, minlength=self.columns))])
        return SparseRows(ends, self._owners()[order], self.values[order], self.count)

    def times(self, dense: Floats) -> Floats:
        """This times a dense matrix (columns, k), some rows at a time."""
        made = np.zeros((self.count, dense.shape[1]), np.float32)
        full = np.flatnonzero(np.diff(self.ends))
        start = 0
        while start < len(full):
            first = self.ends[full[start]]
            stop = max(start + 1, int(np.searchsorted(self.ends[full + 1], first + AT_ONCE, side="right")))
            rows = full[start:stop]
            part = slice(first, self.ends[rows[-1] + 1])
            entries = dense[self.at[part]]
            entries *= self.values[part, None]
            made[rows] = np.add.reduceat(entries, self.ends[rows] - first, axis=0)
            start = stop
        return made

    def _owners(self) -> NDArray[np.int64]:
        """The row of each entry."""
        return np.repeat(np.arange(self.count), np.diff(self.ends))
