"""A name and what it names: beside each other where there is room, else one above the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.widgets.paragraph import Paragraph

LEAST: Final = 330
"""Pixels of width, at 100 %, from which the two stand beside each other."""
SHARE: Final = 0.36
"""Of the width that a name takes at most."""


class NamedRow(QWidget):
    """`hold` puts things after the name; `_column` takes what opens under both."""

    def __init__(self, wide: int = 150, ink: str = "ink1", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = wide
        self.label = Paragraph("body", ink, wrap=True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(16)
        self._line.addWidget(self.label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(2)
        self._column.addLayout(self._line)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def hold(self, widget: QWidget) -> None:
        """What is named, as wide as there is room."""
        self._line.addWidget(widget, 1)

    @property
    def stacked(self) -> bool:
        """Whether the name stands above."""
        return self.width() < theme().px(LEAST)

    def restyle(self) -> None:
        """The size of text, or the width, changed."""
        if self.stacked:
            self._line.setDirection(QBoxLayout.Direction.TopToBottom)
            self._line.setSpacing(0)
            self.label.setFixedWidth(max(1, self.width()))
        else:
            self._line.setDirection(QBoxLayout.Direction.LeftToRight)
            self._line.setSpacing(16)
            self.label.setFixedWidth(min(theme().px(self._wide), round(self.width() * SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or above."""
        super().resizeEvent(event)
        self.restyle()
