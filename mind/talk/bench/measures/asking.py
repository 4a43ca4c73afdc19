"""How often her replies end in a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mind.talk.bench.questions import ends_in_question

WINDOW: Final = 10


def asks(hers: Sequence[str]) -> list[bool]:
    """Of each reply, whether it ends in a question mark (quotes and brackets after it aside)."""
    return [ends_in_question(text) for text in hers]


def most_in_ten(hers: Sequence[str], window: int = WINDOW) -> int:
    """The most questions among any ten replies running (fewer where there are fewer)."""
    marks = asks(hers)
    last = max(1, len(marks) - window + 1)
    return max((sum(marks[at:at + window]) for at in range(last)), default=0)
