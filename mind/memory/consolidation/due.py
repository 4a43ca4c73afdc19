"""What is left to write: days with talk that have no page yet, or whose page is older than their last words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from mind.memory.consolidation.days import day_of, next_day, week_of
from mind.memory.consolidation.wordings import Worn
from mind.ports import UnitOfWork

KEY: Final = "reflected"
BACK: Final = 31
"""Days back that she writes pages for when she begins: what is older stays in the talks themselves."""
WORN_FOR: Final = 400
"""Days after which a wording counts as never used."""
FEW: Final = 2
"""Turns of the user below which the day under way has no page yet."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far she is. Every ended day up to `day` has been gone through; nothing in it tells of the talk."""

    day: str = ""
    week: str = ""
    """The Monday of the last week gone through."""
    faded: str = ""
    """The day on which memories faded last; with the last id after a colon while some are left."""
    portrait: str = ""
    """What the last portrait knew: how many memories, and the newest."""
    worn: Worn = field(default_factory=dict)


def progress(uow: UnitOfWork) -> Progress:
    """As it was kept; from the beginning where it was not."""
    kept: Any = uow.keepsakes.get(KEY)
    if not isinstance(kept, dict):
        return Progress()
    worn = kept.get("worn")
    words = {name: str(kept.get(name) or "") for name in ("day", "week", "faded", "portrait")}
    return Progress(**words, worn=dict(worn) if isinstance(worn, dict) else {})


def keep_progress(uow: UnitOfWork, now: Progress) -> None:
    """Keep it; wordings that rest long enough are let go."""
    latest = max(now.worn.values(), default=0)
    worn = {key: day for key, day in now.worn.items() if latest - day < WORN_FOR}
    value = {"day": now.day, "week": now.week, "faded": now.faded, "portrait": now.portrait, "worn": worn}
    uow.keepsakes.put(KEY, value)


def days_due(uow: UnitOfWork, now: datetime, limit: int, *, today: bool) -> tuple[str, ...]:
    """At most `limit` days to write, oldest first; the day under way only if `today`, and only once words are enough."""
    current = day_of(now)
    known = progress(uow).day
    since = max(next_day(known) if known else "", next_day(current, -BACK))
    found = [day for day in uow.turns.days(since, BACK) if day < current and stale(uow, day)][:limit]
    if today and len(found) < limit and stale(uow, current) and _enough(uow, current):
        found.append(current)
    return tuple(found)


def stale(uow: UnitOfWork, day: str) -> bool:
    """Whether the user has spoken on that day since its page was written, or it has none."""
    page = next(iter(uow.notes.find("diary", day)), None)
    spoken = [turn for turn in uow.turns.of_day(day) if turn.speaker == "user"]
    return bool(spoken) and (page is None or page.at < spoken[-1].at)


def weeks_due(uow: UnitOfWork, now: datetime) -> tuple[str, str] | None:
    """Monday and Sunday of the oldest ended week that was not gone through; None where all were."""
    current = day_of(now)
    known = progress(uow).week
    since = max(next_day(known, 7) if known else "", week_of(next_day(current, -BACK))[0])
    first = next(iter(uow.turns.days(since, 1)), None)
    if first is None:
        return None
    monday, sunday = week_of(first)
    return (monday, sunday) if sunday < current else None


def _enough(uow: UnitOfWork, day: str) -> bool:
    return sum(turn.speaker == "user" for turn in uow.turns.of_day(day)) >= FEW
