"""The places of the user's life, gathered from facts. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mind.domain import Memory
from mind.memory.open_loops import Loop
from mind.memory.relations import KnownNames, place_of

ARTICLE: Final = re.compile(r"^(?:the|a|an|my) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """Somewhere the user told of; `memories` newest first."""

    name: str
    memories: tuple[Memory, ...]
    last_said: datetime
    open: tuple[Loop, ...] = ()


def places(memories: Iterable[Memory], loops: Iterable[Loop] = ()) -> tuple[KnownPlace, ...]:
    """Every place that the current facts name, the one spoken of last first."""
    current = [memory for memory in memories if memory.holds]
    spelt: dict[str, str] = {}
    members: dict[str, list[Memory]] = {}
    for memory in current:
        if name := place_of(memory):
            key = ARTICLE.sub("", name).casefold()
            spelt[key] = name
            members.setdefault(key, []).append(memory)
    names = KnownNames(spelt.values())
    named: dict[str, list[str]] = {}
    for key, name in spelt.items():
        named.setdefault(name, []).append(key)
    for memory in current:
        for name in () if place_of(memory) else names.in_(memory):
            for key in named[name]:
                members[key].append(memory)
    open_loops = {loop.memory.id: loop for loop in loops}
    found = [_place(spelt[key], kept, open_loops) for key, kept in members.items()]
    return tuple(sorted(found, key=lambda one: (one.last_said, one.memories[0].id), reverse=True))


def _place(name: str, kept: list[Memory], loops: dict[int, Loop]) -> KnownPlace:
    ordered = tuple(sorted(kept, key=lambda memory: memory.id, reverse=True))
    mine = tuple(loops[memory.id] for memory in ordered if memory.id in loops)
    return KnownPlace(name[:1].upper() + name[1:], ordered, max(memory.said_at for memory in ordered), mine)
