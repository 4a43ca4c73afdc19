"""An end from outside: SIGTERM closes what is open, as Ctrl-C does."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Iterator
from typing import Final

CODE: Final = 128 + 15
"""What a shell says of a program that SIGTERM ended."""


class Terminated(Exception):
    """SIGTERM came, and everything is closed."""


@contextlib.contextmanager
def terminable() -> Iterator[None]:
    """Inside a task: SIGTERM cancels it; when all in here has been closed, raises `Terminated`."""
    task = asyncio.current_task()
    terminated: list[bool] = []

    def terminate() -> None:
        terminated.append(True)
        if task is not None:
            task.cancel()

    # Windows knows no such handlers, and only the main thread may set them.
    with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, terminate)
    try:
        yield
    except asyncio.CancelledError:
        if not terminated:
            raise
        raise Terminated from None
