"""Why it changed: one line for each cause, with the user's words and what it did, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.bond_page.causes import hollow, token
from desktop.theme.dates import day
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from mind.bond.words import Cause, cause_sentence

EFFECTS = ("trust", "warmth", "familiarity", "commitment", "hurt")


def effect(cause: Cause) -> str:
    """What a cause did, in words: ``Trust grew. Warmth grew a little.``"""
    parts: list[str] = []
    for field in EFFECTS:
        moved = sum(change.delta for change in cause.changes if change.field == field)
        scale = 0.01 if field == "trust" else 0.5
        if abs(moved) < scale * 0.2:
            continue
        size = "much" if abs(moved) > scale * 2 else "little"
        parts.append(words()(f"bond.{field}_{'up' if moved > 0 else 'down'}_{size}"))
    return (" " if words().lang == "en" else "").join(parts)


class CauseLine(QWidget):
    """Stitch, sentence, effect, day."""

    def __init__(self, cause: Cause, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cause = cause
        self._sentence = Paragraph("button", "ink1")
        self._sentence.setText(cause_sentence(cause, words().lang))
        self._day = Paragraph("caption", "ink3")
        done = effect(cause)
        when = day(cause.at, now)
        self._day.setText(f"{when} · {done}" if done else when)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 10, 4, 12)
        column.setSpacing(3)
        column.addWidget(self._sentence)
        column.addWidget(self._day)
        self.setAccessibleName(f"{when}: {self._sentence.text()} {done}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stitch and a hairline under it all."""
        painter = QPainter(self)
        colour = theme().colour(token(self._cause))
        kind = "hollow" if hollow(self._cause) else "filled"
        paint_stitch(painter, QRectF(3, 14, 15, 14), colour, kind)  # type: ignore[arg-type]
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme().colour("line"))


class LedgerList(QWidget):
    """The newest causes, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def tell(self, causes: Sequence[Cause], now: datetime) -> None:
        """Show these."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for cause in causes:
            self._column.addWidget(CauseLine(cause, now))
