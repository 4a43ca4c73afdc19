"""What one memory brings along: its neighbours in meaning, of the same people, and of the same days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from mind.domain import Memory
from mind.memory.recall.kept import recall_facts
from mind.memory.relations import KnownNames, about
from mind.ports import Memories, Turns

NEAR: Final = timedelta(days=2)
"""How far apart two things may lie to be of the same days."""
OF_EACH: Final = 3
NAMED: Final = 400
TOLD: Final = 400
"""Turns of those days that are looked through."""


@dataclass(frozen=True, slots=True)
class Associations:
    """Current memories that one memory brings along, the nearest first; each stands under the first reason it has."""

    person: tuple[Memory, ...] = ()
    time: tuple[Memory, ...] = ()
    meaning: tuple[Memory, ...] = ()

    @property
    def all(self) -> tuple[Memory, ...]:
        """All of them."""
        return (*self.person, *self.time, *self.meaning)


class Kept(Protocol):
    """The part of a unit of work that associations read."""

    @property
    def turns(self) -> Turns:
        """Everything said."""

    @property
    def memories(self) -> Memories:
        """Facts."""


def associations(uow: Kept, memory: Memory, now: datetime, limit: int = OF_EACH) -> Associations:
    """What a memory brings along, at most `limit` of each kind. Nothing that the user muted. Reads only."""
    alike = recall_facts(uow, f"{memory.text} {memory.value}", memory.lang, now, 4 * limit)
    day = memory.said_at.date()
    told = uow.memories.from_turns(uow.turns.between(day - NEAR, day + NEAR, TOLD))
    near = (*told, *uow.memories.dated(_moment(memory) - NEAR))
    pool = {one.id: one for one in (*alike, *near, *uow.memories.named(NAMED)) if one.holds and not one.muted}
    pool.pop(memory.id, None)
    others = list(pool.values())
    person = _of_same_people(memory, others)[:limit]
    time = _near_in_time(memory, _without(others, person))[:limit]
    meaning = [one for one in alike if one.id in pool and one not in person and one not in time][:limit]
    return Associations(tuple(person), tuple(time), tuple(meaning))


def _of_same_people(memory: Memory, others: Iterable[Memory]) -> list[Memory]:
    """Those about or naming the one whom the memory is about."""
    who = about(memory)
    if who is None:
        return []
    names = KnownNames([who.name]) if who.name else None
    found = []
    for other in others:
        their = about(other)
        same = their is not None and (their.name, their.relation) == (who.name, who.relation)
        if same or (names is not None and names.in_(other)):
            found.append(other)
    return sorted(found, key=lambda one: -one.id)


def _near_in_time(memory: Memory, others: Iterable[Memory]) -> list[Memory]:
    """Those of the same days: when they happened, else when they were said; the nearest first."""
    when = _moment(memory)
    near = [(abs(_moment(other) - when), -other.id, other) for other in others]
    return [other for apart, _, other in sorted(near, key=lambda one: one[:2]) if apart <= NEAR]


def _moment(memory: Memory) -> datetime:
    return memory.about_from or memory.due or memory.said_at


def _without(memories: Iterable[Memory], taken: Iterable[Memory]) -> list[Memory]:
    ids = {one.id for one in taken}
    return [one for one in memories if one.id not in ids]
