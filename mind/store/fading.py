"""Uses and salience of memories: written when a reply rests on them, and when time has passed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select, update

from mind.memory.salience import salience
from mind.store.scope import Scope
from mind.store.tables import memory as table

SLIGHT: Final = 0.02
"""Smaller moves are not worth writing."""


def use(scope: Scope, memory_ids: Iterable[int], at: datetime) -> None:
    """These served a reply: near her mind again, and fading more slowly from now on."""
    mine = scope.owns(table) & table.c.id.in_(list(memory_ids))
    scope.connection.execute(update(table).where(mine).values(uses=table.c.uses + 1, used_at=at, salience=1.0))


def fade(scope: Scope, now: datetime, after: int, limit: int) -> int:
    """Write the salience that time has made of the next `limit` memories after an id; the last id seen, 0 at the end."""
    columns = (table.c.id, table.c.said_at, table.c.used_at, table.c.uses, table.c.pinned, table.c.salience)
    query = select(*columns).where(scope.owned(table), table.c.id > after).order_by(table.c.id).limit(limit)
    rows = scope.connection.execute(query).all()
    current = {row.id: salience(row.used_at or row.said_at, now, row.uses, pinned=row.pinned) for row in rows}
    moved = [{"row_id": row.id, "nearness": current[row.id]} for row in rows if abs(current[row.id] - row.salience) > SLIGHT]
    if moved:
        change = update(table).where(table.c.id == bindparam("row_id")).values(salience=bindparam("nearness"))
        scope.connection.execute(change, moved)
    return int(rows[-1].id) if len(rows) == limit else 0
