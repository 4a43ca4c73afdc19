"""The sheet beside the list, or over it where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.round_button import RoundButton

WIDE = 352
RADIUS = 20
EDGE = 12
"""The body begins so much before the text, so that the words of its text buttons stand under it."""


class Sheet(QWidget):
    """A label, a cross, and a body that scrolls."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beside = True
        self.body: QWidget | None = None
        self._label = Paragraph("label", "ink2", wrap=False)
        self.cross = RoundButton("close", "common.close", 32, icon_size=16, ink="ink1", pressed=self.closed.emit)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 14, 0)
        head.addWidget(self._label, 1)
        head.addWidget(self.cross)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words().bind(self._area, self._area.setAccessibleName, "receipt.why")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 16, 1, 12)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.hide()

    def show_body(self, label: str, body: QWidget) -> None:
        """Show `body` under `label`, from its top."""
        self._label.setText(label)
        self.body = body
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(23 - EDGE, 2, 18, 4)
        column.addWidget(body)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(holder)
        self._area.verticalScrollBar().setValue(0)
        self.setAccessibleName(label)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Raised; with a rounded corner toward the list, or all round over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        if self.beside:
            path.moveTo(box.right() + 2, box.top())
            path.lineTo(box.left() + RADIUS, box.top())
            path.arcTo(box.left(), box.top(), 2 * RADIUS, 2 * RADIUS, 90, 90)
            path.lineTo(box.left(), box.bottom() + 2)
            path.lineTo(box.right() + 2, box.bottom() + 2)
            path.closeSubpath()
        else:
            path.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(path, theme().colour("raised"))
        painter.strokePath(path, QPen(theme().colour("line"), 1))
