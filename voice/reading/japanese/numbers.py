"""Numbers in kana."""

from __future__ import annotations

from typing import Final

DIGITS: Final = ("ゼロ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
HUNDREDS: Final = (
    "",
    "ひゃく",
    "にひゃく",
    "さんびゃく",
    "よんひゃく",
    "ごひゃく",
    "ろっぴゃく",
    "ななひゃく",
    "はっぴゃく",
    "きゅうひゃく",
)
THOUSANDS: Final = ("", "せん", "にせん", "さんぜん", "よんせん", "ごせん", "ろくせん", "ななせん", "はっせん", "きゅうせん")
LARGE: Final = ("", "まん", "おく", "ちょう")
LONGEST: Final = 16
TOLD: Final = 24
"""Digits that are told one by one; a longer row is only called long."""

FIGURES: Final = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
PLACES: Final = {"十": 10, "百": 100, "千": 1000}
MYRIADS: Final = {"万": 10**4, "億": 10**8, "兆": 10**12}


KATAKANA: Final = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def kata(kana: str) -> str:
    """Hiragana as katakana."""
    return kana.translate(KATAKANA)


def cardinal(number: int) -> str:
    """``3800`` as さんぜんはっぴゃく."""
    if number == 0:
        return DIGITS[0]
    said = ""
    for index in range(3, -1, -1):
        group = number // 10000**index % 10000
        if group:
            said += with_myriad(group, index)
    return said


def with_myriad(group: int, index: int) -> str:
    """Up to 9999 of まん, おく or ちょう."""
    said = of_four(group, of_myriads=index > 0)
    if (index == 3 and group % 10 in (1, 8)) or (index == 3 and group % 100 == 10):
        said = doubled(said)
    return said + LARGE[index]


def of_four(number: int, *, of_myriads: bool = False) -> str:
    """One to four digits."""
    thousand, hundred, ten, one = (number // 10**place % 10 for place in (3, 2, 1, 0))
    thousands = "いっせん" if of_myriads and thousand == 1 else THOUSANDS[thousand]
    tens = "" if not ten else "じゅう" if ten == 1 else DIGITS[ten] + "じゅう"
    return thousands + HUNDREDS[hundred] + tens + (DIGITS[one] if one else "")


def doubled(said: str) -> str:
    """The number with the stop that k, s, t and h sounds bring about: いち to いっ, じゅう to じゅっ."""
    for ending, stopped in (
        ("いち", "いっ"),
        ("はち", "はっ"),
        ("じゅう", "じゅっ"),
        ("ろく", "ろっ"),
        ("ひゃく", "ひゃっ"),
        ("びゃく", "びゃっ"),
        ("ぴゃく", "ぴゃっ"),
    ):
        if said.endswith(ending):
            return said[: -len(ending)] + stopped
    return said


def digits(written: str) -> str:
    """One by one; a very long row is only called so."""
    figures = [char for char in written if char in "0123456789"]
    if len(figures) > TOLD:
        return "ながいすうじ"
    return "".join(DIGITS[int(char)] for char in figures)


def number(written: str) -> str:
    """``3.14`` as さんてんいちよん."""
    whole, _, part = written.replace(",", "").partition(".")
    if len(whole) > LONGEST or len(part) > LONGEST or (len(whole) > 1 and whole[0] == "0" and not part):
        return digits(whole + part)
    said = cardinal(int(whole or 0))
    if not part:
        return said
    head = "れい" if said == "ゼロ" else doubled(said) if int(whole) % 10 in (1, 8) or int(whole) % 100 == 10 else said
    return f"{head}てん{digits(part)}"


def value(kanji: str) -> int | None:
    """What a number in kanji is worth: 二千五百, or digit by digit 二〇二六; None for what is none."""
    if all(char in FIGURES for char in kanji):
        return int("".join(str(FIGURES[char]) for char in kanji))
    total = group = figure = 0
    seen = False
    for char in kanji:
        if char in FIGURES:
            figure, seen = figure * 10 + FIGURES[char], True
        elif char in PLACES:
            group += (figure if seen else 1) * PLACES[char]
            figure, seen = 0, False
        elif char in MYRIADS:
            total += ((group + figure) or 1) * MYRIADS[char]
            group = figure = 0
            seen = False
        else:
            return None
    return total + group + figure
