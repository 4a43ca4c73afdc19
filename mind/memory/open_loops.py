"""What is open between the two: plans with a day to come, and past ones of which the user never told how they went. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from mind.domain import Memory, OpenLoop

LET_GO: Final = timedelta(days=60)
"""A past plan that nobody came back to for so long is history, not a loop."""
EMPTY: Final[Mapping[int, OpenLoop]] = {}
UNDER_WAY: Final = ("open", "asked")
OUTCOMES: Final = frozenset({"passed", "failed"})
OF_OUTCOMES: Final = "user.past."


@dataclass(frozen=True, slots=True)
class Loop:
    """A dated plan: still to come, or past and unanswered."""

    memory: Memory
    state: Literal["to_come", "unanswered"]
    kept: OpenLoop | None = None
    """As it is kept; None for a fact that was never one to come back to."""


def open_loops(
    memories: Iterable[Memory], now: datetime, answered: Collection[int] = (), kept: Mapping[int, OpenLoop] = EMPTY
) -> tuple[Loop, ...]:
    """The open plans: those to come, nearest first, then the past ones, latest first.

    `answered` are ids of plans of which the user spoke after their day. A fact that tells the outcome of the same event
    ("passed", "failed") answers too. `kept` are the loops of facts by the fact's id: one that ended leaves nothing open.
    """
    over = {memory_id for memory_id, loop in kept.items() if loop.status not in UNDER_WAY}
    current = [memory for memory in memories if memory.holds and memory.id not in over]
    dated = [memory for memory in current if memory.due is not None]
    to_come = [memory for memory in dated if memory.due is not None and memory.due >= now]
    past = [
        memory for memory in dated
        if memory.due is not None and now - LET_GO <= memory.due < now
        and memory.id not in answered and not _told(memory, current)
    ]  # fmt: skip
    return (
        *(Loop(memory, "to_come", kept.get(memory.id)) for memory in sorted(to_come, key=_when)),
        *(Loop(memory, "unanswered", kept.get(memory.id)) for memory in sorted(past, key=_when, reverse=True)),
    )


def _told(plan: Memory, memories: Iterable[Memory]) -> bool:
    """Whether another fact, said after its day, tells how it went."""
    event = plan.slots.get("event", "").casefold()
    return bool(event) and any(
        one.kind in OUTCOMES and one.slots.get("event", "").casefold() == event and plan.due is not None
        and one.said_at >= plan.due
        for one in memories
    )  # fmt: skip


def _when(memory: Memory) -> tuple[datetime, int]:
    assert memory.due is not None
    return memory.due, memory.id
