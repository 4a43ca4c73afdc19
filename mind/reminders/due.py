"""Which of the things kept are due, which were missed, and when to look again. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from mind.initiative.quiet_hours import QuietHours
from mind.reminders.kept import RINGS, TO_THE_MINUTE, Kept

MISSED_AFTER: Final = timedelta(minutes=10)
"""A moment this far gone was missed: it is told as such."""


def due_now(kept: Iterable[Kept], now: datetime, quiet: QuietHours | None = None) -> tuple[Kept, ...]:
    """Those that ring now, by their time. `quiet`: hours in which even these wait, where the user said so."""
    if quiet is not None and quiet.hold(now):
        return ()
    waiting = [one for one in kept if one.status == "waiting" and one.kind in RINGS and one.due is not None]
    return tuple(sorted((one for one in waiting if one.due <= now), key=lambda one: (one.due, one.id)))  # type: ignore[operator]


def missed(one: Kept, now: datetime) -> bool:
    """Whether its moment is over."""
    return one.kind in TO_THE_MINUTE and one.due is not None and now - one.due > MISSED_AFTER


def next_due(kept: Iterable[Kept]) -> datetime | None:
    """When the next one rings; None where nothing waits."""
    return min((one.due for one in kept if one.status == "waiting" and one.kind in RINGS and one.due), default=None)
