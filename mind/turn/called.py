"""What the two who talk are called: names are kept out of what an encoder reads."""

from __future__ import annotations

from mind.domain import Character, Person, Speaker
from mind.languages import Lang
from mind.ports import UnitOfWork
from mind.turn.person import read_person


def called(character: Character, person: Person) -> dict[Speaker, tuple[str, ...]]:
    """The names of both, in every language; of the user only where they gave one."""
    names: dict[Speaker, tuple[str, ...]] = {"companion": tuple(character.names.values())}
    if person.name:
        names["user"] = (person.name,)
    return names


def called_now(uow: UnitOfWork, character: Character, lang: Lang) -> dict[Speaker, tuple[str, ...]]:
    """The same, as it is kept now."""
    return called(character, read_person(uow, lang))
