"""SQLite behind the seam."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection

from mind.store.dialect import Indexed, Shape
from mind.store.sqlite import upkeep, words


class SqliteDialect:
    """`mind.store.dialect.Dialect` on SQLite with FTS5."""

    def make_indexes(self, connection: Connection) -> None:
        words.make(connection)

    def drop_indexes(self, connection: Connection) -> None:
        words.unmake(connection)

    def index(self, connection: Connection, kind: Indexed, row: int, text: str) -> None:
        words.add(connection, kind, row, text)

    def index_all(self, connection: Connection, kind: Indexed, rows: Iterable[tuple[int, str]]) -> int:
        return words.add_all(connection, kind, rows)

    def unindex(self, connection: Connection, kind: Indexed, row: int) -> None:
        words.drop(connection, kind, row)

    def match(self, connection: Connection, kind: Indexed, query: str, limit: int) -> list[tuple[int, float]]:
        return words.match(connection, kind, query, limit)

    def holding(self, connection: Connection, kind: Indexed, word: str, most: int) -> list[int]:
        return words.holding(connection, kind, word, most)

    def with_phrase(self, connection: Connection, kind: Indexed, phrase: str) -> list[int]:
        return words.with_phrase(connection, kind, phrase)

    def index_faults(self, connection: Connection) -> list[str]:
        return upkeep.index_faults(connection)

    def scrub_index(self, connection: Connection) -> None:
        words.scrub(connection)

    def settle(self, connection: Connection) -> bool:
        return upkeep.settle(connection)

    def page_faults(self, connection: Connection) -> list[str]:
        return upkeep.page_faults(connection)

    def unlike(self, column: ColumnElement[Any], shape: Shape) -> ColumnElement[bool]:
        return upkeep.unlike(column, shape)

    def copy(self, connection: Connection, target: Path) -> None:
        upkeep.copy(connection, target)
