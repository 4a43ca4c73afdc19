"""One line of the taste card: what it is, less, either way or more of it, on what it rests, and "not so"."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.taste_page.quote_line import QuoteLine
from desktop.taste_page.told import brought, ground_told, key_of, liking_name, quoted, side_of
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.segment import Segment
from mind.turn.taste_book import Liking

BESIDE_FROM: Final = 470
"""Name and choice stand side by side from this width on, at 100 %."""
SHOWN: Final = 2
"""So many quotations of one liking."""
SIDES: Final = (-1, 0, 1)


class LikingRow(QWidget):
    """`set_to` carries (axis, value), `struck` the axis, `turn_wanted` a turn to show."""

    set_to = Signal(str, float)
    struck = Signal(str)
    turn_wanted = Signal(int)

    def __init__(self, axis: str) -> None:
        super().__init__()
        self.axis = axis
        self.name = Paragraph("button", "ink1")
        self.choice = Segment([(str(side), key_of(axis, side)) for side in SIDES])
        self.choice.chosen.connect(lambda side: self.set_to.emit(self.axis, float(side)))
        self.ground = Paragraph("caption", "ink3")
        self.brings = Paragraph("caption", "pine")
        self.strike = Push("taste.strike", "text", lambda: self.struck.emit(self.axis), small=True)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addWidget(self.name, 1)
        self._head.addWidget(self.choice, 0)
        under = QHBoxLayout()
        under.setSpacing(12)
        notes = QVBoxLayout()
        notes.setSpacing(0)
        notes.addWidget(self.ground)
        notes.addWidget(self.brings)
        under.addLayout(notes, 1)
        under.addWidget(self.strike, 0, Qt.AlignmentFlag.AlignTop)
        self._quotes = QVBoxLayout()
        self._lines: list[QuoteLine] = []
        self._quotes.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 10)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addLayout(under)
        column.addLayout(self._quotes)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def quotes(self) -> list[QuoteLine]:
        """The words it was read from."""
        return list(self._lines)

    def tell(self, liking: Liking, now: datetime) -> None:
        """Show how it stands."""
        name, side = liking_name(liking.axis), side_of(liking.value)
        known = liking.value is not None
        self.name.setText(name)
        self.choice.value = str(side) if known else ""
        self.choice.lead_tab()
        self.choice.setAccessibleName(name)
        self.ground.setText(ground_told(liking, now))
        self.brings.setText(brought(liking))
        self.brings.setVisible(bool(self.brings.text()))
        self.strike.setVisible(known)
        self.strike.setAccessibleName(words()("taste.strike_name", name=name))
        self.setAccessibleName(f"{name}. {self.ground.text()}")
        self.show_quotes(liking)
        self.arrange()

    def show_quotes(self, liking: Liking) -> None:
        """The words, each a way to its turn."""
        for old in self._lines:
            self._quotes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        told = [(text, one.turn_id) for one in liking.reasons if (text := quoted(one)) and one.turn_id is not None]
        for text, turn_id in told[:SHOWN]:
            line = QuoteLine(text, turn_id)
            line.clicked.connect(lambda _=False, turn=turn_id: self.turn_wanted.emit(turn))
            self._quotes.addWidget(line)
            self._lines.append(line)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        self.arrange()

    def arrange(self) -> None:
        """The choice stands beside the name where there is room."""
        beside = self.width() >= max(theme().px(BESIDE_FROM), self.choice.sizeHint().width() + theme().px(120))
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._head.setAlignment(self.choice, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline under it."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
