"""Turns in the space of an encoder: kept as float16 in the database, found by their signs in memory.

Spaces are never mixed: whatever is asked names the encoder's key. A key that is not known holds nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timezone
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, delete, func, insert, select

from mind.store.scope import Scope, new_row
from mind.store.signs import packed
from mind.store.spaces import LooseSpace, Space
from mind.store.tables import encoder, turn
from mind.store.tables import turn_vector as table
from mind.vectors import Missing, SpaceFound

Vector = NDArray[np.float32]

SHORTLIST: Final = 500
"""How many vectors are compared in full: of the true nearest twenty, 0.999 were among them in a space of MiniLM."""
READ_AT_ONCE: Final = 20_000
AT_A_TIME: Final = 1000
DROPPED_AT_ONCE: Final = 2000
"""Their bytes are zeroed on the disk: all of them at once would hold up the talk."""
WINDOW: Final = 512
"""Turns that one search for missing vectors looks through."""


class StoredVectors:
    """`mind.vectors.TurnVectors` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._spaces = scope.spaces
        self._at_hand: tuple[str, dict[int, Vector]] = ("", {})

    def nearest(self, key: str, query: Vector, limit: int) -> list[tuple[int, float]]:
        """The turns nearest to a query of unit length, with their cosine, best first.

        Cosines are exact to float16; which turns come is nearly so (of a thousand, some one may be missed).
        """
        if (loose := self._spaces.loose.get(key)) is not None:
            return loose.nearest(query, limit)
        found = self._opened(key, query)
        if found is None or limit <= 0 or not query.any():
            return []
        encoder_id, space = found
        while self._read_on(encoder_id, space):
            pass
        most = max(SHORTLIST, 2 * limit)
        # In memory are the owner's turns alone: no need to ask again whose they are.
        data = select(table.c.turn_id, table.c.data)
        ids, rows = self._rows(data, encoder_id, space.signs.dim, space.signs.nearest(query, most).tolist())
        self._at_hand = key, dict(zip(ids.tolist(), rows, strict=True))
        if not len(ids):
            return []
        worth = rows @ query
        best = np.lexsort((-ids, -worth))[:limit]
        return list(zip(ids[best].tolist(), worth[best].tolist(), strict=True))

    def of(self, key: str, turns: Collection[int]) -> dict[int, Vector]:
        """The vectors of these turns, where they have one, float32."""
        if (loose := self._spaces.loose.get(key)) is not None:
            return loose.of(turns)
        found = self._encoder(key)
        if found is None or not turns:
            return {}
        # Who asks for what lies near asks for most of it again.
        near, known = self._at_hand
        here = {turn_id: known[turn_id] for turn_id in turns if turn_id in known} if near == key else {}
        data = select(table.c.turn_id, table.c.data).join(turn, turn.c.id == table.c.turn_id).where(self._scope.owns(turn))
        ids, rows = self._rows(data, found.id, found.dim, [turn_id for turn_id in turns if turn_id not in here])
        return {**here, **dict(zip(ids.tolist(), rows, strict=True))}

    def keep(self, key: str, read: Iterable[tuple[int, str, Vector]]) -> int:
        """Keep vectors of turns: (turn, the text that was read, float32 row). How many were kept.

        A turn that changed or went while it was being encoded gets none: its words may be forgotten by now.
        """
        given = {turn_id: (text, vector) for turn_id, text, vector in read}
        texts = self._texts(list(given))
        sound = [(turn_id, vector) for turn_id, (text, vector) in given.items() if texts.get(turn_id) == text]
        if not sound:
            return 0
        ids, rows = [turn_id for turn_id, _ in sound], np.stack([vector for _, vector in sound])
        if (loose := self._spaces.loose.get(key)) is not None:
            loose.add(np.array(ids), rows)
            return len(ids)
        owner = self._made(key, rows.shape[1])
        self._scope.connection.execute(delete(table).where(table.c.encoder_id == owner, table.c.turn_id.in_(ids)))
        values = [
            {"turn_id": turn_id, "encoder_id": owner, "bits": bits.tobytes(), "data": row.tobytes()}
            for turn_id, bits, row in zip(ids, packed(rows), rows.astype("<f2"), strict=True)
        ]
        self._scope.connection.execute(insert(table), values)
        self._spaces.touched(ids)
        self._at_hand = ("", {})
        return len(ids)

    def missing(self, key: str, below: int | None = None, window: int = WINDOW) -> Missing:
        """Turns with words but no vector among the `window` turns below an id (or the newest), newest first."""
        # Their words are read only where they are needed: most turns have a vector.
        looked = select(turn.c.id).where(self._scope.owned(turn), turn.c.id < (below or 2**62))
        ids = list(self._scope.connection.scalars(looked.order_by(turn.c.id.desc()).limit(window)))
        if not ids:
            return Missing((), None)
        have = self._having(key, ids)
        texts = self._texts([turn_id for turn_id in ids if turn_id not in have])
        without = [(turn_id, texts[turn_id]) for turn_id in ids if texts.get(turn_id, "").strip()]
        return Missing(tuple(without), ids[-1] if len(ids) == window else None)

    def texts(self, most: int) -> list[tuple[int, str]]:
        """The last `most` turns with words, (id, text), oldest first."""
        newest = select(turn.c.id, turn.c.text).where(self._scope.owned(turn)).order_by(turn.c.id.desc()).limit(most)
        rows = self._scope.connection.execute(newest).all()
        return [(row.id, row.text) for row in reversed(rows) if row.text.strip()]

    def warm(self, key: str) -> bool:
        """Read some more of a space into memory; whether there is more to read. Spares the first question the wait."""
        found = self._encoder(key)
        return found is not None and self._read_on(found.id, self._spaces.space(found.id, found.dim))

    def spaces(self) -> tuple[SpaceFound, ...]:
        """The encoders that made vectors here, the newest first, with how many of this owner's turns have one."""
        counted = (
            select(encoder.c.key, encoder.c.dim, func.count(turn.c.id))
            .outerjoin(table, table.c.encoder_id == encoder.c.id)
            .outerjoin(turn, (turn.c.id == table.c.turn_id) & self._scope.owns(turn))
            .group_by(encoder.c.id)
            .order_by(encoder.c.id.desc())
        )
        return tuple(SpaceFound(key, dim, number) for key, dim, number in self._scope.connection.execute(counted))

    def keys(self) -> tuple[str, ...]:
        """The keys of the encoders that made vectors here, the newest first."""
        return tuple(self._scope.connection.scalars(select(encoder.c.key).order_by(encoder.c.id.desc())))

    def drop(self, key: str, most: int = DROPPED_AT_ONCE) -> bool:
        """Take away `most` vectors of an encoder, of every owner; with the last goes the encoder. Whether more are there."""
        self._at_hand = ("", {})
        self._spaces.loose.pop(key, None)
        found = self._encoder(key)
        if found is None:
            return False
        self._spaces.kept.pop(found.id, None)
        mine = table.c.encoder_id == found.id
        some = list(self._scope.connection.scalars(select(table.c.turn_id).where(mine).limit(most)))
        for part in _parts(some):
            self._scope.connection.execute(delete(table).where(mine, table.c.turn_id.in_(part)))
        if len(some) == most:
            return True
        self._scope.connection.execute(delete(encoder).where(encoder.c.id == found.id))
        return False

    def hold(self, key: str, turns: Collection[int], rows: Vector) -> None:
        """Open a space that lives in memory alone, in place of any other such: nothing of it is ever written down."""
        self._spaces.loose.clear()
        self._spaces.loose[key] = LooseSpace(np.fromiter(turns, np.int64, len(turns)), rows)

    def _having(self, key: str, ids: list[int]) -> set[int]:
        """Which of these turns, in descending order, have a vector."""
        if (loose := self._spaces.loose.get(key)) is not None:
            return loose.having(ids)
        found = self._encoder(key)
        mine = (table.c.encoder_id == (found.id if found else 0)) & table.c.turn_id.between(ids[-1], ids[0])
        return set(self._scope.connection.scalars(select(table.c.turn_id).where(mine)))

    def _encoder(self, key: str) -> Any:
        return self._scope.connection.execute(select(encoder.c.id, encoder.c.dim).where(encoder.c.key == key)).first()

    def _made(self, key: str, dim: int) -> int:
        """The encoder's id, made at its first vectors. ValueError for vectors of another length than its space has."""
        found = self._encoder(key)
        if found is None:
            return new_row(self._scope.connection, encoder, {"key": key, "dim": dim, "made_at": datetime.now(timezone.utc)})
        if found.dim != dim:
            raise ValueError(f"a vector of {dim} does not belong in a space of {found.dim}")
        return int(found.id)

    def _opened(self, key: str, query: Vector) -> tuple[int, Space] | None:
        found = self._encoder(key)
        if found is None:
            return None
        if query.shape != (found.dim,):
            raise ValueError(f"a query of {query.shape} does not belong in a space of {found.dim}")
        return int(found.id), self._spaces.space(found.id, found.dim)

    def _read_on(self, encoder_id: int, space: Space) -> bool:
        """Read rows that are not in memory yet; whether there may be more."""
        rows = select(table.c.turn_id, table.c.bits).join(turn, turn.c.id == table.c.turn_id)
        rows = rows.where(self._scope.owns(turn), table.c.encoder_id == encoder_id)
        read = self._scope.connection.execute
        for part in _parts(sorted(turn_id for turn_id in space.late if turn_id <= space.last)):
            space.read((row.turn_id, row.bits) for row in read(rows.where(table.c.turn_id.in_(part))))
        space.late.clear()
        further = rows.where(table.c.turn_id > space.last).order_by(table.c.turn_id).limit(READ_AT_ONCE)
        found = [(row.turn_id, row.bits) for row in read(further)]
        if found:
            space.last = found[-1][0]
        return space.read(found) == READ_AT_ONCE

    def _rows(self, wanted: Select[Any], encoder_id: int, dim: int, turns: list[int]) -> tuple[NDArray[np.int64], Vector]:
        """Ids and vectors of the turns that have one; a row of another length is damaged and left out."""
        ids: list[int] = []
        data: list[bytes] = []
        for part in _parts(sorted(turns)):
            mine = wanted.where(table.c.encoder_id == encoder_id, table.c.turn_id.in_(part))
            for turn_id, values in self._scope.connection.execute(mine):
                if len(values) == 2 * dim:
                    ids.append(turn_id)
                    data.append(values)
        rows = np.frombuffer(b"".join(data), "<f2").astype(np.float32).reshape(-1, dim)
        return np.array(ids, np.int64), rows

    def _texts(self, turns: list[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for part in _parts(turns):
            mine = select(turn.c.id, turn.c.text).where(self._scope.owns(turn), turn.c.id.in_(part))
            found.update((row.id, row.text) for row in self._scope.connection.execute(mine))
        return found


def _parts(ids: list[int]) -> Iterator[list[int]]:
    """Some at a time: a statement takes only so many ids."""
    for start in range(0, len(ids), AT_A_TIME):
        yield ids[start : start + AT_A_TIME]
