"""One sitting together: when it began, and what came before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mind.domain import SITTING_ENDS
from mind.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Session:
    """`last_seen` is the end of the sitting before, `first_today` whether none was earlier this day."""

    began: datetime
    latest: datetime
    last_seen: datetime | None
    first_today: bool


def session_at(uow: UnitOfWork, now: datetime, current: Session | None) -> Session:
    """The sitting that `now` belongs to: the current one, or a new one after a pause or on a new day."""
    if current is not None and now - current.latest < SITTING_ENDS:
        return Session(current.began, now, current.last_seen, current.first_today)
    last = uow.turns.recent(1)
    seen = last[-1].at if last else None
    return Session(now, now, seen, seen is None or seen.astimezone(now.tzinfo).date() != now.date())
