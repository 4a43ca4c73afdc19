"""What is kept about the person and her look, as keepsakes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from mind.domain import Outfit, Person
from mind.languages import Lang, as_lang
from mind.ports import UnitOfWork

PERSON: Final = "person"
NAME_BEFORE: Final = "name.before"
OUTFIT: Final = "outfit"


def read_person(uow: UnitOfWork, lang: Lang) -> Person:
    """The person; a new one speaks `lang`."""
    kept: Any = uow.keepsakes.get(PERSON)
    if not isinstance(kept, dict):
        return Person(lang=lang)
    notice = kept.get("ai_notice_at")
    return Person(
        name=kept.get("name"),
        lang=as_lang(kept.get("lang"), lang),
        adult=kept.get("adult"),
        ai_notice_at=datetime.fromisoformat(notice) if notice else None,
    )


def write_person(uow: UnitOfWork, person: Person) -> None:
    """Keep the person as they are now."""
    uow.keepsakes.put(
        PERSON,
        {
            "name": person.name,
            "lang": person.lang,
            "adult": person.adult,
            "ai_notice_at": person.ai_notice_at.isoformat() if person.ai_notice_at else None,
        },
    )


def learn_name(uow: UnitOfWork, person: Person, name: str, turn_id: int) -> None:
    """Keep the name a turn gave, and the one before, in case that turn is taken back."""
    if name == person.name:
        return
    uow.keepsakes.put(NAME_BEFORE, {"turn": turn_id, "name": person.name})
    write_person(uow, replace(person, name=name))


def unlearn_name(uow: UnitOfWork, person: Person, turn_id: int) -> None:
    """Go back to the earlier name if the current one came from that turn."""
    before: Any = uow.keepsakes.get(NAME_BEFORE)
    if isinstance(before, dict) and before.get("turn") == turn_id:
        write_person(uow, replace(person, name=before.get("name")))
        uow.keepsakes.put(NAME_BEFORE, None)


def worn_outfit(uow: UnitOfWork, outfits: tuple[Outfit, ...]) -> str:
    """The outfit she wears: the kept one where it still exists, else the first."""
    kept: Any = uow.keepsakes.get(OUTFIT)
    ids = [outfit.id for outfit in outfits]
    return kept if kept in ids else (ids[0] if ids else "")
