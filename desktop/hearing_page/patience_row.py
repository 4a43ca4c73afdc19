"""How long a pause may be before she answers: three words, and what each means."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.segment import Segment
from desktop.window.house import House

CHOICES: Final = (
    ("fast", "hearing.patience.fast"), ("normal", "hearing.patience.normal"), ("patient", "hearing.patience.patient"),
)  # fmt: skip


class PatienceRow(QWidget):
    """Counts from the next sentence."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.choice = Segment(CHOICES)
        words().bind(self.choice, self.choice.setAccessibleName, "hearing.patience.label")
        self.note = Paragraph("caption", "ink2")
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.note)
        self.choice.chosen.connect(self.choose)
        words().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """What is set."""
        patience = self._house.settings.hearing.patience
        self.choice.value = patience
        self.note.setText(words()(f"hearing.patience.{patience}_note"))

    def choose(self, patience: str) -> None:
        """From now on."""
        self._house.settings.hearing.patience = patience  # type: ignore[assignment]
        self._house.keep()
        self._house.changes.ears.emit()
        self.refresh()
