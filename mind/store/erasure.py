"""Forgetting: what goes, and that no byte of it stays.

Forgetting a memory takes its words out of every place they were written: the turn it came from, her answers made of it,
the causes of the bond, her own small values. Words that could be anybody's ("tea") are taken only where they are known to
come from this memory; words that point to it alone (a name, a number, a phrase) are taken everywhere. Deleted space is
zeroed, the search index merged and the log emptied by `SqliteStore` after the commit.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Table, delete, or_, select, update

from mind.store.dialect import Indexed
from mind.store.scope import Scope
from mind.store.search import memory_words
from mind.store.tables import bond_event, bond_state, keepsake, memory, setting, turn
from mind.store.terms import CJK, RUN

BLANK: Final = "…"
"""What stands where forgotten words stood."""

SEVERAL: Final = 2
DISTINCT_CJK: Final = 3
ALL: Final = 2**31
AT_A_TIME: Final = 500


def remove_turn(scope: Scope, turn_id: int) -> None:
    """Forget a turn, the replies to it and the memories it left. The bond keeps what moved, without the words."""
    doomed = _with_replies(scope, turn_id)
    for found in scope.connection.execute(select(memory).where(scope.owns(memory), memory.c.turn_id.in_(doomed))).all():
        _forget(scope, found)
    _silence_events(scope, bond_event.c.turn_id.in_(doomed))
    for row in doomed:
        scope.dialect.unindex(scope.connection, "turn", row)
    scope.connection.execute(delete(turn).where(turn.c.id.in_(doomed)))
    scope.erased.add("turn")


def forget_memory(scope: Scope, memory_id: int) -> None:
    """Forget a memory and its words."""
    found = scope.connection.execute(select(memory).where(scope.owns(memory), memory.c.id == memory_id)).first()
    if found is not None:
        _forget(scope, found)
        scope.erased.add("memory")


def newest_word(scope: Scope) -> datetime:
    """When the last turn was said: the time that "now" means to what the user just said."""
    found = scope.connection.scalar(select(turn.c.at).where(scope.owns(turn)).order_by(turn.c.id.desc()).limit(1))
    return found or datetime.now(timezone.utc)


def distinctive(phrase: str) -> bool:
    """Whether words point to one memory alone, so that they go wherever they stand: phrases, numbers, proper names."""
    runs = RUN.findall(phrase)
    if runs:
        return sum(map(len, runs)) >= DISTINCT_CJK
    return len(phrase.split()) >= SEVERAL or any(letter.isdigit() or letter.isupper() for letter in phrase)


def wording(phrase: str) -> re.Pattern[str]:
    """Finds a phrase as whole words in any case; Chinese and Japanese have no word borders to respect."""
    body = r"\s+".join(re.escape(part) for part in phrase.split())
    start = "" if re.match(f"[{CJK}]", phrase) else rf"(?<![^\W{CJK}])"
    end = "" if re.search(f"[{CJK}]$", phrase) else rf"(?![^\W{CJK}])"
    return re.compile(start + body + end, re.IGNORECASE)


def _forget(scope: Scope, found: Row[Any]) -> None:
    _let_older_rest(scope, found)
    scope.dialect.unindex(scope.connection, "memory", found.id)
    scope.connection.execute(delete(memory).where(memory.c.id == found.id))
    phrases = _phrases(found)
    everywhere = [phrase for phrase in phrases if distinctive(phrase) or phrase in _names(found)]
    near = _made_of(scope, found)
    _blank_turns(scope, near, phrases)
    told = _rows_with(scope, "turn", turn, everywhere)
    touched = sorted({found.turn_id, *told})
    _blank_turns(scope, told, everywhere)
    _blank_memories(scope, _rows_with(scope, "memory", memory, everywhere), everywhere)
    for start in range(0, len(touched), AT_A_TIME):
        _silence_events(scope, bond_event.c.turn_id.in_(touched[start : start + AT_A_TIME]))
    whole = {phrase.casefold() for phrase in (*phrases, found.key)}
    _blank_values(scope, keepsake, scope.owns(keepsake), whole, everywhere)
    _blank_values(scope, setting, setting.c.person_id == scope.person_id, whole, everywhere)


def _phrases(found: Row[Any]) -> list[str]:
    """The words of a memory, longest first: the quote goes before the words inside it.

    What only says where a fact belongs ("cat" of user.pet.cat.name) is nothing to forget.
    """
    places = set(found.key.casefold().split(".")[:-1])
    words = {found.quote, found.value, *found.slots.values()}
    told = (phrase for phrase in words if phrase.strip() and phrase.casefold() not in places)
    return sorted(told, key=len, reverse=True)


def _names(found: Row[Any]) -> set[str]:
    """The words of a memory that are a name, however they are written."""
    of_key = {found.value} if found.key.rpartition(".")[2] == "name" else set()
    return of_key | {value for slot, value in found.slots.items() if slot == "name"}


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


def _made_of(scope: Scope, found: Row[Any]) -> list[int]:
    """The turns known to hold the words of a memory: its receipt, the reply to it, replies that used it."""
    near = set(_with_replies(scope, found.turn_id))
    told = select(turn.c.id, turn.c.meta).where(scope.owns(turn), turn.c.speaker == "companion", turn.c.id > found.turn_id)
    near |= {row.id for row in scope.connection.execute(told) if found.id in row.meta.get("memories_used", ())}
    return sorted(near)


def _rows_with(scope: Scope, kind: Indexed, table: Table, phrases: list[str]) -> list[int]:
    """The owner's rows that may hold one of the phrases: the index knows every spelling."""
    found: set[int] = set()
    for phrase in phrases:
        found.update(row for row, _ in scope.dialect.match(scope.connection, kind, phrase, ALL))
    return [row for row in scope.connection.scalars(select(table.c.id).where(scope.owns(table))) if row in found]


def _read(scope: Scope, table: Table, rows: Iterable[int]) -> Iterator[Row[Any]]:
    """Whole rows by id, some hundred at a time: a statement takes only so many ids."""
    ids = list(rows)
    for start in range(0, len(ids), AT_A_TIME):
        part = ids[start : start + AT_A_TIME]
        yield from scope.connection.execute(select(table).where(table.c.id.in_(part))).all()


def _blank_turns(scope: Scope, rows: Iterable[int], phrases: list[str]) -> None:
    for row in _read(scope, turn, rows):
        values = {"text": _blanked(row.text, phrases), "meta": _blanked_json(row.meta, set(), phrases)}
        if values != {"text": row.text, "meta": row.meta}:
            scope.connection.execute(update(turn).where(turn.c.id == row.id).values(**values))
            scope.dialect.unindex(scope.connection, "turn", row.id)
            scope.dialect.index(scope.connection, "turn", row.id, values["text"])


def _blank_memories(scope: Scope, rows: Iterable[int], phrases: list[str]) -> None:
    """Other memories may tell of the same name."""
    for row in _read(scope, memory, rows):
        values = {name: _blanked(getattr(row, name), phrases) for name in ("key", "value", "text", "quote")}
        values["slots"] = _blanked_json(row.slots, set(), phrases)
        scope.connection.execute(update(memory).where(memory.c.id == row.id).values(**values))
        scope.dialect.unindex(scope.connection, "memory", row.id)
        words = memory_words(values["text"], values["quote"], values["value"], row.kind)
        scope.dialect.index(scope.connection, "memory", row.id, words)


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
    saved = scope.connection.scalar(select(bond_state.c.state).where(scope.owns(bond_state)))
    if saved and renamed:
        recent = [[renamed.get(likeness, likeness), day] for likeness, day in saved["recent"]]
        scope.connection.execute(
            update(bond_state).where(scope.owns(bond_state)).values(state={**saved, "recent": recent})
        )


def _blank_values(
    scope: Scope, table: Table, mine: ColumnElement[bool], whole: set[str], everywhere: list[str]
) -> None:
    for row in scope.connection.execute(select(table.c.id, table.c.value).where(mine)).all():
        blanked = _blanked_json(row.value, whole, everywhere)
        if blanked != row.value:
            scope.connection.execute(update(table).where(table.c.id == row.id).values(value=blanked))


def _blanked_json(value: Any, whole: set[str], phrases: list[str]) -> Any:
    """Strings that are just the forgotten words become empty, or null for a name; others keep the rest."""
    if isinstance(value, str):
        return "" if value.casefold() in whole else _blanked(value, phrases)
    if isinstance(value, dict):
        kept = {name: _blanked_json(inner, whole, phrases) for name, inner in value.items()}
        return {name: None if name == "name" and not inner else inner for name, inner in kept.items()}
    if isinstance(value, list):
        return [_blanked_json(inner, whole, phrases) for inner in value]
    return value


def _blanked(text: str, phrases: list[str]) -> str:
    for phrase in phrases:
        text = wording(phrase).sub(BLANK, text)
    return text
