"""Chips of what was just kept: open for a while, then at rest."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.talk.chat_model import ChatModel
from desktop.talk.rows import Chip, Row
from mind.domain import Memory

LASTS: Final = 12_000
"""Milliseconds a chip stays open. Undo works from its mark too."""


class KeptChips(QObject):
    """Each open chip has a timer, which stands still while pointer or focus rests on its row."""

    def __init__(self, model: ChatModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._open: list[tuple[Row, Chip, QTimer]] = []
        self._held: Row | None = None

    def show(self, row: Row, memory: Memory) -> None:
        """A chip at a row."""
        self._wait(row, self._model.keep(row, memory))

    def open(self, row: Row, chip: Chip) -> None:
        """A chip at rest is opened again, with its Undo, for as long as a new one."""
        self._model.rest(row, chip, resting=False)
        self._wait(row, chip)

    def _wait(self, row: Row, chip: Chip) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self.rest(row, chip))
        self._open.append((row, chip, timer))
        if row is not self._held:
            timer.start(LASTS)

    def rest(self, row: Row, chip: Chip) -> None:
        """Shrink it to its mark."""
        for _, _, timer in (entry for entry in self._open if entry[1] is chip):
            timer.stop()
            timer.deleteLater()
        self._open = [entry for entry in self._open if entry[1] is not chip]
        if row in self._model.rows and chip in row.chips:
            self._model.rest(row, chip)

    def hold(self, row: Row | None) -> None:
        """Pointer or focus rests on a row: its chips wait; all others go on with their time."""
        if row is self._held:
            return
        self._held = row
        for held, _, timer in self._open:
            if held is row:
                timer.stop()
            elif not timer.isActive():
                timer.start(LASTS)

    def close(self) -> None:
        """Stop all timers."""
        for _, _, timer in self._open:
            timer.stop()
