"""Days that a question names, and days that a turn is about. Pure.

A turn is about the day it was said on, and about the days its words point to from there ("last Saturday", "two weeks ago").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from mind.talk.times_cjk import numeral
from mind.talk.times_day import add_months

MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
                 "december")  # fmt: skip
_MONTH: Final = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
DAY_MONTH: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b\.?,?(?: (\d{{4}}))?")
MONTH_DAY: Final = re.compile(rf"\b{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d),?(?: (\d{{4}}))?")
MONTH_YEAR: Final = re.compile(rf"\b{_MONTH},? (?:of )?(\d{{4}})\b")
IN_MONTH: Final = re.compile(rf"\b(?:in|during|last|this|since|by|of|for|early|late|mid)[ -]{_MONTH}\b")
ISO: Final = re.compile(r"\b(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?\b")
_N: Final = "([0-9]{1,4}|[一二三四五六七八九十]{1,3})"
CJK_DATE: Final = re.compile(rf"(?:(\d{{4}})年)?{_N}月(?:份|{_N}[日号])?")
LATE: Final = 10
"""Days after which something is still told of."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, a month or a span named. None leaves a part open: "in May" is any year's."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    span: tuple[date, date] | None = None

    def fits(self, found: date) -> bool:
        """Whether a day lies in it."""
        if self.span:
            return self.span[0] <= found <= self.span[1]
        return (
            (self.year is None or self.year == found.year)
            and (self.month is None or self.month == found.month)
            and (self.day is None or self.day == found.day)
        )

    def told_late(self, said: date) -> float:
        """How well a turn said some days later may tell of it, 0..0.5."""
        for days in range(1, LATE + 1):
            if self.fits(said - timedelta(days=days)):
                return 0.5 * (1 - days / (LATE + 1))
        return 0.0


def _number(name: str) -> int:
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def named_dates(folded: str, now: datetime) -> tuple[Dated, ...]:
    """The days, months and spans a folded question names; relative ones from `now`."""
    found = [Dated(int(m[3]) if m[3] else None, _number(m[2]), int(m[1])) for m in DAY_MONTH.finditer(folded)]
    found += [Dated(int(m[3]) if m[3] else None, _number(m[1]), int(m[2])) for m in MONTH_DAY.finditer(folded)]
    found += [Dated(int(m[1]), int(m[2]), int(m[3]) if m[3] else None) for m in ISO.finditer(folded)]
    found += [
        Dated(int(m[1]) if m[1] else None, numeral(m[2]), numeral(m[3]) if m[3] else None) for m in CJK_DATE.finditer(folded)
    ]
    if not found:
        found = [Dated(int(m[2]), _number(m[1])) for m in MONTH_YEAR.finditer(folded)]
    if not found:
        found = [Dated(None, _number(m[1])) for m in IN_MONTH.finditer(folded)]
    if not found:
        found = [Dated(span=span) for span in spans(folded, now.date())[:1]]
    return tuple(found)


_COUNT: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
                 "nine": 9, "ten": 10, "a few": 3, "few": 3, "a couple of": 2, "a couple": 2, "couple of": 2}  # fmt: skip
_COUNTED: Final = r"(a couple of|a couple|a few|couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AGO: Final = re.compile(_COUNTED + r" (day|night|week|weekend|month|year)s? (?:ago|back|earlier)")
LAST: Final = re.compile(
    r"\b(last|past|this past|previous|next|this|coming) "
    r"(" + "|".join(_WEEKDAYS) + r"|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|week|weekend|month|year|night)\b"
)
ON_DAY: Final = re.compile(r"\b(?:on )?(" + "|".join(_WEEKDAYS) + r")\b")
NEAR: Final = {"today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
               "yesterday": -1, "last night": -1, "the other day": -3, "the day before yesterday": -2, "tomorrow": 1,
               "今天": 0, "今晚": 0, "今早": 0, "昨天": -1, "昨晚": -1, "前天": -2, "明天": 1,
               "后天": 2, "今日": 0, "昨日": -1, "きのう": -1,
               "おととい": -2, "一昨日": -2, "明日": 1, "今朝": 0, "昨夜": -1}  # fmt: skip
_CJK_AGO: Final = re.compile(
    r"([0-9]{1,3}|[一二两三四五六七八九十]{1,3})个?(天|周|星期|礼拜|月|年|日|週間|ヶ月|か月)(?:之)?(?:前|以前)"
)
_CJK_LAST: Final = re.compile(
    r"(上上|上|这|下)个?(周|星期|礼拜|月)([一二三四五六日天末])?|"
    r"(去年|今年|明年|先週|先月|来週|来月|今週|今月|週末)(?:の?([月火水木金土日])曜)?"
)


POINTS: Final = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|this|last|past|previous|next|coming|other|ago|back|earlier|"
    + "|".join(_WEEKDAYS)
    + ")\\b"
    "|[今昨前明后後去上下这先来週]|きのう|おととい"
)
"""What any of these words hold: most turns point to no day."""


def spans(folded: str, said: date) -> list[tuple[date, date]]:
    """The days that words point to from the day they were said on, at most four."""
    if not POINTS.search(folded):
        return []
    found = [(said + timedelta(days=n),) * 2 for words, n in NEAR.items() if _stands(words, folded)]
    found += [_ago(m, said) for m in AGO.finditer(folded)]
    found += [_last(m, said) for m in LAST.finditer(folded)]
    if not found:
        found = [(_before(said, _WEEKDAYS.index(m[1])),) * 2 for m in ON_DAY.finditer(folded)]
    found += [_cjk_ago(m, said) for m in _CJK_AGO.finditer(folded)]
    found += [_cjk_last(m, said) for m in _CJK_LAST.finditer(folded)]
    return found[:4]


def _stands(words: str, folded: str) -> bool:
    if not words.isascii():
        return words in folded
    at = folded.find(words)
    return at >= 0 and (at == 0 or not folded[at - 1].isalpha()) and not folded[at + len(words) : at + len(words) + 1].isalpha()


def _ago(match: re.Match[str], said: date) -> tuple[date, date]:
    n = int(match[1]) if match[1].isdigit() else _COUNT[match[1]]
    return _back(said, n, match[2])


def _back(said: date, n: int, unit: str) -> tuple[date, date]:
    if unit in ("day", "night"):
        return (said - timedelta(days=n),) * 2
    if unit in ("week", "weekend"):
        middle = said - timedelta(days=7 * n)
        return middle - timedelta(days=3), middle + timedelta(days=3)
    return _month_of(add_months(said, -n)) if unit == "month" else (date(said.year - n, 1, 1), date(said.year - n, 12, 31))


def _month_of(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, add_months(first, 1) - timedelta(days=1)


def _before(said: date, weekday: int) -> date:
    """The last such weekday up to the day itself."""
    return said - timedelta(days=(said.weekday() - weekday) % 7)


def _last(match: re.Match[str], said: date) -> tuple[date, date]:
    which, unit = match[1], match[2]
    ahead = which in ("next", "coming")
    step = 1 if ahead else 0 if which == "this" else -1
    monday = said - timedelta(days=said.weekday())
    if unit == "night":
        return (said + timedelta(days=min(step, 0)),) * 2
    if unit == "week":
        return monday + timedelta(days=7 * step), monday + timedelta(days=7 * step + 6)
    if unit == "weekend":
        saturday = _before(said, 5) if step < 0 else monday + timedelta(days=5 + 7 * step)
        return saturday, saturday + timedelta(days=1)
    if unit == "month":
        return _month_of(add_months(said, step))
    if unit == "year":
        return date(said.year + step, 1, 1), date(said.year + step, 12, 31)
    weekday = next(at for at, name in enumerate(_WEEKDAYS) if name.startswith(unit[:3]))
    day = _before(said - timedelta(days=1), weekday)
    return (day + timedelta(days=7) if step >= 0 else day,) * 2


def _cjk_ago(match: re.Match[str], said: date) -> tuple[date, date]:
    n, unit = numeral(match[1]), match[2]
    kind = "day" if unit in "天日" else "year" if unit == "年" else "week" if unit in ("周", "星期", "礼拜", "週間") else "month"
    return _back(said, min(n, 99), kind)


def _cjk_last(match: re.Match[str], said: date) -> tuple[date, date]:
    monday = said - timedelta(days=said.weekday())
    if match[4]:
        return _cjk_named(match, said, monday)
    step = {"上上": -2, "上": -1, "这": 0, "下": 1}[match[1]]
    if match[2] == "月":
        return _month_of(add_months(said, step))
    first = monday + timedelta(days=7 * step)
    if match[3] == "末":
        return first + timedelta(days=5), first + timedelta(days=6)
    if match[3]:
        return (first + timedelta(days="一二三四五六日天".index(match[3]) % 7 if match[3] != "天" else 6),) * 2
    return first, first + timedelta(days=6)


def _cjk_named(match: re.Match[str], said: date, monday: date) -> tuple[date, date]:
    word = match[4]
    if word.endswith("年"):
        year = said.year + {"去年": -1, "今年": 0, "明年": 1}[word]
        return date(year, 1, 1), date(year, 12, 31)
    if word == "週末":
        return _before(said, 5), _before(said, 5) + timedelta(days=1)
    step = -1 if word.startswith("先") else 1 if word.startswith("来") else 0
    if word.endswith("月"):
        return _month_of(add_months(said, step))
    first = monday + timedelta(days=7 * step)
    if match[5]:
        return (first + timedelta(days="月火水木金土日".index(match[5])),) * 2
    return first, first + timedelta(days=6)


def date_fit(dates: tuple[Dated, ...], said: date, about: list[tuple[date, date]]) -> float:
    """How well a turn fits the days a question names, 0..1: about them, said on them, told soon after."""
    best = 0.0
    for wanted in dates:
        if any(wanted.fits(first) or wanted.fits(last) for first, last in about if (last - first).days <= 31):
            return 1.0
        best = max(best, 0.8 if wanted.fits(said) else wanted.told_late(said))
    return best
