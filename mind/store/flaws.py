"""What can be wrong on sound pages: rows that point nowhere, values that cannot be read, two values under a key of one.

The database itself takes no offence at these. Each flaw knows how it is healed, if it can be (`mind.store.mending`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import JSON, Column, ColumnElement, ForeignKey, Table, and_, exists, func, or_, select

from mind.store import mending
from mind.store.columns import Moment
from mind.store.dialect import Dialect, Shape
from mind.store.scope import Scope
from mind.store.tables import encoder, memory, metadata, receipt, turn, turn_vector

Heal = Callable[[Scope, ColumnElement[bool]], object]

SHAPES: Final[dict[str, Shape]] = {
    "turn.meta": "object", "memory.slots": "object", "bond_state.state": "object",
    "bond_mark.state": "object", "request.messages": "array",
}  # fmt: skip
"""What a JSON value must be, beyond any."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Rows of a table with which something is wrong, in words. `heal` is None where only a backup helps."""

    table: Table
    rows: ColumnElement[bool]
    said: str
    heal: Heal | None

    def told(self, count: int) -> str:
        """The flaw with the number of rows that have it."""
        return f"rows of {self.table.name} {self.said}: {count}"


def found(scope: Scope) -> list[tuple[Flaw, int]]:
    """The flaws there are, of every owner, each with its number of rows; what hinders reading first."""
    flaws = (*_unreadable(scope.dialect), *_astray(), *_misshapen(), _doubled())
    counted = [(flaw, select(func.count()).select_from(flaw.table).where(flaw.rows)) for flaw in flaws]
    return [(flaw, number) for flaw, rows in counted if (number := scope.connection.scalar(rows) or 0)]


def _unreadable(dialect: Dialect) -> Iterator[Flaw]:
    """Times that are none and JSON that is none."""
    for table, column in _columns():
        shape: Shape | None = None
        if isinstance(column.type, Moment):
            shape = "moment"
        elif isinstance(column.type, JSON):
            shape = SHAPES.get(f"{table.name}.{column.name}", "json")
        if shape is not None:
            rows = column.is_not(None) & dialect.unlike(column, shape)
            yield Flaw(table, rows, f"whose {column.name} cannot be read", mending.of_value(column))


def _astray() -> Iterator[Flaw]:
    """References to rows that are not there."""
    for table, column in _columns():
        for key in column.foreign_keys:
            if column is memory.c.turn_id:
                yield from _without_receipt()
                continue
            said = f"that point to a missing {key.column.table.name}"
            yield Flaw(table, _leads_nowhere(column, key), said, mending.of_reference(column, key))


def _without_receipt() -> Iterator[Flaw]:
    """A fact whose turn is lost rests on another that said it, if there is one; else it has no receipt any more."""
    (key,) = memory.c.turn_id.foreign_keys
    lost = _leads_nowhere(memory.c.turn_id, key)
    again = exists().where(receipt.c.memory_id == memory.c.id, receipt.c.turn_id == turn.c.id)
    yield Flaw(memory, lost & again, "that point to a missing turn", mending.rest_on_another)
    yield Flaw(memory, lost & ~again, "that have lost the only turn that said so", None)


def _misshapen() -> Iterator[Flaw]:
    """Vectors of another length than their space has."""
    dim = select(encoder.c.dim).where(encoder.c.id == turn_vector.c.encoder_id).scalar_subquery()
    words = (dim + 63) / 64
    wrong = or_(func.length(turn_vector.c.data) != 2 * dim, func.length(turn_vector.c.bits) != 8 * func.floor(words))
    yield Flaw(turn_vector, wrong, "that do not fit their space", mending.remove(turn_vector))


def _doubled() -> Flaw:
    """Two current values under a key that has one."""
    newer = memory.alias("newer")
    same = and_(
        newer.c.key == memory.c.key, newer.c.companion_id == memory.c.companion_id, newer.c.person_id == memory.c.person_id,
        newer.c.id > memory.c.id, newer.c.single, newer.c.superseded_by.is_(None), newer.c.expired_at.is_(None),
    )  # fmt: skip
    holds = memory.c.single & memory.c.superseded_by.is_(None) & memory.c.expired_at.is_(None)
    return Flaw(memory, holds & exists().where(same), "that hold beside a newer one", mending.supersede)


def _leads_nowhere(column: Column[Any], key: ForeignKey) -> ColumnElement[bool]:
    parent = key.column.table.alias("parent")
    return column.is_not(None) & ~exists().where(parent.c.id == column)


def _columns() -> Iterator[tuple[Table, Column[Any]]]:
    return ((table, column) for table in metadata.sorted_tables for column in table.columns)
