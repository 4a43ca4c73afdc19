"""Every day of the two: where the bond stood in the evening, what moved it, and which hurt was mended when. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from mind.bond.books import RULES, book_of
from mind.bond.effects import EFFECTS
from mind.bond.passage import FLOOR_HALVES, FORGOTTEN_FLOOR
from mind.bond.state import PRIOR, BondState
from mind.bond.weighing import FLOOR
from mind.domain import BondDay, BondSummary, DayCause, DaySum

SIDES: Final = ("warmth", "familiarity", "commitment", "trust", "hurt")
START: Final = {"warmth": 0.0, "familiarity": 0.0, "commitment": 0.0, "trust": 0.5, "hurt": 0.0}
DAWN: Final = timedelta(hours=4)
OPEN_RUPTURES: Final = book_of(RULES).open_ruptures
Levels = dict[str, float]


def bond_days(sums: Iterable[DaySum], causes: Sequence[DayCause], now: BondSummary, at: datetime) -> tuple[BondDay, ...]:
    """Every day from the first with a line to the one of `at`, oldest first; `causes` in the order they happened.

    The ledger writes what time did with the event that follows it; here it is spread over the days it took. The last
    day ends where the bond stands `now`.
    """
    today = _day(at)
    by_day: dict[date, list[DayCause]] = {}
    for cause in with_mending(causes):
        by_day.setdefault(min(_day(cause.at), today), []).append(cause)
    days = evenings(sums, now, today)
    return tuple(replace(day, causes=tuple(sorted(by_day.get(day.day, ()), key=lambda cause: -cause.weight))) for day in days)


def evenings(sums: Iterable[DaySum], now: BondSummary, today: date) -> tuple[BondDay, ...]:
    """The same without causes."""
    by_day: dict[date, list[DaySum]] = {}
    for one in sums:
        by_day.setdefault(min(one.day, today), []).append(one)
    levels = dict(START)
    told: list[BondDay] = []
    for day in sorted(by_day):
        passed, happened = _moved(by_day[day])
        told += _between(told, day, levels, passed)
        levels = _after(_after(levels, passed), happened)
        told.append(BondDay(day, bond_of(levels)))
    if told and told[-1].day == today:
        told.pop()
    else:
        told += _between(told, today, levels, {side: float(getattr(now, side)) - levels[side] for side in SIDES})
    return (*told, BondDay(today, now.bond))


def bond_of(levels: Levels) -> float:
    """The bond for these sides of it, by the rules' own formula; trust as the share of good experiences, 0..1."""
    trust = min(1.0, max(0.0, levels["trust"]))
    w, f, c, h = (max(0.0, levels[side]) for side in ("warmth", "familiarity", "commitment", "hurt"))
    good = 2 * PRIOR * trust
    state = BondState(0.0, 0.0, 0.0, warmth=w, familiarity=f, commitment=c, hurt=h, good=good, bad=2 * PRIOR - good)
    return state.bond


def with_mending(causes: Sequence[DayCause]) -> tuple[DayCause, ...]:
    """The same causes; those that opened a rupture know when it was mended: a repair closes the oldest one that stands."""
    told = list(causes)
    open_ones: list[int] = []
    for at, cause in enumerate(causes):
        if opened_rupture(cause):
            open_ones = [*open_ones, at][-OPEN_RUPTURES:]
        elif cause.cause == "repair":
            open_ones = [hurt for hurt in open_ones if _stands(causes[hurt], cause.at)]
            if open_ones:
                hurt = open_ones.pop(0)
                told[hurt] = replace(causes[hurt], mended=cause.at)
        elif cause.cause == "reset":
            open_ones = []
    return tuple(told)


def opened_rupture(cause: DayCause) -> bool:
    """Whether a cause hurt so much that time alone does not make it good."""
    effect = EFFECTS.get(cause.cause)  # type: ignore[call-overload]
    return effect is not None and not effect.positive and cause.hurt >= book_of(RULES).opens


def _stands(hurt: DayCause, at: datetime) -> bool:
    """Whether it had not faded away by then."""
    days = (at - hurt.at).total_seconds() / 86400
    return float(FLOOR * hurt.hurt * 2 ** (-days / FLOOR_HALVES)) > FORGOTTEN_FLOOR


def _day(at: datetime) -> date:
    """The day of a moment: it begins at four in the morning."""
    return (at - DAWN).date()


def _between(told: list[BondDay], day: date, levels: Levels, passed: Levels) -> list[BondDay]:
    """The days since the last one told, with nothing in them but time."""
    if not told:
        return []
    last = told[-1].day
    gap = (day - last).days
    return [BondDay(last + timedelta(days=at), bond_of(_after(levels, passed, at / gap))) for at in range(1, gap)]


def _moved(sums: list[DaySum]) -> tuple[Levels, Levels]:
    passed, happened = dict.fromkeys(SIDES, 0.0), dict.fromkeys(SIDES, 0.0)
    for one in sums:
        if one.field in passed:
            passed[one.field] += one.passed
            happened[one.field] += one.happened
    return passed, happened


def _after(levels: Levels, moved: Levels, share: float = 1.0) -> Levels:
    return {side: levels[side] + moved[side] * share for side in SIDES}
