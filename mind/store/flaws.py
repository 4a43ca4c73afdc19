"""What can be wrong on sound pages: rows that point nowhere, values that cannot be read, two values under a key of one.

The database itself takes no offence at these. Each flaw knows how it is healed, if it can be (`mind.store.mending`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import JSON, Column, ColumnElement, ForeignKey, Table, and_, exists, func, or_, select

from mind.store import mending, saved_state
from mind.store.columns import Moment
from mind.store.dialect import Dialect, Shape
from mind.store.replay import KINDS, TAKING_BACK
from mind.store.scope import Scope
from mind.store.tables import (
    bond_event,
    bond_line,
    bond_mark,
    bond_state,
    encoder,
    memory,
    metadata,
    receipt,
    turn,
    turn_vector,
)  # fmt: skip

Heal = Callable[[Scope, ColumnElement[bool]], object]

SHAPES: Final[dict[str, Shape]] = {
    "turn.meta": "object", "memory.slots": "object", "bond_state.state": "object",
    "bond_mark.state": "object", "request.messages": "array", "look.look": "object", "worn.look": "object",
}  # fmt: skip
"""What a JSON value must be, beyond any."""


LAST: Final = 3


@dataclass(frozen=True, slots=True)
class Flaw:
    """Rows of a table with which something is wrong, in words. `heal` is None where only a backup helps."""

    table: Table
    rows: ColumnElement[bool]
    said: str
    heal: Heal | None
    turn: int = 1
    """What has to be healed first comes first: a bond is worked out anew only from events that can be read."""

    def told(self, count: int) -> str:
        """The flaw with the number of rows that have it."""
        return f"rows of {self.table.name} {self.said}: {count}"


def found(scope: Scope) -> list[tuple[Flaw, int]]:
    """The flaws there are, of every owner, each with its number of rows; what is to be healed first comes first."""
    flaws = (*_unreadable(scope.dialect), *_astray(), *_misshapen(), _doubled(), *_misjudged(), *_unfit(scope))
    counted = [(flaw, select(func.count()).select_from(flaw.table).where(flaw.rows)) for flaw in flaws]
    there = [(flaw, number) for flaw, rows in counted if (number := scope.connection.scalar(rows) or 0)]
    return sorted(there, key=lambda one: one[0].turn)


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
            last = LAST if table in (bond_state, bond_mark) else 1
            yield Flaw(table, rows, f"whose {column.name} cannot be read", mending.of_value(column), last)


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


def _misjudged() -> Iterator[Flaw]:
    """Events of the bond that no rules can have judged so: they hinder its replay."""
    event, line, takes = bond_event.c, bond_line.c, bond_event.alias("takes")
    yield Flaw(bond_event, event.rules < 1, "judged by rules that nobody knows", mending.judged_as_before, 0)
    for column in (line.delta, event.confidence, event.severity):
        yield Flaw(column.table, column * 1.0 != column, f"whose {column.name} is no number", mending.of_number(column), 2)
    gone = exists().where(takes.c.about == event.id, takes.c.kind.in_(TAKING_BACK))
    yield Flaw(bond_event, event.kind.not_in(KINDS) & ~gone, "of a kind that nobody knows", mending.let_go, 2)


def _unfit(scope: Scope) -> Iterator[Flaw]:
    """States of a bond that are none, though they can be read."""
    for table, key, heal in (
        (bond_state, bond_state.c.id, mending.rebuild_bond), (bond_mark, bond_mark.c.event_id, mending.remove(bond_mark))
    ):  # fmt: skip
        rows = key.in_(saved_state.unreadable(scope, table, key)) & ~scope.dialect.unlike(table.c.state, "object")
        yield Flaw(table, rows, "that are no state of a bond", heal, LAST)


def _leads_nowhere(column: Column[Any], key: ForeignKey) -> ColumnElement[bool]:
    parent = key.column.table.alias("parent")
    return column.is_not(None) & ~exists().where(parent.c.id == column)


def _columns() -> Iterator[tuple[Table, Column[Any]]]:
    return ((table, column) for table in metadata.sorted_tables for column in table.columns)
