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
