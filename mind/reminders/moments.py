"""A moment as people ask for one: "in twenty minutes", "at 8", 明天早上八点, 20分後. Own rules for three languages.

An hour without a day is the next one to come; an hour up to twelve without its half of the day is the nearer of the two.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final

from mind.languages import Lang
from mind.talk.normalise import Clause
from mind.talk.saydate import say_date, say_time, say_when
from mind.talk.times import find_time
from mind.talk.times_cjk import numeral
from mind.talk.times_day import DAY_END


@dataclass(frozen=True, slots=True)
class Moment:
    """When, the clause without the words for it, and whether an hour was named (else it is a day). `span`: a stretch of
    time from now was named."""

    due: datetime
    rest: Clause
    exact: bool
    span: bool = False


_COUNT_EN: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45,
    "fifty": 50, "sixty": 60, "ninety": 90, "half a": 0.5, "half an": 0.5, "a quarter of an": 0.25, "a couple of": 2, "a few": 3,
}  # fmt: skip
_UNIT_EN: Final = {"second": 1, "sec": 1, "minute": 60, "min": 60, "hour": 3600, "hr": 3600}
_N_EN = "(" + "|".join(sorted((re.escape(w) for w in _COUNT_EN), key=len, reverse=True)) + r"|\d{1,4})"
_SPAN_EN = re.compile(
    rf"(?<!\S)(?:in |for |after )?(?:about )?{_N_EN}[ -](second|sec|minute|min|hour|"
    rf"hr)s? (and a half )?(?:and {_N_EN} (minute|min)s? )?"
    r"(?:timer |from now |'s time |time )?"
)
_CLOCK_EN = re.compile(
    r"(?<!\S)(?:(?:at|by|around|for|until|from) )?(half past |quarter past |quarter to )?(noon|midnight|"
    r"(?:\d{1,2})|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:. ](\d{2})(?!\d))? ?(am|pm|"
    r"a\.m\.|p\.m\.|o'clock)? "
)
_HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
}  # fmt: skip
_N_ZH = r"(\d{1,4}|[零一二两三四五六七八九十百]{1,4}|半)"
_SPAN_ZH = re.compile(rf"(?:过|再过)?{_N_ZH}(?:个)?(半)?(秒钟?|分钟?|刻钟|小时|钟头)(半)?(?:以后|之后|后|的)?")
_CLOCK_ZH = re.compile(r"(今晚|今早|早上|上午|中午|下午|傍晚|晚上|夜里|凌晨)?(\d{1,2}|"
                       r"[一二两三四五六七八九十]{1,3})(?:点|[:：])(半|钟|一刻|三刻|(\d{1,2}|[一二三四五六七八九十]{1,3})分?)?")
_SPAN_JA = re.compile(r"(?:あと)?(\d{1,4}|[一二三四五六七八九十]{1,3}|半)(秒|分|時間)(半)?(?:間)?(?:後|たったら|"
                      r"経ったら|の)?(?:に)?")
_FAR_CJK = re.compile(
    r"(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?:个|か|ヶ|カ|ヵ|箇)?(天|日|周|星期|週間|週|月|年)"
    r"(?:以后|之后|后|後)(?:に|の)?"
)
"""Days and longer, as both write it: 半年后, 三か月後."""
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_CLOCK_JA = re.compile(r"(今夜|今晩|朝|午前|昼|午後|夕方|夜中|夜)?の?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:時|"
                       r"[:：])(半|(\d{1,2})分?)?(?:に|ごろ|頃)?")
_LATE: Final = ("下午", "傍晚", "晚上", "今晚", "夜里", "午後", "夕方", "夜", "今夜", "今晩", "夜中")
_WAKE: Final = re.compile(r"\bwake me|叫醒|起床|叫我起|起こして")
"""Nobody asks to be woken in the evening."""
_EARLY: Final = ("早上", "上午", "今早", "凌晨", "朝", "午前")


def find_moment(clause: Clause, now: datetime) -> Moment | None:
    """The moment a clause names, later than now; None where it names none."""
    span = _span(clause, now)
    if span is not None:
        return span
    far = _far(clause, now)
    if far is not None:
        return far
    day = find_time(clause, now)
    year = _YEAR.search(clause.norm)
    if day is not None and year is not None and not day.exact:
        day = replace(day, due=_in_year(day.due, int(year[1])))
    if day is not None and day.exact and day.due > now:
        return Moment(day.due, day.clause, True)
    clock = _clock(day.clause if day is not None else clause)
    if clock is not None and _WAKE.search(clause.norm):
        clock = (clock[0], clock[1], True, clock[3])
    if clock is None:
        return Moment(day.due, day.clause, False) if day is not None and day.due > now else None
    hour, minute, sure, rest = clock
    if day is not None and day.due.date() != now.date():
        due = datetime.combine(day.due.date(), time(hour, minute), now.tzinfo)
    else:
        due = _next(now, hour, minute, sure=sure)
    return Moment(due, rest, True) if due > now else None


def _far(clause: Clause, now: datetime) -> Moment | None:
    """A day some days, weeks, months or years from now, in Chinese and Japanese."""
    found = _FAR_CJK.search(clause.norm) if clause.lang != "en" else None
    if found is None:
        return None
    many = 0.5 if found[1] == "半" else numeral(found[1])
    unit = found[2]
    if unit in ("年", "月"):
        months = round(many * 12) if unit == "年" else max(1, round(many))
        year, month = divmod(now.year * 12 + now.month - 1 + months, 12)
        due = now.replace(year=year, month=month + 1, day=min(now.day, monthrange(year, month + 1)[1]))
    else:
        due = now + timedelta(days=many * (1 if unit in ("天", "日") else 7))
    return Moment(datetime.combine(due.date(), DAY_END, now.tzinfo), clause.without(*found.span()), False)


def _in_year(due: datetime, year: int) -> datetime:
    """The same day of another year; 29 February is the 28th there."""
    return due.replace(year=year, day=min(due.day, monthrange(year, due.month)[1]))


def _next(now: datetime, hour: int, minute: int, *, sure: bool) -> datetime:
    """The next such time of day; of an unsure hour the nearer half of the day, but never the small hours."""
    hours = (hour,) if sure or hour > 12 or hour == 0 else (hour % 12, hour % 12 + 12)
    found = [now.replace(hour=h, minute=minute, second=0, microsecond=0) for h in hours]
    later = [at if at > now else at + timedelta(days=1) for at in found]
    awake = [at for at in later if at.hour >= 6] or later
    return min(awake)


def _span(clause: Clause, now: datetime) -> Moment | None:
    if clause.lang == "en":
        found = _SPAN_EN.search(clause.norm)
        if found is None:
            return None
        after = found[0].startswith(("in ", "for ", "after ")) or "from now" in found[0]
        if not after and "timer" not in clause.norm:
            return None
        seconds = _amount(found[1]) * _UNIT_EN[found[2]]
        seconds += 0.5 * _UNIT_EN[found[2]] if found[3] else 0
        seconds += _amount(found[4]) * 60 if found[4] else 0
    else:
        found = (_SPAN_ZH if clause.lang == "zh" else _SPAN_JA).search(clause.norm)
        if found is None:
            return None
        number, unit_word, half = found[1], found[2], found[3]
        if clause.lang == "zh":
            unit_word, half = found[3], found[2] or found[4]
        after = found[0].endswith(("后", "後", "後に", "たったら", "たったらに")) or found[0].startswith(("过", "再过", "あと"))
        timer = any(word in clause.norm for word in ("计时", "倒计时", "闹钟", "定时", "タイマー", "測", "计个时"))
        if not after and not timer:
            return None
        unit = {"秒": 1, "分": 60, "刻": 900, "小": 3600, "钟": 3600, "時": 3600}[unit_word[0]]
        seconds = (0.5 if number == "半" else numeral(number)) * unit + (0.5 * unit if half else 0)
    if not 0 < seconds <= 7 * 86_400:
        return None
    return Moment(now + timedelta(seconds=seconds), clause.without(*found.span()), True, span=True)


def _amount(word: str) -> float:
    return float(word) if word.isdigit() else float(_COUNT_EN[word])


def _clock(clause: Clause) -> tuple[int, int, bool, Clause] | None:
    """Hour, minute, whether the half of the day is sure, and the clause without the words."""
    if clause.lang != "en":
        return _clock_cjk(clause)
    for found in _CLOCK_EN.finditer(clause.norm):
        led = found[0].startswith(("at ", "by ", "around ", "for ", "until ", "from "))
        bare = not (led or found[1] or found[3] or found[4])
        if bare and found[2] not in ("noon", "midnight"):
            continue
        return (*_read_en(found), clause.without(*found.span()))
    return None


def _read_en(found: re.Match[str]) -> tuple[int, int, bool]:
    word, half = found[2], (found[4] or "").replace(".", "")
    if word in ("noon", "midnight"):
        return (12, 0, True) if word == "noon" else (0, 0, True)
    hour = int(word) if word.isdigit() else _HOURS[word]
    minute = int(found[3] or 0)
    if found[1]:
        minute = {"half past ": 30, "quarter past ": 15, "quarter to ": 45}[found[1]]
        hour -= found[1] == "quarter to "
    if half in ("am", "pm"):
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour % 24, minute % 60, half in ("am", "pm") or hour > 12


def _clock_cjk(clause: Clause) -> tuple[int, int, bool, Clause] | None:
    found = (_CLOCK_ZH if clause.lang == "zh" else _CLOCK_JA).search(clause.norm)
    if found is None:
        return None
    part, hour = found[1], numeral(found[2])
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(found[3] or "", numeral(found[4]) if found[4] else 0)
    if part in _LATE and hour < 12:
        hour += 12
    sure = part in _LATE or part in _EARLY or hour > 12 or part in ("中午", "昼")
    return hour % 24, minute % 60, sure, clause.without(*found.span())


FAR: Final = timedelta(days=180)


def say_day(at: datetime, now: datetime, lang: Lang) -> str:
    """Friday 6 March; far from now with its year: Friday 6 March 2027, 2027年3月6日星期六."""
    date = say_date(at, lang)
    if abs(at - now) < FAR:
        return date
    return f"{date} {at.year}" if lang == "en" else f"{at.year}年{date}"


def say_moment(due: datetime, now: datetime, lang: Lang, *, exact: bool = True) -> str:
    """at 8:00 pm, tomorrow at 9:00 am, on Friday; 今天晚上8点, 明天; 今日の20時."""
    day = say_when(due, now, lang)
    if not exact and due.timetz().replace(tzinfo=None) == DAY_END:
        return day
    if lang == "en":
        return f"at {say_time(due, lang)}" if due.date() == now.date() else f"{day} at {say_time(due, lang)}"
    return f"{day}{'の' if lang == 'ja' else ''}{say_time(due, lang)}"
