"""Which memories speak of what she was asked to leave unsaid. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from mind.domain import Memory


def speaks_of(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of the things; whole words where letters are parted by blanks."""
    low = text.lower()
    return any(bool(re.search(rf"\b{re.escape(w)}\b", low)) if w.isascii() else w in low for w in words)


def sayable_of(memories: Sequence[Memory], unsaid: Collection[str]) -> tuple[Memory, ...]:
    """Memories without those that speak of what is unsaid."""
    return tuple(one for one in memories if not speaks_of(words_of(one), unsaid)) if unsaid else tuple(memories)


def words_of(memory: Memory) -> str:
    """Everything of a memory that names something."""
    return " ".join((memory.text, memory.value, memory.quote))
