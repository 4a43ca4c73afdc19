"""The seam for what databases do not share: search indexes, upkeep, copies. SQLite serves today (`mind.store.sqlite`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, Protocol

from sqlalchemy import ColumnElement, Connection

Shape = Literal["moment", "json", "object", "array"]
Indexed = Literal["turn", "memory", "sentence"]


class Dialect(Protocol):
    """What the store asks of a database beyond common SQL. Calls with a connection join its transaction."""

    def make_indexes(self, connection: Connection) -> None:
        """Create the search indexes that are not there, empty."""

    def drop_indexes(self, connection: Connection) -> None:
        """Drop the search indexes, also broken ones."""

    def index(self, connection: Connection, kind: Indexed, row: int, text: str) -> None:
        """Make a row findable by its words."""

    def index_all(self, connection: Connection, kind: Indexed, rows: Iterable[tuple[int, str]]) -> int:
        """Make many rows findable, each once; how many there were."""

    def unindex(self, connection: Connection, kind: Indexed, row: int) -> None:
        """Take a row out of the index."""

    def match(self, connection: Connection, kind: Indexed, query: str, limit: int) -> list[tuple[int, float]]:
        """Row ids whose words match, best first, each with a score above 0."""

    def holding(self, connection: Connection, kind: Indexed, word: str, most: int) -> list[int]:
        """Row ids that hold a word or, of one character, a pair that begins with it; newest first, at most `most`."""

    def with_phrase(self, connection: Connection, kind: Indexed, phrase: str) -> list[int]:
        """Row ids in which the words of a phrase follow each other, however they are written: all that hold the phrase are
        among them."""

    def index_faults(self, connection: Connection) -> list[str]:
        """What is wrong between rows and indexes; empty if nothing."""

    def scrub_index(self, connection: Connection) -> None:
        """Leave no trace of unindexed words inside the index."""

    def settle(self, connection: Connection) -> bool:
        """Write all pending pages home and empty the log; False if a reader holds it up. Outside of a transaction."""

    def page_faults(self, connection: Connection) -> list[str]:
        """What is wrong with the file itself; empty if nothing."""

    def unlike(self, column: ColumnElement[Any], shape: Shape) -> ColumnElement[bool]:
        """The condition that a value is not written as a time with its zone, as JSON, as an object or list of it."""

    def copy(self, connection: Connection, target: Path) -> None:
        """A sound copy of the committed state."""
