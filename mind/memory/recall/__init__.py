"""Recall: which kept facts and which turns belong to what is being said now."""

from __future__ import annotations

from typing import Final, Protocol

from mind.memory.recall.kept import recall_facts
from mind.memory.recall.query import Query
from mind.memory.recall.recollect import recollect
from mind.memory.recall.recollection import FOUND, Recalled, Recollection
from mind.ports import Memories, Turns, TurnVectors

__all__ = ["FOUND", "Query", "Recalled", "Recollection", "recall", "recall_facts"]

FACTS: Final = 8


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


def recall(uow: Kept, query: Query, limit: int = 12, facts: int = FACTS) -> Recollection:
    """What a query brings to mind: at most `limit` turns and `facts` current facts, the best first. Reads only."""
    turns, confidence = recollect(uow.turns, uow.vectors, query, limit)
    said = [one.turn for one in turns]
    memories = recall_facts(uow, query.text, query.lang, query.now, facts, turns=said) if facts else ()
    return Recollection(memories, turns, confidence)
