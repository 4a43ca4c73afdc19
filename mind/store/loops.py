"""What the two expect of each other, each with the words it came from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, select, update

from mind.domain import LoopSide, LoopStatus, OpenLoop, Turn
from mind.store.scope import Scope
from mind.store.tables import open_loop as table
from mind.store.text import clean
from mind.store_ports import OPEN

UNDER_WAY: Final[tuple[LoopStatus, ...]] = ("open", "asked")
COLUMNS: Final = "id, side, text, quote, turn_id, said_at, lang, due, status, memory_id, asked_at, closed_at"


class StoredLoops:
    """`mind.ports.Loops` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def open(
        self, side: LoopSide, text: str, quote: str, turn: Turn, *, due: datetime | None = None, memory_id: int | None = None
    ) -> OpenLoop | None:
        """Keep one; None where the memory, or the same words of the same side, already have one that is not closed."""
        text, quote = clean(text), clean(quote)
        if memory_id is not None:
            known = self.of_memory(memory_id) is not None
        else:
            known = any(one.quote == quote for one in self.find(side, UNDER_WAY))
        if known:
            return None
        row: dict[str, Any] = {
            "side": side, "text": text, "quote": quote, "turn_id": turn.id, "memory_id": memory_id, "said_at": turn.at,
            "lang": turn.lang, "due": due, "status": "open",
        }  # fmt: skip
        return OpenLoop(id=self._scope.add(table, row), **row)

    def get(self, loop_id: int) -> OpenLoop | None:
        """One of them; None where it is gone."""
        query = select(table).where(self._scope.owns(table), table.c.id == loop_id)
        found = self._scope.connection.execute(query).first()
        return _loop(found) if found is not None else None

    def find(
        self, side: LoopSide | None = None, status: Collection[LoopStatus] = OPEN, limit: int = 200
    ) -> tuple[OpenLoop, ...]:
        """Those of a side and status: by their day, those without one last, then newest first."""
        # Hundreds of rows for every turn: as the driver gives them.
        ones, sides = list(status), [side] if side is not None else []
        newest = self._scope.connection.exec_driver_sql(
            f"SELECT {COLUMNS} FROM open_loop WHERE companion_id = ? AND person_id = ?"
            f" AND status IN ({', '.join('?' * len(ones))}){' AND side = ?' if sides else ''} ORDER BY id DESC LIMIT ?",
            (self._scope.companion_id, self._scope.person_id, *ones, *sides, limit),
        )
        return tuple(sorted(map(_as_written, newest.fetchall()), key=_order))

    def of_memory(self, memory_id: int) -> OpenLoop | None:
        """The one of a memory, whatever its status."""
        query = select(table).where(self._scope.owns(table), table.c.memory_id == memory_id).order_by(table.c.id.desc())
        found = self._scope.connection.execute(query.limit(1)).first()
        return _loop(found) if found is not None else None

    def asked(self, loop_id: int, turn_id: int | None, at: datetime) -> None:
        """She came back to it in her turn `turn_id`; only an open one becomes "asked"."""
        mine = self._scope.owns(table) & (table.c.id == loop_id) & (table.c.status == "open")
        self._scope.connection.execute(
            update(table).where(mine).values(status="asked", asked_at=at, asked_turn=turn_id)
        )

    def unasked(self, loop_id: int) -> None:
        """Her asking is gone, or was not heard: an asked one is open again."""
        mine = self._scope.owns(table) & (table.c.id == loop_id) & (table.c.status == "asked")
        self._scope.connection.execute(update(table).where(mine).values(status="open", asked_at=None, asked_turn=None))

    def close(self, loop_id: int, status: LoopStatus, at: datetime, turn_id: int | None = None) -> None:
        """How it ended. KeyError where there is none."""
        self._set(loop_id, {"status": status, "closed_at": at, "closed_turn": turn_id})

    def reopen(self, loop_id: int) -> None:
        """It is under way again, as if it had not ended: asked if she had asked. KeyError where there is none."""
        kept = self.get(loop_id)
        status = "asked" if kept is not None and kept.asked_at is not None else "open"
        self._set(loop_id, {"status": status, "closed_at": None, "closed_turn": None})

    def _set(self, loop_id: int, values: dict[str, Any]) -> None:
        mine = self._scope.owns(table) & (table.c.id == loop_id)
        if self._scope.connection.execute(update(table).where(mine).values(**values)).rowcount == 0:
            raise KeyError(loop_id)


def _loop(row: Row[Any]) -> OpenLoop:
    return OpenLoop(
        row.id, row.side, row.text, row.quote, row.turn_id, row.said_at, row.lang, row.due, row.status, row.memory_id,
        row.asked_at, row.closed_at,
    )  # fmt: skip


def _as_written(row: Sequence[Any]) -> OpenLoop:
    """The same from the `COLUMNS` as they stand in the database."""
    one, side, text, quote, turn_id, said_at, lang, due, status, memory_id, asked_at, closed_at = row
    said = datetime.fromisoformat(said_at)
    return OpenLoop(
        one, side, text, quote, turn_id, said, lang, _moment(due), status, memory_id, _moment(asked_at), _moment(closed_at)
    )


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written is not None else None


def _order(loop: OpenLoop) -> tuple[bool, float, int]:
    return loop.due is None, loop.due.timestamp() if loop.due else 0.0, -loop.id
