"""A short line about what was just done, with a way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph

LASTS = 6000
READING = 50
"""Milliseconds more for each letter of a longer text."""
SHORT = 60
HIGH = 44
LEFT, RIGHT, AIR, GAP = 44, 20, 6, 16


class UndoWord(QAbstractButton):
    """The underlined word on a toast."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.call, "common.undo")

    def call(self, name: str) -> None:
        """Give it its words."""
        self.setText(name)
        self.setAccessibleName(name)
        self.restyle()

    def restyle(self) -> None:
        """Take the font again."""
        font = theme().font("button")
        font.setUnderline(True)
        self.setFont(font)
        self.setFixedSize(self.fontMetrics().horizontalAdvance(self.text()) + 8, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word in the colour of the room."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme().colour("room"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Toast(QWidget):
    """Six seconds, paused while the pointer or the focus is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = Paragraph("body", "room")
        self._undo = UndoWord(self)
        self._back: Callable[[], object] | None = None
        self._icon = "check"
        self._undo.clicked.connect(self.take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, AIR, RIGHT, AIR)
        row.setSpacing(GAP)
        row.addWidget(self._text)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        self.left = 24
        self.above = 24
        """Pixels under it, to the foot of the window."""
        self.hide()

    def warn(self, text: str) -> None:
        """Show what did not work, for as long as it takes to read."""
        self.tell(text, icon_name="info")

    def tell(self, text: str, back: Callable[[], object] | None = None, *, icon_name: str = "check") -> None:
        """Show a line; with `back`, an Undo."""
        self._icon = icon_name
        self._text.setText(text)
        self._back = back
        self._undo.setVisible(back is not None)
        self.setAccessibleName(text)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start(LASTS + READING * max(0, len(text) - SHORT))

    def take_back(self) -> None:
        """Undo and go."""
        self.hide()
        if self._back is not None:
            self._back()

    def leave(self) -> None:
        """Go, unless someone is about to press Undo."""
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start(LASTS)
            return
        self.hide()

    def place(self) -> None:
        """Bottom left of its page; as high as its lines."""
        parent = self.parentWidget()
        if parent is not None:
            width = min(self.sizeHint().width(), parent.width() - self.left - 12)
            inner = width - LEFT - RIGHT - (0 if self._back is None else self._undo.width() + GAP)
            high = max(HIGH, self._text.heightForWidth(inner) + 2 * AIR)
            self.setGeometry(self.left, parent.height() - high - self.above, width, high)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on."""
        self._timer.start(LASTS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dark pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("ink1"))
        painter.drawRoundedRect(QRectF(self.rect()), HIGH / 2, HIGH / 2)
        paint_icon(painter, self._icon, QRectF(18, 13, 18, 18), theme().colour("room"))
