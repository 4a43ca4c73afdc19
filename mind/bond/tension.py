"""Push and pull: a tension between the two that colours her tone and never the bond.

It is raised by a teasing of hers that got no answer and by a disagreement, released when the user plays along or comes
closer, and halves in twelve hours by itself. An event of it counts only with the second sign, and that sign is
`may_play`: an adult, no farewell, nothing heavy. So the ledger keeps whether it was allowed, and a replay agrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mind.domain import BondKind


@dataclass(frozen=True, slots=True)
class Pull:
    """What a kind does to tension: `rise` of what is left to 1, `fall` of what is there; and its push on the mood."""

    rise: float = 0.0
    fall: float = 0.0
    mood: tuple[float, float, float] = (0.0, 0.0, 0.0)


PULLS: Final[Mapping[BondKind, Pull]] = {
    "tease_unanswered": Pull(rise=0.25, mood=(-0.02, 0.08, -0.02)),
    "disagreement": Pull(rise=0.20, mood=(-0.03, 0.08, 0.05)),
    "banter": Pull(fall=0.50, mood=(0.12, 0.10, 0.05)),
    "calm": Pull(fall=1.0, mood=(0.0, -0.05, 0.0)),
}
"""Kinds that touch only tension and mood. "calm" ends it at once: a goodbye, something heavy, a wish to stop."""

RELEASE: Final[Mapping[BondKind, float]] = {
    "affection": 0.4, "support": 0.4, "apology": 0.4, "shared_time": 0.3, "disclose": 0.2,
}  # fmt: skip
"""The share of tension that coming closer takes away."""

ALWAYS: Final = frozenset({"banter", "calm"})
"""What lowers tension needs no leave."""


def may_play(adult: bool | None, *, farewell: bool = False, heavy: bool = False) -> bool:
    """Whether tension may rise now: only between adults who said so, never at a goodbye, never in distress."""
    return adult is True and not farewell and not heavy


def pulled(tension: float, pull: Pull, share: float) -> float:
    """The tension after an event that counts by `share`, in 0..1."""
    risen = tension + pull.rise * share * (1 - tension)
    return min(1.0, max(0.0, risen * (1 - min(1.0, pull.fall * share))))
