"""Users drawn by chance: nobody chose them, so the rules cannot have been made for them."""

from __future__ import annotations

from random import Random
from typing import Final

from mind.bond.simulation.types import Deeds, UserType, said, sometimes
from mind.domain import BondKind

MOST: Final[dict[BondKind, float]] = {
    "disclose": 0.9, "affection": 0.9, "promise_kept": 0.25, "shared_time": 0.4, "support": 0.3, "apology": 0.05,
    "bid_ignored": 0.1,
}  # fmt: skip
"""The highest odds of a kind on a day with words."""
SELDOM: Final = 0.15
"""The lowest odds of a day with words."""


def drawn(number: int) -> UserType:
    """The gentle user number `number`, always the same: how often they come, how much they say, what they are like."""
    chance = Random(f"drawn {number}")
    comes = chance.uniform(SELDOM, 1.0)
    talks = round(2 ** chance.uniform(1, 5))
    odds = {kind: most * chance.random() ** 1.5 for kind, most in MOST.items()}

    def day(_: int, today: Random) -> Deeds:
        if today.random() >= comes:
            return ()
        kinds: list[BondKind] = ["chat"] * max(1, round(talks * today.uniform(0.5, 1.5)))
        kinds += sometimes(today, **odds)
        today.shuffle(kinds)
        return said(kinds, _)

    return UserType(f"drawn {number}", day)


DRAWN: Final = tuple(drawn(number) for number in range(201, 221))
"""Twenty that nobody tuned on; lower numbers were looked at while the rules were made."""
