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
    """Each chip has a timer, which waits while pointer or focus rests on its row."""

    def __init__(self, model: ChatModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._open: list[tuple[Row, Chip, QTimer]] = []

    def show(self, row: Row, memory: Memory) -> None:
        """A chip at a row."""
        chip = self._model.keep(row, memory)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self.rest(row, chip))
        timer.start(LASTS)
        self._open.append((row, chip, timer))

    def rest(self, row: Row, chip: Chip) -> None:
        """Shrink it to its mark."""
        self._open = [entry for entry in self._open if entry[1] is not chip]
        if row in self._model.rows and chip in row.chips:
            self._model.rest(row, chip)

    def hold(self, row: Row | None) -> None:
        """Pointer or focus rests on a row: its chips begin their time anew."""
        for held, _, timer in self._open:
            if held is row:
                timer.start(LASTS)

    def close(self) -> None:
        """Stop all timers."""
        for _, _, timer in self._open:
            timer.stop()
