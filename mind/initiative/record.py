"""What her earlier beginnings say about the next one: how many count today, and how many in a row got no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from mind.domain import Begun
from mind.initiative.budget import DAY_BEGINS, SPREAD

ANSWER_WITHIN: Final = timedelta(hours=12)
"""Words of the user so long after a beginning count as its answer; later ones are a talk of their own."""
AHEAD: Final = timedelta(hours=2)
"""A beginning dated further in the future than this was kept by another clock."""

CLOCK_RESTS: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Beginnings in a row that got no answer: how many, and when the last one was."""

    count: int = 0
    last: datetime | None = None


def in_the_future(begun: Sequence[Begun], now: datetime) -> tuple[Begun, ...]:
    """Those that a clock set forward has dated; there are none while the clock is right."""
    return tuple(one for one in begun if one.at > now + AHEAD)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What was seen of a clock that is behind: the newest beginning in its future, and when that was first seen."""

    newest: datetime
    seen: datetime


def clock_behind(ahead: Sequence[Begun], noted: Ahead | None, now: datetime) -> tuple[bool, Ahead | None]:
    """Whether nobody can tell what was begun today, for the clock was set back; and what to note of it.

    A day after it was first seen the beginnings in the future are let be: she does not stay silent for years because a
    clock was wrong for an hour.
    """
    if not ahead:
        return False, None
    newest = max(one.at for one in ahead)
    if noted is None or noted.newest != newest or noted.seen > now:
        return True, Ahead(newest, now)
    return now - noted.seen < CLOCK_RESTS, noted


def spent(begun: Sequence[Begun], now: datetime) -> int:
    """How many count against today: of this date, of this day of the house, of the last hours, and any in the future.

    Dates are those on the wall where she began, so that the night on which clocks change, and a journey, change nothing.
    """
    return sum(
        1 for one in begun
        if one.at.date() == now.date() or _house_day(one.at) == _house_day(now) or one.at > now - SPREAD
    )  # fmt: skip


def _house_day(at: datetime) -> str:
    return (at - timedelta(hours=DAY_BEGINS.hour)).date().isoformat()


def unanswered(newest_first: Sequence[tuple[Begun, datetime | None]], since: datetime | None = None) -> Unanswered:
    """`newest_first`: each beginning with the time of the user's first words after it.

    What was before `since`, when the user last said how often she may begin, does not count.
    """
    count = 0
    for one, answered in newest_first:
        if answered is not None and answered - one.at <= ANSWER_WITHIN:
            break
        if since is not None and one.at < since:
            break
        count += 1
    return Unanswered(count, newest_first[0][0].at if count else None)
