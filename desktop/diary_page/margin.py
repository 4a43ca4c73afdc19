"""The user's own hand beside a page: notes on honey, and the pen for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.dates import day_and_time
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.growing_field import GrowingField
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton
from mind.domain import Note
from mind.turn.diary_book import LONGEST_MARGIN

MOST_LINES: Final = 8


class MarginCard(Card):
    """One note of the user's; `dropped` carries it."""

    dropped = Signal(object)

    def __init__(self, note: Note, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__("honey_soft", level=0, parent=parent)
        self.body.setContentsMargins(18, 14, 10, 14)
        self.body.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        text = Paragraph("lead", "ink1")
        text.setText(note.sentences[0].text if note.sentences else "")
        row.addWidget(text, 1)
        self.cross = RoundButton("close", "diary.drop", 32, icon_size=12, ink="ink2", pressed=lambda: self.dropped.emit(note))
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        when = Paragraph("caption", "ink2")
        when.setText(day_and_time(note.at, now))
        self.body.addWidget(when)
        self.setAccessibleName(words()("diary.margin_name", text=text.text(), when=when.text()))


class MarginPen(GrowingField):
    """Where a note is written. Enter keeps it, Shift and Enter begin a line; an input method keeps its keys."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(1, MOST_LINES, parent)
        words().bind(self, self.setPlaceholderText, "diary.write")
        words().bind(self, self.setAccessibleName, "diary.write")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the note."""
        entered = Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and not self.composing and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.keep()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Hand over what is written."""
        text = self.toPlainText().strip()[:LONGEST_MARGIN]
        if text:
            self.clear()
            self.written.emit(text)


class Margin(QWidget):
    """`written` carries new words, `dropped` a note to take away."""

    written = Signal(str)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = Paragraph("label", "ink2", wrap=False)
        words().bind(head, head.setText, "diary.in_your_hand")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(10)
        self.pen = MarginPen()
        self.pen.written.connect(self.written)
        self.save = Push("diary.keep", "primary", self.pen.keep, small=True)
        self.save.hide()
        self.pen.textChanged.connect(lambda: self.save.setVisible(bool(self.pen.toPlainText().strip())))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(head)
        column.addLayout(self._notes)
        column.addWidget(self.pen)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, margins: Sequence[Note], now: datetime) -> None:
        """Show the notes of a day."""
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in margins:
            card = MarginCard(note, now)
            card.dropped.connect(self.dropped)
            self._notes.addWidget(card)

    def cards(self) -> list[MarginCard]:
        """The notes shown, in order."""
        found = (self._notes.itemAt(index) for index in range(self._notes.count()))
        return [card for item in found if item is not None and isinstance(card := item.widget(), MarginCard)]
