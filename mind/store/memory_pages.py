"""What the user's own pages read of memories, and which turns to keep silent about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, exists, or_, select

from mind.domain import Memory
from mind.store.scope import Scope
from mind.store.tables import memory as table
from mind.store.tables import memory_use, receipt, turn


def not_reworded() -> ColumnElement[bool]:
    """The condition that a memory is not merely an earlier wording of one that the user corrected."""
    newer = table.alias("newer")
    corrected = newer.c.edited_at.is_not(None) & (newer.c.turn_id == table.c.turn_id)
    reworded = exists().where(newer.c.id == table.c.superseded_by, corrected)
    return ~reworded


def hushed_turns(scope: Scope) -> frozenset[int]:
    """Ids of the turns that told a muted memory, the replies to them, and her replies that used it."""
    muted = list(scope.connection.scalars(select(table.c.id).where(scope.owns(table), table.c.muted)))
    if not muted:
        return frozenset()
    told = set(scope.connection.scalars(select(table.c.turn_id).where(table.c.id.in_(muted))))
    told |= set(scope.connection.scalars(select(receipt.c.turn_id).where(receipt.c.memory_id.in_(muted))))
    used = select(memory_use.c.turn_id).where(memory_use.c.memory_id.in_(muted))
    answers = select(turn.c.id).where(scope.owns(turn), or_(turn.c.reply_to.in_(told), turn.c.id.in_(used)))
    return frozenset(told | set(scope.connection.scalars(answers)))


def by_successor(memories: Iterable[Memory]) -> Mapping[int, tuple[Memory, ...]]:
    """Memories by the id of what replaced them."""
    found: dict[int, tuple[Memory, ...]] = {}
    for one in memories:
        if one.superseded_by is not None:
            found[one.superseded_by] = (*found.get(one.superseded_by, ()), one)
    return found
