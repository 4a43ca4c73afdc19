"""Whether a fact that was said is one that is known: the same place, the same value, and of what happens, the same time. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from mind.store.terms import fold

EVENTS: Final = "user.event."
"""Keys of what happens and may happen again."""
FRESH: Final = timedelta(days=3)
"""An event told without a day was at most so long ago."""

Span = tuple[datetime | None, datetime | None]


def said_again(
    key: str, known: tuple[str, datetime | None, Span, datetime], heard: tuple[str, datetime | None, Span, datetime]
) -> bool:
    """Whether two tellings under one key are of one fact. Each: the value, its due date, when it was, when it was said."""
    if fold(known[0]) != fold(heard[0]) or known[1] != heard[1]:
        return False
    return not key.startswith(EVENTS) or _meet(_span(known[2], known[3]), _span(heard[2], heard[3]))


def _span(about: Span, said: datetime) -> tuple[datetime, datetime]:
    first, last = about
    if first is None and last is None:
        return said - FRESH, said
    return first or said - FRESH, last or said


def _meet(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
