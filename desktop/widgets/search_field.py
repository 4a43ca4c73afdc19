"""Where one writes what to look for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.round_button import RoundButton

GLASS: Final = 17
LONGEST: Final = 200


class SearchField(QLineEdit):
    """A field with a glass at its start, and a cross at its end while there are words in it. `key` names what is searched."""

    def __init__(self, key: str, clear_key: str = "memory.clear", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        words().bind(self, self.setPlaceholderText, key)
        words().bind(self, self.setAccessibleName, key)
        self._cross = RoundButton("close", clear_key, 28, icon_size=12, ink="ink2", pressed=self.clear, parent=self)
        self._cross.hide()
        self.restyle()
        self.textChanged.connect(lambda _: self.restyle())

    def restyle(self) -> None:
        """Words came or went, or their size changed: room for the glass, and for the cross where it stands."""
        self._cross.setVisible(bool(self.text()))
        self.setTextMargins(round(glass()) + 8, 0, 24 if self.text() else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross stands at the end."""
        super().resizeEvent(event)
        self._cross.setGeometry(self.width() - 34, (self.height() - 28) // 2, 28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glass."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = glass()
        box = QRectF(14, (self.height() - side) / 2, side, side)
        paint_icon(painter, "search", box, theme().colour("ink1"))


def glass() -> float:
    """The side of the glass."""
    return GLASS * min(1.5, theme().scale)
