"""Something large brought here in a thread of its own, cancelled at once and resumed later."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Signal


class Fetch(QObject):
    """One download at a time into `folder`. Signals arrive on the thread that made it.

    `progress` carries bytes come and bytes in all, `done` what was put in place, `failed` the fault. What comes after
    `cancelled` is true is kept and resumed next time.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    thread_name: ClassVar[str] = "fetch"

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether a download runs."""
        return self._thread is not None and self._thread.is_alive()

    def cancelled(self) -> bool:
        """Whether it shall stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Stop; what came is kept and resumed next time."""
        self._cancelled.set()

    def close(self) -> None:
        """Stop and wait, five seconds at most."""
        self.cancel()
        if self._thread is not None:
            self._thread.join(5.0)

    def begin(self, work: Callable[[], None]) -> None:
        """Run `work` in the thread, unless a download runs."""
        if self.running:
            return
        self._cancelled.clear()
        self._thread = threading.Thread(target=work, name=self.thread_name, daemon=True)
        self._thread.start()
