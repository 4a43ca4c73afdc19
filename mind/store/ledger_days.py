"""The ledger by day: what moved, and why. A day begins at four in the morning, as the user's clock went then."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Final

from sqlalchemy import String, case, func, select, type_coerce

from mind.domain import DayCause, DaySum
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_line

PLAIN: Final = ("chat", "time")
POINTS: Final = {"trust": 40.0, "stage": 0.0, "tension": 0.0}
"""Points that one of a field stands for where moves are compared: all of trust is worth so much of a grown bond; a stage
is a consequence, and tension no part of it."""
HOUR: Final = len("2026-11-23T23")
DAWN: Final = "04"


def day_sums(scope: Scope) -> tuple[DaySum, ...]:
    """What every day's lines moved, the slight ones with them, oldest first."""
    hour = func.substr(type_coerce(bond_event.c.at, String), 1, HOUR)
    passed = func.sum(case((bond_line.c.cause == "time", bond_line.c.delta), else_=0.0))
    query = (
        select(hour, bond_line.c.field, passed, func.sum(bond_line.c.delta))
        .join(bond_event, bond_event.c.id == bond_line.c.event_id)
        .where(scope.owns(bond_event), bond_line.c.field != "stage")
        .group_by(hour, bond_line.c.field)
    )
    sums: dict[tuple[date, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for at, field, time, total in scope.connection.execute(query):
        both = sums[_day(at), field]
        both[0] += time
        both[1] += total - time
    return tuple(DaySum(day, field, *both) for (day, field), both in sorted(sums.items()))


def day_causes(scope: Scope, gone: frozenset[int]) -> tuple[DayCause, ...]:
    """All that moved the bond but talk and time alone, oldest first, without the events in `gone`."""
    points = case(*((bond_line.c.field == field, factor) for field, factor in POINTS.items()), else_=1.0)
    hurt = func.sum(case((bond_line.c.field == "hurt", bond_line.c.delta), else_=0.0))
    weight = func.sum(func.abs(bond_line.c.delta) * points)
    query = (
        select(bond_event.c.id, bond_line.c.cause, func.min(bond_line.c.rule), bond_event.c.at, weight, hurt)
        .join(bond_event, bond_event.c.id == bond_line.c.event_id)
        .where(scope.owns(bond_event), bond_line.c.cause.not_in(PLAIN))
        .group_by(bond_event.c.id, bond_line.c.cause)
        .order_by(bond_event.c.id)
    )
    return tuple(DayCause(*row) for row in scope.connection.execute(query) if row[0] not in gone)


def _day(hour: str) -> date:
    """The day of the first letters of an ISO time."""
    day = date.fromisoformat(hour[: -len("T04")])
    return day if hour[-len(DAWN) :] >= DAWN else day - timedelta(days=1)
