"""When something was, since when it holds, until when: as people tell it, in days. Own rules for three languages.

"On Sunday" is the Sunday before where the clause speaks of the past, else the coming one (`mind.talk.times`). A span that
is told roughly ("three weeks ago", "in 2019") is kept as the days it may mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from mind.languages import Lang
from mind.talk.normalise import Clause
from mind.talk.times_day import add_months, ago, days_of_month, days_of_year, last_weekday, week_of
from mind.talk.times_past_cjk import RULES_CJK, Span, is_past_cjk


@dataclass(frozen=True, slots=True)
class Told:
    """The clause without the words of time, and the days they name (both included); `since` where it holds on from then."""

    clause: Clause
    first: date | None
    last: date | None
    since: bool = False

    def begins(self, now: datetime) -> datetime | None:
        """The beginning of the first day."""
        return datetime.combine(self.first, time(0), now.tzinfo) if self.first else None

    def ends(self, now: datetime) -> datetime | None:
        """The last minute of the last day."""
        return datetime.combine(self.last, time(23, 59), now.tzinfo) if self.last else None


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date], Span | None], bool]
"""A pattern, its days, and whether only the past tense makes it a time gone by."""

_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                  "november", "december")  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
_COUNT: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
                 "nine": 9, "ten": 10, "twelve": 12, "a few": 3, "a couple of": 2, "a couple": 2, "about a": 1,
                 "twenty": 20, "fifteen": 15, "thirty": 30}  # fmt: skip
_N: Final = r"(?:about |around |almost |nearly |over |some )?(a couple of|a couple|a few|an?|" + "|".join(
    word for word in _COUNT if " " not in word and len(word) > 2) + r"|\d{1,2})"  # fmt: skip
_DAY: Final = "(" + "|".join(_WEEKDAYS) + ")"
_MONTH: Final = "(" + "|".join(_MONTHS) + ")"
_PART: Final = r"(?: (?:morning|afternoon|evening|night))?"
_LEAD: Final = r"(?<!\S)(?P<lead>(?:ever )?since |until |till |up to |(?:starting |beginning )?from )?"
_OPEN: Final = r"(?:(?:back |early |late |earlier |later )?(?:on|in|over|during|at|around) )?(?:the )?"


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNT[word]


def _day_of(month: str, day: str, year: str | None, today: date) -> Span | None:
    number = _MONTHS.index(month) + 1
    for candidate in [int(year)] if year else (today.year, today.year - 1):
        try:
            found = date(candidate, number, int(day))
        except ValueError:
            continue
        if found <= today:
            return found, found
    return None


def _month_of(month: str, year: str | None, today: date) -> Span:
    number = _MONTHS.index(month) + 1
    return days_of_month(int(year) if year else today.year - (number > today.month), number)


def _season(name: str, year: int) -> Span:
    first, last = _SEASONS[name]
    return days_of_month(year, first)[0], days_of_month(year + (last > 12), (last - 1) % 12 + 1)[1]


def _last_unit(match: re.Match[str], today: date) -> Span:
    unit = match["unit"]
    if unit in _SEASONS:
        year = today.year - (today < _season(unit, today.year)[1])
        return _season(unit, year)
    if unit == "night":
        return (today - timedelta(days=1),) * 2
    if unit == "weekend":
        saturday = last_weekday(today, 5) if today.weekday() != 6 else today - timedelta(days=8)
        return saturday, saturday + timedelta(days=1)
    if unit == "week":
        return week_of(today - timedelta(days=7))
    if unit == "month":
        earlier = add_months(today.replace(day=1), -1)
        return days_of_month(earlier.year, earlier.month)
    if unit == "year":
        return days_of_year(today.year - 1)
    if unit == "christmas":
        return (date(today.year - 1, 12, 25),) * 2
    return (last_weekday(today, _WEEKDAYS.index(unit)),) * 2


def _iso(match: re.Match[str], today: date) -> Span | None:
    try:
        found = date(int(match[2]), int(match[3]), int(match[4]))
    except ValueError:
        return None
    return (found, found) if found <= today else None


def _year(match: re.Match[str], today: date) -> Span | None:
    year = int(match["year"])
    return days_of_year(year) if 1900 <= year <= today.year else None


def _rule(source: str, make: Callable[[re.Match[str], date], Span | None], past: bool = False) -> Rule:
    return re.compile(_LEAD + source + " "), make, past


_RULES_EN: Final[tuple[Rule, ...]] = (
    _rule(_OPEN + r"(\d{4})-(\d{2})-(\d{2})", _iso),
    _rule(r"the day before yesterday", lambda m, d: (d - timedelta(days=2),) * 2),
    _rule(r"(?:just )?yesterday" + _PART, lambda m, d: (d - timedelta(days=1),) * 2),
    _rule(r"the other (?:day|night|week)", lambda m, d: (d - timedelta(days=7), d - timedelta(days=1))),
    _rule(r"(?:earlier (?:today|this (?:morning|afternoon|evening))|this morning)", lambda m, d: (d, d)),
    _rule(r"(?:just now|today|tonight|this afternoon|this evening)", lambda m, d: (d, d), True),
    _rule(_OPEN + r"(?:last|past) (?P<unit>" + "|".join((*_WEEKDAYS, *_SEASONS)) + r"|week|weekend|month|year|night|christmas)"
          + _PART, _last_unit),
    _rule(r"half a year ago", lambda m, d: ago(d, 6, "month")),
    _rule(_N + r" (day|night|week|weekend|month|year)s? (?:ago|back)", lambda m, d: ago(d, _count(m[2]), m[3])),
    _rule(_OPEN + r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?" + _MONTH + r"(?: (?P<year>\d{4}))?",
          lambda m, d: _day_of(m[3], m[2], m["year"], d), True),
    _rule(_OPEN + _MONTH + r" (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (?P<year>\d{4}))?",
          lambda m, d: _day_of(m[2], m[3], m["year"], d), True),
    _rule(_OPEN + _MONTH + r" (?:of )?(?P<year>\d{4})", lambda m, d: _month_of(m[2], m["year"], d)),
    _rule(_OPEN + r"(?P<unit>" + "|".join(_SEASONS) + r") (?:of )?(?P<year>\d{4})",
          lambda m, d: _season(m["unit"], int(m["year"]))),
    _rule(r"(?:back )?in (?P<year>(?:19|20)\d\d)", _year),
    _rule(r"(?<=since )(?P<year>(?:19|20)\d\d)", _year),
    _rule(r"(?:on )?" + _DAY + _PART, lambda m, d: (last_weekday(d, _WEEKDAYS.index(m[2]), today_counts=False),) * 2, True),
    _rule(r"(?:early |late |back )?in (?:early |late )?" + _MONTH, lambda m, d: _month_of(m[2], None, d), True),
    _rule(r"(?:over|during|at|this|on) (?:the )?weekend", lambda m, d: (last_weekday(d, 5, today_counts=True),
          last_weekday(d, 5, today_counts=True) + timedelta(days=1)), True),
    _rule(r"(?:over|during|at|for) (?:the )?christmas", lambda m, d: (date(d.year - 1, 12, 25),) * 2, True),
    _rule(r"earlier this (?P<unit>week|month|year)", lambda m, d: _so_far(m["unit"], d)),
    _rule(r"this (?P<unit>week|month|year)", lambda m, d: _so_far(m["unit"], d), True),
)  # fmt: skip
_LEADING_EN: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Span | None]], ...]] = (
    (re.compile(r"(?<!\S)(?:ever )?since " + _DAY + _PART + " "),
     lambda m, d: (last_weekday(d, _WEEKDAYS.index(m[1]), today_counts=False),) * 2),
    (re.compile(r"(?<!\S)(?:ever )?since " + _MONTH + " "), lambda m, d: _month_of(m[1], None, d)),
    (re.compile(r"(?<!\S)(?:ever )?since (?P<year>(?:19|20)\d\d) "), _year),
    (re.compile(r"(?<!\S)(?:for|the (?:last|past)) (?:the (?:last|past) )?" + _N + r" (day|week|month|year)s? (?:now )?"),
     lambda m, d: ago(d, _count(m[1]), m[2])),
)  # fmt: skip
"""Since when: what holds on from then."""
_UNTIL_EN: Final = re.compile(r"(?<!\S)(?:until|till) (?:(?:the )?(?:end|middle|beginning) of )?(?:" + _MONTH + "|" + _DAY + ") ")

_HOLDS_EN: Final = re.compile(r"(?<!\S)(?:have|has|am|is|are|been|work|works|live|lives|study|play|know) ")
_PAST_EN: Final = re.compile(
    r"(?<!\S)(?:was|were|had|did|got|went|came|saw|met|gave|took|made|found|lost|broke|cut|hurt|fell|ran|won|ate|drank|slept|"
    r"bought|sold|brought|taught|thought|told|said|left|felt|kept|heard|sent|spent|built|caught|forgot|began|wrote|drove|flew|"
    r"rode|wore|woke|chose|stole|bit|burnt|learnt|hit|quit|paid|held|stood|sat|became|grew|knew|threw|spoke|swam|sang|tore|"
    r"split|dumped|led|lent|fed|dealt|shot|fought|sought|froze|rose|hung|"
    r"(?<!am )(?<!are )(?<!is )(?<!'s )(?<!be )(?<!get )(?<!getting )(?<!so )(?<!very )(?<!feel )(?<!too )"
    r"(?!need |bed |red |shed |wed |indeed |speed |feed )\w{2,}ed) "
)
_AHEAD_EN: Final = re.compile(
    r"(?<!\S)(?:(?:am|are|is|'s|be) \w+ing|"
    r"will|shall|tomorrow|next|gonna|booked|planned|scheduled|invited|arranged|promised|registered|moved to|"
    r"postponed|rescheduled|put off|brought forward|"
    r"signed up|asked me to|wanted to|hoped to|supposed to|"
    r"(?:have|has|need|want|hope|going) to|"
    r"(?:got|have got|has) (?:a|an|my|the) (?:\S+ )?(?:appointment|interview|exam|date|test|meeting|party|wedding|flight|match|"
    r"trip|deadline|presentation|concert|check-up)) "
)


def _so_far(unit: str, today: date) -> Span:
    first = {"week": week_of(today)[0], "month": today.replace(day=1), "year": date(today.year, 1, 1)}[unit]
    return first, today


def is_past(clause: Clause) -> bool:
    """Whether a clause speaks of something that is over."""
    if clause.lang == "en":
        return bool(_PAST_EN.search(clause.norm)) and not _AHEAD_EN.search(clause.norm)
    return is_past_cjk(clause.norm, clause.lang)


def find_past(clause: Clause, now: datetime, *, past: bool) -> Told | None:
    """The time gone by that a clause names. `past`: the clause, or the one it belongs to, speaks of the past."""
    if clause.lang == "en":
        return _find_english(clause, now.date(), past)
    return _find_characters(clause, now.date(), past, clause.lang)


def _find_english(clause: Clause, today: date, past: bool) -> Told | None:
    until = _UNTIL_EN.search(clause.norm)
    if until:
        return Told(clause.without(*until.span()), None, _ahead(until, today))
    for pattern, make in _LEADING_EN:
        match = pattern.search(clause.norm)
        span = make(match, today) if match else None
        if match and span and (not match[0].lstrip().startswith(("for", "the")) or _HOLDS_EN.search(clause.norm)):
            return Told(clause.without(*match.span()), span[0], None, since=True)
    for pattern, make, only_past in _RULES_EN:
        match = pattern.search(clause.norm)
        if match is None or (only_past and not past and not match["lead"]):
            continue
        span = make(match, today)
        if span is None:
            continue
        lead = (match["lead"] or "").strip()
        rest = clause.without(*match.span())
        if lead in ("until", "till", "up to"):
            return Told(rest, None, span[1])
        if lead:
            return Told(rest, span[0], None, since=True)
        return Told(rest, *span)
    return None


def _ahead(match: re.Match[str], today: date) -> date:
    """Until that month or weekday to come; the end of the month where that is said."""
    if match[2]:
        return today + timedelta(days=(_WEEKDAYS.index(match[2]) - today.weekday() - 1) % 7 + 1)
    number = _MONTHS.index(match[1]) + 1
    first, last = days_of_month(today.year + (number <= today.month), number)
    return last if "end of" in match[0] else first


def _find_characters(clause: Clause, today: date, past: bool, lang: Lang) -> Told | None:
    for pattern, make, only_past in RULES_CJK[lang]:
        match = pattern.search(clause.norm)
        if match is None:
            continue
        since = bool(match["since"]) or match["after"] in _SINCE_CJK or bool(_LASTING_CJK.search(match[0]))
        until = match["after"] in _UNTIL_CJK
        if only_past and not past and not since:
            continue
        span = make(match, today)
        if span is None:
            continue
        rest = clause.without(*match.span())
        if until:
            return Told(rest, None, span[1])
        return Told(rest, span[0], None, since=True) if since else Told(rest, *span)
    return None


_LASTING_CJK: Final = re.compile(r"(?:年|月|星期|週間)(?:多|半)?(?:了|間|に?なります|に?なる|ずっと)$")
"""For so long by now."""
_SINCE_CJK: Final = frozenset({"开始", "以来", "起", "から", "からずっと", "以来ずっと"})
_UNTIL_CJK: Final = frozenset({"为止", "まで"})
