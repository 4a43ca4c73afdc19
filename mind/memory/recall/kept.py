"""Recall of kept facts for one turn: the store's searches, and the ranking that orders what they bring."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final, Protocol

from mind.domain import Memory, Said, Turn
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


def recall_facts(
    uow: Kept, text: str, lang: Lang, now: datetime, limit: int = 8, at_hand: Iterable[Memory] | None = None,
    turns: Iterable[Said] | None = None,
) -> tuple[Memory, ...]:  # fmt: skip
    """The current memories worth having in mind while answering `text`, the most fitting first.

    Found by the memory's own words and by the words of the talk it came from; then what is due about now; then the
    newest few. `at_hand` is what `Memories.at_hand` gave, `turns` what came to mind, where the caller has them. Reads only.
    """
    if limit <= 0:
        return ()
    known = {memory.id: memory for memory in (uow.memories.at_hand(text, (), now) if at_hand is None else at_hand)}
    if not known:
        return ()
    found = {memory.id: memory for memory in uow.memories.search(text, CANDIDATES)}
    talk_found: Iterable[Said | Turn] = uow.turns.search(text, CANDIDATES) if turns is None else turns
    said = {turn.id: turn.text for turn in talk_found if turn.text != text}
    told = {memory.id: memory for memory in uow.memories.from_turns(list(said)) if not memory.muted}
    current = {**known, **found, **told}
    talk = {memory.id: said[memory.turn_id] for memory in current.values() if memory.turn_id in said}
    scores = relevance(text, [memory for row, memory in current.items() if row in found or row in talk], talk)
    return rank(current.values(), scores, now, limit, topics(text, lang))
