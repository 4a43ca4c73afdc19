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
        query = select(table.c.at).where(self._scope.owned(table), table.c.key == key).order_by(table.c.id.desc()).limit(1)
        return self._scope.connection.scalar(query)

    def under(self, prefix: str, limit: int = LOOKED_AT) -> tuple[tuple[str, datetime], ...]:
        """Keys that begin so, with their times, newest first."""
        begins = table.c.key.startswith(prefix, autoescape=True)
        query = select(table.c.key, table.c.at).where(self._scope.owned(table), begins).order_by(table.c.id.desc())
        return tuple((row.key, row.at) for row in self._scope.connection.execute(query.limit(limit)))

    def began_since(self, at: datetime) -> int:
        """How many talks she began at or after that time, of the last two hundred."""
        query = select(table.c.at).where(self._scope.owned(table), table.c.began).order_by(table.c.id.desc()).limit(LOOKED_AT)
        return sum(1 for began in self._scope.connection.scalars(query) if began >= at)

    def begun(self, limit: int = 24) -> tuple[Begun, ...]:
        """The last talks she began, newest first."""
        query = select(table.c.key, table.c.at, table.c.turn_id).where(self._scope.owned(table), table.c.began)
        rows = self._scope.connection.execute(query.order_by(table.c.id.desc()).limit(limit))
        return tuple(Begun(row.key, row.at, row.turn_id) for row in rows)
