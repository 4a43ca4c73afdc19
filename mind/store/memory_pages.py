"""What the user's own pages read of memories, and which turns to keep silent about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, String, exists, or_, select, true, type_coerce

from mind.domain import Memory
from mind.store.scope import Scope
from mind.store.tables import memory as table
from mind.store.tables import memory_use, receipt, turn

AT_A_TIME: Final = 400
MOST: Final = 2000
"""So many are gathered for a page that puts them together."""
MOST_DATED: Final = 500


def not_reworded() -> ColumnElement[bool]:
    """The condition that a memory is not merely an earlier wording of one that the user corrected."""
    newer = table.alias("newer")
    corrected = newer.c.edited_at.is_not(None) & (newer.c.turn_id == table.c.turn_id)
    reworded = exists().where(newer.c.id == table.c.superseded_by, corrected)
    return ~reworded


def hushed_turns(scope: Scope, among: Collection[int] | None = None) -> frozenset[int]:
    """Ids of the turns that told a muted memory, the replies to them, and her replies that used it; of those `among`."""
    muted = select(table.c.id).where(table.c.muted == true(), scope.owns(table))
    if scope.connection.scalar(muted.limit(1)) is None:
        return frozenset()
    if among is not None:
        rows = sorted(among)
        parts = (rows[start : start + AT_A_TIME] for start in range(0, len(rows), AT_A_TIME))
        return frozenset(row for part in parts for row in _hushed_of(scope, part))
    told = set(scope.connection.scalars(select(table.c.turn_id).where(table.c.muted == true(), scope.owns(table))))
    told |= set(scope.connection.scalars(select(receipt.c.turn_id).where(receipt.c.memory_id.in_(muted))))
    used = select(memory_use.c.turn_id).where(memory_use.c.memory_id.in_(muted))
    answers = select(turn.c.id).where(scope.owns(turn), or_(turn.c.reply_to.in_(told), turn.c.id.in_(used)))
    return frozenset(told | set(scope.connection.scalars(answers)))


def _hushed_of(scope: Scope, rows: Sequence[int]) -> Iterator[int]:
    """Those of some turns that are hushed: looked up from the turns, for the muted memories may be many."""
    replies = select(turn.c.id, turn.c.reply_to).where(turn.c.id.in_(rows), scope.owns(turn))
    answered: dict[int, int | None] = {row.id: row.reply_to for row in scope.connection.execute(replies)}
    near = {*answered, *filter(None, answered.values())}
    mute = table.c.muted & scope.owns(table)
    told = set(scope.connection.scalars(select(table.c.turn_id).where(table.c.turn_id.in_(near), mute)))
    again = select(receipt.c.turn_id).join(table, table.c.id == receipt.c.memory_id)
    told |= set(scope.connection.scalars(again.where(receipt.c.turn_id.in_(near), mute)))
    used = select(memory_use.c.turn_id).join(table, table.c.id == memory_use.c.memory_id)
    using = set(scope.connection.scalars(used.where(memory_use.c.turn_id.in_(rows), mute)))
    yield from (row for row, reply_to in answered.items() if row in told or row in using or reply_to in told)


def receipts_of(scope: Scope, turn_ids: Iterable[int]) -> list[int]:
    """Ids of memories, whoever's, whose first receipt is one of these turns: most turns told nothing."""
    inside = ",".join(str(int(one)) for one in turn_ids)
    return [row for (row,) in scope.connection.exec_driver_sql(f"SELECT id FROM memory WHERE turn_id IN ({inside})").fetchall()]


def telling(keys: Iterable[str], slots: Iterable[str]) -> ColumnElement[bool]:
    """The condition that a memory's key begins so (or, from ``*`` on, ends so), or that it has one of these slots.

    Read over all rows, but in the database: a hundred thousand take a few hundredths of a second.
    """
    starts = [table.c.key.startswith(key, autoescape=True) for key in keys if not key.startswith("*")]
    ends = [table.c.key.endswith(key[1:], autoescape=True) for key in keys if key.startswith("*")]
    held = [type_coerce(table.c.slots, String).contains(f'"{slot}"', autoescape=True) for slot in slots]
    return or_(*starts, *ends, *held)


def dated(scope: Scope, since: datetime) -> Select[Any]:
    """Current memories that are due a day before `since` or later (zones differ by less), the nearest first."""
    due = type_coerce(table.c.due, String)
    holds = table.c.superseded_by.is_(None) & table.c.expired_at.is_(None)
    later = due >= (since - timedelta(days=1)).isoformat()
    return select(table).where(scope.owned(table), holds, later).order_by(due)


def by_successor(memories: Iterable[Memory]) -> Mapping[int, tuple[Memory, ...]]:
    """Memories by the id of what replaced them."""
    found: dict[int, tuple[Memory, ...]] = {}
    for one in memories:
        if one.superseded_by is not None:
            found[one.superseded_by] = (*found.get(one.superseded_by, ()), one)
    return found
