"""The list of keys under F1."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.window.keys import SHOWN, reading


class KeyList(QDialog):
    """Key on the left, what it does on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words()("keys.title"))
        self.resize(480, 600)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for row, name in enumerate(SHOWN):
            key = Paragraph("button", "ink1", wrap=False)
            key.setText(reading(name))
            deed = Paragraph("body", "ink2")
            deed.setText(words()(f"keys.{name}"))
            grid.addWidget(key, row, 0)
            grid.addWidget(deed, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(SHOWN), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setAccessibleName(words()("keys.title"))
        title = Paragraph("section", "ink1")
        title.setText(words()("keys.title"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(Push("common.close", "secondary", self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 16)
        column.setSpacing(14)
        column.addWidget(title)
        column.addWidget(area, 1)
        column.addLayout(foot)
