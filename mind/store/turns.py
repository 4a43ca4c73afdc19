"""Everything said, verbatim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, String, insert, select, type_coerce, update

from mind.domain import SITTING_ENDS, Channel, Ended, Said, Speaker, Turn
from mind.languages import Lang
from mind.ports import Json
from mind.store import erasure, fading, finding
from mind.store.said import forget_said
from mind.store.scope import Scope
from mind.store.search import best_rows
from mind.store.tables import memory, memory_use
from mind.store.tables import turn as table
from mind.store.text import clean
from mind.store.traces import forget_vectors

DAWN: Final = "T04"
"""A day ends at four in the morning: what is said at one belongs to the evening before."""


class StoredTurns:
    """`mind.ports.Turns` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(
        self, speaker: Speaker, text: str, at: datetime, lang: Lang, channel: Channel, *,
        ended: Ended | None = None, reply_to: int | None = None, meta: Json | None = None,
        place: str = "", scene: str = "", mood: Json | None = None,
    ) -> Turn:  # fmt: skip
        """Keep a turn. `meta["memories_used"]` holds ids of memories: forgetting one finds the words made of it."""
        row: dict[str, Any] = {
            "speaker": speaker, "text": clean(text), "at": at, "lang": lang, "channel": channel, "ended": ended,
            "reply_to": reply_to, "sitting": self._sitting(at), "place": place, "scene": scene, "mood": dict(mood or {}),
        }  # fmt: skip
        turn = Turn(id=self._scope.add(table, {**row, "meta": dict(meta or {})}), **row)
        if not turn.sitting:
            turn = replace(turn, sitting=turn.id)
            self._scope.connection.execute(update(table).where(table.c.id == turn.id).values(sitting=turn.id))
        self._scope.dialect.index(self._scope.connection, "turn", turn.id, turn.text)
        self._use(turn.id, at, (meta or {}).get("memories_used") or ())
        return turn

    def get(self, turn_id: int) -> Turn | None:
        """One turn."""
        found = self._select((turn_id,))
        return found[0] if found else None

    def amend(self, turn_id: int, text: str, ended: Ended) -> Turn | None:
        """A reply as it was heard: its words and why it ended, index included. None where it is gone."""
        text = clean(text)
        mine = self._scope.owns(table) & (table.c.id == turn_id)
        changed = self._scope.connection.execute(update(table).where(mine).values(text=text, ended=ended))
        if changed.rowcount:
            forget_vectors(self._scope, (turn_id,))
            forget_said(self._scope, turn_id)
            self._scope.dialect.unindex(self._scope.connection, "turn", turn_id)
            self._scope.dialect.index(self._scope.connection, "turn", turn_id, text)
        return self.get(turn_id)

    def meta(self, turn_id: int) -> Json:
        """What was kept beside a turn: brain, model, memories used, cues; empty if nothing."""
        query = select(table.c.meta).where(self._scope.owns(table), table.c.id == turn_id)
        return dict(self._scope.connection.scalar(query) or {})

    def annotate(self, turn_id: int, notes: Json) -> None:
        """Keep more beside a turn, over what stood there under the same names. Unknown ids are let be."""
        mine = self._scope.owns(table) & (table.c.id == turn_id)
        self._scope.connection.execute(update(table).where(mine).values(meta={**self.meta(turn_id), **notes}))

    def metas(self, turn_ids: Iterable[int]) -> dict[int, Json]:
        """What was kept beside some turns, by id; those without anything are missing."""
        query = select(table.c.id, table.c.meta).where(self._scope.owned(table), table.c.id.in_(list(turn_ids)))
        return {row.id: dict(row.meta) for row in self._scope.connection.execute(query) if row.meta}

    def using(self, memory_id: int, limit: int = 20) -> tuple[Turn, ...]:
        """Her replies that used a memory, newest first."""
        query = select(table).join(memory_use).where(self._scope.owns(table), memory_use.c.memory_id == memory_id)
        return tuple(read_turn(row) for row in self._scope.connection.execute(query.order_by(table.c.id.desc()).limit(limit)))

    def first(self) -> Turn | None:
        """The very first turn; None before any."""
        query = select(table).where(self._scope.owned(table)).order_by(table.c.id).limit(1)
        row = self._scope.connection.execute(query).first()
        return read_turn(row) if row is not None else None

    def recent(self, limit: int) -> tuple[Turn, ...]:
        """The last `limit` turns, oldest first."""
        query = select(table).where(self._scope.owned(table)).order_by(table.c.id.desc()).limit(limit)
        return tuple(read_turn(row) for row in reversed(self._scope.connection.execute(query).all()))

    def of_day(self, day: str, limit: int = 1000) -> tuple[Turn, ...]:
        """The last turns of a day (ISO date, local time, from four in the morning), oldest first."""
        end = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        within = (_at() >= day + DAWN) & (_at() < end + DAWN)
        query = select(table).where(self._scope.owns(table), within).order_by(table.c.id.desc()).limit(limit)
        return tuple(read_turn(row) for row in reversed(self._scope.connection.execute(query).all()))

    def days(self, since: str, limit: int = 60) -> tuple[str, ...]:
        """The first days from `since` on (ISO dates) on which the user said something, oldest first.

        Leaps from day to day along the index: as quick after years as after a week.
        """
        found: list[str] = []
        while len(found) < limit:
            later = self._scope.owns(table) & (table.c.speaker == "user") & (_at() >= since + DAWN)
            at = self._scope.connection.scalar(select(table.c.at).where(later).order_by(_at()).limit(1))
            if at is None:
                break
            day = (at - timedelta(hours=int(DAWN[1:]))).date()
            found.append(day.isoformat())
            since = (day + timedelta(days=1)).isoformat()
        return tuple(found)

    def search(self, query: str, limit: int = 20) -> tuple[Turn, ...]:
        """Turns whose words match, best first."""
        return tuple(self._select(best_rows(self._scope, "turn", table, (table.c.text,), query, limit)))

    def passage(self, turn_id: int, before: int = 12, after: int = 12) -> tuple[Turn, ...]:
        """A turn with those just before and after it, oldest first; empty where it is gone."""
        mine = select(table).where(self._scope.owned(table))
        if self.get(turn_id) is None:
            return ()
        earlier = mine.where(table.c.id < turn_id).order_by(table.c.id.desc()).limit(before)
        later = mine.where(table.c.id >= turn_id).order_by(table.c.id).limit(after + 1)
        rows = [*reversed(self._scope.connection.execute(earlier).all()), *self._scope.connection.execute(later).all()]
        return tuple(read_turn(row) for row in rows)

    def few(self, most: int) -> tuple[Said, ...] | None:
        """All turns in order, for recall; None if there are more than `most`."""
        return finding.few(self._scope, most)

    def newest(self) -> int:
        """The highest id of any turn in the store, whoever's: about how many there are."""
        return finding.newest(self._scope)

    def holding(self, word: str, most: int) -> list[int]:
        """Ids of turns, whoever's, that hold a word of the index or another form of it, newest first, at most `most`."""
        return self._scope.dialect.holding(self._scope.connection, "turn", word, most)

    def mine(self, ids: Iterable[int]) -> set[int]:
        """Those ids that are turns of these two."""
        return finding.mine(self._scope, ids)

    def around(self, ids: Iterable[int], before: int, after: int, speaker: Speaker | None = None) -> tuple[Said, ...]:
        """These turns and so many before and after each, in order; those of one speaker, or of both."""
        return finding.around(self._scope, ids, before, after, speaker)

    def between(self, first: date, last: date, limit: int) -> list[int]:
        """Ids of turns said on these days, oldest first."""
        return finding.between(self._scope, first, last, limit)

    def remove(self, turn_id: int) -> None:
        """Forget a turn, its replies, what was kept from it, and every index entry. Unknown ids are forgotten already."""
        erasure.remove_turn(self._scope, turn_id)

    def _use(self, turn_id: int, at: datetime, memories: Iterable[int]) -> None:
        """Note which memories a reply rests on, of those that are still there: they are near her mind again."""
        there = select(memory.c.id).where(self._scope.owns(memory), memory.c.id.in_(list(memories)))
        rows = [{"memory_id": row, "turn_id": turn_id} for row in self._scope.connection.scalars(there)]
        if rows:
            self._scope.connection.execute(insert(memory_use), rows)
            fading.use(self._scope, [row["memory_id"] for row in rows], at)

    def _sitting(self, at: datetime) -> int:
        """The sitting of the newest turn, unless a silence ended it; 0 for a new one."""
        query = select(table.c.at, table.c.sitting).where(self._scope.owned(table)).order_by(table.c.id.desc()).limit(1)
        newest = self._scope.connection.execute(query).first()
        return int(newest.sitting or 0) if newest and abs(at - newest.at) < SITTING_ENDS else 0

    def _select(self, ids: Iterable[int]) -> list[Turn]:
        wanted = list(ids)
        query = select(table).where(self._scope.owns(table), table.c.id.in_(wanted))
        found = {row.id: read_turn(row) for row in self._scope.connection.execute(query)}
        return [found[row] for row in wanted if row in found]


def _at() -> ColumnElement[str]:
    """The local time as it is written: ISO 8601 sorts by day and hour."""
    return type_coerce(table.c.at, String)


def read_turn(row: Row[Any]) -> Turn:
    return Turn(
        row.id, row.speaker, row.text, row.at, row.lang, row.channel, row.ended, row.reply_to,
        row.sitting or row.id, row.place or "", row.scene or "", row.mood or {},
    )  # fmt: skip
