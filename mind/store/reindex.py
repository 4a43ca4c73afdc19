"""Writing the search indexes anew from the rows: what they hold can always be had again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Column, select

from mind.store.scope import Scope
from mind.store.search import memory_words
from mind.store.tables import memory, sentence, turn

AT_A_TIME: Final = 5000
MEMORY: Final = (memory.c.id, memory.c.text, memory.c.quote, memory.c.value, memory.c.kind)


def reindex(scope: Scope) -> int:
    """Make all search indexes anew, of every companion and person; how many rows they hold now."""
    connection, dialect = scope.connection, scope.dialect
    dialect.drop_indexes(connection)
    dialect.make_indexes(connection)
    told = ((row.id, memory_words(row.text, row.quote, row.value, row.kind)) for row in _walk(scope, *MEMORY))
    count = dialect.index_all(connection, "turn", _walk(scope, turn.c.id, turn.c.text))
    count += dialect.index_all(connection, "memory", told)
    return count + dialect.index_all(connection, "sentence", _walk(scope, sentence.c.id, sentence.c.text))


def _walk(scope: Scope, *columns: Column[Any]) -> Iterator[Any]:
    """The rows of a table in parts: a statement that reads on while the driver writes might be reset."""
    last = 0
    key = columns[0]
    while part := scope.connection.execute(select(*columns).where(key > last).order_by(key).limit(AT_A_TIME)).all():
        yield from part
        last = part[-1].id
