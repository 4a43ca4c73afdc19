"""What a turn of the user's does between the two: held events that now stand, hurts taken back, promises given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mind.domain import BondChange, BondEvent, Memory, Turn
from mind.ports import Plan, UnitOfWork


def settle(uow: UnitOfWork, plan: Plan, turn: Turn, now: datetime, memories: Sequence[Memory] = ()) -> tuple[BondChange, ...]:
    """Keep all of it; the caller commits. `memories` were just kept from the same words: a promise that is a plan as well is
    one thing to come back to, not two. What was answered already, by hand or in another turn, is let be."""
    changes: tuple[BondChange, ...] = ()
    for event in plan.bond_events:
        if event.about is not None:
            changes += _answered(uow, event, now, turn.id)
    ordinary = tuple(event for event in plan.bond_events if event.about is None)
    if ordinary:
        changes += uow.ledger.apply(ordinary, now, turn.id)
    for word in plan.promises:
        plan_kept = next((memory.id for memory in memories if word.due is not None and memory.due == word.due), None)
        uow.loops.open("promise", word.text, word.quote, turn, due=word.due, memory_id=plan_kept)
    return changes


def _answered(uow: UnitOfWork, event: BondEvent, now: datetime, turn_id: int) -> tuple[BondChange, ...]:
    assert event.about is not None
    if event.about in uow.ledger.annulled():
        return ()
    if event.kind == "misunderstanding":
        return uow.ledger.annul("misunderstanding", event.about, now, turn_id, event.quote)
    if any(one.id == event.about for one in uow.ledger.held()):
        return uow.ledger.confirm(event.about, now, turn_id, event.quote)
    return ()
