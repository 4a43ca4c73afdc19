"""Rows of capitals: names like NASA, letters like FBI, and words that are only shouted."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Final

from voice.reading.traced_text import TracedText

TABLE: Final = Path(__file__).with_name("capitals.tsv")
CAPITALS: Final = re.compile(r"(?<![\w'])(?:[A-Z](?:[&.][A-Z])*[A-Z.]|[A-Z]{2,40})(?:s\b|'s\b)?(?![\w])")
DOTTED: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,6}(?![\w])|\bPh\.?D\b\.?")
LOUD: Final = 3
"""Shouted words in a row from which on all of them are words."""
VOWEL: Final = re.compile("[AEIOUY]")
HEAPED: Final = re.compile(
    "[BCDFGHJKLMNPQRSTVWXZ]{4}|^(?!STR|SPR|SCR|THR|SHR|SPL|CHR|SCH)[BCDFGHJKLMNPQRSTVWXZ]{3}"
    "|(?<![AEIOUYS])[BCDFGHJKPQTVWXZ][BDFGJKMPQVWXZ]$"
)
"""Consonants that no English word has together at its beginning, within it, or at its end."""


@functools.cache
def capitals() -> dict[str, frozenset[str]]:
    """The table: kinds and their words."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {
        kind: frozenset(word for row in rows if row[0] == kind for word in row[1].split()) for kind in ("word", "name", "letters")
    }


def with_capitals(text: TracedText) -> TracedText:
    """Capitals as words or letters."""
    text = text.sub(DOTTED, lambda match: lettered("PhD" if match[0][1] == "h" else match[0]))
    return text.sub(CAPITALS, shouted_or_lettered)


def shouted_or_lettered(match: re.Match[str]) -> str | None:
    """Capitals: a known word or a shout is said as a word, anything else letter by letter."""
    word = match[0]
    ending = "'s" if word.endswith("s") else ""
    bare = word.removesuffix("'s").removesuffix("s").replace(".", "").replace("&", "")
    if len(bare) < 2:
        return None
    if "&" in word:
        return lettered(bare[0]) + " and " + lettered(bare[1:])
    if bare in capitals()["name"]:
        return bare.capitalize() + ending
    if bare == "OK":
        return "okay" + ending
    if bare in capitals()["word"]:
        return bare.lower() + ending
    if bare not in capitals()["letters"] and (among_shouts(match) or (len(bare) > 3 and sayable(bare))):
        return bare.lower() + ending
    return lettered(bare) + ending


def among_shouts(match: re.Match[str]) -> bool:
    """Whether it stands in a row of shouted words."""
    around = match.string[max(0, match.start() - 60) : match.end() + 60]
    words = re.findall(r"[A-Za-z']{2,}", around)
    return (
        len(words) >= LOUD
        and all(word.isupper() for word in words)
        and any(word in capitals()["word"] or len(word) > 4 for word in words)
    )


def sayable(word: str) -> bool:
    """Whether a row of capitals can be said as a word: vowels, and no heap of consonants."""
    return bool(VOWEL.search(word)) and not HEAPED.search(word)


def lettered(letters: str) -> str:
    """Letters told one by one."""
    return " ".join(char.upper() for char in letters if char.isalpha())
