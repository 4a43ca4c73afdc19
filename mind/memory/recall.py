"""Recall for one turn: the store's searches, and the ranking that orders what they bring."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Protocol

from mind.domain import Memory
from mind.languages import Lang
from mind.memory.ranking import Found, rank
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


def recall(uow: Kept, text: str, lang: Lang, now: datetime, limit: int = 8) -> tuple[Memory, ...]:
    """The current memories worth having in mind while answering `text`, the most fitting first.

    Found by the memory's own words and by the words of the talk it came from; then what is due about now; then the
    newest few. Reads only.
    """
    current = uow.memories.current()
    if not current or limit <= 0:
        return ()
    by_words = [memory.id for memory in uow.memories.search(text, CANDIDATES)]
    said = {turn.id: place for place, turn in enumerate(uow.turns.search(text, CANDIDATES)) if turn.text != text}
    by_talk = sorted((m for m in current if m.turn_id in said), key=lambda memory: said[memory.turn_id])
    found = Found(by_words, [memory.id for memory in by_talk], topics(text, lang))
    return rank(current, found, now, limit)
