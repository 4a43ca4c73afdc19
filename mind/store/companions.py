"""Whom a store knows, also those who no longer live here: what is kept of each, told in plain words, or taken away whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, get_args

from sqlalchemy import Connection, Table, delete, func, select, update

from mind.domain import LoopStatus
from mind.reminders.kept import KeptStatus
from mind.store.dialect import Indexed
from mind.store.loops import UNDER_WAY
from mind.store.scope import Scope
from mind.store.tables import (
    bond_event,
    bond_line,
    bond_mark,
    bond_state,
    companion,
    garment,
    keepsake,
    look,
    memory,
    mention,
    note,
    open_loop,
    reminder,
    request,
    said_phrase,
    sentence,
    taste_sign,
    turn,
    worn,
)  # fmt: skip

AT_A_TIME: Final = 500
ALL: Final = get_args(LoopStatus)
ALL_LOOPS: Final = 100_000
ALL_KEPT: Final = get_args(KeptStatus)
ALL_SIGNS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store holds of one companion. `first` and `last` are the times of the first and the last turn."""

    key: str
    turns: int
    memories: int
    notes: int
    first: datetime | None
    last: datetime | None
    loops: int = 0
    """Promises and plans that are still open between the two."""


def everyone(connection: Connection) -> tuple[Kept, ...]:
    """All companions of a store, in the order they came."""
    rows = connection.execute(select(companion).order_by(companion.c.id)).all()
    return tuple(_kept(connection, row.id, row.key) for row in rows)


def erase(scope: Scope, key: str) -> bool:
    """Take away all of a companion, with every index entry and vector; False where there is none of that key.

    What the person set about themself stays: it is theirs. The caller commits; no byte is left in the files then.
    """
    connection = scope.connection
    found = connection.scalar(select(companion.c.id).where(companion.c.key == key))
    if found is None:
        return False
    notes = select(note.c.id).where(note.c.companion_id == found)
    sentences = select(sentence.c.id).where(sentence.c.note_id.in_(notes))
    _unindex(scope, "sentence", connection.scalars(sentences).all())
    for table, kind in ((memory, "memory"), (turn, "turn")):
        rows = connection.scalars(select(table.c.id).where(table.c.companion_id == found)).all()
        _unindex(scope, kind, rows)  # type: ignore[arg-type]
        if table is turn:
            scope.spaces.touched(rows)
    events = select(bond_event.c.id).where(bond_event.c.companion_id == found)
    for of_events in (bond_line, bond_mark):
        connection.execute(delete(of_events).where(of_events.c.event_id.in_(events)))
    connection.execute(update(memory).where(memory.c.companion_id == found).values(superseded_by=None))
    for table in (
        said_phrase, taste_sign, reminder, garment, look, worn, open_loop, mention, bond_event, bond_state, keepsake, request,
        note, memory, turn,
    ):  # fmt: skip
        connection.execute(delete(table).where(table.c.companion_id == found))
    connection.execute(delete(companion).where(companion.c.id == found))
    scope.erased.add("companion")
    return True


def said(scope: Scope, after: int, limit: int = AT_A_TIME) -> Sequence[Any]:
    """The next turns after an id, oldest first: (id, speaker, text, at)."""
    columns = (turn.c.id, turn.c.speaker, turn.c.text, turn.c.at)
    later = select(*columns).where(scope.owned(turn), turn.c.id > after)
    return scope.connection.execute(later.order_by(turn.c.id).limit(limit)).all()


def _unindex(scope: Scope, kind: Indexed, rows: Sequence[int]) -> None:
    for row in rows:
        scope.dialect.unindex(scope.connection, kind, row)


def _kept(connection: Connection, row: int, key: str) -> Kept:
    def count(table: Table) -> int:
        return connection.scalar(select(func.count()).select_from(table).where(table.c.companion_id == row)) or 0

    times = select(turn.c.at).where(turn.c.companion_id == row)
    first = connection.scalar(times.order_by(turn.c.id).limit(1))
    last = connection.scalar(times.order_by(turn.c.id.desc()).limit(1))
    open_ones = (open_loop.c.companion_id == row) & open_loop.c.status.in_(UNDER_WAY)
    loops = connection.scalar(select(func.count()).select_from(open_loop).where(open_ones)) or 0
    return Kept(key, count(turn), count(memory), count(note), first, last, loops)


def lines(store: Any) -> Iterator[str]:
    """All that is kept of the store's companion as plain lines: the talk by day, then what was kept, then the notes.

    Read a part at a time, so that years of talk need no more room than a week.
    """
    day, after = "", 0
    while part := store.call(lambda unit, after=after: said(unit.scope, after)):
        for row in part:
            if row.at.date().isoformat() != day:
                day = row.at.date().isoformat()
                yield f"\n## {day}\n"
            yield f"{row.at:%H:%M} {row.speaker}: {row.text}"
        after = part[-1].id
    yield "\n# memories\n"
    before: int | None = None
    while page := store.call(lambda unit, before=before: unit.memories.history(limit=AT_A_TIME, before=before)):
        for one in page:
            ended = "" if one.holds else " (past)"
            yield f"- {one.said_at:%Y-%m-%d %H:%M} {one.text}{ended} “{one.quote}”"
        before = page[-1].id
    yield "\n# what was open between the two\n"
    for loop in store.call(lambda unit: unit.loops.find(None, ALL, limit=ALL_LOOPS)):
        due = f" [{loop.due:%Y-%m-%d %H:%M}]" if loop.due else ""
        yield f"- {loop.said_at:%Y-%m-%d %H:%M} {loop.side}, {loop.status}: {loop.text}{due} “{loop.quote}”"
    yield "\n# her clothes\n"
    for one in store.call(lambda unit: unit.clothes.owned()):
        yield f"- {one.came:%Y-%m-%d %H:%M} {one.id}: {one.by}" + (f" “{one.note}”" if one.note else "")
    for saved in store.call(lambda unit: unit.clothes.looks()):
        yield f"- look #{saved.id} “{saved.name}”"
    yield "\n# what the user likes\n"
    for sign in store.call(lambda unit: unit.taste.signs(undone=True, limit=ALL_SIGNS)):
        undone = " (undone)" if sign.undone else ""
        yield f"- {sign.at:%Y-%m-%d %H:%M} {sign.axis}: {sign.value:+.2f}, {sign.kind}{undone}"
    yield "\n# kept until a time\n"
    for kept in store.call(lambda unit: unit.reminders.find(None, ALL_KEPT, limit=ALL_LOOPS)):
        due = f" [{kept.due:%Y-%m-%d %H:%M}]" if kept.due else ""
        yield f"- {kept.said_at:%Y-%m-%d %H:%M} {kept.kind}, {kept.status}: {kept.text}{due} “{kept.quote}”"
    yield "\n# the bond\n"
    yield from _bond_lines(store)
    yield "\n# notes\n"
    for kind in ("portrait", "us", "chapter", "day", "diary", "margin"):
        for written in store.call(lambda unit, kind=kind: unit.notes.find(kind)):
            yield f"\n## {written.day} {kind}\n"
            yield from (f"{sentence.text}" for sentence in written.sentences)


def _bond_lines(store: Any) -> Iterator[str]:
    """Everything that was proposed to the bond, newest first, with the rule it met."""
    gone, before = store.call(lambda unit: unit.ledger.annulled()), None
    while page := store.call(lambda unit, before=before: unit.ledger.events(AT_A_TIME, before)):
        for one in page:
            taken = " (taken back)" if one.id in gone else ""
            quote = f" “{one.quote}”" if one.quote else ""
            yield f"- {one.at:%Y-%m-%d %H:%M} #{one.id} {one.kind}: {one.rule}{taken}{quote}"
        before = page[-1].id
