"""Dates and times of day in English."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.english.numbers import DIGITS, cardinal, decade, ordinal, year
from voice.reading.traced_text import TracedText

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT: Final = {month[:3].lower(): month for month in MONTHS} | {"sept": "September"}
MONTH: Final = "|".join((*MONTHS, *(month[:3] for month in MONTHS), "Sept"))
DAYS: Final = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
SHORT_DAY: Final = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
DAYS_SPAN: Final = re.compile(rf"\b({SHORT_DAY})\.?[ ]?[-–][ ]?({SHORT_DAY})\b\.?")
WEEKDAY: Final = re.compile(rf"\b({SHORT_DAY})\b\.?(?=,?[ ](?:[0-9]|{MONTH}))")
EDGE: Final = r"(?<![\w.,:/-])"
END: Final = r"(?![\w/:-])(?!\.[0-9])"

ISO: Final = re.compile(rf"{EDGE}([12][0-9]{{3}})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])(?:T(?=[0-9])|{END})")
SLASHED: Final = re.compile(rf"{EDGE}([0-3]?[0-9])([/.-])([0-3]?[0-9])\2([12][0-9]{{3}}|[0-9]{{2}}){END}")
GERMAN: Final = re.compile(rf"{EDGE}([0-3]?[0-9])\.(0?[1-9]|1[0-2])\.(?![\w])")
MONTH_DAY: Final = re.compile(
    rf"\b({MONTH})\b\.?[ ]([0-3]?[0-9])(?:st|nd|rd|th)?(?:(?:[-–]| - )([0-3]?[0-9]))?(?![\w:%]|[.,][0-9]"
    rf"|-[0-9])(?:,?[ ]([12][0-9]{{3}})(?![\w]|[.,][0-9]))?"
)
DAY_MONTH: Final = re.compile(
    rf"{EDGE}(the )?([0-3]?[0-9])(?:st|nd|rd|th"
    rf"|\.)?[ ](?:of[ ])?({MONTH})\b(?:\.(?=[ ][0-9a-z,]))?(?:,?[ ]([12][0-9]{{3}})(?![\w]|[.,][0-9]))?"
)
MONTH_YEAR: Final = re.compile(rf"\b({MONTH})\b\.?,?[ ]([12][0-9]{{3}})(?![\w]|[.,][0-9])")
MONTH_SHORT: Final = re.compile(r"\b(Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?(?=[ ][a-z]|[ ]?[,!?]|[ ]?$)")
MONTH_DAY_SLASHED: Final = re.compile(rf"{EDGE}(0?[1-9]|1[0-2])/(1[3-9]|2[0-9]|3[01]){END}")
CLOCK: Final = re.compile(
    r"(?<![\w.,:/])([01]?[0-9]|2[0-4])[:.]([0-5][0-9])(?::([0-5][0-9]))?(?:[ ]?([aApP])\.?[mM](?:\.(?=[ ][a-z]|[,!?])|\b))"
    r"|(?<![\w.,:/])([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?:[ ]?(?:h|hrs|o'clock)\b)?(?![\w:]|\.[0-9])"
)
HOUR: Final = re.compile(
    r"(?<![\w.,:/])(1[0-2]|0?[1-9])(?:(?:[-–]| - )(1[0-2]|0?[1-9]))?[ ]?([aApP])\.?[mM](?:\.(?=[ ][a-z]|[,!?])|\b)"
)
DECADE: Final = re.compile(r"(?<![\w.,:/$])'?((?:1[0-9]|20)?[0-9]0)'?s\b")
YEAR_SPAN: Final = re.compile(rf"{EDGE}(1[1-9][0-9]{{2}}|20[0-9]{{2}})[ ]?[-–][ ]?(1[1-9][0-9]{{2}}|20[0-9]{{2}}){END}")
YEAR: Final = re.compile(
    rf"{EDGE}'?(1[1-9][0-9]{{2}}|20[0-9]{{2}})(?![\w/:%°]|[.,][0-9]|-[0-9])(?=(?P<next>[ ]{{0,2}}[\w+=*×÷-]{{0,12}}))"
)
SHORT_YEAR: Final = re.compile(r"(?<![\w])'([0-9]{2})(?![\w'])")
BEFORE_YEAR: Final = re.compile(
    r"(?i)(?:\b(?:in|since|by|from|until|till|of|year|before|after|around|circa|early|late|mid|summer|winter|spring|autumn|fall"
    r"|christmas|easter|born|class of|back in|during|between|ad)|[(])[ -]?$"
)
NOT_PLURAL: Final = frozenset({"was", "is", "has", "as", "this", "us", "its", "always", "his", "does", "perhaps", "sometimes"})


def with_calendar(text: TracedText) -> TracedText:
    """Dates, times and years in words."""
    if not any("0" <= char <= "9" for char in text.text):
        return text.sub(MONTH_SHORT, lambda match: SHORT[match[1].lower()] if match[0].endswith(".") else None)
    text = text.sub(DAYS_SPAN, lambda match: f"{DAYS[match[1][:3].lower()]} to {DAYS[match[2][:3].lower()]}")
    text = text.sub(WEEKDAY, lambda match: DAYS[match[1][:3].lower()])
    text = text.sub(ISO, iso).sub(SLASHED, slashed).sub(GERMAN, lambda match: day_of(int(match[2]), int(match[1])))
    text = text.sub(MONTH_DAY, month_day).sub(DAY_MONTH, day_month)
    text = text.sub(MONTH_YEAR, lambda match: f"{SHORT[match[1][:3].lower()]} {year(int(match[2]))}")
    text = text.sub(MONTH_SHORT, lambda match: SHORT[match[1].lower()] if match[0].endswith(".") else None)
    text = text.sub(MONTH_DAY_SLASHED, lambda match: day_of(int(match[1]), int(match[2])))
    text = text.sub(CLOCK, clock).sub(HOUR, hour)
    text = text.sub(DECADE, lambda match: decade(int(match[1])))
    text = text.sub(YEAR_SPAN, lambda match: f"{year(int(match[1]))} to {year(int(match[2]))}")
    return text.sub(SHORT_YEAR, lambda match: year_of_two(match[1])).sub(YEAR, lone_year)


def day_of(month: int, day: int, in_year: int | None = None) -> str | None:
    """*November twenty third, twenty twenty six*; None where there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said = f"{MONTHS[month - 1]} {ordinal(day)}"
    return f"{said}, {year(in_year)}" if in_year else said


def iso(match: re.Match[str]) -> str | None:
    """Year, month, day."""
    said = day_of(int(match[2]), int(match[3]), int(match[1]))
    return f"{said}, " if said and match[0].endswith("T") else said


def slashed(match: re.Match[str]) -> str | None:
    """Month first, or day first where the first cannot be a month or points stand between."""
    first, second, in_year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "-" and in_year < 100:
        return None
    in_year += 0 if in_year > 99 else 2000 if in_year < 70 else 1900
    if match[2] == "." or first > 12:
        first, second = second, first
    return day_of(first, second, in_year)


def month_day(match: re.Match[str]) -> str | None:
    """*Nov. 23rd, 2026* and *Nov 3-5*."""
    said = day_of(SHORT_NUMBER[match[1][:3].lower()], int(match[2]))
    if said is None:
        return None
    if match[3]:
        said += f" to {ordinal(int(match[3]))}"
    return f"{said}, {year(int(match[4]))}" if match[4] else said


def day_month(match: re.Match[str]) -> str | None:
    """*23 November 2026*."""
    if not 1 <= int(match[2]) <= 31:
        return None
    said = f"the {ordinal(int(match[2]))} of {SHORT[match[3][:3].lower()]}"
    return f"{said}, {year(int(match[4]))}" if match[4] else said


SHORT_NUMBER: Final = {month[:3].lower(): index for index, month in enumerate(MONTHS, 1)}


def minutes_past(minute: int) -> str:
    """``05`` as *oh five*."""
    return f"oh {DIGITS[minute]}" if minute < 10 else cardinal(minute)


def clock(match: re.Match[str]) -> str | None:
    """*18:30*, *6:05 pm*."""
    at = int(match[1] or match[5])
    minute, second = int(match[2] or match[6]), match[3] or match[7]
    half = {"a": "a.m.", "p": "p.m."}[match[4].lower()] if match[4] else ""
    said = clock_words(at, minute, half)
    return said if not second else f"{said} and {cardinal(int(second))} second{'' if int(second) == 1 else 's'}"


def clock_words(at: int, minute: int, half: str) -> str:
    """Hours and minutes; `half` is a.m., p.m. or nothing."""
    if at in (0, 24) and not half:
        return "midnight" if minute == 0 else f"twelve {minutes_past(minute)} a.m."
    if minute:
        return f"{cardinal(at)} {minutes_past(minute)}" + (f" {half}" if half else "")
    if half:
        return f"{cardinal(at)} {half}"
    return f"{cardinal(at)} o'clock" if at <= 12 else f"{cardinal(at - 12)} p.m."


def hour(match: re.Match[str]) -> str:
    """*6 pm*, *6-8 pm*."""
    half = {"a": "a.m.", "p": "p.m."}[match[3].lower()]
    until = f" to {cardinal(int(match[2]))}" if match[2] else ""
    return f"{cardinal(int(match[1]))}{until} {half}"


def year_of_two(two: str) -> str:
    """``'98`` as *ninety eight*."""
    return minutes_past(int(two))


def lone_year(match: re.Match[str]) -> str | None:
    """A number that is a year: by what stands before it, or a recent one that counts nothing."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    following = match["next"].strip()
    recent = 1900 <= int(match[1]) <= 2099
    if following[:1] in "+=*×÷-" and following:
        return None
    told = bool(BEFORE_YEAR.search(before))
    counts = following.islower() and following.endswith("s") and following not in NOT_PLURAL
    return year(int(match[1])) if told or (recent and not counts and following not in UNITS_AFTER) else None


UNITS_AFTER: Final = frozenset(
    {
        "km",
        "kg",
        "m",
        "g",
        "cm",
        "mm",
        "ml",
        "l",
        "kcal",
        "w",
        "v",
        "people",
        "mb",
        "gb",
        "MB",
        "GB",
        "W",
        "V",
        "Hz",
        "hPa",
        "euro",
        "men",
        "women",
        "more",
        "times",
        "x",
        "percent",
    }
)
