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
OVER, MARGIN = 2, 12
"""Over the page: so far from its left edge, and from its right and lower ones."""
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
        self._column = column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.lie(beside=True)
        self.hide()

    def lie(self, *, beside: bool) -> None:
        """Beside the list, or over the whole page."""
        self.beside = beside
        over = 0 if beside else 1
        self._column.setContentsMargins(1 + over * OVER, 16, 1 + over * MARGIN, 12 + over * MARGIN)
        self.update()

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
        if not self.beside:
            painter.fillRect(self.rect(), theme().colour("room"))
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
            path.addRoundedRect(box.adjusted(OVER, 0, -MARGIN, -MARGIN), RADIUS, RADIUS)
        painter.fillPath(path, theme().colour("raised"))
        painter.strokePath(path, QPen(theme().colour("line"), 1))
