"""A quiet line over the field in which one writes, with one deed at its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push


class Strip(QWidget):
    """`line` holds the words; `wrap` where they may be long."""

    def __init__(self, key: str, deed: Callable[[], object], parent: QWidget, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self.line = Paragraph("caption", "ink3", wrap=wrap)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self.line, 1)
        self.deed = Push(key, "text", deed, small=True)
        row.addWidget(self.deed, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
