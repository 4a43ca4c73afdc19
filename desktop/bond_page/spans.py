"""Lengths of time and days in words, as the page of the bond tells them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from desktop.theme.dates import day as day_words
from desktop.theme.words import words

WEEKS_FROM, MONTHS_FROM, YEARS_FROM = 14, 112, 700
MONTH: Final = 30.44
YEAR: Final = 365.25


def span(days: int) -> str:
    """How long so many days are: days, then weeks, months, years: ``eleven weeks``."""
    if days < 7 or 7 < days < WEEKS_FROM:
        return counted("day", max(1, days))
    if days < MONTHS_FROM:
        return counted("week", days // 7)
    if days < YEARS_FROM:
        months = round(days / MONTH)
        return counted("year", 1) if months == 12 else counted("month", months)
    return counted("year", max(2, int((days + 5) / YEAR)))


def later(days: int) -> str:
    """The same where it is told roughly, from a week on in whole weeks: ``a week``."""
    return counted("week", days // 7) if 7 <= days < WEEKS_FROM else span(days)


def counted(unit: str, number: int) -> str:
    """A number of days, weeks, months or years, small ones as words."""
    if number == 1:
        return words()(f"bond.{unit}_one")
    written = words()("bond.numbers").split()
    return words()(f"bond.{unit}s", n=written[number - 1] if number <= len(written) else number)


def sentence(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def told_day(day: date, now: datetime) -> str:
    """A day as the interface tells it: today, a weekday within the week, else its date."""
    return day_words(datetime.combine(day, time(12)).astimezone(), now)


def told_range(first: date, last: date, now: datetime) -> str:
    """One day, or from one to another."""
    if first == last:
        return told_day(last, now)
    return words()("bond.range", first=told_day(first, now), last=told_day(last, now))
