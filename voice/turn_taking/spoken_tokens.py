"""Words as they are compared in turn taking: small letters, no marks; Chinese and Japanese by the character."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from math import ceil
from pathlib import Path
from typing import Final

SIGNS: Final = r"\u3005\u3040-\u30ff\u3400-\u9fff"
CJK: Final = re.compile(f"[{SIGNS}]")
PIECE: Final = re.compile(rf"[{SIGNS}]|[^\W_{SIGNS}]+(?:'[^\W_{SIGNS}]+)*")
DRAWN: Final = str.maketrans({"ー": None, "〜": None, "~": None, "’": "'"})
"""A vowel that is drawn out is the same word."""

Phrase = tuple[str, ...]


def tokens(text: str) -> Phrase:
    """The words of `text`; of Chinese and Japanese, which write no blanks, its characters."""
    plain = unicodedata.normalize("NFKC", text).translate(DRAWN).casefold()
    return tuple(PIECE.findall(plain))


@functools.cache
def table(name: str) -> frozenset[Phrase]:
    """The phrases of all languages under `name` in ``said_over.toml``: who speaks one may throw in words of another."""
    return frozenset(tokens(phrase) for phrases in _said_over()[name].values() for phrase in phrases)


def listed(name: str, lang: str) -> tuple[str, ...]:
    """Those of one language as they are written; English where it has none."""
    phrases = _said_over()[name]
    return tuple(phrases.get(lang) or phrases["en"])


@functools.cache
def _said_over() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "said_over.toml").read_text(encoding="utf-8"))


def leading(words: Phrase, known: frozenset[Phrase]) -> int:
    """How many of the first words are the longest phrase of `known` that they begin with; 0 where there is none."""
    longest = max((len(phrase) for phrase in known), default=0)
    return next((many for many in range(min(longest, len(words)), 0, -1) if words[:many] in known), 0)


def without_leading(words: Phrase, *known: frozenset[Phrase]) -> Phrase:
    """The words after all phrases of `known` that stand in front."""
    while many := max((leading(words, table) for table in known), default=0):
        words = words[many:]
    return words


def weight(words: Phrase) -> int:
    """How many words these are to a listener: two Chinese or Japanese characters, begun or whole, are about one."""
    signs = sum(bool(CJK.match(word)) for word in words)
    return len(words) - signs + ceil(signs / 2)
