"""Days as her diary counts them: from four in the morning to four in the morning, in the time it was where they talked."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

DAWN: Final = timedelta(hours=4)
DAY: Final = timedelta(days=1)


def day_of(at: datetime) -> str:
    """The ISO date of the day a moment belongs to: one in the morning is still the evening before."""
    return (at - DAWN).date().isoformat()


def next_day(day: str, days: int = 1) -> str:
    """The ISO date so many days later (earlier, if negative)."""
    return (date.fromisoformat(day) + days * DAY).isoformat()


def week_of(day: str) -> tuple[str, str]:
    """Monday and Sunday of a day's week."""
    given = date.fromisoformat(day)
    monday = given - given.weekday() * DAY
    return monday.isoformat(), (monday + 6 * DAY).isoformat()
