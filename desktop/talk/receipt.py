"""Why she knows something: the user's own words, when they were said, and a way to take it back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.dates import day_and_time
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton
from mind.domain import Memory


class Quote(QWidget):
    """Words with a bar of pine beside them."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 0, 2)
        line = Paragraph("lead", "ink1")
        line.setText(text)
        row.addWidget(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("pine"))
        painter.drawRoundedRect(QRectF(0, 2, 3, self.height() - 4), 1.5, 1.5)


class Receipt(Card):
    """A card over the talk. `forgotten` carries the memory's id."""

    forgotten = Signal(int)
    closed = Signal()

    def __init__(self, memory: Memory, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._memory = memory
        head = QHBoxLayout()
        label = Paragraph("label", "ink3", wrap=False)
        words().bind(label, label.setText, "receipt.why")
        head.addWidget(label, 1)
        self.cross = RoundButton("close", "common.close", 32, icon_size=14, ink="ink2", pressed=self.leave)
        head.addWidget(self.cross)
        self.body.addLayout(head)
        title = Paragraph("card", "ink1")
        title.setText(memory.text)
        self.body.addWidget(title)
        quote = memory.quote if len(memory.quote) <= 400 else memory.quote[:399] + "…"
        self.body.addWidget(Quote(words()("receipt.quote", quote=quote)))
        when = Paragraph("caption", "ink3")
        when.setText(words()("receipt.said", when=day_and_time(memory.said_at, now)))
        self.body.addWidget(when)
        foot = QHBoxLayout()
        foot.setContentsMargins(-10, 0, 0, 0)
        foot.addWidget(Push("receipt.forget", "danger", self.forget, small=True, icon_name="trash"))
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.setAccessibleName(f"{words()('receipt.why')} {memory.text}")

    def forget(self) -> None:
        """Take the memory back."""
        self.forgotten.emit(self._memory.id)

    def leave(self) -> None:
        """Close."""
        self.hide()
        self.closed.emit()
