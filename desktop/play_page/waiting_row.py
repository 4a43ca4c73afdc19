"""One thing that waits for its time: what it is, when, and a button that takes it down."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.play_page.offered import KINDS
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from mind.reminders.kept import Kept
from mind.reminders.moments import say_moment

SIDE: Final = 18
SEALED: Final = frozenset({"letter", "worry"})
"""What is closed until its day: its words are not shown."""


class WaitingRow(QWidget):
    """`cancelled` carries the one it shows."""

    cancelled = Signal(object)

    def __init__(self, one: Kept) -> None:
        super().__init__()
        self.one = one
        self.name = Paragraph("body", "ink1")
        self.when = Paragraph("caption", "ink3")
        self.off = Push("play.cancel", "text", lambda: self.cancelled.emit(self.one), small=True)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(self.when)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE + 14, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(lines, 1)
        row.addWidget(self.off, 0, Qt.AlignmentFlag.AlignVCenter)

    def tell(self, now: datetime) -> None:
        """In the language there is."""
        name = called(self.one)
        self.name.setText(name)
        due = self.one.due.astimezone(now.tzinfo) if self.one.due is not None else None
        when = say_moment(due, now, words().lang) if due is not None else ""
        self.when.setText(when[:1].upper() + when[1:])
        self.off.setAccessibleName(words()("play.cancel_name", name=name))
        self.setAccessibleName(f"{name}. {self.when.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its icon at the left, a hairline above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line"))
        side = SIDE * min(1.5, theme().scale)
        paint_icon(painter, KINDS[self.one.kind], QRectF(0, (self.height() - side) / 2, side, side), theme().colour("ink2"))


def called(one: Kept) -> str:
    """What it is, in words: a letter and a worry keep theirs to themselves."""
    if one.kind in SEALED or not one.text:
        return words()(f"play.kind.{one.kind}")
    text = one.text[:1].upper() + one.text[1:]
    return words()("play.kind.plan_of", text=text) if one.kind == "plan" else text
