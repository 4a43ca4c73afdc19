"""How flaws are healed. What is left over of a lost row goes; what can be had again is made again; no words are guessed.

Each heals the rows that a condition names, and runs in the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    String,
    Table,
    delete,
    exists,
    func,
    null,
    select,
    type_coerce,
    update,
)

from mind.bond.state import to_json
from mind.store.ledger import StoredLedger
from mind.store.scope import Scope
from mind.store.tables import (
    bond_event,
    bond_mark,
    bond_state,
    companion,
    encoder,
    garment,
    keepsake,
    look,
    memory,
    mention,
    note,
    open_loop,
    receipt,
    reminder,
    request,
    said_phrase,
    sentence,
    sentence_source,
    setting,
    taste_sign,
    turn,
    worn,
)  # fmt: skip

Heal = Callable[[Scope, ColumnElement[bool]], object]

GONE_WITH: Final = (
    request.c.messages, request.c.at, keepsake.c.value, setting.c.value, mention.c.at, bond_mark.c.state,
    look.c.look, worn.c.look, said_phrase.c.at, taste_sign.c.at,
)  # fmt: skip
"""Values without which their row is nothing."""


def of_value(column: Column[Any]) -> Heal | None:
    """What becomes of a value that cannot be read; None where it cannot be told."""
    if any(column is one for one in GONE_WITH):
        return remove(column.table)
    if column is bond_state.c.state:
        return rebuild_bond
    if column is turn.c.at:
        return _set(column, _nearest_time(turn))
    if column is bond_event.c.at:
        return _set(column, _nearest_time(bond_event))
    if any(column is one for one in (memory.c.said_at, open_loop.c.said_at, reminder.c.said_at)):
        return _set(column, select(_text(turn.c.at)).where(turn.c.id == column.table.c.turn_id).scalar_subquery())
    if column is memory.c.expired_at:
        return _set(column, _text(memory.c.said_at))
    if any(column is one for one in (note.c.at, encoder.c.made_at, garment.c.came, look.c.at, worn.c.at)):
        return _set(column, datetime.now(timezone.utc).isoformat())
    return _set(column, null() if column.nullable else "{}")


def of_reference(column: Column[Any], key: ForeignKey) -> Heal | None:
    """What becomes of a reference to a row that is not there; None where its own row is nobody's without it."""
    if column is turn.c.reply_to or key.ondelete == "SET NULL":
        return _set(column, null())
    if column is memory.c.superseded_by:
        return end
    if column.table is sentence_source:
        return withdraw
    return remove(column.table) if key.ondelete == "CASCADE" else None


def remove(table: Any) -> Heal:
    """The rows go."""
    return lambda scope, rows: scope.connection.execute(delete(table).where(rows))


def end(scope: Scope, rows: ColumnElement[bool]) -> None:
    """What was replaced by something lost stays history."""
    ended = func.coalesce(_text(memory.c.expired_at), _text(memory.c.said_at))
    scope.connection.execute(update(memory).where(rows).values(superseded_by=null(), expired_at=ended))


def rest_on_another(scope: Scope, rows: ColumnElement[bool]) -> None:
    """A fact rests on the first other turn that said it, and is read there."""
    for lost in scope.connection.scalars(select(memory.c.id).where(rows)).all():
        again = select(receipt).join(turn, turn.c.id == receipt.c.turn_id).where(receipt.c.memory_id == lost)
        other = scope.connection.execute(again.order_by(receipt.c.id).limit(1)).one()
        said = {"turn_id": other.turn_id, "quote": other.quote}
        scope.connection.execute(update(memory).where(memory.c.id == lost).values(**said))
        scope.connection.execute(delete(receipt).where(receipt.c.id == other.id))


def withdraw(scope: Scope, rows: ColumnElement[bool]) -> None:
    """A sentence of hers that rests on nothing any more goes, as it does when its sources are forgotten."""
    left = set(scope.connection.scalars(select(sentence_source.c.sentence_id).where(rows)))
    scope.connection.execute(delete(sentence_source).where(rows))
    rests = exists().where(sentence_source.c.sentence_id == sentence.c.id)
    for one in sorted(left):
        touched = scope.connection.scalar(select(sentence.c.note_id).where(sentence.c.id == one, ~rests))
        if touched is not None:
            scope.connection.execute(delete(sentence).where(sentence.c.id == one))
            empty = ~exists().where(sentence.c.note_id == note.c.id)
            scope.connection.execute(delete(note).where(note.c.id == touched, empty))


def supersede(scope: Scope, rows: ColumnElement[bool]) -> None:
    """The newest value of a key holds; the older ones were replaced by it."""
    newer = memory.alias("successor")
    newest = select(func.max(newer.c.id)).where(
        newer.c.key == memory.c.key, newer.c.companion_id == memory.c.companion_id, newer.c.person_id == memory.c.person_id,
        newer.c.superseded_by.is_(None), newer.c.expired_at.is_(None),
    )  # fmt: skip
    doubled = select(memory.c.id, newest.scalar_subquery().label("newest")).where(rows)
    for row in scope.connection.execute(doubled).all():
        scope.connection.execute(update(memory).where(memory.c.id == row.id).values(superseded_by=row.newest))


def rebuild_bond(scope: Scope, rows: ColumnElement[bool]) -> None:
    """The bond as its events give it, of each owner."""
    owners = select(bond_state.c.companion_id, bond_state.c.person_id, companion.c.key).join(companion)
    for row in scope.connection.execute(owners.where(rows)).all():
        theirs = _of_owner(scope, row)
        state = to_json(StoredLedger(theirs).replayed())
        scope.connection.execute(update(bond_state).where(theirs.owns(bond_state)).values(state=state))


def let_go(scope: Scope, rows: ColumnElement[bool]) -> None:
    """Events that can no longer be understood count no longer; the log keeps them, and that the program let them go."""
    found = select(bond_event.c.id, bond_event.c.companion_id, bond_event.c.person_id, companion.c.key).join(companion)
    now = datetime.now().astimezone()
    for row in scope.connection.execute(found.where(rows).order_by(bond_event.c.id)).all():
        ledger = StoredLedger(_of_owner(scope, row))
        if row.id not in ledger.annulled() and ledger.reversible(row.id):
            ledger.annul("undo", row.id, now, None, origin="house")


def judged_as_before(scope: Scope, rows: ColumnElement[bool]) -> None:
    """The rules of an event were those of the event before it; of a first one, the first."""
    for one in scope.connection.scalars(select(bond_event.c.id).where(rows).order_by(bond_event.c.id)).all():
        earlier = select(bond_event.c.rules).where(bond_event.c.id < one, bond_event.c.rules > 0)
        rules = scope.connection.scalar(earlier.order_by(bond_event.c.id.desc()).limit(1)) or 1
        scope.connection.execute(update(bond_event).where(bond_event.c.id == one).values(rules=rules))


def of_number(column: Column[float]) -> Heal:
    """A figure that is none is nothing; an event of which it was one counts no longer."""

    def heal(scope: Scope, rows: ColumnElement[bool]) -> None:
        lost = scope.connection.scalars(select(column.table.c.id).where(rows)).all()
        scope.connection.execute(update(column.table).where(rows).values({column.name: 0.0}))
        if column.table is bond_event:
            let_go(scope, bond_event.c.id.in_(lost))

    return heal


def _of_owner(scope: Scope, row: Any) -> Scope:
    return replace(scope, companion=row.key, companion_id=row.companion_id, person_id=row.person_id)


def _set(column: Column[Any], value: Any) -> Heal:
    values = {column.name: value if not isinstance(value, str) else type_coerce(value, String)}
    return lambda scope, rows: scope.connection.execute(update(column.table).where(rows).values(values))


def _text(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """As it is written."""
    return type_coerce(column, String)


def _nearest_time(table: Table) -> ColumnElement[Any]:
    """The time of the row before, else of the one after."""
    beside = table.alias("beside")
    sound = _text(beside.c.at).like("____-__-__T__:__:__%")
    before = select(_text(beside.c.at)).where(beside.c.id < table.c.id, sound).order_by(beside.c.id.desc()).limit(1)
    after = select(_text(beside.c.at)).where(beside.c.id > table.c.id, sound).order_by(beside.c.id).limit(1)
    now = datetime.now(timezone.utc).isoformat()
    return func.coalesce(before.scalar_subquery(), after.scalar_subquery(), type_coerce(now, String))
