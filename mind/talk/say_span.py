"""Counts, days in a row and years gone by, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from mind.languages import Lang
from mind.talk.saydate import say_day_past, say_weekday

_EN: Final = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ZH: Final = "零一两三四五六七八九十"
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say_count(count: int, lang: Lang) -> str:
    """three, 三, 3."""
    if lang == "en":
        return _EN[count] if count < len(_EN) else str(count)
    return _ZH[count] if lang == "zh" and count < len(_ZH) else str(count)


def say_days(days: Sequence[date], now: datetime, lang: Lang) -> str:
    """Monday, Wednesday and today; 周一、周三和今天; 月曜、水曜と今日. Days of an earlier week have their date."""
    said = [_day(day, now, lang) for day in days]
    if lang == "en":
        return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
    return ("和" if lang == "zh" else "と").join(filter(None, ("、".join(said[:-1]), said[-1])))


def _day(day: date, now: datetime, lang: Lang) -> str:
    gone = (now.date() - day).days
    if gone <= 0:
        return {"en": "today", "zh": "今天", "ja": "今日"}[lang]
    if gone == 1:
        return {"en": "yesterday", "zh": "昨天", "ja": "昨日"}[lang]
    at = datetime(day.year, day.month, day.day)
    if gone < 7:
        weekday = say_weekday(at, lang)
        return {"en": weekday, "zh": weekday.replace("星期", "周"), "ja": weekday.removesuffix("日")}[lang]
    return f"{day.day} {_MONTHS[day.month - 1]}" if lang == "en" else f"{day.month}月{day.day}日"


def say_ago(years: int, lang: Lang) -> str:
    """a year ago, two years ago; 一年前."""
    if lang == "en":
        return "a year ago" if years == 1 else f"{say_count(years, lang)} years ago"
    return ("一" if years == 1 else say_count(years, lang)) + "年前"


def say_since(at: datetime, now: datetime, lang: Lang) -> str:
    """on 3 May, in May, in May last year; 5月3日, 5月, 去年5月."""
    at = at.astimezone(now.tzinfo)
    if (now.date() - at.date()).days <= 40:
        return say_day_past(at, now, lang)
    if lang == "en":
        year = "" if at.year == now.year else " last year" if at.year == now.year - 1 else f" {at.year}"
        return f"in {_MONTHS[at.month - 1]}{year}"
    last = {"zh": "去年", "ja": "去年の"}[lang]
    year = "" if at.year == now.year else last if at.year == now.year - 1 else f"{at.year}年"
    return f"{year}{at.month}月"
