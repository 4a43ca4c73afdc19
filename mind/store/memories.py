"""Facts about the user, each with its receipt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, true, update

from mind.domain import Correction, FactProposal, Memory, Reach, Receipt, Turn
from mind.memory.same_fact import said_again
from mind.store import erasure, fading, memory_days, memory_pages
from mind.store.at_hand import at_hand
from mind.store.scope import Scope, new_row, plain
from mind.store.search import best_rows, memory_words
from mind.store.tables import memory as table
from mind.store.tables import receipt
from mind.store.tables import turn as turns
from mind.store.text import clean
from mind.store.traces import forget_sentences
from mind.store.turns import read_turn


class StoredMemories:
    """`mind.ports.Memories` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def keep(self, fact: FactProposal, turn: Turn) -> Memory | None:
        """Keep it with `turn` as its receipt. The same value under the same key is known already: None.

        A turn that says again what is known becomes a further receipt. Of a `single` key the older value is superseded;
        it stays as history. Nothing about the user is kept from words that are not theirs.
        """
        if fact.source == "user" and turn.speaker != "user":
            return None
        fact = _cleaned(fact)
        known = self._rows(self._current(), table.c.key == fact.key)
        same = next((one for one in known if _known(one, fact, turn)), None)
        if same is not None:
            self._say_again(same, fact, turn)
            return None
        row: dict[str, Any] = {
            "turn_id": turn.id, "kind": fact.kind, "key": fact.key, "value": fact.value, "text": fact.text,
            "quote": fact.quote, "lang": fact.lang, "confidence": fact.confidence, "said_at": turn.at, "due": fact.due,
            "slots": dict(fact.slots), "source": fact.source, "about_from": fact.about_from, "about_to": fact.about_to,
            "valid_from": fact.valid_from,
        }  # fmt: skip
        memory = Memory(id=self._scope.add(table, {**row, "single": fact.single}), **row)
        words = memory_words(memory.text, memory.quote, memory.value, memory.kind)
        self._scope.dialect.index(self._scope.connection, "memory", memory.id, words)
        if fact.single:
            older = [row.id for row in known]
            self._scope.connection.execute(
                update(table).where(table.c.id.in_(older)).values(superseded_by=memory.id)
            )
        return memory

    def current(
        self, *, muted: bool = False, limit: int | None = None, before: int | None = None
    ) -> tuple[Memory, ...]:
        """What holds now, newest first: all, or the next `limit` older than id `before`.

        What she shall never mention is left out, unless `muted`.
        """
        return self._newest(limit, before, self._current(), *([] if muted else [~table.c.muted]))

    def at_hand(self, words: str, keys: Iterable[str], now: datetime) -> tuple[Memory, ...]:
        """Of what holds now and may be mentioned, all that answering these words can need, newest first: some hundreds.

        `keys` are those the words may fill or end; one that ends in ``*`` stands for all it begins.
        """
        return tuple(_memory(row) for row in self._rows(table.c.id.in_(at_hand(self._scope, words, keys, now))))

    def history(self, *, limit: int | None = None, before: int | None = None) -> tuple[Memory, ...]:
        """What was ever kept and not forgotten, newest first: all, or the next `limit` older than id `before`."""
        return self._newest(limit, before)

    def page(self, limit: int, before: int | None = None, *, muted: bool = False) -> tuple[Memory, ...]:
        """The next `limit` memories older than id `before`, newest first, for the user's own eyes: all, or only muted ones.

        Earlier wordings of a fact that the user corrected are left out: its receipt tells them.
        """
        if not muted:
            return self._newest(limit, before, memory_pages.not_reworded())
        older = [table.c.id < before] if before is not None else []
        query = select(table).where(table.c.muted == true(), self._scope.owns(table), memory_pages.not_reworded(), *older)
        rows = self._scope.connection.execute(query.order_by(table.c.id.desc()).limit(limit))
        return tuple(_memory(row) for row in rows)

    def telling(self, keys: Iterable[str], slots: Iterable[str] = ()) -> tuple[Memory, ...]:
        """Current memories, muted ones too, whose key begins (from ``*`` on: ends) like one of these, or that have such a
        slot; the newest two thousand of them."""
        return self._newest(memory_pages.MOST, None, self._current(), memory_pages.telling(list(keys), slots))

    def dated(self, since: datetime) -> tuple[Memory, ...]:
        """Current memories, muted ones too, that are due at `since` or later; the first five hundred of them."""
        rows = self._scope.connection.execute(memory_pages.dated(self._scope, since).limit(memory_pages.MOST_DATED))
        return tuple(memory for memory in map(_memory, rows) if memory.due is not None and memory.due >= since)

    def replaced(self, ids: Iterable[int]) -> Mapping[int, tuple[Memory, ...]]:
        """What each of these memories replaced, newest first."""
        rows = self._rows(table.c.superseded_by.in_(list(ids)))
        return memory_pages.by_successor(_memory(row) for row in rows)

    def hushed_turns(self, among: Collection[int] | None = None) -> frozenset[int]:
        """Ids of the turns that told what she shall never mention, of the replies to them and of replies that used it.

        Of those `among`, where only they matter: as quick after years as after a week.
        """
        return memory_pages.hushed_turns(self._scope, among)

    def get(self, memory_id: int) -> Memory | None:
        """One memory, current or not."""
        found = self._rows(table.c.id == memory_id)
        return _memory(found[0]) if found else None

    def some(self, memory_ids: Collection[int]) -> dict[int, Memory]:
        """Those of these that are there, current or not, by id."""
        found = self._rows(table.c.id.in_(list(memory_ids))) if memory_ids else []
        return {row.id: _memory(row) for row in found}

    def search(self, query: str, limit: int = 20, *, everything: bool = False) -> tuple[Memory, ...]:
        """Current memories that match the words, best first; `everything`: also muted ones and what holds no longer."""
        columns = (table.c.text, table.c.quote, table.c.value)
        among = memory_pages.not_reworded() if everything else self._current() & ~table.c.muted
        ids = best_rows(self._scope, "memory", table, columns, query, limit, among)
        found = {row.id: _memory(row) for row in self._rows(table.c.id.in_(ids))}
        return tuple(found[row] for row in ids)

    def receipts(self, memory_id: int) -> tuple[Receipt, ...]:
        """Every turn that said it, the first one first; empty for what is not there."""
        memory = self.get(memory_id)
        if memory is None:
            return ()
        later = select(receipt.c.turn_id, receipt.c.quote).where(receipt.c.memory_id == memory_id).order_by(receipt.c.id)
        said = [(memory.turn_id, memory.quote), *((row.turn_id, row.quote) for row in self._scope.connection.execute(later))]
        ids = [turn_id for turn_id, _ in said]
        found = {row.id: read_turn(row) for row in self._scope.connection.execute(select(turns).where(turns.c.id.in_(ids)))}
        return tuple(Receipt(found[turn_id], quote) for turn_id, quote in said if turn_id in found)

    def mark(self, memory_id: int, *, pinned: bool | None = None, muted: bool | None = None) -> None:
        """Pin it, or let her never mention it; None leaves a mark as it is."""
        marks = {name: value for name, value in (("pinned", pinned), ("muted", muted)) if value is not None}
        if marks:
            mine = self._scope.owns(table) & (table.c.id == memory_id)
            self._scope.connection.execute(update(table).where(mine).values(**marks))

    def correct(self, memory_id: int, correction: Correction, at: datetime) -> Memory:
        """The user's own wording takes the place of a memory, which stays as history; her notes lose what rests on it.

        KeyError for an unknown id.
        """
        old = self._rows(table.c.id == memory_id)
        if not old:
            raise KeyError(memory_id)
        forget_sentences(self._scope, (memory_id,), (), [])
        return self._stand_in(old[0], correction, at)

    def take_back(self, memory_id: int) -> None:
        """Undo the keeping or correcting of a memory: it goes, and what it had replaced holds again. The talk stays.

        What her notes and diary say of it goes too.
        """
        replaced = [row.id for row in self._rows(table.c.superseded_by == memory_id)]
        if not self._rows(table.c.id == memory_id):
            return
        mine = self._scope.owns(table)
        forget_sentences(self._scope, (memory_id,), (), [])
        self._scope.connection.execute(update(table).where(mine, table.c.id.in_(replaced)).values(superseded_by=None))
        self._scope.dialect.unindex(self._scope.connection, "memory", memory_id)
        self._scope.connection.execute(delete(table).where(mine, table.c.id == memory_id))
        self._scope.erased.add("memory")

    def from_turns(self, turn_ids: list[int]) -> tuple[Memory, ...]:
        """Current memories whose receipt is one of these turns, newest first."""
        ids = memory_pages.receipts_of(self._scope, turn_ids)
        return tuple(_memory(row) for row in self._rows(self._current(), table.c.id.in_(ids))) if ids else ()

    def forget(self, memory_id: int) -> None:
        """Remove it for good, with its words wherever they were written. Unknown ids are forgotten already."""
        erasure.forget_memory(self._scope, memory_id)

    def reach(self, memory_id: int) -> Reach:
        """What forgetting it would take words from."""
        return erasure.reach(self._scope, memory_id)

    def expire(self, memory_id: int, at: datetime | None = None) -> None:
        """Kept as history, never used as current. `at` is when it ended; else the time of the newest word."""
        ended = at or erasure.newest_word(self._scope)
        self._scope.connection.execute(
            update(table).where(self._scope.owns(table), table.c.id == memory_id, self._current()).values(
                expired_at=ended
            )
        )  # fmt: skip

    def due_from(self, day: str, limit: int = 40) -> tuple[Memory, ...]:
        """What holds now and has its date on that day (ISO) or later, nearest first."""
        ids = memory_days.due_from(self._scope, day, limit)
        found = {row.id: _memory(row) for row in self._rows(table.c.id.in_(ids))}
        return tuple(found[row] for row in ids)

    def named(self, limit: int = 400) -> tuple[Memory, ...]:
        """Facts of people and animals of the user's life that hold now, newest first."""
        return tuple(_memory(row) for row in self._rows(table.c.id.in_(memory_days.named(self._scope, limit))))

    def fade(self, now: datetime, after: int = 0, limit: int = 2000) -> int:
        """Let the next `limit` memories after an id move away from her mind, unused as they are; 0 when all have."""
        return fading.fade(self._scope, now, after, limit)

    def _stand_in(self, old: Row[Any], correction: Correction, at: datetime) -> Memory:
        """A new row with the receipt of the old one and the sentence of the user's hand."""
        row: dict[str, Any] = {
            "turn_id": old.turn_id, "kind": correction.kind, "key": old.key, "value": clean(correction.value),
            "text": clean(correction.text), "quote": old.quote, "lang": old.lang, "confidence": 1.0, "said_at": old.said_at,
            "due": correction.due, "slots": {name: clean(value) for name, value in correction.slots.items()},
            "source": "user", "about_from": old.about_from, "about_to": old.about_to, "valid_from": old.valid_from,
            "pinned": old.pinned, "muted": old.muted, "salience": old.salience, "uses": old.uses, "used_at": old.used_at,
            "edited_at": at, "expired_at": old.expired_at,
        }  # fmt: skip
        memory = Memory(id=self._scope.add(table, {**row, "single": old.single}), **row)
        words = memory_words(memory.text, memory.quote, memory.value, memory.kind)
        self._scope.dialect.index(self._scope.connection, "memory", memory.id, words)
        later = select(receipt.c.turn_id, receipt.c.quote).where(receipt.c.memory_id == old.id).order_by(receipt.c.id)
        for said in self._scope.connection.execute(later).all():
            new_row(self._scope.connection, receipt, {"memory_id": memory.id, "turn_id": said.turn_id, "quote": said.quote})
        self._scope.connection.execute(
            update(table).where(self._scope.owns(table), table.c.id == old.id).values(superseded_by=memory.id)
        )
        return memory

    def _say_again(self, known: Row[Any], fact: FactProposal, turn: Turn) -> None:
        """A further receipt, once a turn; a day that was not told before is filled in."""
        told = {"about_from": fact.about_from, "about_to": fact.about_to, "valid_from": fact.valid_from}
        if known.about_from is None and known.about_to is None and (fact.about_from or fact.about_to):
            self._scope.connection.execute(update(table).where(table.c.id == known.id).values(**told))
        same = select(receipt.c.id).where(receipt.c.memory_id == known.id, receipt.c.turn_id == turn.id)
        if known.turn_id != turn.id and self._scope.connection.scalar(same) is None:
            new_row(self._scope.connection, receipt, {"memory_id": known.id, "turn_id": turn.id, "quote": fact.quote})

    def _newest(self, limit: int | None, before: int | None, *conditions: ColumnElement[bool]) -> tuple[Memory, ...]:
        older = [table.c.id < before] if before is not None else []
        query = select(table).where(self._scope.owned(table), *conditions, *older).order_by(table.c.id.desc())
        return tuple(_memory(row) for row in self._scope.connection.execute(query.limit(limit)))

    def _rows(self, *conditions: ColumnElement[bool]) -> list[Row[Any]]:
        query = select(table).where(self._scope.owns(table), *conditions).order_by(table.c.id.desc())
        return list(self._scope.connection.execute(query))

    def _current(self) -> ColumnElement[bool]:
        # Most memories are current: other conditions find the few that are meant.
        return plain(table.c.superseded_by).is_(None) & plain(table.c.expired_at).is_(None)


def _known(row: Row[Any], fact: FactProposal, turn: Turn) -> bool:
    """Whether the row is what is said again."""
    heard = fact.value, fact.due, (fact.about_from, fact.about_to), turn.at
    return said_again(fact.key, (row.value, row.due, (row.about_from, row.about_to), row.said_at), heard)


def _cleaned(fact: FactProposal) -> FactProposal:
    slots: Mapping[str, str] = {name: clean(value) for name, value in fact.slots.items()}
    return replace(
        fact, key=clean(fact.key), value=clean(fact.value), text=clean(fact.text), quote=clean(fact.quote), slots=slots
    )


def _memory(row: Row[Any]) -> Memory:
    return Memory(
        id=row.id, turn_id=row.turn_id, kind=row.kind, key=row.key, value=row.value, text=row.text, quote=row.quote,
        lang=row.lang, confidence=row.confidence, said_at=row.said_at, due=row.due, superseded_by=row.superseded_by,
        slots=row.slots, expired_at=row.expired_at, source=row.source, about_from=row.about_from, about_to=row.about_to,
        valid_from=row.valid_from, pinned=row.pinned, muted=row.muted, salience=row.salience, uses=row.uses,
        used_at=row.used_at, edited_at=row.edited_at,
    )  # fmt: skip
