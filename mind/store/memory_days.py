"""What her diary reads of memories: plans by their day, and who is known by name."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, String, or_, select, type_coerce

from mind.store.scope import Scope
from mind.store.tables import memory as table

LIFE: Final = ("user.people.", "user.pet.")
"""How the keys of people and animals begin."""


def due_from(scope: Scope, day: str, limit: int) -> list[int]:
    """Ids of what holds now and has its date on that day (ISO) or later, nearest first."""
    due = type_coerce(table.c.due, String)
    query = select(table.c.id).where(scope.owned(table), _holds(), due.is_not(None), due >= day)
    return list(scope.connection.scalars(query.order_by(due, table.c.id).limit(limit)))


def named(scope: Scope, limit: int) -> list[int]:
    """Ids of the facts that hold now and tell of a person or an animal of the user's life, at most so many."""
    # The key's index serves a range, not a pattern; "/" is the sign after ".".
    life = or_(*((table.c.key >= start) & (table.c.key < start[:-1] + "/") for start in LIFE))
    return list(scope.connection.scalars(select(table.c.id).where(scope.owns(table), life, _holds()).limit(limit)))


def _holds() -> ColumnElement[bool]:
    return table.c.superseded_by.is_(None) & table.c.expired_at.is_(None)
