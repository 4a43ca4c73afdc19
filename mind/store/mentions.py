"""What she brought up of herself, and when."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select

from mind.domain import Begun
from mind.store.scope import Scope
from mind.store.tables import mention as table

LONGEST: Final = 120
LOOKED_AT: Final = 200
LAST: Final = "\U0010ffff"
"""Sorts after all that may stand in a key."""


class StoredMentions:
    """`mind.ports.Mentions` on the database. Keys name things by ids and dates, never by words: forgetting need not look here."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def note(self, key: str, at: datetime, turn_id: int | None, *, began: bool = False) -> None:
        """She brought up `key`; `began` where she started the talk with it. ValueError for a key that is too long."""
        if len(key) > LONGEST:
            raise ValueError(f"a key of more than {LONGEST} characters")
        self._scope.add(table, {"key": key, "at": at, "turn_id": turn_id, "began": began})

    def last(self, key: str) -> datetime | None:
        """When she last did."""
        at = self._scope.connection.exec_driver_sql(
            "SELECT at FROM mention WHERE companion_id = ? AND person_id = ? AND key = ? ORDER BY id DESC LIMIT 1",
            (self._scope.companion_id, self._scope.person_id, key),
        ).scalar()
        return datetime.fromisoformat(at) if at is not None else None

    def under(self, prefix: str, limit: int = LOOKED_AT) -> tuple[tuple[str, datetime], ...]:
        """Keys that begin so, with their times, newest first."""
        # The index of keys serves a range, not a pattern.
        rows = self._scope.connection.exec_driver_sql(
            "SELECT key, at FROM mention WHERE companion_id = ? AND person_id = ? AND key >= ? AND key < ?"
            " ORDER BY id DESC LIMIT ?",
            (self._scope.companion_id, self._scope.person_id, prefix, prefix + LAST, limit),
        )
        return tuple((key, datetime.fromisoformat(at)) for key, at in rows.fetchall())

    def began_since(self, at: datetime) -> int:
        """How many talks she began at or after that time, of the last two hundred."""
        query = select(table.c.at).where(self._scope.owned(table), table.c.began).order_by(table.c.id.desc()).limit(LOOKED_AT)
        return sum(1 for began in self._scope.connection.scalars(query) if began >= at)

    def begun(self, limit: int = 24) -> tuple[Begun, ...]:
        """The last talks she began, newest first."""
        query = select(table.c.key, table.c.at, table.c.turn_id).where(self._scope.owned(table), table.c.began)
        rows = self._scope.connection.execute(query.order_by(table.c.id.desc()).limit(limit))
        return tuple(Begun(row.key, row.at, row.turn_id) for row in rows)
