"""Recall: which kept facts and which turns belong to what is being said now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from mind.domain import Memory
from mind.memory.recall.associations import Associations, associations
from mind.memory.recall.kept import recall_facts
from mind.memory.recall.query import Query
from mind.memory.recall.recollect import recollect
from mind.memory.recall.recollection import FOUND, Recalled, Recollection
from mind.ports import Memories, Turns, TurnVectors

__all__ = ["FOUND", "Associations", "Query", "Recalled", "Recollection", "associations", "recall", "recall_facts"]

FACTS: Final = 8
KEYS: Final = 12
"""How many facts are asked for the turns they rest on."""


class Kept(Protocol):
    """The part of a unit of work that recall reads."""

    @property
    def turns(self) -> Turns:
        """Everything said."""

    @property
    def memories(self) -> Memories:
        """Facts."""

    @property
    def vectors(self) -> TurnVectors:
        """Turns in an encoder's space."""


def _keys(memories: Iterable[Memory]) -> dict[int, str]:
    """The words of facts by the turn they rest on."""
    words: dict[int, str] = {}
    for memory in memories:
        words[memory.turn_id] = f"{words.get(memory.turn_id, '')} {memory.text} {memory.value}"
    return words


def recall(uow: Kept, query: Query, limit: int = 12, facts: int = FACTS) -> Recollection:
    """What a query brings to mind: at most `limit` turns and `facts` current facts, the best first. Reads only."""
    turns, confidence = recollect(uow.turns, uow.vectors, query, limit, _keys(uow.memories.search(query.text, KEYS)))
    said = [one.turn for one in turns]
    memories = recall_facts(uow, query.text, query.lang, query.now, facts, turns=said) if facts else ()
    return Recollection(memories, turns, confidence)
