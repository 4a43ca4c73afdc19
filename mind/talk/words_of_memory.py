"""A memory's own sentence inside one of hers."""

from __future__ import annotations

from mind.domain import Memory


def sentence_of(memory: Memory) -> str:
    """Its sentence without the end mark."""
    return memory.text.strip().rstrip(".。")
