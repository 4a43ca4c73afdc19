"""What a store holds of its vectors and of the ledger's days in memory. Used on the store's thread only.

The database is the truth: what is here may be thrown away at any time and is read anew. New rows are noticed by their
ids; of turns whose words changed or went, `touched` tells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mind.store.signs import Ids, Signs, width

if TYPE_CHECKING:
    from mind.store.ledger_days import LedgerDays

Row = tuple[int, bytes]


@dataclass
class Space:
    """The signs of one encoder's vectors. `last` is the highest turn read so far, `late` those to be read (again)."""

    signs: Signs
    last: int = 0
    late: set[int] = field(default_factory=set)

    def read(self, rows: Iterable[Row]) -> int:
        """Take in rows of (turn, bits); those of another length are damaged and left out. How many there were."""
        found = list(rows)
        size = width(self.signs.dim)
        sound = [(turn, bits) for turn, bits in found if len(bits) == size]
        if sound:
            ids = np.fromiter((turn for turn, _ in sound), np.int64, len(sound))
            self.signs.add(ids, np.frombuffer(b"".join(bits for _, bits in sound), np.uint8).reshape(-1, size))
        return len(found)


class LooseSpace:
    """A space that is never written down: float32 unit rows for turns, in memory only."""

    def __init__(self, ids: Ids, rows: NDArray[np.float32]) -> None:
        self._ids, self._rows = ids, rows

    def __len__(self) -> int:
        return len(self._ids)

    def having(self, ids: Collection[int]) -> set[int]:
        """Which of these turns are there."""
        return set(ids) & set(self._ids.tolist())

    def add(self, ids: Ids, rows: NDArray[np.float32]) -> None:
        """Further turns; those already there get the new row."""
        keep = ~np.isin(self._ids, ids)
        self._ids, self._rows = np.concatenate([self._ids[keep], ids]), np.concatenate([self._rows[keep], rows])

    def remove(self, ids: Collection[int]) -> None:
        """Take turns out."""
        if not ids:
            return
        keep = ~np.isin(self._ids, np.fromiter(ids, np.int64, len(ids)))
        if not keep.all():
            self._ids, self._rows = self._ids[keep], self._rows[keep]

    def nearest(self, query: NDArray[np.float32], limit: int) -> list[tuple[int, float]]:
        """The nearest turns with their cosine, best first."""
        worth = self._rows @ query
        best = np.argpartition(-worth, limit)[:limit] if limit < len(worth) else np.arange(len(worth))
        best = best[np.lexsort((-self._ids[best], -worth[best]))]
        return list(zip(self._ids[best].tolist(), worth[best].tolist(), strict=True))

    def of(self, ids: Collection[int]) -> dict[int, NDArray[np.float32]]:
        """The rows of these turns, where they are there."""
        places = np.flatnonzero(np.isin(self._ids, np.fromiter(ids, np.int64, len(ids))))
        return {int(self._ids[place]): self._rows[place] for place in places}


class Spaces:
    """All spaces of a store, by the id or key of their encoder."""

    def __init__(self) -> None:
        self.kept: dict[int, Space] = {}
        self.loose: dict[str, LooseSpace] = {}
        self.days: dict[tuple[int, int], LedgerDays] = {}
        """The ledger's days, by owner: companion and person."""
        self._open: set[int] = set()

    def space(self, encoder_id: int, dim: int) -> Space:
        """The space of an encoder; at first with nothing read."""
        if encoder_id not in self.kept:
            self.kept[encoder_id] = Space(Signs(dim))
        return self.kept[encoder_id]

    def touched(self, turns: Collection[int]) -> None:
        """Turns whose words or vectors changed or went: out of memory at once, and read anew if they are still there."""
        self._open.update(turns)
        self._doubt(turns)
        for loose in self.loose.values():
            loose.remove(turns)

    def committed(self) -> None:
        """What was touched is so for good."""
        self._open.clear()

    def left(self) -> None:
        """A unit of work is over: what it touched without a commit is read anew."""
        self._doubt(self._open)
        self._open.clear()

    def _doubt(self, turns: Collection[int]) -> None:
        for space in self.kept.values():
            space.signs.remove(turns)
            space.late.update(turns)
