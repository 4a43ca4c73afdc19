"""What the server does when nobody waits: after some quiet it reads the last words again, and points out what to keep."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.window.house import House
from mind.events import Event, MemoryKept

log = logging.getLogger("hearth.reading")

QUIET: Final = 75_000
"""Milliseconds after the last word before it begins."""


class ReadingTime(QObject):
    """Each fact that is kept gets its chip at the words it is from, with its way back. New words cut the reading off."""

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._reading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self.read)
        house.conversation.busy_changed.connect(self.stirred)
        house.hearing.partial.connect(lambda _: self.stirred())

    def stirred(self, busy: bool = False) -> None:
        """Somebody speaks: the quiet begins anew once it is over."""
        self._timer.stop() if busy else self._timer.start()

    def read(self) -> None:
        """One batch; a further one after as long again, should there be more."""
        if self._reading or self._house.conversation.busy:
            return
        self._reading = True
        self._house.bridge.listen(self._house.mind.learn, self.take, self.done, self.failed)

    def take(self, event: Event) -> None:
        """Show what was kept."""
        if isinstance(event, MemoryKept):
            self._house.conversation.take_memory(event.memory)
            self._timer.start()

    def done(self) -> None:
        """The batch is read."""
        self._reading = False

    def failed(self, fault: Exception) -> None:
        """What is wrong with the store is told where the next word meets it; here nobody waits."""
        self._reading = False
        log.warning("reading ended: %s", type(fault).__name__)
