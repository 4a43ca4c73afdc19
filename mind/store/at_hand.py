"""The memories that one turn can need, of however many there are: some hundreds at most, found by indexes alone.

All of them where they are few. Else those whose keys the words speak of, those that hold the words, what was pinned, what
is due about now, what served her last replies, the newest, and of every kind the newest few: whatever is asked of the whole
(which kinds of things are known at all, what fills a key of one value) is answered from these as from all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import log
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Select, String, func, or_, select, true, type_coerce

from mind.store.scope import Scope, plain
from mind.store.tables import memory as table
from mind.store.tables import memory_use, turn
from mind.store.terms import query_terms

FEW: Final = 300
"""So many are taken one and all."""
MOST: Final = 600
NEWEST: Final = 48
OF_A_KIND: Final = 6
KINDS: Final = 150
PINNED: Final = 60
DUE: Final = 60
BY_WORDS: Final = 80
BY_KEYS: Final = 120
REPLIES: Final = 48
"""Her last replies, whose memories stay at hand."""
PAST: Final = timedelta(days=23)
COMING: Final = timedelta(days=4)
"""How far from now a plan may lie to be asked about, and a day more for the sake of other time zones."""
HELD: Final = 1500
"""Of a word that more memories hold, the newest so many count."""
MENTIONED: Final = (plain(table.c.superseded_by).is_(None), plain(table.c.expired_at).is_(None), ~table.c.muted)
"""That rows which something else finds are current and not muted."""
LAST: Final = "\U0010ffff"


def at_hand(scope: Scope, words: str, keys: Iterable[str], now: datetime) -> list[int]:
    """Ids of current memories that may be mentioned, in no order. A key that ends in ``*`` stands for all it begins."""
    newest = select(table.c.id).where(scope.owned(table), *MENTIONED).order_by(table.c.id.desc())
    every = _ids(scope, newest.limit(FEW + 1))
    if len(every) <= FEW:
        return every
    channels = (
        _by_keys(scope, keys), by_words(scope, words),
        _pinned(scope), _due(scope, now), _used(scope), every[:NEWEST], _of_kinds(scope),
    )  # fmt: skip
    return list(dict.fromkeys(row for channel in channels for row in channel))[:MOST]


def by_words(scope: Scope, words: str, most: int = BY_WORDS) -> list[int]:
    """Current memories that may be mentioned and hold words of a text, those with the most and rarest first."""
    whole, starts = query_terms(words)
    worth: Counter[int] = Counter()
    for term in (*whole, *starts):
        rows = scope.dialect.holding(scope.connection, "memory", term, HELD)
        worth.update(dict.fromkeys(rows, 1 / log(2 + len(rows))))
    best = sorted(worth, key=lambda row: (-worth[row], -row))
    found: list[int] = []
    while best and len(found) < most:
        part, best = best[: 4 * most], best[4 * most :]
        found += _allowed(scope, part)
    return found[:most]


def _allowed(scope: Scope, rows: Sequence[int]) -> list[int]:
    mine = select(table.c.id).where(scope.owns(table), table.c.id.in_(rows), *MENTIONED)
    allowed = set(scope.connection.scalars(mine))
    return [row for row in rows if row in allowed]


def _by_keys(scope: Scope, keys: Iterable[str]) -> list[int]:
    asked = [_key(key) for key in dict.fromkeys(keys)]
    if not asked:
        return []
    mine = select(table.c.id).where(scope.owns(table), or_(*asked), *MENTIONED)
    return _ids(scope, mine.limit(BY_KEYS))


def _key(key: str) -> ColumnElement[bool]:
    if not key.endswith("*"):
        return table.c.key == key
    start = key.rstrip("*")
    return (table.c.key >= start) & (table.c.key < start + LAST)


def _pinned(scope: Scope) -> list[int]:
    pinned = select(table.c.id).where(table.c.pinned == true(), scope.owns(table), *MENTIONED)
    return _ids(scope, pinned.order_by(table.c.id.desc()).limit(PINNED))


def _due(scope: Scope, now: datetime) -> list[int]:
    due, first, last = type_coerce(table.c.due, String), (now - PAST).isoformat(), (now + COMING).isoformat()
    near = select(table.c.id).where(scope.owned(table), _holds(table), first <= due, due <= last, ~table.c.muted)
    return _ids(scope, near.order_by(table.c.id.desc()).limit(DUE))


def _used(scope: Scope) -> list[int]:
    """What her last replies rest on."""
    replies = select(turn.c.id).where(scope.owned(turn)).order_by(turn.c.id.desc()).limit(2 * REPLIES)
    used = select(memory_use.c.memory_id).where(memory_use.c.turn_id.in_(replies)).distinct()
    return _allowed(scope, _ids(scope, used))


same: Final = table.alias("same")


def _of_kinds(scope: Scope) -> list[int]:
    """The newest few of every kind: a leap from kind to kind along the index, however many lie between."""
    first = select(func.min(table.c.kind).label("kind")).where(scope.owned(table), _holds(table))
    kinds = first.cte("kinds", recursive=True)
    following = select(func.min(table.c.kind)).where(scope.owned(table), _holds(table), table.c.kind > kinds.c.kind)
    kinds = kinds.union_all(select(following.scalar_subquery()).where(kinds.c.kind.is_not(None)))
    every = select(kinds.c.kind).limit(KINDS).subquery()
    newest = select(same.c.id).where(scope.owned(same), same.c.kind == every.c.kind, _holds(same))
    newest = newest.order_by(same.c.id.desc()).limit(OF_A_KIND)
    found = select(table.c.id).join(every, table.c.id.in_(newest.scalar_subquery())).where(~table.c.muted)
    return _ids(scope, found)


def _holds(rows: FromClause) -> ColumnElement[bool]:
    """The condition of the indexes that hold current memories only."""
    return rows.c.superseded_by.is_(None) & rows.c.expired_at.is_(None)


def _ids(scope: Scope, query: Select[Any]) -> list[int]:
    return list(scope.connection.scalars(query))
