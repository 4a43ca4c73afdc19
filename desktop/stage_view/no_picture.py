"""What stands on the stage while no picture can be drawn. Everything else goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph


class NoPicture(QWidget):
    """A calm card in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._card = Card("panel", level=0)
        self._title = Paragraph("card", "ink1", align=Qt.AlignmentFlag.AlignHCenter)
        words().bind(self._title, self._title.setText, "stage.no_picture")
        self._why = Paragraph("body", "ink2", align=Qt.AlignmentFlag.AlignHCenter)
        self._card.body.addWidget(self._title)
        self._card.body.addWidget(self._why)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 6)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        self.hide()

    def tell(self, fault: object) -> None:
        """Say why, with the next step."""
        message = str(getattr(fault, "message", "") or "")
        remedy = str(getattr(fault, "remedy", "") or "")
        still = words()("stage.no_picture_still")
        self._why.setText(" ".join(part for part in (message, remedy, still) if part))
        self.setAccessibleName(f"{self._title.text()} {self._why.text()}")
        self.show()
