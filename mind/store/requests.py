"""What servers were asked: the newest few hundred, each beside its reply."""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete, select

from mind.domain import AskedOf
from mind.store.scope import Scope
from mind.store.tables import request as table

KEPT: Final = 300
"""So many are kept: about a fortnight of talking, at some kilobytes each."""


class StoredRequests:
    """`mind.ports.Requests` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def keep(self, asked: AskedOf) -> None:
        """Keep it beside its reply; the oldest go."""
        messages = [{"role": role, "content": content} for role, content in asked.messages]
        row = {
            "turn_id": asked.turn_id, "at": asked.at, "host": asked.host, "model": asked.model, "messages": messages,
            "tokens_in": asked.tokens_in, "tokens_out": asked.tokens_out, "counted": asked.counted,
        }  # fmt: skip
        self._scope.add(table, row)
        mine = self._scope.owns(table)
        last = self._scope.connection.scalar(
            select(table.c.id).where(mine).order_by(table.c.id.desc()).offset(KEPT).limit(1)
        )
        if last is not None:
            self._scope.connection.execute(delete(table).where(mine, table.c.id <= last))

    def of(self, turn_id: int) -> AskedOf | None:
        """What was asked for that reply, if it is still kept."""
        query = select(table).where(self._scope.owns(table), table.c.turn_id == turn_id).order_by(table.c.id.desc()).limit(1)
        row = self._scope.connection.execute(query).first()
        if row is None:
            return None
        messages = tuple((str(one["role"]), str(one["content"])) for one in row.messages)
        return AskedOf(row.turn_id, row.at, row.host, row.model, messages, row.tokens_in, row.tokens_out, row.counted)
