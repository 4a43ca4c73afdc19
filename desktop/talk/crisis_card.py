"""People to call, above the composer, until it is closed. Esc does not close it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push


class CrisisCard(Card):
    """Title, plain words, and one line for each place that helps."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("crisis", outline="honey_mark", level=0, parent=parent)
        self._title = Paragraph("crisis", "ink1")
        self._text = Paragraph("body", "ink2")
        self._lines: list[Paragraph] = []
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.setSpacing(6)
        foot = QHBoxLayout()
        foot.setContentsMargins(-12, 2, 0, 0)
        self.leave = Push("common.close", "text", self.close_card, small=True)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        self._foot = foot
        self.body.addLayout(foot)
        self.hide()

    def tell(self, title: str, text: str, lines: Sequence[str]) -> None:
        """Show it."""
        self._title.setText(title)
        self._text.setText(text)
        for line in self._lines:
            line.deleteLater()
        self._lines = []
        for index, words_of_line in enumerate(lines):
            line = Paragraph("button", "ink1")
            line.setText(words_of_line)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self.body.insertWidget(2 + index, line)
            self._lines.append(line)
        self.setAccessibleName(f"{title} {text} {' '.join(lines)}")
        self.show()

    def close_card(self) -> None:
        """Closed by the user's own choice."""
        self.hide()
        self.closed.emit()
