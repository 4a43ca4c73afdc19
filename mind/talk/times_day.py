"""Small calendar steps."""

from __future__ import annotations

import calendar
from datetime import date, time, timedelta
from typing import Final

DAY_END: Final = time(18, 0)
"""When a day without an hour counts as come."""


def coming(today: date, weekday: int) -> date:
    """The next such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def next_week(today: date, weekday: int) -> date:
    """That weekday of the week after this one."""
    return today + timedelta(days=7 - today.weekday() + weekday)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def last_weekday(today: date, weekday: int, *, today_counts: bool = False) -> date:
    """The last such weekday before today, or today itself where that counts."""
    back = (today.weekday() - weekday) % 7
    return today - timedelta(days=back if back or today_counts else 7)


def week_of(day: date) -> tuple[date, date]:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def days_of_month(year: int, month: int) -> tuple[date, date]:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def days_of_year(year: int) -> tuple[date, date]:
    """The first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def ago(today: date, n: int, unit: str) -> tuple[date, date]:
    """The days that "`n` units ago" may mean: a day is exact, a week is that week, a month that month."""
    if unit in ("day", "night"):
        return (today - timedelta(days=n),) * 2
    if unit in ("week", "weekend"):
        return week_of(today - timedelta(days=7 * n))
    if unit == "month":
        earlier = add_months(today.replace(day=1), -n)
        return days_of_month(earlier.year, earlier.month)
    return days_of_year(max(1, today.year - n))
