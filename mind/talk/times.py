"""Dates and times as people say them, into an absolute time. Own rules for three languages; the words are kept by the caller.

A day without an hour is due at 18:00, when it can be asked about. "Next Tuesday" is the Tuesday of next week (weeks begin
on Monday), "on Tuesday" the coming one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mind.languages import Lang
from mind.talk.normalise import Clause
from mind.talk.times_cjk import CLOCKS_CJK, DAYS_CJK
from mind.talk.times_day import DAY_END, add_months, coming, next_week

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")
_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
          "nine": 9, "ten": 10, "twelve": 12, "few": 3, "a few": 3, "couple": 2, "a couple of": 2, "a couple": 2}
_N = r"(a couple of|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3})"
_DAY = "(" + "|".join([*_WEEKDAYS, *sorted(_SHORT, key=len, reverse=True)]) + ")"
_MONTH = "(" + "|".join(m if m != "may" else "may" for m in _MONTHS) + ")"


def _weekday(word: str) -> int:
    return _WEEKDAYS.index(word) if word in _WEEKDAYS else _SHORT[word]


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNT[word]


def _span(match: re.Match[str], today: date) -> date:
    n = _count(match[1])
    unit = match[2]
    if unit == "month":
        return add_months(today, n)
    if unit == "year":
        return add_months(today, 12 * n)
    return today + timedelta(days=n * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _month_day(month: str, day: str | None, today: date) -> date | None:
    number = _MONTHS.index(month) + 1
    for year in (today.year, today.year + 1):
        try:
            found = date(year, number, int(day) if day else 1)
        except ValueError:
            return None
        if found >= today:
            return found
    return None


def _of_month(match: re.Match[str], today: date) -> date | None:
    for month in range(3):
        try:
            found = add_months(today.replace(day=1), month).replace(day=int(match[1]))
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _iso(match: re.Match[str], today: date) -> date | None:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _rules(*pairs: tuple[str, Callable[[re.Match[str], date], date | None]]) -> tuple[Rule, ...]:
    return tuple((re.compile(r"(?<!\S)" + source + " "), make) for source, make in pairs)


_DAYS_EN = _rules(
    (r"(?:on )?(\d{4})-(\d{2})-(\d{2})", _iso),
    (r"the day after tomorrow", lambda m, d: d + timedelta(days=2)),
    (r"tomorrow", lambda m, d: d + timedelta(days=1)),
    (r"(?:later )?(?:today|tonight|this (?:morning|afternoon|evening))", lambda m, d: d),
    (r"(?:on )?next " + _DAY, lambda m, d: next_week(d, _weekday(m[1]))),
    (r"(?:on |this |by |(?<!every )(?<!last )(?<!each ))(?:this )?" + _DAY, lambda m, d: coming(d, _weekday(m[1]))),
    (r"in " + _N + r" (day|week|month|year|fortnight)s?(?: 's| time)?", _span),
    (_N + r" (day|week|month|year|fortnight)s? from (?:now|today)", _span),
    (r"(?:at |on |over )?(?:this |the )weekend", lambda m, d: coming(d, 5) if d.weekday() < 5 else d),
    (r"(?:at |on )?next weekend", lambda m, d: next_week(d, 5)),
    (r"next week", lambda m, d: next_week(d, 0)),
    (r"next month", lambda m, d: add_months(d.replace(day=1), 1)),
    (r"next year", lambda m, d: date(d.year + 1, 1, 1)),
    (r"(?:at )?the end of the (?:month|week)", lambda m, d: coming(d, 4) if "week" in m[0]
     else add_months(d.replace(day=1), 1) - timedelta(days=1)),
    (r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?" + _MONTH, lambda m, d: _month_day(m[2], m[1], d)),
    (r"(?:on )?" + _MONTH + r" (?:the )?(\d{1,2})(?:st|nd|rd|th)?", lambda m, d: _month_day(m[1], m[2], d)),
    (r"on the (\d{1,2})(?:st|nd|rd|th)", _of_month),
    (r"in " + _MONTH, lambda m, d: _month_day(m[1], None, d)),
    (r"(?:on |at |over |before )?christmas(?: day)?", lambda m, d: _month_day("december", "25", d)),
    (r"on new year 's eve", lambda m, d: _month_day("december", "31", d)),
)

_CLOCK_EN = re.compile(r"(?<!\S)(?:at |by |around )(half past |quarter past |quarter to )?(\d{1,2}|noon|midnight|"
                       r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:.](\d{2}))? ?(am|pm|o'clock)? ")
_PART_EN = re.compile(r"(?<!\S)(?:in the |at )?(morning|afternoon|evening|night) ")
_PARTS = {"morning": 9, "afternoon": 15, "evening": 20, "night": 22, "tonight": 20}
_HOURS = dict(zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
                  range(1, 13), strict=True))
_ROUTINE_EN = re.compile(r"(?<!\S)(?:every|each|last|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays) ")


@dataclass(frozen=True, slots=True)
class When:
    """A time that was understood: the clause without it, the moment, and whether an hour was named."""

    clause: Clause
    due: datetime
    exact: bool


def find_time(clause: Clause, now: datetime) -> When | None:
    """The time a clause names, if it lies today or later."""
    if clause.lang == "en":
        return _find_english(clause, now)
    return _find_characters(clause, now, clause.lang)


def _find_english(clause: Clause, now: datetime) -> When | None:
    if _ROUTINE_EN.search(clause.norm):
        return None
    soon = re.search(r"(?<!\S)in " + _N + r" (hour|minute)s? ", clause.norm) or re.search(
        r"(?<!\S)in (half an) (hour) ", clause.norm)
    if soon:
        minutes = 30 if soon[1] == "half an" else _count(soon[1]) * (60 if soon[2] == "hour" else 1)
        return When(clause.without(*soon.span()), now + timedelta(minutes=minutes), True)
    for pattern, make in _DAYS_EN:
        match = pattern.search(clause.norm)
        if match is None:
            continue
        day = make(match, now.date())
        if day is None:
            continue
        hour_words = "tonight" if "tonight" in match[0] else next((p for p in _PARTS if p in match[0].split()), "")
        rest = clause.without(*match.span())
        return _with_hour(rest, day, _PARTS.get(hour_words), now)
    return None


def _with_hour(clause: Clause, day: date, hour: int | None, now: datetime) -> When:
    part = _PART_EN.search(clause.norm)
    if part:
        hour = _PARTS[part[1]]
        clause = clause.without(*part.span())
    clock = _CLOCK_EN.search(clause.norm)
    at = time(hour) if hour is not None else DAY_END
    if clock:
        at = _clock(clock, hour)
        clause = clause.without(*clock.span())
    return When(clause, datetime.combine(day, at, now.tzinfo), clock is not None or hour is not None)


def _clock(match: re.Match[str], part: int | None) -> time:
    word = match[2]
    if word in ("noon", "midnight"):
        return time(12) if word == "noon" else time(23, 59)
    hour = int(word) if word.isdigit() else _HOURS[word]
    minute = int(match[3] or 0)
    if match[1]:
        minute = {"half past ": 30, "quarter past ": 15, "quarter to ": 45}[match[1]]
        hour -= match[1] == "quarter to "
    if hour < 12 and (match[4] == "pm" or (match[4] is None and (hour < 7 or (part or 0) >= 15))):
        hour += 12
    return time(hour % 24, minute % 60)


def _find_characters(clause: Clause, now: datetime, lang: Lang) -> When | None:
    for pattern, make in DAYS_CJK[lang]:
        match = pattern.search(clause.norm)
        day = make(match, now.date()) if match else None
        if match is None or day is None:
            continue
        part = match.groupdict().get("part")
        rest = clause.without(*match.span())
        clock, read = CLOCKS_CJK[lang]
        found = clock.search(rest.norm)
        at = read(found, part) if found else read(None, part)
        if found:
            rest = rest.without(*found.span())
        return When(rest, datetime.combine(day, at or DAY_END, now.tzinfo), at is not None)
    return None
