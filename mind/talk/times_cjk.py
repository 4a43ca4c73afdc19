"""The rules for Chinese and Japanese days and hours."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Final

from mind.talk.times_day import add_months, coming, next_week

Day = tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]]
Clock = tuple[re.Pattern[str], Callable[[re.Match[str] | None, str | None], time | None]]

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_ZH_DAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_JA_DAYS = {c: i for i, c in enumerate("月火水木金土日")}
_N = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
_ZH_PARTS = {"早": 8, "早上": 8, "上午": 10, "中午": 12, "下午": 15, "傍晚": 18, "晚": 20, "晚上": 20, "凌晨": 2}
_JA_PARTS = {"朝": 8, "午前": 10, "昼": 12, "午後": 15, "夕方": 17, "夜": 20}
_PART = r"(?P<part>早上|上午|中午|下午|傍晚|晚上|早|晚)?"


def numeral(word: str) -> int:
    """十二 -> 12, 二十 -> 20, 7 -> 7."""
    if word.isdigit():
        return int(word)
    if "十" in word:
        tens, _, ones = word.partition("十")
        return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(word, 0)


def _day(year_day: tuple[int, int], today: date) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            found = date(year, *year_day)
        except ValueError:
            return None
        if found >= today:
            return found
    return None


def _zh_after(match: re.Match[str], today: date) -> date:
    n, unit = numeral(match[1]), match[2]
    if "月" in unit:
        return add_months(today, n)
    if unit == "年":
        return add_months(today, 12 * n)
    return today + timedelta(days=n * (1 if unit == "天" else 7))


def _zh_week(match: re.Match[str], today: date) -> date:
    weekday = _ZH_DAYS[match["day"]]
    ahead = match["next"].count("下") if match["next"] else 0
    if ahead:
        return next_week(today, weekday) + timedelta(days=7 * (ahead - 1))
    found = today + timedelta(days=weekday - today.weekday())
    return found if found >= today else coming(today, weekday)


def _ja_week(match: re.Match[str], today: date) -> date:
    weekday = _JA_DAYS[match["day"]]
    if match["week"] == "来週":
        return next_week(today, weekday)
    if match["week"] == "再来週":
        return next_week(today, weekday) + timedelta(days=7)
    return coming(today, weekday)


_ZH: tuple[Day, ...] = (
    (re.compile("大后天" + _PART), lambda m, d: d + timedelta(days=3)),
    (re.compile("后天" + _PART), lambda m, d: d + timedelta(days=2)),
    (re.compile("(?:明天|明日|明)" + _PART.replace(")?", ")") + "|明天|明日"), lambda m, d: d + timedelta(days=1)),
    (re.compile("(?:今天|今日|今)" + _PART.replace(")?", ")") + "|今天|今日"), lambda m, d: d),
    (re.compile(r"(?<!每)(?P<next>下+个?|这个?|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])" + _PART), _zh_week),
    (re.compile(_N + r"(天|周|个?星期|个?月|年)(?:之后|以后|后)"), _zh_after),
    (re.compile(_N + r"月" + _N + r"[号日]" + _PART), lambda m, d: _day((numeral(m[1]), numeral(m[2])), d)),
    (re.compile("下个?(?:周|星期|礼拜)"), lambda m, d: next_week(d, 0)),
    (re.compile("下个?月"), lambda m, d: add_months(d.replace(day=1), 1)),
    (re.compile("明年"), lambda m, d: date(d.year + 1, 1, 1)),
    (re.compile(r"(?<![\d月])" + _N + "号" + _PART), lambda m, d: _of_month(numeral(m[1]), d)),
    (re.compile("周末"), lambda m, d: coming(d, 5) if d.weekday() < 5 else d),
)
_JA_PART = r"の?(?P<part>朝|午前|昼|午後|夕方|夜)?"
_JA: tuple[Day, ...] = (
    (re.compile("(?:明後日|あさって)" + _JA_PART), lambda m, d: d + timedelta(days=2)),
    (re.compile("(?:明日|あした|あす)" + _JA_PART), lambda m, d: d + timedelta(days=1)),
    (re.compile("今(?P<part>夜|晩)|(?:今日|きょう)"), lambda m, d: d),
    (re.compile(r"(?<!毎週)(?P<week>再来週|来週|今週)?の?(?P<day>[月火水木金土日])曜日?" + _JA_PART), _ja_week),
    (re.compile(r"(\d{1,3})日後"), lambda m, d: d + timedelta(days=int(m[1]))),
    (re.compile(r"(\d{1,2})週間後"), lambda m, d: d + timedelta(days=7 * int(m[1]))),
    (re.compile(r"(\d{1,2})月(\d{1,2})日" + _JA_PART), lambda m, d: _day((int(m[1]), int(m[2])), d)),
    (re.compile("再来週"), lambda m, d: next_week(d, 0) + timedelta(days=7)),
    (re.compile("来週"), lambda m, d: next_week(d, 0)),
    (re.compile("来月"), lambda m, d: add_months(d.replace(day=1), 1)),
    (re.compile("週末"), lambda m, d: coming(d, 5) if d.weekday() < 5 else d),
)


def _of_month(day: int, today: date) -> date | None:
    for month in range(3):
        try:
            found = add_months(today.replace(day=1), month).replace(day=day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _zh_clock(match: re.Match[str] | None, part: str | None) -> time | None:
    if match is None:
        return time(_ZH_PARTS[part]) if part else None
    part = match[1] or part
    hour = numeral(match[2])
    minute = 30 if match[3] == "半" else numeral(match[4]) if match[4] else 0
    return _time(hour, minute, part, ("下午", "傍晚", "晚上", "晚"))


def _ja_clock(match: re.Match[str] | None, part: str | None) -> time | None:
    if match is None:
        return time(_JA_PARTS.get(part, 20)) if part else None
    part = match[1] or part
    return _time(int(match[2]), 30 if match[3] == "半" else int(match[4] or 0), part, ("午後", "夕方", "夜", "晩"))


def _time(hour: int, minute: int, part: str | None, late: tuple[str, ...]) -> time | None:
    if hour < 12 and (part in late or (part is None and 0 < hour < 7)):
        hour += 12
    return time(hour % 24, minute) if minute < 60 else None


DAYS_CJK: Final[dict[str, tuple[Day, ...]]] = {"zh": _ZH, "ja": _JA}
CLOCKS_CJK: Final[dict[str, Clock]] = {
    "zh": (re.compile(r"(早上|上午|中午|下午|傍晚|晚上|凌晨)?" + _N + r"点(半|钟|(\d{1,2})分?)?"), _zh_clock),
    "ja": (re.compile(r"(朝|午前|昼|午後|夕方|夜)?の?(\d{1,2})時(半|(\d{1,2})分)?に?"), _ja_clock),
}
