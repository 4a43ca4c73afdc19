"""Backups: sound copies with the time in their name, thinned to days and weeks."""

from __future__ import annotations

import errno
import re
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from mind.store import faults
from mind.store.dialect import Dialect
from mind.store.folder import Folder
from mind.store.keepsakes import ERASED_AT
from mind.store.tables import setting

NAME: Final = re.compile(r"hearth-(\d{8})-(\d{6})(?:-\d+)?\.db")
PART: Final = ".part"
DAYS: Final = 7
WEEKS: Final = 8


def backup_time(file: Path) -> datetime | None:
    """When a backup was made, by its name; None for another file."""
    found = NAME.fullmatch(file.name)
    return datetime.strptime("".join(found.groups()[:2]), "%Y%m%d%H%M%S") if found else None


def all_backups(folder: Folder) -> list[Path]:
    """The backups in the folder, oldest first."""
    if not folder.backups.is_dir():
        return []
    return sorted(file for file in folder.backups.iterdir() if backup_time(file))


def newest_backup(folder: Folder) -> Path | None:
    """The newest backup, or None."""
    found = all_backups(folder)
    return found[-1] if found else None


def make_backup(connection: Connection, dialect: Dialect, folder: Folder, target: Path | None = None) -> Path:
    """Check the database, then copy it to `target`, else to a dated name under backups/. The copy's path.

    Raises `StoreDamaged` rather than back up what is broken. An existing `target` stays: it is a `StoreFault` like any
    place that cannot be written.
    """
    with faults.told(folder.path):
        if dialect.page_faults(connection):
            raise faults.damaged(folder.path)
        connection.rollback()
        if target is None:
            folder.backups.mkdir(mode=0o700, exist_ok=True)
            return _copied(connection, dialect, _free_name(folder))
    try:
        return _copied(connection, dialect, target)
    except (OSError, DBAPIError, sqlite3.Error) as error:
        raise faults.of_copy(error, target) from error


def _copied(connection: Connection, dialect: Dialect, target: Path) -> Path:
    # Under another name until it is whole: a copy cut short must never pass for a backup.
    part = target.with_name(target.name + PART)
    part.unlink(missing_ok=True)
    try:
        dialect.copy(connection, part)
        if target.exists():
            raise FileExistsError(errno.EEXIST, "it is there already", str(target))
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def keep_daily(connection: Connection, dialect: Dialect, folder: Folder) -> None:
    """A backup if the newest is not of today, and the old ones thinned."""
    newest = newest_backup(folder)
    made = backup_time(newest) if newest else None
    if made is None or made.date() != _now().date():
        make_backup(connection, dialect, folder)
        thin(folder, _last_erasure(connection))


def thin(folder: Folder, erased: datetime | None) -> list[Path]:
    """Remove backups that no day or week needs, and all copies that still hold what was forgotten; the removed ones."""
    files = all_backups(folder)
    times = {file: moment for file in files if (moment := backup_time(file))}
    kept = worth_keeping(times, _now(), erased)
    gone = [file for file in files if file not in kept] + list(folder.backups.glob(f"*{PART}"))
    gone += [file for file in folder.replaced() if erased and _outlived(_changed(file), erased, _now())]
    for file in gone:
        file.unlink(missing_ok=True)
    return gone


def worth_keeping(times: dict[Path, datetime], now: datetime, erased: datetime | None = None) -> set[Path]:
    """The newest of all, the newest of each of the last `DAYS` days and of each of the last `WEEKS` weeks.

    Of the backups made before `erased`, only those of the last `DAYS` days: what the user forgot leaves them in time.
    """
    kept: dict[object, Path] = {}
    for file, moment in sorted(times.items(), key=lambda pair: (pair[1], pair[0].name)):
        if erased and _outlived(moment, erased, now):
            continue
        kept["newest"] = file
        if moment.date() > now.date() - timedelta(days=DAYS):
            kept[moment.date()] = file
        if moment.date() > now.date() - timedelta(weeks=WEEKS):
            kept[moment.isocalendar()[:2]] = file
    return set(kept.values())


def _outlived(moment: datetime, erased: datetime, now: datetime) -> bool:
    return moment <= erased and moment <= now - timedelta(days=DAYS)


def _changed(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime)


def _last_erasure(connection: Connection) -> datetime | None:
    query = select(setting.c.value).where(setting.c.key == ERASED_AT)
    moments = [datetime.fromisoformat(value) for value in connection.scalars(query)]
    connection.rollback()
    return max(moments).astimezone().replace(tzinfo=None) if moments else None


def _now() -> datetime:
    """The local time without its zone, as the names of backups tell it."""
    return datetime.now().astimezone().replace(tzinfo=None)


def _free_name(folder: Folder) -> Path:
    stamp = _now().strftime("%Y%m%d-%H%M%S")
    number = 0
    while True:
        name = f"hearth-{stamp}.db" if number == 0 else f"hearth-{stamp}-{number}.db"
        target = folder.backups / name
        if not target.exists():
            return target
        number += 1
