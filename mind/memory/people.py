"""The people and animals of the user's life, gathered from facts. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mind.domain import Memory
from mind.memory.open_loops import Loop
from mind.memory.relations import About, KnownNames, Sort, about


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Someone the user told of. `name` may be empty (then `relation` is not); `memories` newest first."""

    name: str
    relation: str
    sort: Sort
    memories: tuple[Memory, ...]
    last_said: datetime
    open: tuple[Loop, ...] = ()


def people(memories: Iterable[Memory], loops: Iterable[Loop] = ()) -> tuple[KnownPerson, ...]:
    """Everyone that the current facts tell of, whom the user spoke of last first.

    A fact of a relation alone ("your sister lives in Leeds") belongs to the one person of that relation; where there are
    several or none it stands for itself. A fact whose sentence names a known person belongs to them too.
    """
    current = [memory for memory in memories if memory.holds]
    found = [(memory, one) for memory in current if (one := about(memory)) is not None]
    relations = {one.relation for _, one in found if one.relation}
    found = [(memory, _by_relation(one, relations)) for memory, one in found]
    groups = _named(found)
    alone: dict[tuple[str, str], list[Memory]] = {}
    for memory, one in found:
        if not one.name:
            _group_of(groups, alone, one).append(memory)
    known = {memory.id for memory, _ in found}
    named: dict[str, list[list[Memory]]] = {}
    for (name, _, _), members in groups.items():
        named.setdefault(name, []).append(members)
    names = KnownNames(named)
    for memory in current:
        for name in () if memory.id in known else names.in_(memory):
            for members in named[name]:
                members.append(memory)
    open_loops = {loop.memory.id: loop for loop in loops}
    everyone = [_person(name, relation, sort, kept, open_loops) for (name, relation, sort), kept in groups.items()]
    everyone += [_person("", relation, sort, kept, open_loops) for (relation, sort), kept in alone.items()]  # type: ignore[arg-type]
    return tuple(sorted(everyone, key=lambda one: (one.last_said, one.memories[0].id), reverse=True))


Key = tuple[str, str, Sort]


def _by_relation(one: About, relations: set[str]) -> About:
    """Someone "named" with the word for what they are to the user ("姐姐") is known by that relation."""
    same = next((relation for relation in relations if relation.casefold() == one.name.casefold()), "")
    return About("", same, one.sort) if same and not one.relation else one


def _named(found: list[tuple[Memory, About]]) -> dict[Key, list[Memory]]:
    """Facts by person, under the name as it was first written and the relation that any of them tells."""
    spelt: dict[tuple[str, Sort], str] = {}
    relation: dict[tuple[str, Sort], str] = {}
    members: dict[tuple[str, Sort], list[Memory]] = {}
    for memory, one in found:
        if one.name:
            key = (one.name.casefold(), one.sort)
            spelt[key] = one.name
            relation[key] = relation.get(key) or one.relation
            members.setdefault(key, []).append(memory)
    return {(spelt[key], relation[key], key[1]): kept for key, kept in members.items()}


def _group_of(groups: dict[Key, list[Memory]], alone: dict[tuple[str, str], list[Memory]], one: About) -> list[Memory]:
    """Where a fact of a relation alone belongs."""
    same = [kept for (_, relation, sort), kept in groups.items() if (relation, sort) == (one.relation, one.sort)]
    return same[0] if len(same) == 1 else alone.setdefault((one.relation, one.sort), [])


def _person(name: str, relation: str, sort: Sort, kept: list[Memory], loops: dict[int, Loop]) -> KnownPerson:
    ordered = tuple(sorted(kept, key=lambda memory: memory.id, reverse=True))
    mine = tuple(loops[memory.id] for memory in ordered if memory.id in loops)
    return KnownPerson(name, relation, sort, ordered, max(memory.said_at for memory in ordered), mine)
