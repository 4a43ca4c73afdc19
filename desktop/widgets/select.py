"""A choice from a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words


class Select(QComboBox):
    """A combo box with our arrow; `key` names it for screen readers."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        # A list view of our own: the style sheet's rules for items do not reach the one a combo box brings along.
        rows = QListView(self)
        rows.setFrameShape(QFrame.Shape.NoFrame)
        self.setView(rows)
        words().bind(self, self.setAccessibleName, key)

    def offer(self, options: Sequence[tuple[str, str]], chosen: str) -> None:
        """List (value, words), without telling anyone."""
        self.blockSignals(True)
        self.clear()
        for value, name in options:
            self.addItem(name, value)
        at = self.findData(chosen)
        self.setCurrentIndex(max(0, at))
        self.blockSignals(False)

    @property
    def value(self) -> str:
        """The chosen value."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a setting in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - 32, self.height() / 2 - 8, 16, 16)
        paint_icon(painter, "down", box, theme().colour("ink2", 1.0 if self.isEnabled() else 0.45))
        painter.end()


