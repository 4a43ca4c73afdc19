"""Bringing a backup back, and beginning anew. What is there now is set aside first, never deleted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from mind.errors import StoreDamaged, StoreFault, StoreNewer
from mind.store import damage, faults, schema
from mind.store.backups import newest_backup
from mind.store.folder import Folder
from mind.store.restored import told_to_ledgers
from mind.store.sqlite.connect import make_engine
from mind.store.sqlite.dialect import SqliteDialect


def restore(folder: Path, backup: Path | None = None) -> tuple[Path, Path | None]:
    """Put `backup`, else the newest, in place of the database. The backup's path, and where the old one lies now.

    The backup is read through before anything is moved. Raises `StoreInUse` while a Hearth runs there, `StoreDamaged`
    or `StoreNewer` for a backup that cannot serve, `StoreFault` where there is none.
    """
    place = Folder(Path(folder).absolute())
    place.require_path()
    chosen = Path(backup).absolute() if backup is not None else newest_backup(place)
    if chosen is None or not chosen.is_file():
        raise StoreFault(
            f"There is no backup {chosen}." if chosen else f"There is no backup in {place.backups}.",
            "Name the file: hearth data restore FILE.",
            kind="usage" if chosen else None,
        )
    if place.database.exists() and chosen.samefile(place.database):
        raise StoreFault(f"{chosen} is the database itself, not a backup.", "Name a backup.", kind="usage")
    with _alone(place):
        fresh = place.database.with_name("hearth.db.new")
        with _blamed_on(backup):
            _copy_sound(chosen, fresh)
        with faults.told(place.path):
            told_to_ledgers(fresh, place.database)
        return chosen, _exchange(place, fresh)


@contextmanager
def _blamed_on(named: Path | None) -> Iterator[None]:
    """A file that the user named and that cannot serve is a wrong file, not a damaged folder."""
    try:
        yield
    except (StoreDamaged, StoreNewer) as fault:
        if named is not None:
            fault.kind = "usage"
        raise


def begin_anew(folder: Path) -> Path | None:
    """An empty database; where the old one lies now, if there was one."""
    place = Folder(Path(folder).absolute())
    place.require_path()
    with _alone(place):
        fresh = place.database.with_name("hearth.db.new")
        with faults.told(place.path):
            fresh.unlink(missing_ok=True)
            os.close(os.open(fresh, os.O_CREAT | os.O_EXCL, 0o600))
        engine = make_engine(fresh, "write")
        with faults.told(place.path), engine.connect() as connection:
            schema.upgrade(connection, SqliteDialect())
        engine.dispose()
        return _exchange(place, fresh)


@contextmanager
def _alone(place: Folder) -> Iterator[None]:
    """As the only writer of the folder."""
    with faults.told(place.path):
        place.path.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = place.take()
    try:
        yield
    finally:
        lock.release()


def _copy_sound(chosen: Path, fresh: Path) -> None:
    engine = make_engine(chosen, "frozen")
    try:
        with faults.told(fresh.parent):
            fresh.unlink(missing_ok=True)
            with engine.connect() as connection:
                _require_sound(connection, chosen)
                connection.rollback()
                SqliteDialect().copy(connection, fresh)
            _flush(fresh)
    except StoreDamaged as fault:
        fresh.unlink(missing_ok=True)
        raise StoreDamaged(
            f"The backup {chosen} does not read soundly. Nothing was changed.", "Choose an older one."
        ) from fault
    finally:
        engine.dispose()


def _require_sound(connection: Connection, chosen: Path) -> None:
    try:
        found = schema.revision(connection)
    except LookupError:
        found = None
    if found is None or SqliteDialect().page_faults(connection):
        raise faults.damaged(chosen.parent)
    if schema.is_newer(found) or schema.judged_by_newer(connection):
        raise StoreNewer(
            f"The backup {chosen} was written by a newer Hearth. Nothing was changed.", "Start the newer Hearth."
        )


def _exchange(place: Folder, fresh: Path) -> Path | None:
    # Between the two renames there is no database, but one set aside: opening then refuses instead of beginning anew.
    with faults.told(place.path):
        present = place.database.exists() and place.database.stat().st_size > 0
        aside = damage.set_aside(place, "replaced") if present else None
        fresh.replace(place.database)
        _flush(place.database)
    return aside


def _flush(file: Path) -> None:
    """Onto the disk, its name included."""
    for path in (file, file.parent):
        try:
            handle = os.open(path, os.O_RDONLY)
        except PermissionError:  # Windows opens no folders; its renames need no flush.
            continue
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
