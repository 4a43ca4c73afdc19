"""Giving her something: a word with it, if one likes, and the button."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.push import Push

LONGEST: Final = 120
BESIDE_FROM: Final = 360
"""Pixels of width from which the button stands beside the words, at 100 %."""


class GiftRow(QWidget):
    """`given` carries the word with it, which may be empty."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST)
        words().bind(self.note, self.note.setPlaceholderText, "wardrobe.gift.note")
        words().bind(self.note, self.note.setAccessibleName, "wardrobe.gift.note_name")
        self.button = Push("wardrobe.gift.give", "primary", self.give, icon_name="gift")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 4, 4, 2)
        self._row.setSpacing(10)
        self._row.addWidget(self.note, 1)
        self._row.addWidget(self.button)
        self.note.returnPressed.connect(self.give)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One under the other where it is narrow."""
        beside = self.width() >= BESIDE_FROM * theme().scale
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)

    def clear(self) -> None:
        """Another garment: no word yet."""
        self.note.clear()

    def give(self) -> None:
        """It is given."""
        self.given.emit(self.note.text().strip())
