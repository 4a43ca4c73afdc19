"""The words that lie among her clothes: notes of who gave them, names of looks. Forgetting follows them there."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update

from mind.store.phrases import BLANK, blanked, holds
from mind.store.scope import Scope
from mind.store.tables import bond_event, garment, look

GIFT = "gift"


def forget_given(scope: Scope, turns: Collection[int]) -> None:
    """Turns go whose words gave her something: it stays hers, without the words."""
    mine = scope.owns(garment) & garment.c.turn_id.in_(list(turns))
    scope.connection.execute(update(garment).where(mine).values(note=""))


def blank_clothes(scope: Scope, phrases: list[str], everywhere: list[str], turns: Collection[int]) -> list[int]:
    """Blank the phrases in notes and names; those that could be anybody's words only in what came of these turns.

    Returns the gifts in the bond's ledger that quote one.
    """
    for row in scope.connection.execute(select(garment).where(scope.owned(garment), garment.c.note != "")).all():
        note = _left(row.note, phrases if row.turn_id in turns else everywhere)
        if note != row.note:
            scope.connection.execute(update(garment).where(garment.c.id == row.id).values(note=note))
    for row in scope.connection.execute(select(look.c.id, look.c.name).where(scope.owned(look))).all():
        name = blanked(row.name, everywhere)
        if name != row.name:
            scope.connection.execute(update(look).where(look.c.id == row.id).values(name=name))
    given = select(bond_event.c.id, bond_event.c.quote).where(scope.owns(bond_event), bond_event.c.kind == GIFT)
    return [row.id for row in scope.connection.execute(given.where(bond_event.c.quote != "")) if holds(row.quote, everywhere)]


def _left(text: str, phrases: list[str]) -> str:
    """The text without the phrases; nothing where no other words are left."""
    found = blanked(text, phrases)
    return found if any(letter.isalnum() for letter in found.replace(BLANK, "")) else ""
