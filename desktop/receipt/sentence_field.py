"""Where the user writes a remembered sentence anew. Enter saves, Esc leaves it; an input method keeps its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.words import words
from desktop.widgets.growing_field import GrowingField
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from mind.memory.correcting import LONGEST

MOST_LINES = 6


class SentencePen(GrowingField):
    """The field itself, as high as its lines."""

    saved = Signal()
    left = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(2, MOST_LINES, parent)
        words().bind(self, self.setAccessibleName, "receipt.write")
        self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc."""
        key = Qt.Key(event.key())
        if self.composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.saved.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SentenceField(QWidget):
    """`saved` carries the new sentence, `left` that all stays as it was."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen = SentencePen(text)
        self._wrong = Paragraph("caption", "rose")
        self._wrong.hide()
        row = QHBoxLayout()
        self.save = Push("receipt.save", "primary", self.try_saving, small=True)
        row.addWidget(self.save)
        row.addWidget(Push("common.cancel", "text", self.left.emit, small=True))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pen)
        column.addWidget(self._wrong)
        column.addLayout(row)
        self.pen.saved.connect(self.try_saving)
        self.pen.left.connect(self.left)
        self.pen.textChanged.connect(self.judge)
        self.setFocusProxy(self.pen)

    def text(self) -> str:
        """The sentence, on one line."""
        return " ".join(self.pen.toPlainText().split())

    def judge(self) -> None:
        """Too long is said under the field; an empty one cannot be saved."""
        long = len(self.text()) > LONGEST
        self._wrong.setText(words()("receipt.too_long", count=LONGEST))
        self._wrong.setVisible(long)
        self.save.setEnabled(bool(self.text()) and not long)

    def try_saving(self) -> None:
        """Hand it over where it is a sentence."""
        self.judge()
        if self.save.isEnabled():
            self.saved.emit(self.text())
