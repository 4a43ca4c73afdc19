"""Words of the user's that a sign was read from: pressed, they lead to the turn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph


class QuoteLine(QAbstractButton):
    """Of one turn."""

    def __init__(self, text: str, turn_id: int) -> None:
        super().__init__()
        self.turn_id = turn_id
        self._hover = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._text = Paragraph("body", "ink2")
        self._text.setText(text)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 6, 8, 6)
        self._column.addWidget(self._text)
        self.setAccessibleName(words()("taste.show", words=text))

    def sizeHint(self) -> QSize:
        """What the words ask for, high enough to hit."""
        hint = self._column.sizeHint()
        return QSize(hint.width(), max(theme().px(32), hint.height()))

    def hasHeightForWidth(self) -> bool:
        """The words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as they are in that width."""
        return max(theme().px(32), self._column.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover begins."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hover ends."""
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar of a quotation, and a ground under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._hover:
            painter.setBrush(theme().colour("ink1", 0.04))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setBrush(theme().colour("pine"))
        painter.drawRoundedRect(QRectF(2, 6, 3, self.height() - 12), 1.5, 1.5)
