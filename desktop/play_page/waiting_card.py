"""All that waits for its time, the soonest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.play_page.waiting_row import WaitingRow
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from mind.reminders.kept import Kept


class WaitingCard(Card):
    """`cancelled` carries what was taken down."""

    cancelled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title = Paragraph("section", "ink1")
        words().bind(self.title, self.title.setText, "play.waiting")
        self.empty = Paragraph("body", "ink2")
        words().bind(self.empty, self.empty.setText, "play.nothing")
        self.rows: list[WaitingRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        for part in (self.title, self.empty):
            self.body.addWidget(part)
        self.body.addLayout(self._lines)

    def tell(self, waiting: Sequence[Kept], now: datetime) -> None:
        """Show them; the keyboard stays where it was, or goes to the row that took the place."""
        focused = next((at for at, row in enumerate(self.rows) if row.off.hasFocus()), -1)
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [WaitingRow(one) for one in waiting]
        for row in self.rows:
            row.tell(now)
            row.cancelled.connect(self.cancelled)
            self._lines.addWidget(row)
        self.empty.setVisible(not self.rows)
        if focused >= 0 and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].off.setFocus()
        self.updateGeometry()
