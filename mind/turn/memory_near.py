"""What one memory brings to mind: others of the same person or animal, then what was told in the same breath."""

from __future__ import annotations

from typing import Final

from mind.domain import Memory
from mind.memory.people import people
from mind.memory.relations import OF_OTHERS, RELATIONS, about
from mind.ports import UnitOfWork

MOST: Final = 3
BESIDE: Final = 12
"""Turns before and after, of the same sitting, whose facts count as told in the same breath."""


def near(uow: UnitOfWork, memory: Memory) -> tuple[Memory, ...]:
    """At most three current memories close to one, itself, its replacement and muted ones left out."""
    found = {one.id: one for one in (*_same_person(uow, memory), *_same_breath(uow, memory))}
    apart = {memory.id, memory.superseded_by}
    return tuple(one for one in found.values() if one.id not in apart and not one.muted and one.holds)[:MOST]


def _same_person(uow: UnitOfWork, memory: Memory) -> tuple[Memory, ...]:
    if about(memory) is None:
        return ()
    everyone = people(uow.memories.telling(OF_OTHERS, RELATIONS))
    return next((one.memories for one in everyone if any(kept.id == memory.id for kept in one.memories)), ())


def _same_breath(uow: UnitOfWork, memory: Memory) -> tuple[Memory, ...]:
    around = uow.turns.passage(memory.turn_id, BESIDE, BESIDE)
    sitting = next((turn.sitting for turn in around if turn.id == memory.turn_id), None)
    told = [turn.id for turn in around if turn.sitting == sitting and turn.speaker == "user"]
    close = uow.memories.from_turns(told)
    return tuple(sorted(close, key=lambda one: (abs(one.turn_id - memory.turn_id), one.id)))
