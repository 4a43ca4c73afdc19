"""What stands between the two, read from the ledger for a turn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from mind.bond_events.between import Between
from mind.bond_events.signs import HURTS
from mind.domain import HeldEvent
from mind.ports import UnitOfWork

LOOKED_BACK: Final = 80
"""Events looked through for the last hurt: some twenty turns."""
LATELY: Final = timedelta(days=7)
MENDED_WITHIN: Final = timedelta(days=3)
LINES: Final = 60
HURT_KINDS: Final = HURTS | {"promise_broken", "bid_ignored"}


def between(uow: UnitOfWork, now: datetime) -> Between:
    """What is held, hurt, mended of late."""
    ledger = uow.ledger
    events, gone = ledger.events(LOOKED_BACK), ledger.annulled()
    lines = ledger.changes(LINES) if ledger.ever("repair") else ()
    mended = next((line for line in lines if line.cause == "repair" and line.event_id not in gone), None)
    if mended is not None and abs(now - mended.at) > MENDED_WITHIN:
        mended = None
    return Between(
        held=_held(events, gone),
        hurts=ledger.hurts(),
        last_hurt=next((one for one in events if _counts(one) and one.id not in gone), None),
        mended=mended.event_id if mended is not None else 0,
        mended_at=mended.at if mended is not None else None,
        misread=sum(1 for one in events if _misread(one, now) and one.id not in gone),
    )


def _held(events: Sequence[HeldEvent], gone: Collection[int]) -> tuple[HeldEvent, ...]:
    """What our own rules heard and nobody has answered yet; what only a model heard is never asked about."""
    answered = {one.about for one in events}
    held = (one for one in events if one.rule == "held" and one.origin == "rules")
    return tuple(one for one in held if one.id not in answered and one.id not in gone)


def _counts(event: HeldEvent) -> bool:
    return event.kind in HURT_KINDS and event.rule == "hurt"


def _misread(event: HeldEvent, now: datetime) -> bool:
    """Whether the user's words took a hurt back of late; by hand on the page it may be done as often as they like."""
    return event.kind == "misunderstanding" and event.turn_id is not None and abs(now - event.at) <= LATELY
