"""Checks, checkpoints and copies of an SQLite file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, String, case, func, type_coerce

from mind.store.dialect import Shape
from mind.store.sqlite.words import TABLES

MOMENT: Final = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*[+-][0-2][0-9]:[0-5][0-9]*"
"""ISO 8601 with the offset, as far as a pattern tells."""

LARGEST_COPY: Final = 256 * 2**20
"""Bytes."""


def settle(connection: Connection) -> bool:
    """Write the log into the database and cut it to nothing, so that deleted words are in neither."""
    busy, _, _ = driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def last_ids(connection: Connection) -> dict[str, int]:
    """The last id that was given, by table."""
    return {str(name): int(last) for name, last in driver(connection).execute("SELECT name, seq FROM sqlite_sequence")}


def number_beyond(connection: Connection, ids: dict[str, int]) -> None:
    """Give only ids beyond these from now on. Joins the transaction."""
    for name, last in ids.items():
        update = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
        if connection.exec_driver_sql(update, (last, name)).rowcount == 0:
            connection.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))


def page_faults(connection: Connection) -> list[str]:
    """What `quick_check` says; at most twenty lines."""
    return [str(line) for (line,) in driver(connection).execute("PRAGMA quick_check(20)") if line != "ok"]


def unlike(column: ColumnElement[Any], shape: Shape) -> ColumnElement[bool]:
    """That a value has not the shape it must have."""
    written = type_coerce(column, String)
    if shape == "moment":
        return ~written.bool_op("GLOB")(MOMENT)
    sound = func.json_valid(written) == 1
    if shape == "json":
        return ~sound
    return case((sound, func.json_type(written)), else_="none") != shape


def index_faults(connection: Connection) -> list[str]:
    """Whether each index is sound and holds just the rows there are."""
    found = []
    for kind, table in TABLES.items():
        rows = {row for (row,) in connection.exec_driver_sql(f"SELECT id FROM {kind}")}
        indexed = {row for (row,) in connection.exec_driver_sql(f"SELECT rowid FROM {table}")}
        if rows - indexed:
            found.append(f"{len(rows - indexed)} rows of {kind} cannot be found by search")
        if indexed - rows:
            found.append(f"{len(indexed - rows)} entries of {table} point to no row")
    return found + _inside_faults(driver(connection))


def _inside_faults(raw: sqlite3.Connection) -> list[str]:
    """What FTS5 itself says of its indexes. It asks for the right to write: on a copy in memory, if that is not too big."""
    pages, size = (raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if pages * size > LARGEST_COPY:
        return []
    found = []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copied:
        raw.backup(copied)
        for table in TABLES.values():
            try:
                copied.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
            except sqlite3.DatabaseError:
                found.append(f"the search index {table} is damaged")
    return found


def copy(connection: Connection, target: Path) -> None:
    """Copy through SQLite's backup, so that a writer elsewhere does no harm; the copy is one file, readable by its
    owner only, on disk when this returns."""
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    os.close(handle)
    with closing(sqlite3.connect(target, isolation_level=None)) as copied:
        driver(connection).backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")


def driver(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection under SQLAlchemy's."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw
