"""A text as words in a row: what two wordings have in common is counted in runs of them.

Measures are those of the repetition targets: runs of four words (seven characters in Chinese and Japanese) for overlap, long
runs of eight words (twelve characters) for phrases that must not come back, the first three words (five characters) of a
reply as its opener.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

from mind.languages import Lang

RUN: Final[dict[Lang, int]] = {"en": 4, "zh": 7, "ja": 7}
LONG: Final[dict[Lang, int]] = {"en": 8, "zh": 12, "ja": 12}
OPENER: Final[dict[Lang, int]] = {"en": 3, "zh": 5, "ja": 5}
FRAME: Final[dict[Lang, tuple[int, int, int]]] = {"en": (1, 3, 4), "zh": (2, 3, 5), "ja": (3, 5, 7)}
"""How much of a sentence's beginning and end makes its mould, and how much of its end alone."""
SHORT_SENTENCE: Final[dict[Lang, int]] = {"en": 2, "zh": 3, "ja": 4}
"""Sentences of at most so many words ("Oh, Sam.") may come back within a talk: they are breath, not phrases."""
PHRASE: Final[dict[Lang, int]] = {"en": 5, "zh": 9, "ja": 10}
"""Sentences of so many words are remembered for months."""
_WORD: Final = re.compile(r"[\w']+")
_SIGNS: Final = re.compile(r"[\W_]+")


def tokens(text: str, lang: Lang) -> list[str]:
    """The words, or the characters where words have no borders; without case and signs."""
    plain = text.replace("’", "'").lower()
    return _WORD.findall(plain) if lang == "en" else list(_SIGNS.sub("", plain))


def runs(words: list[str], length: int) -> list[str]:
    """Every `length` words in a row."""
    return [" ".join(words[at : at + length]) for at in range(len(words) - length + 1)]


def opener(text: str, lang: Lang) -> str:
    """How a reply begins."""
    return " ".join(tokens(text, lang)[: OPENER[lang]])


def moulds(words: list[str], lang: Lang) -> frozenset[str]:
    """A sentence's beginning with its end, and its longer end alone: what stays where a mould is filled anew.

    "You know, … can be tricky" and "… really matters to you"; none where the sentence is short.
    """
    head, tail, end = FRAME[lang]
    found = []
    if len(words) > head + tail:
        found.append(" ".join([*words[:head], "…", *words[-tail:]]))
    if len(words) > end:
        found.append(" ".join(["…", *words[-end:]]))
    return frozenset(found)


def key(words: list[str]) -> str:
    """A sentence as it is compared with others."""
    return " ".join(words)


def mark(words: str) -> int:
    """A 64-bit hash that is the same on every machine."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big", signed=True)
