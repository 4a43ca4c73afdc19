"""Numbers in Chinese."""

from __future__ import annotations

from typing import Final

DIGITS: Final = "零一二三四五六七八九"
SMALL: Final = ("", "十", "百", "千")
LARGE: Final = ("", "万", "亿", "万亿")
LONGEST: Final = 16
TOLD: Final = 24
"""Digits that are told one by one; a longer row is only called long."""


def cardinal(number: int) -> str:
    """``10500`` as 一万零五百, ``2000`` as 两千."""
    if number == 0:
        return DIGITS[0]
    groups: list[int] = []
    while number:
        number, group = divmod(number, 10000)
        groups.append(group)
    said = ""
    gap = False
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not group:
            gap = bool(said)
            continue
        if said and (gap or group < 1000):
            said += DIGITS[0]
        said += two_as_liang(of_four(group, leading=not said), index) + LARGE[index]
        gap = False
    return said


def two_as_liang(said: str, index: int) -> str:
    """两 before 万 and 亿 and at the head of thousands."""
    return "两" if said == "二" and index else "两千" + said[2:] if said.startswith("二千") else said


def of_four(number: int, *, leading: bool) -> str:
    """One to four digits; 十二 rather than 一十二 where nothing stands before it."""
    said, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if not digit:
            gap = bool(said)
            continue
        said += (DIGITS[0] if gap else "") + DIGITS[digit] + SMALL[place]
        gap = False
    return said[1:] if leading and said.startswith("一十") else said


def digits(written: str, one: str = "一") -> str:
    """One by one; `one` is 幺 in telephone and room numbers. A very long row is only called so."""
    figures = [char for char in written if char in "0123456789"]
    if len(figures) > TOLD:
        return "一长串数字"
    return "".join(one if char == "1" else DIGITS[int(char)] for char in figures)


def number(written: str, *, counts: bool = False) -> str:
    """``3.05`` as 三点零五. Before a measure word (`counts`) a bare 2 is 两."""
    whole, _, part = written.replace(",", "").partition(".")
    if len(whole) > LONGEST or len(part) > LONGEST or (len(whole) > 1 and whole[0] == "0" and not part):
        return digits(whole + part)
    if counts and not part and int(whole or 0) == 2:
        return "两"
    return cardinal(int(whole or 0)) + (f"点{digits(part)}" if part else "")
