"""What the user changes in her memory. Each is one transaction; KeyError for a memory that is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from mind.domain import Memory
from mind.languages import Lang
from mind.memory.correcting import corrected
from mind.ports import UnitOfWork
from mind.talk.normalise import clauses, clean
from mind.talk.times import find_time
from mind.turn import care
from mind.turn.expecting import moved_plan
from mind.turn.person import read_person, write_person
from mind.turn.words import kept_words

NAME: Final = "user.name"


def correct(uow: UnitOfWork, memory_id: int, text: str, now: datetime, lang: Lang) -> Memory:
    """Let the user's own sentence take the place of a memory's. The same sentence changes nothing.

    ValueError for a text that is no sentence or too long; a memory that was itself replaced cannot be corrected (KeyError).
    """
    memory = uow.memories.get(memory_id)
    if memory is None or memory.superseded_by is not None:
        raise KeyError(memory_id)
    text = " ".join(kept_words(text).split())
    if text == memory.text:
        return memory
    correction = corrected(memory, text, _due(memory, text, now))
    made = uow.memories.correct(memory_id, correction, now)
    moved_plan(uow, memory, made, now)
    if memory.key == NAME:
        _rename(uow, memory, made, lang)
    uow.commit()
    return made


def pin(uow: UnitOfWork, memory_id: int, pinned: bool) -> None:
    """Keep it near her mind whatever the time, or no longer."""
    _there(uow, memory_id)
    uow.memories.mark(memory_id, pinned=pinned)
    uow.commit()


def mute(uow: UnitOfWork, memory_id: int, muted: bool, lang: Lang) -> None:
    """Let her never mention it, or again. A name she may not mention she does not call the user by either."""
    memory = _there(uow, memory_id)
    uow.memories.mark(memory_id, muted=muted)
    person = read_person(uow, lang)
    if memory.key == NAME and memory.holds and person.name in (None, memory.value):
        write_person(uow, replace(person, name=None if muted else memory.value))
    uow.commit()


def forget(uow: UnitOfWork, memory_id: int, lang: Lang) -> None:
    """Forget it for good, earlier wordings included. Unknown ids are forgotten already."""
    care.forget_memory(uow, memory_id, lang)


def _there(uow: UnitOfWork, memory_id: int) -> Memory:
    memory = uow.memories.get(memory_id)
    if memory is None:
        raise KeyError(memory_id)
    return memory


def _rename(uow: UnitOfWork, before: Memory, made: Memory, lang: Lang) -> None:
    """She calls the user by the corrected name at once."""
    person = read_person(uow, lang)
    if person.name == before.value and made.kind == before.kind:
        write_person(uow, replace(person, name=made.value))


def _due(memory: Memory, text: str, now: datetime) -> datetime | None:
    """The date of the new sentence: the old one, unless the words of the day were changed."""
    before, after = _named_time(memory.text, memory.lang, now), _named_time(text, memory.lang, now)
    if memory.due is None or after is None or after == before:
        return memory.due
    return after


def _named_time(text: str, lang: Lang, now: datetime) -> datetime | None:
    found = (find_time(clause, now) for clause in clauses(clean(text), lang))
    return next((when.due for when in found if when is not None), None)
