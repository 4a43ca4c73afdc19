"""Dates and times of day in Japanese."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.japanese.counters import counted
from voice.reading.japanese.numbers import kata
from voice.reading.traced_text import TracedText

START: Final = r"(?<![0-9.,:/])"

FULL_DATE: Final = re.compile(
    rf"{START}([12][0-9]{{3}})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?:T(?=[0-9]))?(?![0-9]|[.,:/][0-9])"
)
SLASHED: Final = re.compile(
    rf"{START}(0?[1-9]|1[0-2])/([12][0-9]|3[01]|0?[1-9])(?=[ ]?(?:[(（][月火水木金土日]|に|の|は|から|まで|朝|夜|午))"
)
MONTH_DAY: Final = re.compile(rf"{START}(0?[1-9]|1[0-2])[ ]?月[ ]?(0?[1-9]|[12][0-9]|3[01])[ ]?日(?!間|目|後|前|ぶり)")
CLOCK: Final = re.compile(r"(?<![A-Za-z0-9_.,:/])([01]?[0-9]|2[0-4])[:：]([0-5][0-9])(?:[:：]([0-5][0-9]))?(?![0-9:：])")
WEEKDAY: Final = re.compile(r"(?<=日)[ ]?[(（]([月火水木金土日])[)）][ ]?")
WEEKDAYS: Final = {"月": "げつ", "火": "か", "水": "すい", "木": "もく", "金": "きん", "土": "ど", "日": "にち"}


def with_dates(text: TracedText) -> TracedText:
    """Dates and times of day."""
    text = text.sub(WEEKDAY, lambda match: kata(f" {WEEKDAYS[match[1]]}ようび"))
    text = text.sub(FULL_DATE, lambda match: date(match[1], match[3], match[4])).sub(MONTH_DAY, month_day)
    return text.sub(SLASHED, lambda match: date("", match[1], match[2])).sub(CLOCK, clock)


def date(year: str, month: str, day: str) -> str:
    """A date; an empty year is left out."""
    parts = [counted(int(year), "年")] if year else []
    return kata(" ".join((*parts, counted(int(month), "月"), counted(int(day), "日", of_month=True))))


def month_day(match: re.Match[str]) -> str:
    """``11月23日``, apart from the year before it."""
    return (" " if match.start() and match.string[match.start() - 1] == "年" else "") + date("", match[1], match[2])


def clock(match: re.Match[str]) -> str:
    """``18:30`` as じゅうはちじさんじゅっぷん."""
    said = counted(int(match[1]), "時") + (f" {counted(int(match[2]), '分')}" if int(match[2]) else "")
    return kata(said + (f" {counted(int(match[3]), '秒')}" if match[3] else ""))
