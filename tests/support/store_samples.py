"""Invented turns and facts for tests of the store, the memory and the bond."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from mind.domain import FactProposal, Memory, Turn
from mind.ports import UnitOfWork
from mind.store import SqliteStore, open_store

MONDAY = datetime(2026, 3, 2, 18, 30, tzinfo=timezone(timedelta(hours=1)))


@contextmanager
def store_in(folder: Path, *, companion: str = "mira", readonly: bool = False) -> Iterator[SqliteStore]:
    """A store, closed at the end."""
    store = open_store(folder, companion=companion, readonly=readonly)
    try:
        yield store
    finally:
        store.close()


def say(unit: UnitOfWork, text: str, *, days: float = 0, lang: str = "en") -> Turn:
    """The user says something."""
    return unit.turns.add("user", text, MONDAY + timedelta(days=days), lang, "typed")  # type: ignore[arg-type]


def answer(unit: UnitOfWork, turn: Turn, text: str, used: tuple[int, ...] = ()) -> Turn:
    """She answers."""
    meta = {"memories_used": list(used)}
    return unit.turns.add("companion", text, turn.at, turn.lang, "own", ended="complete", reply_to=turn.id, meta=meta)


def fact(value: str, key: str = "user.pet.cat.name", *, text: str = "", quote: str = "", **more: object) -> FactProposal:
    """Something a turn says about the user."""
    kind = more.pop("kind", key.removeprefix("user."))
    return FactProposal(
        kind=str(kind), key=key, value=value, text=text or f"Your cat is called {value}.",
        quote=quote or f"my cat is called {value}", lang="en", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def keep(unit: UnitOfWork, proposal: FactProposal, *, days: float = 0) -> Memory:
    """Say the fact's quote and keep the fact."""
    memory = unit.memories.keep(proposal, say(unit, proposal.quote, days=days))
    assert memory is not None
    return memory


def files_holding(folder: Path, words: str) -> list[str]:
    """The files under `folder` that hold these bytes in any case, in UTF-8 or UTF-16."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes().lower()
            if any(words.lower().encode(coding) in content for coding in ("utf-8", "utf-16-le")):
                found.append(file.name)
    return found
