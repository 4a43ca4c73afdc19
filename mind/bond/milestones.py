"""Milestones: the moments of a bond that one looks back to, each with where it stands in the talk. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from mind.domain import BondChange, Memory, Turn

Kind = Literal["met", "stage", "apart", "joke", "promise", "mended", "relation", "reset", "restored"]

FIRSTS: Final[dict[str, Kind]] = {"promise_kept": "promise", "repair": "mended"}
"""Causes of which the first is a milestone."""
ALWAYS: Final[dict[str, Kind]] = {"relation": "relation", "reset": "reset", "restored": "restored"}


@dataclass(frozen=True, slots=True)
class Milestone:
    """`stage` is the stage that was reached, where it is about one; `quote` the user's words, where there are any."""

    kind: Kind
    at: datetime
    turn_id: int | None = None
    quote: str = ""
    stage: int | None = None
    event_id: int = 0


def milestones(first: Turn | None, changes: Iterable[BondChange], sayings: Iterable[Memory]) -> tuple[Milestone, ...]:
    """Newest first: the day they met, every stage, the first joke of their own, promise kept and hurt mended, and what
    the user set. `changes` are the ledger's milestones and firsts in the order they happened."""
    found: list[Milestone] = []
    if first is not None:
        found.append(Milestone("met", first.at, first.id))
    stage = 0
    seen: set[str] = set()
    for change in changes:
        where = (change.at, change.turn_id)
        if change.cause == "milestone" and change.field == "stage":
            stage += round(change.delta)
            found.append(Milestone("stage" if change.delta > 0 else "apart", *where, stage=stage, event_id=change.event_id))
        elif change.cause in FIRSTS and change.cause not in seen:
            seen.add(change.cause)
            found.append(Milestone(FIRSTS[change.cause], *where, change.quote, event_id=change.event_id))
        elif change.cause in ALWAYS:
            stage = 0 if change.cause == "reset" else stage
            found.append(Milestone(ALWAYS[change.cause], *where, change.quote, event_id=change.event_id))
    saying = min(sayings, key=lambda one: one.id, default=None)
    if saying is not None:
        found.append(Milestone("joke", saying.said_at, saying.turn_id, saying.value))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))
