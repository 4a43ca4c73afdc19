"""Where the user writes a remembered sentence anew. Enter saves, Esc leaves it; an input method keeps its keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from mind.memory.correcting import LONGEST

MOST_LINES = 6


class SentencePen(QPlainTextEdit):
    """The field itself, as high as its lines."""

    saved = Signal()
    left = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sheet")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        words().bind(self, self.setAccessibleName, "receipt.write")
        self.setPlainText(text)
        self.textChanged.connect(self.updateGeometry)
        self.restyle()

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(theme().font("talk"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines, up to six."""
        lines = min(MOST_LINES, max(2, int(self.document().size().height())))
        return QSize(200, lines * self.fontMetrics().lineSpacing() + 28)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc."""
        key = Qt.Key(event.key())
        layout = self.textCursor().block().layout()
        if layout is not None and layout.preeditAreaText():
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
