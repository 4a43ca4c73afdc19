"""Bare figures in English: sums, ranges, fractions, ordinals, versions, telephone numbers, and numbers by themselves."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.english.numbers import cardinal, digits, fraction, number, ordinal
from voice.reading.traced_text import TracedText

AMOUNT: Final = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,15})?|[0-9]{1,15}(?:\.[0-9]{1,15})?"
LONG_ROW: Final = re.compile(r"[0-9]{16,}+")
PHONE: Final = re.compile(
    r"(?<![\w.,/-])(?:\+[0-9]{1,3}[ .-]?)?(?:\([0-9]{2,5}\)[ .-]?)?[0-9]{3,4}[ .-][0-9]{3,4}(?:[ .-][0-9]{2,5}){1,3}(?![\w-]"
    r"|[.,][0-9])"
    r"|(?<![\w.,/-])\+[0-9]{1,3}[ .-]?[0-9]{2,14}(?![\w-]|[.,][0-9])|(?<![\w.,/-])[0-9]{3}-[0-9]{4}(?![\w-]|[.,][0-9])"
    r"|(?<![\w.,/-])0[0-9]{2,4}[ ][0-9]{3,4}[ -]?[0-9]{3,4}(?![\w-])|(?<![\w.,/-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w-])"
    r"|(?<![\w.,/-])\([0-9]{3}\)[ .-]?[0-9]{3}[ .-][0-9]{4}(?![\w-])"
)
VERSION: Final = re.compile(
    r"(?<![\w.])(?:[vV](?:er(?:sion)?)?\.?[ ]?)?([0-9]{1,4}(?:\.[0-9]{1,4}){2,5})(?![\w]|\.[0-9])"
    r"|(?<![\w.])[vV]\.?([0-9]{1,4}(?:\.[0-9]{1,4})?)(?![\w]|\.[0-9])"
)
SIGN: Final = re.compile(r"(?<=[0-9)πx²³!])[ ]?(\+|×|÷|=|≈|≠|≤|≥|<=|>=|!=|==|<|>|±)[ ]?(?=[-−0-9(√πx?])")
SPACED_SIGN: Final = re.compile(
    r"(?<=[0-9)πx²³])[ ]([-−–*/x·^])[ ](?=[-−0-9(√πx])|(?<=[0-9)])([*^])(?=[0-9(])|(?<=[0-9])(x)(?=[0-9])"
)
SIGNS: Final = {
    "+": "plus", "×": "times", "*": "times", "x": "times", "·": "times", "÷": "divided by", "/": "divided by",
    "=": "equals", "==": "equals",
    "≈": "is about", "≠": "is not", "!=": "is not", "≤": "is at most", "<=": "is at most", "≥": "is at least",
    ">=": "is at least",
    "<": "is less than", ">": "is greater than", "±": "plus or minus", "-": "minus", "−": "minus", "–": "minus",
    "^": "to the power of",
}  # fmt: skip
CALLED: Final = re.compile(r"(?i)(?<=\bcall |\bdial |\bring )([0-9]{3})(?![\w:]|[.,-][0-9])")
ABOUT: Final = re.compile(r"(?<![\w.)])([~≈<>≤≥±+])[ ]?(?=[0-9])")
ABOUT_SAID: Final = {
    "~": "about",
    "≈": "about",
    "<": "less than",
    ">": "more than",
    "≤": "at most",
    "≥": "at least",
    "±": "plus or minus",
    "+": "plus",
}
OF_LETTERS: Final = re.compile(
    r"(?<=\b[A-Za-z])[ ]([=+])[ ](?=[\w(√-])|(?<=[0-9)])[ ]([=+])[ ](?=[A-Za-z]\b)|(?<=[\w)²³])(=)(?=[\w(√-])"
)
KEYS: Final = re.compile(r"(?<=[A-Za-z])\+(?=[A-Za-z])")
BY: Final = re.compile(r"(?<=[0-9])[x×](?=[0-9]{1,5}(?![0-9]|[ ]?=))|(?<=[A-Za-z]) [x×] (?=[0-9])")
POWER: Final = re.compile(r"(?<=[0-9a-zπ)])(?:([²³])|\^([23])(?![0-9]))")
ROOT: Final = re.compile(r"√[ ]?(?=[0-9(])")
ORDINAL: Final = re.compile(r"(?<![\w.,])([0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?:st|nd|rd|th)\b")
MIXED: Final = re.compile(r"(?<![\w.,/])([0-9]{1,4})[ ](1)/(2|3|4|5|8)(?![\w/])|(?<![\w.,/])([0-9]{0,4})([½⅓⅔¼¾⅕⅛])")
SINGLE: Final = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
FRACTION: Final = re.compile(r"(?<![\w.,/])([0-9]{1,3})/([0-9]{1,3})(?![\w/]|[.,][0-9])")
KNOWN: Final = {(24, 7): "twenty four seven", (9, 11): "nine eleven", (50, 50): "fifty fifty"}
RATIO: Final = re.compile(r"(?<![\w.,:])([0-9]{1,3}):([0-9]{1,3})(?![\w:]|[.,][0-9])")
SPAN: Final = re.compile(rf"(?<![\w.,:/-])({AMOUNT})[ ]?[-–~][ ]?({AMOUNT})(?![\w/-]|[.,][0-9])")
NUMBERED: Final = re.compile(r"(?:\bN(?:o|r|°|º)\.?[ ]?|№[ ]?|#)(?=[0-9])")
ADDED: Final = re.compile(r"(?<=[0-9])\+(?![\w])")
NEGATIVE: Final = re.compile(rf"(?<![\w.,)-])(?:[-−])({AMOUNT})(?![\w]|[.,][0-9])")
GLUED: Final = re.compile(r"(?<=[A-Za-z])-?(?=[0-9])|(?<=[0-9])-?(?=[A-Za-z])")
PLAIN: Final = re.compile(
    r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9,])(?:\.[0-9]{1,15})?|(?<![0-9])\.[0-9]{1,15}|[0-9]{1,15}(?:\.[0-9]{1,15})?"
)


def with_figures(text: TracedText) -> TracedText:
    """Every figure that is left, in words."""
    text = text.sub(LONG_ROW, lambda match: digits(match[0])).sub(VERSION, version).sub(PHONE, phone)
    text = text.sub(CALLED, lambda match: digits(match[1])).sub(BY, " by ").sub(KEYS, " plus ")
    text = (
        text.sub(MIXED, mixed)
        .sub(POWER, lambda match: " squared" if (match[1] or match[2]) in "²2" else " cubed")
        .sub(ROOT, " the root of ")
    )
    text = (
        text.sub(SIGN, sign)
        .sub(OF_LETTERS, sign)
        .sub(ABOUT, lambda match: f"{ABOUT_SAID[match[1]]} ")
        .sub(SPACED_SIGN, sign)
        .sub(FRACTION, parts)
        .sub(ORDINAL, lambda match: ordinal(int(match[1].replace(",", ""))))
    )
    text = text.sub(RATIO, lambda match: f"{number(match[1])} to {number(match[2])}")
    text = text.sub(SPAN, lambda match: f"{number(match[1])} to {number(match[2])}")
    text = text.sub(NUMBERED, "number ").sub(ADDED, " plus").sub(NEGATIVE, lambda match: f"minus {number(match[1])}")
    return text.sub(GLUED, " ").sub(PLAIN, lambda match: plain(match[0]))


def sign(match: re.Match[str]) -> str:
    """A sign of arithmetic between two numbers."""
    return f" {SIGNS[next(group for group in match.groups() if group)]} "


def version(match: re.Match[str]) -> str:
    """``v2.3.1`` as *version two point three point one*."""
    parts = (match[1] or match[2]).split(".")
    said = (" dot " if len(parts) == 4 else " point ").join(cardinal(int(part)) for part in parts)
    told = match.string[max(0, match.start() - 8) : match.start()].lower().rstrip().endswith("version")
    return f"version {said}" if match[0][0] in "vV" and not told else said


def phone(match: re.Match[str]) -> str | None:
    """Digit by digit, with a rest between the groups."""
    groups = re.findall(r"\+?[0-9]+", match[0])
    if sum(map(len, groups)) < 7 or sum(map(len, groups)) > 18:
        return None
    return ", ".join(("plus " if group[0] == "+" else "") + digits(group) for group in groups)


def mixed(match: re.Match[str]) -> str:
    """*2 1/2* and *2½* as *two and a half*."""
    top, bottom = SINGLE[match[5]] if match[5] else (int(match[2]), int(match[3]))
    whole = match[4] if match[5] else match[1]
    part = fraction(top, bottom)
    if not whole:
        return "half" if (top, bottom) == (1, 2) else part
    return f"{number(whole)} and {'a' + part[3:] if part.startswith('one ') else part}"


def parts(match: re.Match[str]) -> str:
    """*3/4*; large ones as one over the other."""
    top, bottom = int(match[1]), int(match[2])
    if (top, bottom) in KNOWN:
        return KNOWN[top, bottom]
    simple = 0 < top < bottom and (bottom <= 10 or bottom in (12, 16, 20, 100))
    return (
        fraction(top, bottom) if simple else f"{number(match[1])} {'out of' if 0 < top <= bottom else 'over'} {number(match[2])}"
    )


def plain(written: str) -> str:
    """A number by itself; a long row without commas is told digit by digit."""
    whole = written.partition(".")[0]
    if "," not in written and len(whole) >= 10 and not whole.endswith("000000"):
        return digits(written)
    return number(written)
