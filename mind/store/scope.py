"""Whose rows a unit of work sees: one companion with one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, UnaryExpression, and_, insert, select
from sqlalchemy.sql.operators import custom_op

from mind.store import tables
from mind.store.dialect import Dialect
from mind.store.spaces import Spaces


@dataclass(frozen=True, slots=True)
class Scope:
    """A connection in its transaction, and the owner of the rows it works on. `reading` scopes change nothing."""

    connection: Connection
    dialect: Dialect
    companion: str
    companion_id: int
    person_id: int
    erased: set[str] = field(default_factory=set)
    """What was forgotten in this transaction: its traces go after the commit."""
    spaces: Spaces = field(default_factory=Spaces)
    """What the store holds of its vectors in memory, longer than this transaction."""

    def owns(self, table: Table) -> ColumnElement[bool]:
        """The condition that a row is of this companion with this person; something else finds the rows."""
        return _owns(table, self.companion_id, self.person_id)

    def owned(self, table: FromClause) -> ColumnElement[bool]:
        """The same for queries that walk the owner's rows in the order of an index which begins with the owner."""
        return _owned(table, self.companion_id, self.person_id)

    def add(self, table: Table, values: Mapping[str, Any]) -> int:
        """Insert a row of the owner; its id."""
        return new_row(self.connection, table, {**self.owner(), **values})

    def owner(self) -> dict[str, int]:
        """The owner's columns of a new row."""
        return {"companion_id": self.companion_id, "person_id": self.person_id}


# A turn asks some hundred times whose rows are whose: writing the condition anew each time costs more than looking.
@lru_cache(maxsize=64)
def _owns(table: Table, companion_id: int, person_id: int) -> ColumnElement[bool]:
    # The plus keeps a database from walking all rows of an owner where another index leads straight to the few.
    return and_(plain(table.c.companion_id) == companion_id, plain(table.c.person_id) == person_id)


@lru_cache(maxsize=64)
def _owned(table: FromClause, companion_id: int, person_id: int) -> ColumnElement[bool]:
    return and_(table.c.companion_id == companion_id, table.c.person_id == person_id)


def plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as it is: the same to compare, but no way into an index."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def new_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert a row; its id."""
    key = connection.execute(insert(table).values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def owner_id(connection: Connection, table: Table, key: str, *, create: bool) -> int:
    """The id of a companion or person by key. 0, which owns nothing, where there is none and none may be created."""
    found = connection.scalar(select(table.c.id).where(table.c.key == key))
    if found is None and create:
        found = new_row(connection, table, {"key": key})
    return int(found or 0)


def open_scope(
    connection: Connection, dialect: Dialect, companion: str, *, create: bool, spaces: Spaces | None = None
) -> Scope:
    """The scope of a companion with the user."""
    return Scope(
        connection,
        dialect,
        companion,
        owner_id(connection, tables.companion, companion, create=create),
        owner_id(connection, tables.person, "user", create=create),
        spaces=Spaces() if spaces is None else spaces,
    )
