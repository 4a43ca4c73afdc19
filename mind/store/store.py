"""The store: one connection, one thread that owns it."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TypeVar

from filelock import BaseFileLock
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from mind.errors import Bug, StoreFault
from mind.store import faults
from mind.store.backups import keep_daily
from mind.store.dialect import Dialect
from mind.store.folder import Folder
from mind.store.scope import Scope, open_scope
from mind.store.spaces import Spaces
from mind.store.unit import SqlUnitOfWork

T = TypeVar("T")

logger = logging.getLogger(__name__)

THREAD: Final = "hearth-store"


@dataclass
class Opened:
    """What an open database consists of."""

    folder: Folder
    engine: Engine
    dialect: Dialect
    companion: str
    lock: BaseFileLock | None
    """The right to write; None for a reader."""


class SqliteStore:
    """`mind.ports.Store` on SQLite. Made by `mind.store.open_store`."""

    def __init__(self, opened: Opened, executor: ThreadPoolExecutor) -> None:
        self._opened = opened
        self._executor = executor
        self._closed = threading.Event()
        self._traces = False
        self._spaces = Spaces()

    @property
    def folder(self) -> Folder:
        """The data folder."""
        return self._opened.folder

    @property
    def readonly(self) -> bool:
        """Whether this store only reads."""
        return self._opened.lock is None

    @contextmanager
    def begin(self) -> Iterator[SqlUnitOfWork]:
        """A unit of work; only on the store's own thread, that is inside `run` or `call`."""
        if not threading.current_thread().name.startswith(THREAD):
            raise Bug("a unit of work belongs to the thread of its store: use run or call")
        opened = self._opened
        with faults.told(opened.folder.path, DBAPIError), opened.engine.connect() as connection:
            create = not self.readonly
            scope = open_scope(connection, opened.dialect, opened.companion, create=create, spaces=self._spaces)
            try:
                yield SqlUnitOfWork(scope, self._remove_traces)
            finally:
                self._spaces.left()

    async def run(self, work: Callable[[SqlUnitOfWork], T]) -> T:
        """Run `work` in a unit of work on the store's thread; it commits itself.

        Work once begun is finished, also when the one who waits for it is cancelled.
        """
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._work, work)

    def call(self, work: Callable[[SqlUnitOfWork], T]) -> T:
        """The same for callers without an event loop; blocks until done."""
        return self._executor.submit(self._work, work).result()

    def close(self) -> None:
        """Checkpoint, keep the day's backup and let go of the folder. Closing twice does nothing."""
        if self._closed.is_set():
            return
        self._closed.set()
        try:
            self._executor.submit(self._settle).result()
        finally:
            self._executor.shutdown()

    def _work(self, work: Callable[[SqlUnitOfWork], T]) -> T:
        with self.begin() as unit:
            return work(unit)

    def _remove_traces(self, scope: Scope) -> None:
        # A reader at work may hold the log: then the next commit or the end of the store empties it.
        if scope.erased or self._traces:
            self._traces = not scope.dialect.settle(scope.connection)

    def _back_up(self) -> None:
        """The day's backup. Failing at it (a full disk) must not undo a good day: it is tried at the next end."""
        opened = self._opened
        try:
            with faults.told(opened.folder.path), opened.engine.connect() as connection:
                opened.dialect.settle(connection)
                keep_daily(connection, opened.dialect, opened.folder)
        except StoreFault as fault:
            logger.warning("hearth: no backup was made today: %s", fault.message)

    def _settle(self) -> None:
        opened = self._opened
        try:
            if not self.readonly:
                self._back_up()
        finally:
            opened.engine.dispose()
            if opened.lock is not None:
                opened.lock.release()
