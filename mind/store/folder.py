"""The data folder: what lies in it and who may write."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from mind.store import faults

SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Folder:
    """Names inside one data folder. Nothing is created by looking."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "hearth.db"

    @property
    def lock(self) -> Path:
        return self.path / "hearth.lock"

    @property
    def backups(self) -> Path:
        return self.path / "backups"

    def set_aside(self) -> list[Path]:
        """Damaged or replaced databases that were kept, newest last."""
        if not self.path.is_dir():
            return []
        found = [*self.path.glob("hearth.db.damaged-*"), *self.replaced()]
        return sorted((file for file in found if not file.name.endswith(SIDE_FILES)), key=lambda file: file.stat().st_mtime)

    def replaced(self) -> list[Path]:
        """What restores put aside, logs included."""
        return list(self.path.glob("hearth.db.replaced-*"))

    def require_path(self) -> None:
        """Raise `StoreFault` where a file lies in the folder's place, or nobody may look."""
        with faults.told(self.path):
            try:
                if self.path.exists() and not self.path.is_dir():
                    raise faults.no_folder(self.path)
                self.database.exists()
            except PermissionError as error:
                raise faults.unreadable(self.path) from error

    def require_shape(self) -> None:
        """The same, and where a folder lies in the database's place."""
        self.require_path()
        if self.database.is_dir():
            raise faults.no_file(self.database)

    def make(self) -> None:
        """Create the folder for its owner only, and its files likewise."""
        with faults.told(self.path):
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not os.access(self.path, os.W_OK | os.X_OK):
                raise faults.read_only(self.path)
            for file in (self.database, self.lock):
                os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))

    def take(self) -> BaseFileLock:
        """The right to write, held by the operating system until released or until this process ends."""
        lock = FileLock(self.lock, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)
        with faults.told(self.path):
            try:
                lock.acquire()
            except Timeout as error:
                raise faults.in_use(self.path) from error
        return lock
