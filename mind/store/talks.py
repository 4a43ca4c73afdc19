"""What was said, whole, as its owner may take it away in a file: read a part at a time, so that years need no more room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, String, func, select, type_coerce

from mind.domain import Turn
from mind.store.tables import turn
from mind.store.turns import DAWN, read_turn

if TYPE_CHECKING:
    from mind.store.store import SqliteStore
    from mind.store.unit import SqlUnitOfWork

AT_A_TIME: Final = 500


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the talk: the days from `first` to `last` (a day begins at four in the morning), or one `sitting`."""

    first: date | None = None
    last: date | None = None
    sitting: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The next turns of a stretch, without the `left_out` that tell what shall never be mentioned."""

    turns: tuple[Turn, ...]
    left_out: int


def told(store: SqliteStore, stretch: Stretch, *, hushed: bool = False) -> Iterator[Told]:
    """The turns of a stretch, oldest first. `hushed`: also those that tell what she shall never mention."""
    newest: int | None = 0
    while newest is not None:
        part, newest = store.call(partial(_part, stretch=stretch, after=newest, hushed=hushed))
        yield part


def latest_sitting(store: SqliteStore) -> int | None:
    """The sitting of the newest turn; None where nothing was said."""
    newest = store.call(lambda unit: unit.turns.recent(1))
    return newest[-1].sitting if newest else None


def _part(unit: SqlUnitOfWork, *, stretch: Stretch, after: int, hushed: bool) -> tuple[Told, int | None]:
    scope = unit.scope
    query = select(turn).where(scope.owned(turn), turn.c.id > after, *_within(stretch))
    turns = [read_turn(row) for row in scope.connection.execute(query.order_by(turn.c.id).limit(AT_A_TIME)).all()]
    if not turns:
        return Told((), 0), None
    hidden = frozenset() if hushed else unit.memories.hushed_turns([one.id for one in turns])
    shown = tuple(one for one in turns if one.id not in hidden)
    return Told(shown, len(turns) - len(shown)), turns[-1].id


def _within(stretch: Stretch) -> list[ColumnElement[bool]]:
    at = func.substr(type_coerce(turn.c.at, String), 1, len("2026-11-23T04"))
    parts: list[ColumnElement[bool]] = []
    if stretch.sitting is not None:
        parts.append(turn.c.sitting == stretch.sitting)
    if stretch.first is not None:
        parts.append(at >= stretch.first.isoformat() + DAWN)
    if stretch.last is not None:
        parts.append(at < (stretch.last + timedelta(days=1)).isoformat() + DAWN)
    return parts
