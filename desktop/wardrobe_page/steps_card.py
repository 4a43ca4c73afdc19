"""What was done with a garment that was brought, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.round_button import RoundButton


class StepsCard(Card):
    """Stays until it is closed, or another garment is brought."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(16, 10, 12, 14)
        self.body.setSpacing(2)
        head = QHBoxLayout()
        self.title = Paragraph("button", "ink1")
        head.addWidget(self.title, 1)
        head.addWidget(RoundButton("close", "common.close", 32, pressed=self.hide))
        self.body.addLayout(head)
        self.steps = Paragraph("body", "ink2")
        self.body.addWidget(self.steps)
        self.hide()

    def tell(self, title: str, steps: Sequence[str]) -> None:
        """Show what was done."""
        self.title.setText(title)
        self.steps.setText("\n".join(f"· {step}" for step in steps))
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(steps))
        self.show()
