"""Between Qt and the mind: one asyncio loop in a thread of its own, answers delivered on Qt's thread.

Qt's own asyncio cannot carry the openai client, and a loop on the window's thread stalls it; so coroutines run here and
every callback comes back as a queued signal.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import Future
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger("hearth.bridge")

T = TypeVar("T")
Deliver = Callable[[Any], object]
PATIENCE: Final = 8.0
"""Seconds the loop may take to end its tasks at closing."""


class Bridge(QObject):
    """`submit` runs a coroutine, `listen` an event stream. Create and close it on Qt's thread."""

    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._loop = asyncio.new_event_loop()
        self._closed = False
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._work, name="mind", daemon=True)
        self._thread.start()
        self._ready.wait()

    def _work(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.call_soon(self._ready.set)
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()

    @Slot(object)
    def _deliver(self, call: Callable[[], object]) -> None:
        if not self._closed:
            call()

    def deliver(self, call: Callable[[], object]) -> None:
        """Run `call` on Qt's thread; may be called from any thread."""
        # After Qt is gone nobody is left to tell.
        with contextlib.suppress(RuntimeError):
            self._delivered.emit(call)

    def submit(
        self, work: Coroutine[Any, Any, T], done: Callable[[T], object] | None = None, failed: Deliver | None = None
    ) -> Future[T]:
        """Run `work` on the mind's loop. `done` gets its result, `failed` its exception, both on Qt's thread.

        An exception that nobody takes is logged by its kind.
        """
        if self._closed:
            work.close()
            raise RuntimeError("the bridge is closed")

        async def run() -> T:
            try:
                result = await work
            except Exception as fault:
                if failed is not None:
                    self.deliver(lambda fault=fault: failed(fault))  # type: ignore[misc]
                else:
                    log.exception("task_failed=%s", type(fault).__name__)
                raise
            if done is not None:
                self.deliver(lambda: done(result))
            return result

        future = asyncio.run_coroutine_threadsafe(run(), self._loop)
        future.add_done_callback(settle)
        return future

    def listen(
        self, stream: Callable[[], AsyncIterator[Any]], each: Deliver, done: Callable[[], object], failed: Deliver
    ) -> Future[None]:
        """Deliver every item of a stream, then `done`; or `failed` with what went wrong."""

        async def run() -> None:
            async for item in stream():
                self.deliver(lambda item=item: each(item))  # type: ignore[misc]

        return self.submit(run(), lambda _: done(), failed)

    def wait(self, work: Coroutine[Any, Any, T], seconds: float = PATIENCE) -> T:
        """Run `work` and wait for it; only for opening and closing."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)

    def close(self) -> None:
        """End every task, then the loop, then the thread."""
        if self._closed:
            return
        self._closed = True
        with contextlib.suppress(TimeoutError):
            self.wait(end_tasks())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)


def settle(future: Future[Any]) -> None:
    """Take the exception out, so that a failure already told is not told again."""
    if not future.cancelled():
        future.exception()


async def end_tasks() -> None:
    """Cancel all tasks but this one and wait for their end."""
    me = asyncio.current_task()
    others = [task for task in asyncio.all_tasks() if task is not me]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
