"""Word lists written as running text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The blank-parted words."""
    return frozenset(text.split())
