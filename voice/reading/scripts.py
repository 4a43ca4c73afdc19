"""Which writing a character belongs to, and a text cut into runs of one language."""

from __future__ import annotations

import functools
from typing import Final

from voice.reading.traced_text import TracedText

RANGES: Final[tuple[tuple[int, int, str], ...]] = (
    (0x0041, 0x024F, "latin"),
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "ru"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0E00, 0x0E7F, "th"),
    (0x1E00, 0x1EFF, "latin"),
    (0x3005, 0x3007, "han"),
    (0x3041, 0x30FF, "kana"),
    (0x31F0, 0x31FF, "kana"),
    (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "ko"),
    (0xF900, 0xFAFF, "han"),
    (0xFF21, 0xFF3A, "latin"),
    (0xFF41, 0xFF5A, "latin"),
    (0xFF66, 0xFF9D, "kana"),
    (0x20000, 0x3134F, "han"),
)
"""Scripts that tell a language by themselves bear the name of espeak-ng's voice for it."""

SHARED: Final = frozenset("・")
"""Marks inside the ranges that belong to no language."""


@functools.lru_cache(maxsize=8192)
def script(char: str) -> str | None:
    """The script of a letter; None for digits, punctuation and space."""
    if (not char.isalpha() and char not in "々〇ー゙゚") or char in SHARED:
        return None
    point = ord(char)
    for low, high, name in RANGES:
        if low <= point <= high:
            return name
    return "latin"


def has_kana(text: str) -> bool:
    """Whether Japanese syllables are in it: then its Han characters are kanji."""
    return any(script(char) == "kana" for char in text)


def runs(text: TracedText, lang: str, han: str = "") -> list[tuple[TracedText, str]]:
    """Cut where the language changes. Digits and marks go with what stands before them.

    `han` is the language of Han characters where it is known: else they are Japanese in a Japanese or kana-bearing text and
    Chinese in others. Latin is English.
    """
    han = han or ("ja" if lang == "ja" or has_kana(text.text) else "zh")
    language = {"han": han, "kana": "ja", "latin": "en"}
    found: list[tuple[int, str]] = []
    for index, char in enumerate(text.text):
        name = script(char)
        if name is None:
            continue
        spoken = language.get(name, name)
        if not found:
            begins_in = lang if any(char.isdigit() for char in text.text[:index]) else spoken
            found.append((0, begins_in))
        if found[-1][1] != spoken:
            found.append((index, spoken))
    if not found:
        return [(text, lang)] if any(char.isdigit() for char in text.text) else []
    ends = [begin for begin, _ in found[1:]] + [len(text.text)]
    return [(text.cut(begin, end), name) for (begin, name), end in zip(found, ends, strict=True)]


def language_of(text: str) -> str:
    """The language a text seems to be written in: ja, zh or en."""
    if has_kana(text):
        return "ja"
    return "zh" if any(script(char) == "han" for char in text) else "en"
