"""Dates and times of day in Chinese."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.chinese.numbers import cardinal, digits
from voice.reading.traced_text import TracedText

START: Final = r"(?<![0-9.,:/])"
END: Final = r"(?![0-9]|[.,:/][0-9])"
TO: Final = r"[ ]?[-–~～〜—至到][ ]?"

FULL_DATE: Final = re.compile(rf"{START}([12][0-9]{{3}})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?:T(?=[0-9]))?{END}")
YEAR: Final = re.compile(r"(?<![0-9.,])([12][0-9]{3}|[05-9][0-9])[ ]?年(?!级|代表|[多以]?[后前]|来|间|内|级|[的]?历史)")
YEAR_SPAN: Final = re.compile(rf"{START}([12][0-9]{{3}}){TO}([12][0-9]{{3}})[ ]?年")
DECADE: Final = re.compile(rf"{START}([0-9]{{2,4}})[ ]?年代")
AFTER_YEAR: Final = re.compile(rf"{START}([0-9]{{2}})[ ]?后(?=[^\d]|$)(?![来面边天])")
MONTH_DAY: Final = re.compile(
    rf"{START}(0?[1-9]|1[0-2])[ ]?月[ ]?(0?[1-9]|[12][0-9]|3[01])[ ]?([日号])?(?:{TO}(0?[1-9]|[12][0-9]"
    rf"|3[01])[ ]?([日号]))?(?![0-9])"
)
WEEKDAY: Final = re.compile(r"(?<=[日号0-9])[ ]?[(（]([一二三四五六日])[)）]")
MONTH: Final = re.compile(rf"{START}(0?[1-9]|1[0-2])[ ]?月")
SLASHED: Final = re.compile(
    rf"{START}(0?[1-9]|1[0-2])/(0?[1-9]|[12][0-9]|3[01])(?=[ ]?(?:[日号（(]|早|晚|上|下|中|周|星期|之前|之后|前|后))"
)
CLOCK: Final = re.compile(r"(?<![A-Za-z0-9_.,:/])([01]?[0-9]|2[0-4])[:：]([0-5][0-9])(?:[:：]([0-5][0-9]))?(?![0-9:：])")
POINT: Final = re.compile(rf"{START}([01]?[0-9]|2[0-4])[ ]?([点點时時])(?!间|候|长|代|刻|尚|[0-9])(?:[ ]?([0-5]?[0-9])[ ]?分)?")
POINT_TO: Final = re.compile(rf"{START}([0-9]{{1,2}}){TO}([0-9]{{1,2}})[ ]?([点點])")


def with_dates(text: TracedText) -> TracedText:
    """Dates and times of day."""
    text = text.sub(WEEKDAY, lambda match: f"，周{match[1]}")
    text = text.sub(FULL_DATE, lambda match: f"{digits(match[1])}年{cardinal(int(match[3]))}月{cardinal(int(match[4]))}日")
    text = text.sub(YEAR_SPAN, lambda match: f"{digits(match[1])}到{digits(match[2])}年").sub(DECADE, decade)
    text = text.sub(YEAR, lambda match: f"{digits(match[1])}年").sub(
        AFTER_YEAR, lambda match: f"{digits(match[1])}后" if match[1][1] in "05" else None
    )
    text = text.sub(MONTH_DAY, month_day).sub(MONTH, lambda match: f"{cardinal(int(match[1]))}月")
    text = text.sub(
        SLASHED,
        lambda match: (
            f"{cardinal(int(match[1]))}月{cardinal(int(match[2]))}"
            + ("" if match.string[match.end() : match.end() + 1] in "日号" else "号")
        ),
    )
    text = text.sub(CLOCK, clock).sub(POINT_TO, lambda match: f"{hour(match[1])}到{hour(match[2])}点")
    return text.sub(POINT, point)


def decade(match: re.Match[str]) -> str:
    """``90年代`` as 九十年代, ``1990年代`` as 一九九零年代."""
    return (cardinal(int(match[1])) if len(match[1]) == 2 else digits(match[1])) + "年代"


def month_day(match: re.Match[str]) -> str:
    """``11月23日``."""
    said = f"{cardinal(int(match[1]))}月{cardinal(int(match[2]))}{match[3] or ''}"
    return f"{said}到{cardinal(int(match[4]))}{match[5]}" if match[4] else said


def hour(written: str) -> str:
    """An hour of the clock: two is 两."""
    return "两" if int(written) == 2 else cardinal(int(written))


def clock(match: re.Match[str]) -> str:
    """``18:30`` as 十八点三十分, ``3:05`` as 三点零五分."""
    minute = int(match[2])
    said = f"{hour(match[1])}点"
    if minute:
        said += ("零" if minute < 10 else "") + f"{cardinal(minute)}分"
    elif not match[3]:
        said += "整" if not match.string[match.end() : match.end() + 1].strip() else ""
    return said + (f"{cardinal(int(match[3]))}秒" if match[3] else "")


def point(match: re.Match[str]) -> str:
    """``3点05分``."""
    said = f"{hour(match[1])}{match[2]}"
    if not match[3]:
        return said
    return said + ("零" if match[3].startswith("0") and int(match[3]) else "") + f"{cardinal(int(match[3]))}分"
