"""Numbers in English words."""

from __future__ import annotations

from typing import Final

DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LONGEST: Final = 15
"""Digits of a number that is still said as one; more are told digit by digit."""

TOLD: Final = 24
"""Digits that are told one by one; a longer row is only called long."""


def cardinal(number: int) -> str:
    """``1250`` as *one thousand two hundred and fifty*."""
    from num2words import num2words

    return str(num2words(number)).replace(",", "").replace("-", " ")


def ordinal(number: int) -> str:
    """``21`` as *twenty first*."""
    from num2words import num2words

    return str(num2words(number, to="ordinal")).replace(",", "").replace("-", " ")


def number(written: str) -> str:
    """``1,250.05`` as it is said; ``written`` may have commas and one point."""
    whole, point, part = written.replace(",", "").partition(".")
    if len(whole) > LONGEST or len(part) > LONGEST or (len(whole) > 1 and whole[0] == "0" and not point):
        return digits(whole + part)
    said = cardinal(int(whole or 0))
    return f"{said} point {digits(part)}" if part else said


def digits(written: str) -> str:
    """One by one; a very long row is only called so."""
    figures = [char for char in written if char in "0123456789"]
    return "a long number" if len(figures) > TOLD else " ".join(DIGITS[int(char)] for char in figures)


def year(number: int) -> str:
    """``1998`` as *nineteen ninety eight*, ``2005`` as *two thousand five*."""
    century, rest = divmod(number, 100)
    if century % 10 == 0 and rest < 10:
        return f"{cardinal(century // 10)} thousand" + (f" {DIGITS[rest]}" if rest else "")
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' + DIGITS[rest] if rest < 10 else cardinal(rest)}"


def decade(number: int) -> str:
    """``1990`` as *nineteen nineties*, ``90`` as *nineties*, ``2000`` as *two thousands*."""
    if number % 100 == 0:
        return f"{year(number)}s" if number else "two thousands"
    said = year(number) if number >= 100 else cardinal(number)
    return said[:-1] + "ies" if said.endswith("y") else f"{said}s"


def fraction(top: int, bottom: int) -> str:
    """``3/4`` as *three quarters*."""
    parts = {2: "half", 4: "quarter"}.get(bottom) or ordinal(bottom)
    if top == 1:
        return f"one {parts}"
    return f"{cardinal(top)} {'halves' if bottom == 2 else parts + 's'}"
