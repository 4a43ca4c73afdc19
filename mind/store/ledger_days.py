"""The ledger by day: what moved, and why. A day begins at four in the morning, as the user's clock went then.

What was summed once stays in memory: events only come after those that are there. The database is the truth: where the
last event that was read is gone, all is read anew.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, String, case, func, select, type_coerce

from mind.domain import DayCause, DaySum
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_line

PLAIN: Final = ("chat", "time")
POINTS: Final = {"trust": 40.0, "stage": 0.0, "tension": 0.0}
"""Points that one of a field stands for where moves are compared: all of trust is worth so much of a grown bond; a stage
is a consequence, and tension no part of it."""
HOUR: Final = len("2026-11-23T23")
DAWN: Final = "04"
AT_ONCE: Final = 5_000
"""Events that are read in one go: so much holds up nobody."""


@dataclass
class LedgerDays:
    """All events of an owner up to the one with id `last`, by day. It holds no words."""

    last: int = 0
    moved: dict[tuple[date, str], list[float]] = field(default_factory=dict)
    """What time alone, and what else did to a field on a day."""
    causes: list[DayCause] = field(default_factory=list)

    def read_on(self, scope: Scope) -> bool:
        """Read the next events; whether there are more."""
        following = select(bond_event.c.id).where(scope.owns(bond_event), bond_event.c.id > self.last)
        upto = scope.connection.scalar(following.order_by(bond_event.c.id).offset(AT_ONCE - 1).limit(1))
        more = upto is not None
        upto = upto or scope.connection.scalar(following.order_by(bond_event.c.id.desc()).limit(1))
        if upto is None:
            return False
        within = (bond_event.c.id > self.last) & (bond_event.c.id <= upto)
        self._sum(scope, within)
        self.causes += _causes(scope, within)
        self.last = upto
        return more

    def sums(self) -> tuple[DaySum, ...]:
        """What every day's lines moved, the slight ones with them, oldest first."""
        return tuple(DaySum(day, name, *both) for (day, name), both in sorted(self.moved.items()))

    def counting(self, gone: Collection[int]) -> tuple[DayCause, ...]:
        """All that moved the bond but talk and time alone, oldest first, without the events in `gone`."""
        return tuple(cause for cause in self.causes if cause.event_id not in gone) if gone else tuple(self.causes)

    def _sum(self, scope: Scope, within: ColumnElement[bool]) -> None:
        hour = func.substr(type_coerce(bond_event.c.at, String), 1, HOUR)
        passed = func.sum(case((bond_line.c.cause == "time", bond_line.c.delta), else_=0.0))
        query = (
            select(hour, bond_line.c.field, passed, func.sum(bond_line.c.delta))
            .join(bond_event, bond_event.c.id == bond_line.c.event_id)
            .where(scope.owns(bond_event), within, bond_line.c.field != "stage")
            .group_by(hour, bond_line.c.field)
        )
        for at, name, time, total in scope.connection.execute(query):
            both = self.moved.setdefault((_day(at), name), [0.0, 0.0])
            both[0] += time
            both[1] += total - time


def ledger_days(scope: Scope, *, fresh: bool = False, whole: bool = True) -> tuple[LedgerDays, bool]:
    """The owner's days, and whether there is more to read. `fresh` keeps nothing in memory: for a unit of work whose own
    events may yet be taken back. Not `whole`: only the next events are read.
    """
    owner = scope.companion_id, scope.person_id
    kept = LedgerDays() if fresh else scope.spaces.days.setdefault(owner, LedgerDays())
    if kept.last and not _there(scope, kept.last):
        kept = scope.spaces.days[owner] = LedgerDays()
    more = kept.read_on(scope)
    while more and whole:
        more = kept.read_on(scope)
    return kept, more


def _causes(scope: Scope, within: ColumnElement[bool]) -> list[DayCause]:
    points = case(*((bond_line.c.field == name, factor) for name, factor in POINTS.items()), else_=1.0)
    hurt = func.sum(case((bond_line.c.field == "hurt", bond_line.c.delta), else_=0.0))
    weight = func.sum(func.abs(bond_line.c.delta) * points)
    query = (
        select(bond_event.c.id, bond_line.c.cause, func.min(bond_line.c.rule), bond_event.c.at, weight, hurt)
        .join(bond_event, bond_event.c.id == bond_line.c.event_id)
        .where(scope.owns(bond_event), within, bond_line.c.cause.not_in(PLAIN))
        .group_by(bond_event.c.id, bond_line.c.cause)
        .order_by(bond_event.c.id)
    )
    return [DayCause(*row) for row in scope.connection.execute(query)]


def _there(scope: Scope, event_id: int) -> bool:
    query = select(bond_event.c.id).where(scope.owns(bond_event), bond_event.c.id == event_id)
    return scope.connection.scalar(query) is not None


def _day(hour: str) -> date:
    """The day of the first letters of an ISO time."""
    day = date.fromisoformat(hour[: -len("T04")])
    return day if hour[-len(DAWN) :] >= DAWN else day - timedelta(days=1)
