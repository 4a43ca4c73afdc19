"""Commands on what is kept: taking back, shortening, forgetting. Each is one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from mind.domain import BondChange, BondSummary, Person, Turn
from mind.languages import Lang
from mind.memory.telling import unquoted
from mind.ports import UnitOfWork
from mind.turn.expecting import restored_plans, unsay
from mind.turn.learning import note_taken_back
from mind.turn.person import read_person, unlearn_name, write_person
from mind.turn.scene import RECENT, rewind_planner

QUOTED: Final = 50
"""Replies looked through for words of a turn that is forgotten."""


def reopen(uow: UnitOfWork, turn_id: int) -> Turn:
    """The user's turn to answer again; the earlier reply to it is forgotten. KeyError if there is no such turn."""
    turn = uow.turns.get(turn_id)
    if turn is None or turn.speaker != "user":
        raise KeyError(turn_id)
    for later in uow.turns.recent(RECENT):
        if later.reply_to == turn_id:
            unsay(uow, later.id)
            uow.turns.remove(later.id)
    uow.commit()
    return turn


def shorten(uow: UnitOfWork, turn_id: int, text: str) -> None:
    """Keep of a reply what was heard; a reply of which nothing was heard is forgotten."""
    turn = uow.turns.get(turn_id)
    if turn is None or turn.speaker != "companion" or turn.text == text:
        return
    unsay(uow, turn_id, text.strip())
    if text.strip():
        uow.turns.amend(turn_id, text, "interrupted")
    else:
        uow.turns.remove(turn_id)
    uow.commit()


def forget_turn(uow: UnitOfWork, turn_id: int, lang: Lang) -> None:
    """Forget a turn, its reply, what was kept from it, the name it gave and where it led the talk."""
    take_out_turn(uow, turn_id, lang)
    uow.commit()


def take_out_turn(uow: UnitOfWork, turn_id: int, lang: Lang) -> None:
    """The same; the caller commits."""
    _take_out_quotes(uow, turn_id)
    for reply in uow.turns.passage(turn_id, 0, 4):
        if turn_id in (reply.id, reply.reply_to):
            unsay(uow, reply.id)
    uow.turns.remove(turn_id)
    unlearn_name(uow, read_person(uow, lang), turn_id)
    rewind_planner(uow, turn_id)


def _take_out_quotes(uow: UnitOfWork, turn_id: int) -> None:
    """Where she told a turn back in its own words, those go with it."""
    turn = uow.turns.get(turn_id)
    if turn is None:
        return
    for reply in uow.turns.search(turn.text, QUOTED):
        if reply.speaker == "companion" and turn_id in uow.turns.meta(reply.id).get("turns_used", ()):
            uow.turns.amend(reply.id, unquoted(reply.text, turn.text, turn.lang), reply.ended or "complete")


def forget_memory(uow: UnitOfWork, memory_id: int, lang: Lang) -> None:
    """Forget one memory; if it is the person's name, that too."""
    memory = uow.memories.get(memory_id)
    if memory is None:
        return
    uow.memories.forget(memory_id)
    person = read_person(uow, lang)
    if person.name and memory.kind.split(".")[-1] == "name" and memory.value == person.name:
        write_person(uow, replace(person, name=None))
    uow.commit()


def take_back(uow: UnitOfWork, memory_id: int, lang: Lang) -> None:
    """Undo the keeping or the correcting of a memory; the talk stays as it was said, the name is again the one before."""
    memory = uow.memories.get(memory_id)
    if memory is None:
        return
    before = uow.memories.replaced([memory_id]).get(memory_id, ())
    restored_plans(uow, memory, before)
    uow.memories.take_back(memory_id)
    note_taken_back(uow, memory.turn_id)
    person = read_person(uow, lang)
    if memory.key == "user.name" and person.name == memory.value:
        if memory.edited_at is not None and before:
            write_person(uow, replace(person, name=before[0].value))
        else:
            unlearn_name(uow, person, memory.turn_id)
    uow.commit()


def person(uow: UnitOfWork, lang: Lang) -> Person:
    """What the user set about themself."""
    return read_person(uow, lang)


def set_person(uow: UnitOfWork, changed: Person) -> None:
    """Keep it."""
    write_person(uow, changed)
    uow.commit()


def bond(uow: UnitOfWork, now: datetime, limit: int) -> tuple[BondSummary, tuple[BondChange, ...]]:
    """Where the bond stands, and the newest lines of its ledger."""
    return uow.ledger.summary(now), uow.ledger.changes(limit)
