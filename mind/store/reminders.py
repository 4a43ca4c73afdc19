"""What is kept until a time, and forgetting in it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, delete, select, update

from mind.domain import Turn
from mind.reminders.kept import WAITS, Kept, KeptChange, KeptKind, KeptStatus, NewKept
from mind.store.phrases import blanked, blanked_json
from mind.store.scope import Scope
from mind.store.tables import reminder as table
from mind.store.text import clean

COLUMNS: Final = tuple(
    table.c[name]
    for name in ("id", "kind", "text", "quote", "turn_id", "said_at", "lang", "due", "status", "rung_at", "data")
)


class StoredReminders:
    """`mind.reminders.port.Reminders` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def keep(self, new: NewKept, turn: Turn) -> Kept:
        """Keep one that the turn asked for. It goes when the turn goes."""
        row: dict[str, Any] = {
            "kind": new.kind, "text": clean(new.text), "quote": clean(new.quote), "turn_id": turn.id, "said_at": turn.at,
            "lang": turn.lang, "due": new.due, "status": "waiting", "data": dict(new.data),
        }  # fmt: skip
        return Kept(id=self._scope.add(table, row), **row)

    def get(self, kept_id: int) -> Kept | None:
        """One of them; None where it is gone."""
        query = select(*COLUMNS).where(self._scope.owns(table), table.c.id == kept_id)
        found = self._scope.connection.execute(query).first()
        return _kept(found) if found is not None else None

    def find(
        self, kinds: Collection[KeptKind] | None = None, statuses: Collection[KeptStatus] = WAITS, limit: int = 200
    ) -> tuple[Kept, ...]:
        """Those of these kinds (None: all) and statuses, newest first."""
        query = select(*COLUMNS).where(self._scope.owned(table), table.c.status.in_(statuses))
        if kinds is not None:
            query = query.where(table.c.kind.in_(kinds))
        return tuple(_kept(row) for row in self._scope.connection.execute(query.order_by(table.c.id.desc()).limit(limit)))

    def change(self, change: KeptChange, now: datetime) -> bool:
        """Give one its new status, and its new time where there is one; whether it is there. Told ones note when."""
        values: dict[str, Any] = {"status": change.status}
        if change.due is not None:
            values["due"] = change.due
        if change.spoken:
            values["rung_at"] = now
        mine = self._scope.owns(table) & (table.c.id == change.kept_id)
        return self._scope.connection.execute(update(table).where(mine).values(**values)).rowcount > 0

    def next_due(self) -> datetime | None:
        """The soonest time of one that waits."""
        times = [one.due for one in self.find(limit=1000) if one.due is not None]
        return min(times, default=None)


def forget_reminders(scope: Scope, phrases: list[str], everywhere: list[str], turns: Collection[int]) -> None:
    """They lose the words; where none of its own are left, one goes. Words that could be anybody's go only where one came of
    these turns."""
    for row in scope.connection.execute(select(table).where(scope.owned(table))).all():
        lost = phrases if row.turn_id in turns else everywhere
        values = {"text": blanked(row.text, lost), "quote": blanked(row.quote, lost), "data": blanked_json(row.data, set(), lost)}
        if values == {"text": row.text, "quote": row.quote, "data": row.data}:
            continue
        mine = table.c.id == row.id
        if any(letter.isalnum() for letter in values["text"]):
            scope.connection.execute(update(table).where(mine).values(**values))
        else:
            scope.connection.execute(delete(table).where(mine))


def _kept(row: Row[Any]) -> Kept:
    return Kept(**{column.name: getattr(row, column.name) for column in COLUMNS})
