"""Latin words within Japanese: letters and well-known words in katakana, as one says them there."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Final

from voice.reading.traced_text import TracedText

TABLE: Final = Path(__file__).with_name("latin.tsv")
LETTERS: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (
            *("エー", "ビー", "シー", "ディー", "イー", "エフ", "ジー", "エイチ", "アイ", "ジェイ", "ケー", "エル", "エム"),
            *(
                "エヌ",
                "オー",
                "ピー",
                "キュー",
                "アール",
                "エス",
                "ティー",
                "ユー",
                "ブイ",
                "ダブリュー",
                "エックス",
                "ワイ",
                "ゼット",
            ),
        ),
        strict=True,
    )
)
LONGEST: Final = 5
"""Capitals that are told letter by letter."""

PHRASE: Final = r"(?<![A-Za-z'])[A-Za-z][A-Za-z'-]*+(?:[ ,]{1,3}[A-Za-z][A-Za-z'-]*+){2,}+"
"""Three words and more are a phrase in English, and said by the English voice."""

WORD: Final = re.compile(PHRASE + r"|(?<![A-Za-z'])([A-Za-z]++(?:-[A-Za-z]++)?)(?![A-Za-z'])")


@functools.cache
def known() -> dict[str, str]:
    """Words in lower case and their katakana."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return {row[0].lower(): row[1] for row in rows}


def latin_in_katakana(text: TracedText) -> TracedText:
    """Known words and short rows of capitals in katakana; all other words stay for the English voice."""
    return text.sub(WORD, in_katakana)


def in_katakana(match: re.Match[str]) -> str | None:
    """One word or a row of letters; None for what stays English."""
    word = match[1]
    if not word:
        return None
    if word.lower() in known():
        return known()[word.lower()]
    letters = len(word) == 1 or (word.isupper() and len(word) <= LONGEST)
    return "".join(LETTERS[char] for char in word.upper()) if letters else None
