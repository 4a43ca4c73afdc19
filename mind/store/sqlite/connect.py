"""The one function that makes the engine."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from mind.store.text import clean_json

Access = Literal["write", "read", "frozen", "memory"]
"""Owner of the file; reader beside a writer; reader of a file that nobody can change; a database of this process."""

BUSY_SECONDS: Final = 5.0


def make_engine(path: Path | None, access: Access) -> Engine:
    """An engine with one connection to the database, opened at first use. `path` is None for ``memory``.

    A writer is durable at COMMIT: write-ahead log, fsync at each commit, zeroes over what is deleted, nothing in
    temporary files. Words never show in messages of errors.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, access),
        poolclass=StaticPool,
        hide_parameters=True,
        json_serializer=_json,
    )
    # A writer takes its place in the queue at once: upgrading a read lock later could fail in the middle.
    begin = "BEGIN IMMEDIATE" if access == "write" else "BEGIN"

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _connect(path: Path | None, access: Access) -> sqlite3.Connection:
    # The driver's own transaction control would commit before a change of schema: it is off, `start` says BEGIN.
    raw = sqlite3.connect(
        _address(path, access), uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
    )
    try:
        for pragma in _pragmas(access):
            raw.execute(f"PRAGMA {pragma}").close()
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def _pragmas(access: Access) -> tuple[str, ...]:
    common = ("foreign_keys = ON", "temp_store = MEMORY", "trusted_schema = OFF")
    if access in ("read", "frozen"):
        return (*common, "query_only = ON")
    if access == "memory":
        return common
    return (*common, "secure_delete = ON", "journal_mode = WAL", "synchronous = FULL", "journal_size_limit = 0")


def _address(path: Path | None, access: Access) -> str:
    if path is None:
        return "file::memory:"
    mode = {"write": "mode=rwc", "read": "mode=ro", "frozen": "mode=ro&immutable=1", "memory": "mode=memory"}[access]
    # Bytes, because a folder's name need not be valid text.
    return f"file:///{quote(os.fsencode(path.as_posix()).lstrip(b'/'), safe='/:')}?{mode}"


def _json(value: Any) -> str:
    import json

    return json.dumps(clean_json(value), ensure_ascii=False, separators=(",", ":"))
