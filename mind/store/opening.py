"""Opening the store: who may write, which schema it has, whether it is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Connection, Engine

from mind.errors import StoreDamaged, StoreFault, StoreNewer, StoreReadOnly
from mind.store import damage, faults, schema
from mind.store.backups import make_backup
from mind.store.folder import Folder
from mind.store.sqlite.connect import Access, make_engine
from mind.store.sqlite.dialect import SqliteDialect
from mind.store.sqlite.upkeep import driver
from mind.store.store import THREAD, Opened, SqliteStore

T = TypeVar("T")

CHECKED_WHOLE: Final = 32 * 2**20
"""Bytes up to which every page is checked at the start; larger databases are checked with each backup."""


def open_store(
    folder: Path, *, companion: str = "mira", readonly: bool = False, upgrading: Callable[[], None] = lambda: None
) -> SqliteStore:
    """The store in `folder`, made if it is not there, brought to the newest schema, for `companion` and the user.

    One writer at a time: `StoreInUse` for a second. A reader may open any time, also beside a writer and on a folder it
    cannot write; a folder that does not exist reads as empty. Raises `StoreDamaged` (the file is set aside first),
    `StoreNewer`, `StoreReadOnly`, `StoreFull` or `StoreFault`. `upgrading` is called, on a thread of the store's, before an
    older database so large that its upgrade takes more than moments is backed up and brought to the newest schema.
    """
    executor = ThreadPoolExecutor(1, thread_name_prefix=THREAD)
    place = Folder(Path(folder).absolute())
    try:
        if readonly:
            opened = executor.submit(_open_reader, place, companion).result()
        else:
            opened = executor.submit(_open_writer, place, companion, upgrading).result()
    except BaseException:
        executor.shutdown()
        raise
    return SqliteStore(opened, executor)


def _open_writer(folder: Folder, companion: str, upgrading: Callable[[], None]) -> Opened:
    folder.require_shape()
    damage.refuse_if_lost(folder)
    folder.make()
    lock = folder.take()
    engine = make_engine(folder.database, "write")
    try:
        _using(engine, folder, lambda connection: _prepare(connection, folder, upgrading))
    except StoreDamaged as fault:
        engine.dispose()
        aside = damage.set_aside(folder)
        lock.release()
        raise damage.described(folder, aside) from fault
    except BaseException:
        engine.dispose()
        lock.release()
        raise
    return Opened(folder, engine, SqliteDialect(), companion, lock)


def _prepare(connection: Connection, folder: Folder, upgrading: Callable[[], None]) -> None:
    dialect = SqliteDialect()
    found = _known_revision(connection, folder)
    small = folder.database.stat().st_size <= CHECKED_WHOLE
    if found is not None and small and dialect.page_faults(connection):
        raise faults.damaged(folder.path)
    connection.commit()
    if found == schema.HEAD:
        return
    if found is not None:
        if not small:
            upgrading()
        make_backup(connection, dialect, folder)
    schema.upgrade(connection, dialect)


def _known_revision(connection: Connection, folder: Folder) -> str | None:
    try:
        found = schema.revision(connection)
    except LookupError as error:
        raise StoreFault(
            f"{folder.database} is a database, but not Hearth's.", "Choose another folder with --data-dir."
        ) from error
    if schema.is_newer(found) or (found is not None and schema.judged_by_newer(connection)):
        raise StoreNewer(
            f"The data in {folder.path} was written by a newer Hearth.",
            "Start the newer Hearth, or choose another folder with --data-dir. Nothing was changed.",
        )
    return found


def _open_reader(folder: Folder, companion: str) -> Opened:
    folder.require_shape()
    with faults.told(folder.path):
        empty = not folder.database.exists() or folder.database.stat().st_size == 0
    if empty:
        damage.refuse_if_lost(folder)
        return Opened(folder, _in_memory(None), SqliteDialect(), companion, None)
    try:
        engine, found = _connected(folder, "read")
    except (StoreReadOnly, StoreFault) as fault:
        if isinstance(fault, StoreNewer | StoreDamaged) or not _settled(folder):
            raise
        # A folder nobody can write has no place for the log's index: read the file alone.
        engine, found = _connected(folder, "frozen")
    if found != schema.HEAD:
        engine = _upgraded_copy(engine)
    return Opened(folder, engine, SqliteDialect(), companion, None)


def _connected(folder: Folder, access: Access) -> tuple[Engine, str | None]:
    engine = make_engine(folder.database, access)
    try:
        return engine, _using(engine, folder, lambda connection: _known_revision(connection, folder))
    except BaseException:
        engine.dispose()
        raise


def _settled(folder: Folder) -> bool:
    log = folder.database.with_name(folder.database.name + "-wal")
    return not log.exists() or log.stat().st_size == 0


def _upgraded_copy(older: Engine) -> Engine:
    """A reader may not upgrade the file: it reads an upgraded copy in memory."""
    try:
        with older.connect() as connection:
            return _in_memory(driver(connection))
    finally:
        older.dispose()


def _in_memory(source: sqlite3.Connection | None) -> Engine:
    engine = make_engine(None, "memory")
    with engine.connect() as connection:
        if source is not None:
            source.backup(driver(connection))
        schema.upgrade(connection, SqliteDialect())
        driver(connection).execute("PRAGMA query_only = ON")
    return engine


def _using(engine: Engine, folder: Folder, work: Callable[[Connection], T]) -> T:
    with faults.told(folder.path), engine.connect() as connection:
        return work(connection)
