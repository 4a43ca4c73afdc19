"""What the user set about the two: what she is called, and what they are to each other. Kept as a small value.

Only the user's own hand or words write here. What is kept is read with doubt: a name that forgetting blanked, or that a
newer program wrote, is none; "partner" holds only for a person who said that they are an adult.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, get_args

from mind.domain import BondChange, BondEvent, Character, Origin, Person, Relation, Terms, Turn
from mind.languages import Lang
from mind.ports import Plan, UnitOfWork
from mind.talk.her_name import clean_name
from mind.turn.person import read_person

TERMS: Final = "terms"
QUOTED: Final = 200
RELATIONS: Final[tuple[Relation, ...]] = get_args(Relation)


def read_terms(uow: UnitOfWork) -> Terms:
    """What holds between the two now."""
    kept: Any = uow.keepsakes.get(TERMS)
    if not isinstance(kept, dict):
        return Terms()
    called, relation = kept.get("called"), kept.get("relation")
    name = clean_name(called) if isinstance(called, str) else None
    return fitting(Terms(name, relation if relation in RELATIONS else "friend"), read_person(uow, "en"))


def fitting(terms: Terms, person: Person) -> Terms:
    """The terms as they may hold for a person: nobody's partner who did not say that they are an adult."""
    return terms if may_be(terms.relation, person) else replace(terms, relation="friend")


def may_be(relation: Relation, person: Person) -> bool:
    """Whether she may be this to that person."""
    return relation != "partner" or person.adult is True


def keep_terms(
    uow: UnitOfWork, terms: Terms, at: datetime, *, quote: str = "", turn_id: int | None = None, origin: Origin = "user"
) -> tuple[BondChange, ...]:
    """Set other terms; another relation is an event of the bond, without weight. The caller commits.

    ValueError for a name that is none, or for a relation that may not be; then nothing is changed.
    """
    person, before = read_person(uow, "en"), read_terms(uow)
    called = None if terms.called is None else clean_name(terms.called, user=person.name)
    if terms.called is not None and called is None:
        raise ValueError("this cannot be her name")
    if terms.relation not in RELATIONS or not may_be(terms.relation, person):
        raise ValueError(f"she cannot be this: {terms.relation}")
    uow.keepsakes.put(TERMS, {"called": called, "relation": terms.relation})
    if terms.relation == before.relation:
        return ()
    return uow.ledger.apply([BondEvent("relation", quote, confirmed=True, origin=origin)], at, turn_id)


def write_terms(uow: UnitOfWork, terms: Terms, at: datetime) -> None:
    """The same, by the user's hand, for good. ValueError."""
    keep_terms(uow, terms, at)
    uow.commit()


def agree(uow: UnitOfWork, plan: Plan, turn: Turn, at: datetime, *, frozen: bool) -> tuple[BondChange, ...]:
    """Keep what the user's words in `turn` set between the two; the caller commits. Erasing is done by whoever holds the store.

    While words of a crisis are near (`frozen`) nothing is begun anew.
    """
    quote = turn.text[:QUOTED]
    changes: tuple[BondChange, ...] = ()
    if plan.terms is not None:
        changes += keep_terms(uow, plan.terms, at, quote=quote, turn_id=turn.id)
    if plan.deed in ("pause", "resume") or (plan.deed == "reset" and not frozen):
        changes += uow.ledger.apply([BondEvent(plan.deed, quote, confirmed=True, origin="user")], at, turn.id)
    return changes


def erase_all(uow: UnitOfWork) -> None:
    """Take away all that is kept of the two, for good."""
    uow.erase()
    uow.commit()


def renamed(character: Character, terms: Terms) -> Character:
    """The character by the name the user gave her, in every language; by her own where they gave none."""
    return replace(character, names=names_by(character.names, terms)) if terms.called else character


def names_by(names: Mapping[Lang, str], terms: Terms) -> dict[Lang, str]:
    """Her name in every language: one that the user gave is the same in all of them."""
    return {lang: terms.called or name for lang, name in names.items()}
