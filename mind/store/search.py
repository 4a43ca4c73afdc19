"""Finding rows by words: the index first, the bare text for what no index holds (signs, emoji)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Table, or_, select

from mind.store.dialect import Indexed
from mind.store.scope import Scope
from mind.store.terms import query_terms
from mind.store.text import clean

LONGEST_VERBATIM: Final = 200
"""Characters: SQLite compares no pattern above some thousand."""


def best_rows(
    scope: Scope,
    kind: Indexed,
    table: Table,
    columns: Sequence[ColumnElement[str]],
    query: str,
    limit: int,
    *conditions: ColumnElement[bool],
    owned: bool = True,
) -> list[int]:
    """Ids of the owner's rows that match, best first. Rows that hold the query word for word come before the rest.

    Where not `owned`, the conditions say whose the rows are.
    """
    query = clean(query).strip()
    if not query or limit <= 0:
        return []
    whole, starts = query_terms(query)
    query = query[:LONGEST_VERBATIM]
    mine = (scope.owns(table), *conditions) if owned else conditions
    verbatim = or_(*(column.icontains(query, autoescape=True) for column in columns))
    if not (whole or starts):
        plain = select(table.c.id).where(*mine, verbatim).order_by(table.c.id.desc()).limit(limit)
        return list(scope.connection.scalars(plain))
    # Other owners' rows share the index, and superseded memories stay in it: ask for more than is wanted.
    found = [row for row, _ in scope.dialect.match(scope.connection, kind, query, 10 * limit + 50)]
    if not found:
        return []
    keep = set(scope.connection.scalars(select(table.c.id).where(*mine, table.c.id.in_(found))))
    exact = set(scope.connection.scalars(select(table.c.id).where(table.c.id.in_(keep), verbatim)))
    mine_ranked = [row for row in found if row in keep]
    return sorted(mine_ranked, key=lambda row: row not in exact)[:limit]


def memory_words(text: str, quote: str, value: str, kind: str) -> str:
    """What a memory is found by: the sentence shown, the user's words, and the rule's own words ("pet name")."""
    return "\n".join((text, quote, value, kind.replace(".", " ").replace("_", " ")))
