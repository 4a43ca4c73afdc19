"""A damaged database is set aside, never deleted, and never quietly replaced by an empty one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from mind.errors import StoreDamaged
from mind.store import faults
from mind.store.backups import newest_backup
from mind.store.folder import SIDE_FILES, Folder


def set_aside(folder: Folder, why: str = "damaged") -> Path:
    """Rename the database and its log to ``hearth.db.<why>-<time>``; the new name."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
    aside = folder.path / f"{folder.database.name}.{why}-{stamp}"
    with faults.told(folder.path):
        for side in (*SIDE_FILES, ""):
            file = Path(f"{folder.database}{side}")
            if file.exists():
                file.rename(f"{aside}{side}")
    return aside


def refuse_if_lost(folder: Folder) -> None:
    """Raise `StoreDamaged` where there was a database and now is none: the user decides what comes next."""
    with faults.told(folder.path):
        present = folder.database.exists() and folder.database.stat().st_size > 0
        if present:
            return
        aside = folder.set_aside()
        if aside:
            raise described(folder, aside[-1])
        if folder.database.exists() and newest_backup(folder):
            raise described(folder, None)


def described(folder: Folder, aside: Path | None) -> StoreDamaged:
    """The fault with the way out: the newest backup, or to begin anew."""
    kept = f" It is set aside as {aside.name}, nothing is deleted." if aside else " The file is empty."
    newest = newest_backup(folder)
    told = f"The database in {folder.path} does not read soundly."
    if aside and ".replaced-" in aside.name:
        told = f"A restore in {folder.path} was interrupted."
    if newest is None:
        remedy = "There is no backup. 'hearth data restore --fresh' begins anew beside it."
    else:
        remedy = f"The newest backup is {newest.name}: 'hearth data restore' brings it back."
    return StoreDamaged(told + kept, remedy)
