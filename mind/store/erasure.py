"""Forgetting: what goes, and that no byte of it stays.

Forgetting a memory takes its words out of every place they were written: the turn it came from, her answers made of it,
the causes of the bond, her own small values. Words that could be anybody's ("tea") are taken only where they are known to
come from this memory; words that point to it alone (a name, a number, a phrase) are taken everywhere. Deleted space is
zeroed, the search index merged and the log emptied by `SqliteStore` after the commit.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Table, delete, or_, select, update

from mind.domain import Reach
from mind.store.clothes_words import blank_clothes, forget_given
from mind.store.dialect import Indexed
from mind.store.phrases import blanked, blanked_json, distinctive, names_of, phrases_of
from mind.store.reminders import forget_reminders
from mind.store.said import forget_said
from mind.store.scope import Scope
from mind.store.search import memory_words
from mind.store.tables import bond_event, bond_mark, bond_state, keepsake, memory, memory_use, open_loop, receipt, setting, turn
from mind.store.taste import forget_taste
from mind.store.traces import forget_quoting, forget_requests, forget_sentences, forget_vectors, sentences_resting_on

AT_A_TIME: Final = 500


def remove_turn(scope: Scope, turn_id: int) -> None:
    """Forget a turn, the replies to it and the memories that rest on it alone. The bond keeps what moved, without the words."""
    doomed = _with_replies(scope, turn_id)
    texts = [text for text in scope.connection.scalars(select(turn.c.text).where(turn.c.id.in_(doomed))) if text.strip()]
    for found in scope.connection.execute(select(memory).where(scope.owns(memory), memory.c.turn_id.in_(doomed))).all():
        if not _rest_on_another(scope, found, doomed):
            _forget(scope, found)
    forget_sentences(scope, (), doomed, [])
    if doomed:
        forget_requests(scope, min(doomed), texts, [text for text in texts if distinctive(text)])
        forget_quoting(scope, doomed)
    _silence_events(scope, bond_event.c.turn_id.in_(doomed))
    forget_given(scope, doomed)
    for row in doomed:
        scope.dialect.unindex(scope.connection, "turn", row)
    forget_vectors(scope, doomed)
    scope.connection.execute(delete(turn).where(turn.c.id.in_(doomed)))
    scope.erased.add("turn")


def reach(scope: Scope, memory_id: int) -> Reach:
    """What forgetting a memory would take; nothing for an unknown one."""
    found = scope.connection.execute(select(memory).where(scope.owns(memory), memory.c.id == memory_id)).first()
    if found is None:
        return Reach(0, 0, 0)
    near = _made_of(scope, found, _said_in(scope, found))
    kinds = [kind for _, kind in sentences_resting_on(scope, memory_id, near)]
    return Reach(len(near), kinds.count("diary"), len(kinds) - kinds.count("diary"))


def forget_memory(scope: Scope, memory_id: int) -> None:
    """Forget a memory and its words; of one corrected by hand also what stood there before."""
    found = scope.connection.execute(select(memory).where(scope.owns(memory), memory.c.id == memory_id)).first()
    if found is None:
        return
    if found.edited_at is not None:
        older = select(memory.c.id).where(scope.owns(memory), memory.c.superseded_by == memory_id)
        for earlier in scope.connection.scalars(older).all():
            forget_memory(scope, earlier)
    _forget(scope, found)
    scope.erased.add("memory")


def newest_word(scope: Scope) -> datetime:
    """When the last turn was said: the time that "now" means to what the user just said."""
    found = scope.connection.scalar(select(turn.c.at).where(scope.owned(turn)).order_by(turn.c.id.desc()).limit(1))
    return found or datetime.now(timezone.utc)


def _forget(scope: Scope, found: Row[Any]) -> None:
    _let_older_rest(scope, found)
    said = _said_in(scope, found)
    near = _made_of(scope, found, said)
    phrases = phrases_of(found, said.values())
    everywhere = [phrase for phrase in phrases if distinctive(phrase) or phrase in names_of(found)]
    forget_sentences(scope, {found.id}, near, everywhere)
    forget_requests(scope, min(said), phrases, everywhere)
    forget_quoting(scope, near)
    scope.dialect.unindex(scope.connection, "memory", found.id)
    scope.connection.execute(delete(memory).where(memory.c.id == found.id))
    _blank_turns(scope, near, phrases)
    told = _rows_with(scope, "turn", turn, everywhere)
    _blank_turns(scope, told, everywhere)
    _blank_memories(scope, _rows_with(scope, "memory", memory, everywhere), everywhere)
    for part in _parts({*said, *told}):
        _silence_events(scope, bond_event.c.turn_id.in_(part))
    _blank_loops(scope, phrases, everywhere, {*near, *told})
    forget_taste(scope, phrases, everywhere, {*near, *told})
    forget_reminders(scope, phrases, everywhere, {*near, *told})
    _silence_events(scope, bond_event.c.id.in_(blank_clothes(scope, phrases, everywhere, {*near, *told})))
    whole = {phrase.casefold() for phrase in (*phrases, found.key)}
    _blank_values(scope, keepsake, scope.owns(keepsake), whole, everywhere)
    _blank_values(scope, setting, setting.c.person_id == scope.person_id, whole, everywhere)


def _rest_on_another(scope: Scope, found: Row[Any], doomed: list[int]) -> bool:
    """Whether a memory whose first receipt goes was said again elsewhere; it then rests on that turn."""
    query = select(receipt).where(receipt.c.memory_id == found.id, receipt.c.turn_id.not_in(doomed)).order_by(receipt.c.id)
    other = scope.connection.execute(query.limit(1)).first()
    if other is None:
        return False
    scope.connection.execute(delete(receipt).where(receipt.c.id == other.id))
    values = {"turn_id": other.turn_id, "quote": other.quote}
    scope.connection.execute(update(memory).where(memory.c.id == found.id).values(**values))
    lost = (open_loop.c.memory_id == found.id) & open_loop.c.turn_id.in_(doomed)
    scope.connection.execute(update(open_loop).where(lost).values(**values))
    scope.dialect.unindex(scope.connection, "memory", found.id)
    words = memory_words(found.text, other.quote, found.value, found.kind)
    scope.dialect.index(scope.connection, "memory", found.id, words)
    return True


def _said_in(scope: Scope, found: Row[Any]) -> dict[int, str]:
    """The turns a memory has as receipts, each with the words in it."""
    further = select(receipt.c.turn_id, receipt.c.quote).where(receipt.c.memory_id == found.id)
    return {found.turn_id: found.quote, **{row.turn_id: row.quote for row in scope.connection.execute(further)}}


def _let_older_rest(scope: Scope, found: Row[Any]) -> None:
    """What this memory had replaced stays replaced: by what replaced this one, or by nothing, as history."""
    ended = found.said_at if found.superseded_by is None else None
    scope.connection.execute(
        update(memory)
        .where(memory.c.superseded_by == found.id)
        .values(superseded_by=found.superseded_by, expired_at=ended)
    )


def _with_replies(scope: Scope, turn_id: int) -> list[int]:
    query = select(turn.c.id).where(scope.owns(turn), or_(turn.c.id == turn_id, turn.c.reply_to == turn_id))
    return list(scope.connection.scalars(query))


def _made_of(scope: Scope, found: Row[Any], said: Iterable[int]) -> list[int]:
    """The turns known to hold the words of a memory: its receipts, the replies to them, replies that used it."""
    near = {row for turn_id in said for row in _with_replies(scope, turn_id)}
    near |= set(scope.connection.scalars(select(memory_use.c.turn_id).where(memory_use.c.memory_id == found.id)))
    return sorted(near)


def _rows_with(scope: Scope, kind: Indexed, table: Table, phrases: list[str]) -> list[int]:
    """The owner's rows that may hold one of the phrases: the index knows every spelling."""
    found = {row for phrase in phrases for row in scope.dialect.with_phrase(scope.connection, kind, phrase)}
    mine: list[int] = []
    for part in _parts(found):
        mine += scope.connection.scalars(select(table.c.id).where(scope.owns(table), table.c.id.in_(part)))
    return mine


def _read(scope: Scope, table: Table, rows: Iterable[int]) -> Iterator[Row[Any]]:
    """Whole rows by id, some hundred at a time: a statement takes only so many ids."""
    for part in _parts(rows):
        yield from scope.connection.execute(select(table).where(table.c.id.in_(part))).all()


def _parts(rows: Iterable[int]) -> Iterator[list[int]]:
    ids = sorted(rows)
    for start in range(0, len(ids), AT_A_TIME):
        yield ids[start : start + AT_A_TIME]


def _blank_turns(scope: Scope, rows: Iterable[int], phrases: list[str]) -> None:
    for row in _read(scope, turn, rows):
        values = {"text": blanked(row.text, phrases), "meta": blanked_json(row.meta, set(), phrases)}
        if values != {"text": row.text, "meta": row.meta}:
            scope.connection.execute(update(turn).where(turn.c.id == row.id).values(**values))
            scope.dialect.unindex(scope.connection, "turn", row.id)
            scope.dialect.index(scope.connection, "turn", row.id, values["text"])
            forget_vectors(scope, {row.id})
            forget_said(scope, row.id)


def _blank_memories(scope: Scope, rows: Iterable[int], phrases: list[str]) -> None:
    """Other memories may tell of the same name, and their further receipts quote it."""
    for row in _read(scope, memory, rows):
        _blank_receipts(scope, row.id, phrases)
        values = {name: blanked(getattr(row, name), phrases) for name in ("key", "value", "text", "quote")}
        values["slots"] = blanked_json(row.slots, set(), phrases)
        if all(value == getattr(row, name) for name, value in values.items()):
            continue
        scope.connection.execute(update(memory).where(memory.c.id == row.id).values(**values))
        scope.dialect.unindex(scope.connection, "memory", row.id)
        words = memory_words(values["text"], values["quote"], values["value"], row.kind)
        scope.dialect.index(scope.connection, "memory", row.id, words)


def _blank_receipts(scope: Scope, memory_id: int, phrases: list[str]) -> None:
    for row in scope.connection.execute(select(receipt).where(receipt.c.memory_id == memory_id)).all():
        quote = blanked(row.quote, phrases)
        if quote != row.quote:
            scope.connection.execute(update(receipt).where(receipt.c.id == row.id).values(quote=quote))


def _blank_loops(scope: Scope, phrases: list[str], everywhere: list[str], turns: set[int]) -> None:
    """What one of the two expects loses the words; where none of its own are left, it goes."""
    for row in scope.connection.execute(select(open_loop).where(scope.owned(open_loop))).all():
        lost = phrases if row.turn_id in turns else everywhere
        values = {"text": blanked(row.text, lost), "quote": blanked(row.quote, lost)}
        if values == {"text": row.text, "quote": row.quote}:
            continue
        mine = open_loop.c.id == row.id
        if any(letter.isalnum() for letter in values["quote"]):
            scope.connection.execute(update(open_loop).where(mine).values(**values))
        else:
            scope.connection.execute(delete(open_loop).where(mine))


def _silence_events(scope: Scope, condition: ColumnElement[bool]) -> None:
    """Blank the quotes of events; equal likenesses stay equal, so that a replay still gives the same state."""
    query = select(bond_event.c.likeness).where(scope.owns(bond_event), condition, bond_event.c.likeness != "").distinct()
    renamed = {old: secrets.token_hex(8) for old in scope.connection.scalars(query).all()}
    scope.connection.execute(update(bond_event).where(scope.owns(bond_event), condition).values(quote=""))
    for old, new in renamed.items():
        same = scope.owns(bond_event) & (bond_event.c.likeness == old)
        scope.connection.execute(update(bond_event).where(same).values(likeness=new))
    _rename_recent(scope, renamed)


def _rename_recent(scope: Scope, renamed: dict[str, str]) -> None:
    """The same marks of words in the state, and in those kept on the way to it."""
    if not renamed:
        return
    mine = select(bond_event.c.id).where(scope.owns(bond_event))
    for table, key, where in (
        (bond_state, bond_state.c.id, scope.owns(bond_state)), (bond_mark, bond_mark.c.event_id, bond_mark.c.event_id.in_(mine))
    ):  # fmt: skip
        for row, state in scope.connection.execute(select(key, table.c.state).where(where)).all():
            recent = [[renamed.get(likeness, likeness), day] for likeness, day in state["recent"]]
            if recent != state["recent"]:
                scope.connection.execute(update(table).where(key == row).values(state={**state, "recent": recent}))


def _blank_values(
    scope: Scope, table: Table, mine: ColumnElement[bool], whole: set[str], everywhere: list[str]
) -> None:
    for row in scope.connection.execute(select(table.c.id, table.c.value).where(mine)).all():
        blanked = blanked_json(row.value, whole, everywhere)
        if blanked != row.value:
            scope.connection.execute(update(table).where(table.c.id == row.id).values(value=blanked))
