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
from mind.reminders.moments import FAR, say_day, say_moment
from mind.talk.saydate import say_when

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
        row.setContentsMargins(round(SIDE * min(1.5, theme().scale)) + 14, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(lines, 1)
        row.addWidget(self.off, 0, Qt.AlignmentFlag.AlignVCenter)

    def tell(self, now: datetime) -> None:
        """In the language there is."""
        name = called(self.one)
        self.name.setText(name)
        when = told_when(self.one, now)
        self.when.setText(when[:1].upper() + when[1:])
        self.off.setAccessibleName(words()("play.cancel_name", name=name))
        self.setAccessibleName(f"{name}. {self.when.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its icon at the left, a hairline above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line"))
        side = SIDE * min(1.5, theme().scale)
        paint_icon(painter, KINDS[self.one.kind], QRectF(0, (self.height() - side) / 2, side, side), theme().colour("ink2"))


def told_when(one: Kept, now: datetime) -> str:
    """Its time; of what belongs to a day the day, with its year where that is another."""
    if one.due is None:
        return ""
    due, lang = one.due.astimezone(now.tzinfo), words().lang
    if due - now >= FAR:
        return say_day(due, now, lang)
    return say_when(due, now, lang) if one.kind in SEALED else say_moment(due, now, lang)


def called(one: Kept) -> str:
    """What it is, in words: a letter and a worry keep theirs to themselves."""
    if one.kind in SEALED or not one.text:
        return words()(f"play.kind.{one.kind}")
    text = one.text[:1].upper() + one.text[1:]
    return words()("play.kind.plan_of", text=text) if one.kind == "plan" else text
