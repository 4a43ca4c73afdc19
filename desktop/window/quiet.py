"""What she does when nobody talks: after some quiet minutes she thinks the day over, and at the start the days that ended."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.window.house import House
from mind.domain import Note

QUIET: Final = 5 * 60_000
"""Milliseconds without a word before she begins."""
LOOK: Final = 30_000
"""How often she looks whether it is quiet."""
FIRST: Final = 4_000
"""After the greeting: the days that ended."""
A_GO: Final = 2
"""Days a go; the next look goes on."""


class QuietTime(QObject):
    """`written` carries what she wrote. Words end it at once; what was written before stays."""

    written = Signal(object)

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._since = QElapsedTimer()
        self._since.start()
        self._thinking = False
        self._greeted = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        house.conversation.busy_changed.connect(self.said)
        house.hearing.partial.connect(lambda _: self.stirred())

    def stirred(self) -> None:
        """Somebody speaks or types."""
        self._since.restart()

    def said(self, busy: bool) -> None:
        """She speaks, or has just spoken; after her first words there is time for the days that ended."""
        self.stirred()
        if not busy and not self._greeted:
            self._greeted = True
            QTimer.singleShot(FIRST, self, lambda: self.think(today=False))

    def look(self) -> None:
        """Think, if it was quiet for long enough."""
        if self._since.elapsed() >= QUIET:
            self.think(today=True)

    def think(self, *, today: bool) -> None:
        """One go; `today` also the day under way."""
        if self._thinking or self._house.conversation.busy:
            return
        self._thinking = True
        self._house.bridge.submit(self._house.mind.reflect(today=today, most=A_GO), self.done, self.failed)

    def done(self, notes: tuple[Note, ...]) -> None:
        """Tell what was written; more may be due, and the next look finds it."""
        self._thinking = False
        if notes:
            self.written.emit(notes)

    def failed(self, fault: Exception) -> None:
        """What is wrong with the store is told where the next word meets it; here nobody waits."""
        self._thinking = False
        self._timer.stop()
        self._house.conversation.fail(fault)
