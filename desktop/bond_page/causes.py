"""Causes in colours: which token a thing that happened is knit in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mind.bond.words import Cause, causes
from mind.domain import BondChange

TOKENS: Final[dict[str, str]] = {
    "promise_kept": "pine",
    "support": "pine",
    "disclose": "honey_mark",
    "affection": "glow",
    "shared_time": "glow",
    "milestone": "glow",
    "repair": "rose_mark",
    "apology": "rose_mark",
}
HURTS: Final = frozenset({"insult", "promise_broken", "boundary_crossed", "jealousy", "bid_ignored"})


def token(cause: Cause) -> str:
    """The colour of a cause."""
    if cause.cause in HURTS or cause.good is False:
        return "rose"
    return TOKENS.get(cause.cause, "wool_b" if cause.cause == "time" else "pine")


def hollow(cause: Cause) -> bool:
    """Hurts are drawn as outlines."""
    return cause.cause in HURTS or (cause.good is False and cause.cause != "time")


def told(changes: Sequence[BondChange]) -> tuple[Cause, ...]:
    """The causes worth a line, newest first."""
    return tuple(cause for cause in causes(changes) if not cause.slight)


def good_tokens(changes: Sequence[BondChange]) -> tuple[str, ...]:
    """Colours of the last three good causes, oldest first, as the name line shows them."""
    good = [token(cause) for cause in told(changes) if cause.good and cause.cause != "time"]
    return tuple(reversed(good[:3]))
