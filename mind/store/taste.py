"""Signs of what the user likes, and forgetting among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import delete, select, update

from mind.store.phrases import holds
from mind.store.scope import Scope
from mind.store.tables import taste_sign as table
from mind.store.text import clean
from mind.taste.sign import KeptSign, TasteSign

LONGEST: Final = 120


class StoredTaste:
    """`mind.ports.TasteSigns` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, signs: Iterable[TasteSign]) -> tuple[int, ...]:
        """Keep them, in this order; their ids. ValueError for an axis of more than 120 characters."""
        return tuple(self._scope.add(table, _row(sign)) for sign in signs)

    def signs(self, *, undone: bool = False, axis: str | None = None, limit: int = 2000) -> tuple[KeptSign, ...]:
        """The newest ones, newest first; `undone` ones too, or those of one axis alone."""
        columns = (table.c[name] for name in ("axis", "value", "weight", "kind", "at", "turn_id", "id", "undone"))
        query = select(*columns).where(self._scope.owned(table)).order_by(table.c.id.desc()).limit(limit)
        if not undone:
            query = query.where(table.c.undone.is_(False))
        if axis is not None:
            query = query.where(table.c.axis == axis)
        return tuple(KeptSign(*row) for row in self._scope.connection.execute(query))

    def undo(self, sign_id: int, undone: bool = True) -> None:
        """It counts no longer, or again. KeyError where there is none."""
        mine = self._scope.owns(table) & (table.c.id == sign_id)
        if self._scope.connection.execute(update(table).where(mine).values(undone=undone)).rowcount == 0:
            raise KeyError(sign_id)

    def clear(self, axis: str | None = None) -> int:
        """Take away all signs, or those of an axis, for good; how many went."""
        mine = self._scope.owned(table) if axis is None else self._scope.owned(table) & (table.c.axis == axis)
        return self._scope.connection.execute(delete(table).where(mine)).rowcount

    def fade(self, before: datetime) -> int:
        """Let go of what was only noticed before that; how many went."""
        old = self._scope.owned(table) & (table.c.kind == "sign") & (table.c.at < before)
        return self._scope.connection.execute(delete(table).where(old)).rowcount


def forget_taste(scope: Scope, phrases: list[str], everywhere: list[str], turns: Collection[int]) -> None:
    """Signs go whose axis names what is forgotten; words that could be anybody's only where they came of these turns."""
    query = select(table.c.id, table.c.axis, table.c.turn_id).where(scope.owned(table))
    rows = scope.connection.execute(query).all()
    doomed = [row.id for row in rows if holds(row.axis, phrases if row.turn_id in turns else everywhere)]
    for row in doomed:
        scope.connection.execute(delete(table).where(table.c.id == row))


def _row(sign: TasteSign) -> dict[str, object]:
    axis = clean(sign.axis)
    if len(axis) > LONGEST:
        raise ValueError(f"an axis of more than {LONGEST} characters")
    return {
        "axis": axis, "value": sign.value, "weight": sign.weight, "kind": sign.kind, "at": sign.at, "turn_id": sign.turn_id,
        "undone": False,
    }  # fmt: skip
