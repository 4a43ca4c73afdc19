"""The one place where errors of the database and of its files become the faults a user can act on."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from mind.errors import StoreDamaged, StoreFault, StoreFull, StoreInUse, StoreReadOnly

LEAST_FREE: Final = 128 * 1024
"""Bytes the log's index and one page of it may need at once."""
FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
READ_ONLY: Final = {errno.EACCES, errno.EPERM, errno.EROFS}

DAMAGED_CODES: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
UNREADABLE: Final = "Could not decode to UTF-8"
"""How the driver, which has no code for it, begins to speak of words whose bytes were changed; the words follow."""
BUSY_CODES: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
CLOSED_CODES: Final = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}


def fault_of(error: BaseException, folder: Path) -> StoreFault | None:
    """The fault that an error of SQLite or of a file stands for; None for a mistake of ours."""
    if isinstance(error, DBAPIError) and isinstance(error.orig, sqlite3.Error):
        error = error.orig
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error, folder)
    if isinstance(error, OSError):
        return _of_file(error, folder)
    return None


def _of_sqlite(error: sqlite3.Error, folder: Path) -> StoreFault | None:
    code = getattr(error, "sqlite_errorcode", 0)
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_FULL:
        return full(folder)
    if primary in DAMAGED_CODES or str(error).startswith(UNREADABLE):
        return damaged(folder)
    if primary in BUSY_CODES:
        return in_use(folder)
    if primary in CLOSED_CODES:
        return read_only(folder)
    if primary == sqlite3.SQLITE_IOERR and _no_room(folder):
        # Where there is no room for the log's index, SQLite speaks of an error of the disk.
        return full(folder)
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        name = getattr(error, "sqlite_errorname", "SQLITE_IOERR")
        return StoreFault(
            f"The data folder {folder} cannot be used ({name}).",
            "Check that the disk is there and sound, or choose another folder with --data-dir.",
        )
    return None


def _of_file(error: OSError, folder: Path) -> StoreFault:
    if error.errno in FULL:
        return full(folder)
    if error.errno in READ_ONLY:
        return read_only(folder)
    reason = error.strerror or type(error).__name__
    if error.filename and Path(str(error.filename)) != folder:
        reason = f"{Path(str(error.filename)).name}: {reason}"
    return StoreFault(
        f"The data folder {folder} cannot be used: {reason}.", "Choose another folder with --data-dir or HEARTH_HOME."
    )


def _no_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < LEAST_FREE
    except OSError:
        return False


def full(folder: Path) -> StoreFull:
    return StoreFull(
        f"No room is left for the data folder {folder}.", "Free some space and say it again; all that was kept is safe."
    )


def read_only(folder: Path) -> StoreReadOnly:
    return StoreReadOnly(
        f"The data folder {folder} cannot be written.",
        "Give yourself the right to write there, or choose another folder with --data-dir or HEARTH_HOME.",
    )


def unreadable(folder: Path) -> StoreReadOnly:
    return StoreReadOnly(
        f"The data folder {folder} cannot be read.",
        "Give yourself the right to read it, or choose another folder with --data-dir or HEARTH_HOME.",
    )


def no_folder(place: Path) -> StoreFault:
    return StoreFault(f"{place} is a file, not a data folder.", "Choose a folder with --data-dir or HEARTH_HOME.")


def no_file(place: Path) -> StoreFault:
    return StoreFault(
        f"{place} is a folder, not a database.", "Move it away, or choose another data folder with --data-dir or HEARTH_HOME."
    )


def of_copy(error: OSError | DBAPIError | sqlite3.Error, target: Path) -> StoreFault:
    """The fault of a file that the user named for a copy."""
    told = fault_of(error, target.parent)
    reason = "no room is left there" if isinstance(told, StoreFull) else "no file can be made there"
    reason = error.strerror or reason if isinstance(error, OSError) else reason
    return StoreFault(f"{target} cannot be written: {reason}.", "Choose another place.", kind="usage")


def in_use(folder: Path) -> StoreInUse:
    return StoreInUse(
        f"Another Hearth uses the data folder {folder}.", "Close it first, or choose another folder with --data-dir."
    )


def damaged(folder: Path) -> StoreDamaged:
    return StoreDamaged(
        f"The database in {folder} does not read soundly.",
        "See what is wrong with 'hearth data check', then bring back a backup with 'hearth data restore'.",
    )


@contextmanager
def told(folder: Path, *errors: type[Exception]) -> Iterator[None]:
    """Whatever of the database or its files goes wrong inside is raised as a fault of the tree.

    Where foreign code runs inside, name the `errors` that can only be the store's.
    """
    expected = errors or (DBAPIError, sqlite3.Error, OSError)
    try:
        yield
    except expected as error:
        fault = fault_of(error, folder)
        if fault is None:
            raise
        raise fault from error
