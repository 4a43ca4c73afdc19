"""What is kept until a time, read before a turn and changed after it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from mind.domain import Ended, Turn
from mind.ports import Plan, UnitOfWork
from mind.reminders.kept import RINGS, Kept, KeptKind, KeptStatus

LATELY: Final = timedelta(days=40)
"""How long good things, and what was told and not answered, stay at hand."""
TIMED: Final[tuple[KeptKind, ...]] = (*sorted(RINGS), "plan")
GOOD: Final[tuple[KeptKind, ...]] = ("good",)
TOLD: Final[tuple[KeptStatus, ...]] = ("rung",)
EITHER: Final[tuple[KeptStatus, ...]] = ("waiting", "rung")


def read_kept(uow: UnitOfWork, now: datetime) -> tuple[Kept, ...]:
    """All that waits for a time, what was told lately, and the good things of the last weeks; without words she was asked
    never to mention, but for what was asked for to the minute."""
    told = [one for one in uow.reminders.find(TIMED, TOLD, 20) if now - one.said_at <= LATELY]
    good = [one for one in uow.reminders.find(GOOD, EITHER, 40) if now - one.said_at <= LATELY]
    quieter = (*told, *good)
    hushed = uow.memories.hushed_turns([one.turn_id for one in quieter]) if quieter else frozenset()
    return (*uow.reminders.find(TIMED), *(one for one in quieter if one.turn_id not in hushed))


def keep_timed(uow: UnitOfWork, plan: Plan, turn: Turn | None, text: str, ended: Ended, now: datetime, *, fresh: bool) -> None:
    """Keep what the turn asks to keep, once; change what it changes. What she tells counts only where it was said."""
    if turn is not None and fresh:
        for new in plan.keeps:
            uow.reminders.keep(new, turn)
    for change in plan.kept_changes:
        if not change.spoken and (turn is None or not fresh):
            continue
        if change.spoken and not _said(uow, change.kept_id, text, ended):
            continue
        uow.reminders.change(change, now)


def _said(uow: UnitOfWork, kept_id: int, text: str, ended: Ended) -> bool:
    """Whether a reply told it: all of it was said, or the words stand in what was."""
    if not text:
        return False
    kept = uow.reminders.get(kept_id)
    return ended == "complete" or (kept is not None and bool(kept.text) and kept.text.lower() in text.lower())
