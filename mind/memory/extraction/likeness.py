"""Whether a proposal says what is kept already, in the same or in other words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from mind.domain import Memory
from mind.memory.extraction.verbatim import CJK, LITTLE, WORD, folded
from mind.memory.relevance import stem
from mind.talk.word_set import word_set

SAME: Final = 0.7
"""The share of a proposal's words that a kept fact may hold before it says the same."""
FILLS: Final = word_set("""
i i'm i've me was were be been have has had do did on in at for with it that this so really just very you told
now still already today again also too then
""")


def says_the_same(value: str, kept: Iterable[Memory]) -> bool:
    """Whether one of the kept facts holds most of what the value says."""
    words = terms(value)
    if not words:
        return True
    return any(len(words & terms(f"{one.text} {one.value}")) >= SAME * len(words) for one in kept)


def terms(text: str) -> set[str]:
    """Content words by their stems; pairs of characters of Chinese and Japanese."""
    low = folded(text)
    found = {stem(word) for word in WORD.findall(low) if word.isascii() and word not in LITTLE and word not in FILLS}
    for run in re.findall(f"{CJK.pattern}+", low):
        found |= {run[at : at + 2] for at in range(len(run) - 1)} or {run}
    return found
