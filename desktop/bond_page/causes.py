"""Causes in colours: which token a thing that happened is knit in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mind.bond.words import Cause, causes
from mind.domain import BondChange, DayCause

TOKENS: Final[dict[str, str]] = {
    "promise_kept": "pine",
    "support": "pine",
    "confirm": "pine",
    "disclose": "honey_mark",
    "affection": "glow",
    "shared_time": "glow",
    "gift": "glow",
    "milestone": "glow",
    "repair": "rose_mark",
    "apology": "rose_mark",
    "misunderstanding": "rose_mark",
    "chat": "wool_b",
    "time": "wool_b",
}
HURTS: Final = frozenset({"insult", "promise_broken", "boundary_crossed", "jealousy", "bid_ignored"})
HOUSE: Final = frozenset({"undo", "pause", "resume", "reset", "restored", "relation"})
"""What the user or the program did to the bond itself: wool, and never a colour of the chart."""
PLAYED: Final = frozenset({"tease_unanswered", "disagreement", "banter", "calm", "clock"})
"""Push and pull, and clocks put right: they move no side of the bond."""
EVERYDAY: Final = frozenset({"chat", "time"}) | PLAYED | HOUSE
"""What leaves the wool of a day plain."""


def token(cause: Cause | DayCause) -> str:
    """The colour of a cause."""
    if cause.cause in HURTS:
        return "rose"
    if cause.cause in HOUSE | PLAYED or cause.rule == "stage_down":
        # Further apart is nobody's fault: wool, though hollow.
        return "wool_b"
    return TOKENS.get(cause.cause, "pine")


def hollow(cause: Cause | DayCause) -> bool:
    """Hurts are drawn as outlines."""
    return cause.cause in HURTS or cause.rule == "stage_down"


def told(changes: Sequence[BondChange]) -> tuple[Cause, ...]:
    """The causes worth a line, newest first."""
    return tuple(cause for cause in causes(changes) if not cause.slight)


def good_tokens(changes: Sequence[BondChange]) -> tuple[str, ...]:
    """Colours of the last three good causes, oldest first, as the name line shows them."""
    good = [token(cause) for cause in told(changes) if cause.good and cause.cause not in EVERYDAY]
    return tuple(reversed(good[:3]))
