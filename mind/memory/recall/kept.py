"""Recall of kept facts for one turn: the store's searches, and the ranking that orders what they bring."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Protocol

from mind.domain import Memory
from mind.languages import Lang
from mind.memory.ranking import rank
from mind.memory.relevance import relevance
from mind.memory.topics import topics
from mind.ports import Memories, Turns

CANDIDATES: Final = 30


class Kept(Protocol):
    """The part of a unit of work that recall reads."""

    @property
    def turns(self) -> Turns:
        """Everything said."""

    @property
    def memories(self) -> Memories:
        """Facts about the user."""


def recall_facts(uow: Kept, text: str, lang: Lang, now: datetime, limit: int = 8) -> tuple[Memory, ...]:
    """The current memories worth having in mind while answering `text`, the most fitting first.

    Found by the memory's own words and by the words of the talk it came from; then what is due about now; then the
    newest few. Reads only.
    """
    current = uow.memories.current()
    if not current or limit <= 0:
        return ()
    found = {memory.id for memory in uow.memories.search(text, CANDIDATES)}
    said = {turn.id: turn.text for turn in uow.turns.search(text, CANDIDATES) if turn.text != text}
    talk = {memory.id: said[memory.turn_id] for memory in current if memory.turn_id in said}
    scores = relevance(text, [memory for memory in current if memory.id in found or memory.id in talk], talk)
    return rank(current, scores, now, limit, topics(text, lang))
