"""What the two who talk are called: names are kept out of what an encoder reads."""

from __future__ import annotations

from mind.character import all_names
from mind.domain import Character, Person, Speaker
from mind.languages import Lang
from mind.ports import UnitOfWork
from mind.turn.person import read_person
from mind.turn.terms import read_terms, renamed


def called(character: Character, person: Person) -> dict[Speaker, tuple[str, ...]]:
    """The names of both, in every language: hers with those she came with, the user's only where they gave one."""
    names: dict[Speaker, tuple[str, ...]] = {"companion": all_names(character)}
    if person.name:
        names["user"] = (person.name,)
    return names


def called_now(uow: UnitOfWork, character: Character, lang: Lang) -> dict[Speaker, tuple[str, ...]]:
    """The same, as it is kept now."""
    return called(renamed(character, read_terms(uow)), read_person(uow, lang))
