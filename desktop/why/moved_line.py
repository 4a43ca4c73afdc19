"""What one cause moved in the bond: its stitch, and the effect in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.bond_page.causes import hollow, token
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.widgets.paragraph import Paragraph
from mind.bond.words import Cause


class MovedLine(QWidget):
    """`effect` says what it did: ``Trust grew a little.``"""

    def __init__(self, cause: Cause, effect: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cause = cause
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 0)
        line = Paragraph("body", "ink1")
        line.setText(effect)
        column.addWidget(line)
        self.setAccessibleName(effect)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stitch, on the first line."""
        painter = QPainter(self)
        top = (theme().line("body") - 13) / 2 + 1
        kind = "hollow" if hollow(self._cause) else "filled"
        paint_stitch(painter, QRectF(1, top, 14, 13), theme().colour(token(self._cause)), kind)  # type: ignore[arg-type]
