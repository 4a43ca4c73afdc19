"""What the user sees of her memory, each view read in one unit of work. Muted memories are shown here: they are the user's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mind.domain import LoopStatus, Memory, Note, Reach, Receipt, Turn
from mind.memory.open_loops import LET_GO, OF_OUTCOMES, Loop, open_loops
from mind.memory.people import KnownPerson, people
from mind.memory.places import KnownPlace, places
from mind.memory.relations import OF_OTHERS, OF_PLACES, PLACES, RELATIONS, about, place_of
from mind.ports import UnitOfWork
from mind.turn.memory_near import near

SOUGHT: Final = 60
"""For so many names, the newest, facts are sought that only mention them."""
MENTIONS: Final = 20
EVERY: Final[tuple[LoopStatus, ...]] = ("open", "asked", "kept", "broken", "explained", "cancelled")
LOOPS: Final = 1000
"""Loops that are looked at, the newest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A memory in a list, with what it replaced and what replaced it."""

    memory: Memory
    replaces: tuple[Memory, ...] = ()
    replaced_by: Memory | None = None


@dataclass(frozen=True, slots=True)
class MemoryCard:
    """A memory with all that explains it: its receipts, what it replaced, her replies that used it (newest first), and
    its own earlier wordings where the user corrected it, and what is `near` it in person and time."""

    memory: Memory
    receipts: tuple[Receipt, ...]
    replaces: tuple[Memory, ...]
    replaced_by: Memory | None
    used_in: tuple[Turn, ...]
    wordings: tuple[Memory, ...] = ()
    near: tuple[Memory, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought, best first of each kind."""

    memories: tuple[Entry, ...]
    turns: tuple[Turn, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a turn: memories and earlier turns that a reply used, or what was kept of the user's words."""

    memories: tuple[Memory, ...] = ()
    turns: tuple[Turn, ...] = ()
    kept: tuple[Memory, ...] = ()


@dataclass(frozen=True, slots=True)
class ForgetCost:
    """What forgetting takes: wordings of the fact itself, and what it takes words from."""

    wordings: int
    reach: Reach


def entries(uow: UnitOfWork, memories: Iterable[Memory]) -> tuple[Entry, ...]:
    """Memories with what they replaced and were replaced by."""
    shown = tuple(memories)
    older = uow.memories.replaced(memory.id for memory in shown)
    return tuple(Entry(one, _others(one, older.get(one.id, ())), _successor(uow, one)) for one in shown)


def timeline(uow: UnitOfWork, limit: int, before: int | None, *, muted: bool = False) -> tuple[Entry, ...]:
    """The next memories older than id `before`, newest first."""
    return entries(uow, uow.memories.page(limit, before, muted=muted))


def card(uow: UnitOfWork, memory_id: int) -> MemoryCard | None:
    """One memory and what explains it; None where it is gone."""
    memory = uow.memories.get(memory_id)
    if memory is None:
        return None
    chain = wordings(uow, memory)
    first = chain[-1] if chain else memory
    replaces = _others(first, uow.memories.replaced([first.id]).get(first.id, ()))
    used = {turn.id: turn for one in (memory, *chain) for turn in uow.turns.using(one.id)}
    newest = tuple(sorted(used.values(), key=lambda turn: turn.id, reverse=True))
    said = uow.memories.receipts(memory_id)
    return MemoryCard(memory, said, replaces, _successor(uow, memory), newest, chain, near(uow, memory))


def wordings(uow: UnitOfWork, memory: Memory) -> tuple[Memory, ...]:
    """The earlier wordings of a fact that the user corrected, newest first."""
    found: list[Memory] = []
    at = memory
    while at.edited_at is not None:
        older = uow.memories.replaced([at.id]).get(at.id, ())
        before = next((one for one in older if one.turn_id == at.turn_id), None)
        if before is None:
            break
        found.append(before)
        at = before
    return tuple(found)


def search(uow: UnitOfWork, text: str, limit: int) -> Found:
    """Memories, turns and notes that match the words."""
    memories = uow.memories.search(text, limit, everything=True)
    return Found(entries(uow, memories), uow.turns.search(text, limit), uow.notes.search(text, limit))


def loops(uow: UnitOfWork, now: datetime) -> tuple[Loop, ...]:
    """Plans to come, and past ones of which the user has not told how they went."""
    dated = uow.memories.dated(now - LET_GO)
    past = [one for one in dated if one.due is not None and one.due < now]
    outcomes = uow.memories.telling([OF_OUTCOMES]) if past else ()
    kept = {loop.memory_id: loop for loop in uow.loops.find(None, EVERY, LOOPS) if loop.memory_id is not None}
    return open_loops((*dated, *outcomes), now, {one.id for one in past if _answered(uow, one)}, kept)


def known_people(uow: UnitOfWork, now: datetime) -> tuple[KnownPerson, ...]:
    """Everyone the user told of."""
    kept = uow.memories.telling(OF_OTHERS, RELATIONS)
    named = [name for one in kept if (found := about(one)) is not None and (name := found.name)]
    return people(_with_mentions(uow, kept, named), loops(uow, now))


def known_places(uow: UnitOfWork, now: datetime) -> tuple[KnownPlace, ...]:
    """Every place the user told of."""
    kept = uow.memories.telling(OF_PLACES, PLACES)
    return places(_with_mentions(uow, kept, [name for one in kept if (name := place_of(one))]), loops(uow, now))


def behind(uow: UnitOfWork, turn_ids: Iterable[int]) -> Mapping[int, Behind]:
    """What stands behind each of these turns; turns with nothing behind them are left out."""
    wanted = list(turn_ids)
    kept: dict[int, tuple[Memory, ...]] = {}
    for memory in uow.memories.from_turns(wanted):
        kept[memory.turn_id] = (memory, *kept.get(memory.turn_id, ()))
    found = {turn_id: _behind(uow, turn_id, kept.get(turn_id, ())) for turn_id in wanted}
    return {turn_id: one for turn_id, one in found.items() if one != Behind()}


def forget_cost(uow: UnitOfWork, memory_id: int) -> ForgetCost | None:
    """What forgetting a memory takes; None where it is gone."""
    memory = uow.memories.get(memory_id)
    if memory is None:
        return None
    return ForgetCost(1 + len(wordings(uow, memory)), uow.memories.reach(memory_id))


def _with_mentions(uow: UnitOfWork, kept: tuple[Memory, ...], names: Iterable[str]) -> tuple[Memory, ...]:
    """Facts, and those whose words hold one of the newest names, newest first."""
    found = {memory.id: memory for memory in kept}
    for name in list(dict.fromkeys(names))[:SOUGHT]:
        for memory in uow.memories.search(name, MENTIONS, everything=True):
            found.setdefault(memory.id, memory)
    return tuple(sorted(found.values(), key=lambda memory: memory.id, reverse=True))


def _behind(uow: UnitOfWork, turn_id: int, kept: tuple[Memory, ...]) -> Behind:
    meta = uow.turns.meta(turn_id)
    memories = (uow.memories.get(one) for one in meta.get("memories_used") or ())
    turns = (uow.turns.get(one) for one in meta.get("turns_used") or ())
    return Behind(tuple(filter(None, memories)), tuple(filter(None, turns)), kept)


def _answered(uow: UnitOfWork, plan: Memory) -> bool:
    """Whether the user spoke of a plan after its day: in words of it, or in answer to her asking."""
    assert plan.due is not None
    about = plan.slots.get("event") or plan.value
    if any(turn.speaker == "user" and turn.at >= plan.due for turn in uow.turns.search(about, 12)):
        return True
    asked = [turn for turn in uow.turns.using(plan.id, 6) if turn.at >= plan.due]
    return any(
        later.speaker == "user" and later.sitting == turn.sitting
        for turn in asked for later in uow.turns.passage(turn.id, 0, 2)[1:]
    )  # fmt: skip


def _others(memory: Memory, older: tuple[Memory, ...]) -> tuple[Memory, ...]:
    """What it replaced, apart from its own earlier wording."""
    return tuple(one for one in older if memory.edited_at is None or one.turn_id != memory.turn_id)


def _successor(uow: UnitOfWork, memory: Memory) -> Memory | None:
    return uow.memories.get(memory.superseded_by) if memory.superseded_by is not None else None
