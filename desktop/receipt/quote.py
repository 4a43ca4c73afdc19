"""Words with a bar of pine beside them, and under them who said them, when and how."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.widgets.paragraph import Paragraph


class Quote(QWidget):
    """`lines` stand under the words, in the ink of captions."""

    def __init__(self, text: str, *lines: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 1, 0, 1)
        column.setSpacing(4)
        said = Paragraph("lead", "ink1")
        said.setText(text)
        column.addWidget(said)
        for line in filter(None, lines):
            under = Paragraph("caption", "ink3")
            under.setText(line)
            column.addWidget(under)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 3, self.height()), theme().colour("pine"))
