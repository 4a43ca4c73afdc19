"""Marks of who she is to the user: equal as long as persona, memory, bond and outfit are, whatever finds her words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from mind.bond.temperament import temperament_of
from mind.domain import Character, Memory
from mind.languages import LANGS
from mind.ports import UnitOfWork
from mind.turn.person import OUTFIT
from mind.turn.prompt_texts import system_text
from mind.turn.terms import read_terms, renamed

AT_A_TIME: Final = 1000


@dataclass(frozen=True, slots=True)
class Marks:
    """SHA-256 of each, in hexadecimal."""

    persona: str
    """Her name, what she is told to be in every language, her temperament, and what the user set about the two."""
    memory: str
    """Every fact that was kept, with what became of it."""
    bond: str
    outfit: str


def marks(uow: UnitOfWork, character: Character) -> Marks:
    """The marks of one companion as she is now."""
    terms = read_terms(uow)
    names = renamed(character, terms).names
    told = {lang: system_text(lang, names.get(lang, character.id)) for lang in LANGS}
    persona = {"told": told, "temperament": asdict(temperament_of(character.id)), "terms": asdict(terms)}
    return Marks(_mark(persona), _of_memory(uow), uow.ledger.state_hash(), _mark(uow.keepsakes.get(OUTFIT)))


def _of_memory(uow: UnitOfWork) -> str:
    """A part at a time, so that a million facts need no more room than a thousand."""
    found = hashlib.sha256()
    for memory in _all(uow):
        held = (memory.superseded_by, str(memory.expired_at), memory.muted, memory.pinned)
        found.update(_written([memory.id, memory.turn_id, memory.key, memory.value, memory.text, *held]))
    return found.hexdigest()


def _all(uow: UnitOfWork) -> Iterator[Memory]:
    before: int | None = None
    while page := uow.memories.history(limit=AT_A_TIME, before=before):
        yield from page
        before = page[-1].id


def _mark(value: Any) -> str:
    return hashlib.sha256(_written(value)).hexdigest()


def _written(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
