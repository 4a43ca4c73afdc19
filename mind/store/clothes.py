"""Her garments, the looks she keeps, and what she wears."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Table, delete, select, update

from mind.store.scope import Scope
from mind.store.tables import garment, look, worn
from mind.store.text import clean
from mind.wardrobe.holdings import CameBy, ChosenBy, Owned, SavedLook, WornLook

UNDONE: Final = 50
"""How many changes can be taken back."""
LOOKS: Final = 500
LOOK: Final = look


class StoredClothes:
    """`mind.wardrobe.ports.Clothes` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def owned(self) -> tuple[Owned, ...]:
        """Her garments, in the order they came."""
        columns = (garment.c.garment, garment.c.came, garment.c.by, garment.c.note, garment.c.favourite, garment.c.event_id)
        query = select(*columns).where(self._scope.owned(garment)).order_by(garment.c.id)
        return tuple(Owned(*row) for row in self._scope.connection.execute(query))

    def add(
        self, name: str, came: datetime, by: CameBy, *, note: str = "", event_id: int | None = None, turn_id: int | None = None
    ) -> Owned | None:
        """It is hers from now on; None where it was already."""
        if self._scope.connection.scalar(select(garment.c.id).where(self._mine(name))) is not None:
            return None
        row = {"garment": name, "came": came, "by": by, "note": clean(note), "event_id": event_id, "turn_id": turn_id}
        self._scope.add(garment, row)
        return Owned(name, came, by, clean(note), False, event_id)

    def favour(self, name: str, on: bool) -> None:
        """Mark it as a favourite. KeyError for what is not hers."""
        self._set(garment, self._mine(name), name, {"favourite": on})

    def looks(self) -> tuple[SavedLook, ...]:
        """Looks kept under a name, oldest first."""
        query = select(look.c.id, look.c.name, look.c.look, look.c.favourite).where(self._scope.owned(look))
        return tuple(SavedLook(*row) for row in self._scope.connection.execute(query.order_by(look.c.id).limit(LOOKS)))

    def keep_look(self, name: str, made: Mapping[str, Any], at: datetime) -> int:
        """Keep one; its id."""
        return self._scope.add(look, {"name": clean(name), "look": dict(made), "at": at})

    def change_look(
        self, look_id: int, *, name: str | None = None, look: Mapping[str, Any] | None = None, favourite: bool | None = None
    ) -> None:
        """Another name, other clothes or a mark; None leaves each as it is. KeyError."""
        values: dict[str, Any] = {} if name is None else {"name": clean(name)}
        if look is not None:
            values["look"] = dict(look)
        if favourite is not None:
            values["favourite"] = favourite
        self._set(LOOK, self._scope.owns(LOOK) & (LOOK.c.id == look_id), look_id, values or {"id": look_id})

    def remove_look(self, look_id: int) -> None:
        """Take one away. KeyError."""
        mine = self._scope.owns(look) & (look.c.id == look_id)
        if self._scope.connection.execute(delete(look).where(mine)).rowcount == 0:
            raise KeyError(look_id)

    def worn(self, limit: int = 1) -> tuple[WornLook, ...]:
        """What she put on last, newest first."""
        query = select(worn.c.look, worn.c.by, worn.c.at, worn.c.outfit).where(self._scope.owned(worn))
        return tuple(WornLook(*row) for row in self._scope.connection.execute(query.order_by(worn.c.id.desc()).limit(limit)))

    def wear(self, made: Mapping[str, Any], by: ChosenBy, at: datetime, outfit: str = "") -> None:
        """She wears this from now on; the oldest beyond what can be taken back go."""
        self._scope.add(worn, {"look": dict(made), "by": by, "at": at, "outfit": outfit})
        newest = select(worn.c.id).where(self._scope.owned(worn)).order_by(worn.c.id.desc()).offset(UNDONE + 1).limit(1)
        last = self._scope.connection.scalar(newest)
        if last is not None:
            self._scope.connection.execute(delete(worn).where(self._scope.owns(worn), worn.c.id <= last))

    def undo(self) -> bool:
        """What she put on last never was; False where there is nothing to go back to."""
        newest = select(worn.c.id).where(self._scope.owned(worn)).order_by(worn.c.id.desc()).limit(2)
        rows = self._scope.connection.scalars(newest).all()
        if len(rows) <= 1:
            return False
        self._scope.connection.execute(delete(worn).where(worn.c.id == rows[0]))
        return True

    def _mine(self, name: str) -> Any:
        return self._scope.owns(garment) & (garment.c.garment == name)

    def _set(self, table: Table, mine: Any, name: object, values: dict[str, Any]) -> None:
        if self._scope.connection.execute(update(table).where(mine).values(**values)).rowcount == 0:
            raise KeyError(name)
