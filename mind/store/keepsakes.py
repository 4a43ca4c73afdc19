"""Small JSON values: those of the person are shared by all companions, the rest belong to one of them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Table, select, update

from mind.store.scope import Scope, new_row
from mind.store.tables import keepsake, setting

ERASED_AT: Final = "erased_at"
"""When something was last forgotten: backups from before go within days (`mind.store.backups`)."""

PERSON: Final = "person"
NAME_BEFORE: Final = "name.before"
OF_THE_PERSON: Final = frozenset({PERSON, NAME_BEFORE, ERASED_AT})


class StoredKeepsakes:
    """`mind.ports.Keepsakes` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, key: str) -> Any:
        """The value, or None."""
        table, mine = self._place(key)
        return self._scope.connection.scalar(select(table.c.value).where(mine, table.c.key == key))

    def put(self, key: str, value: Any) -> None:
        """Set it."""
        table, mine = self._place(key)
        connection = self._scope.connection
        changed = connection.execute(update(table).where(mine, table.c.key == key).values(value=value))
        if changed.rowcount == 0:
            owner = {"person_id": self._scope.person_id} if table is setting else self._scope.owner()
            new_row(connection, table, {**owner, "key": key, "value": value})

    def _place(self, key: str) -> tuple[Table, ColumnElement[bool]]:
        if key in OF_THE_PERSON:
            return setting, setting.c.person_id == self._scope.person_id
        return keepsake, self._scope.owns(keepsake)


def forget_name(keepsakes: StoredKeepsakes) -> None:
    """The user's name goes; their language, and what they said of their age, are settings and stay."""
    person = keepsakes.get(PERSON)
    if isinstance(person, dict):
        keepsakes.put(PERSON, {**person, "name": None})
    if keepsakes.get(NAME_BEFORE) is not None:
        keepsakes.put(NAME_BEFORE, None)
