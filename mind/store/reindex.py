"""Writing the search indexes anew from the rows: what they hold can always be had again."""

from __future__ import annotations

from sqlalchemy import select

from mind.store.scope import Scope
from mind.store.search import memory_words
from mind.store.tables import memory, sentence, turn


def reindex(scope: Scope) -> int:
    """Make all search indexes anew, of every companion and person; how many rows they hold now."""
    connection, dialect = scope.connection, scope.dialect
    dialect.drop_indexes(connection)
    dialect.make_indexes(connection)
    count = 0
    for row in connection.execute(select(turn.c.id, turn.c.text)):
        dialect.index(connection, "turn", row.id, row.text)
        count += 1
    for row in connection.execute(select(memory)):
        dialect.index(connection, "memory", row.id, memory_words(row.text, row.quote, row.value, row.kind))
        count += 1
    for row in connection.execute(select(sentence.c.id, sentence.c.text)):
        dialect.index(connection, "sentence", row.id, row.text)
        count += 1
    return count
