"""Cards of one group, as many in a row as there is room for; arrows walk over them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.play_page.play_card import PlayCard
from desktop.theme.theme import theme

LEAST: Final = 268
"""A card's least width, at 100 %."""
MOST: Final = 3
GAP: Final = 10


class CardGrid(QWidget):
    """`chosen` carries the name of the activity that was pressed."""

    chosen = Signal(str)

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.cards = {name: PlayCard(name) for name in names}
        for card in self.cards.values():
            card.clicked.connect(lambda _=False, name=card.activity: self.chosen.emit(name))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a row as fit."""
        self.arrange(max(1, min(MOST, (self.width() + GAP) // (theme().px(LEAST) + GAP))))

    def arrange(self, columns: int) -> None:
        """So many in a row."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter begins."""
        cards = list(self.cards.values())
        at = next((index for index, card in enumerate(cards) if card.hasFocus()), -1)
        key = Qt.Key(event.key())
        step = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns,
        }.get(key)  # fmt: skip
        if at >= 0 and step is not None and 0 <= at + step < len(cards):
            cards[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            cards[at].click()
        else:
            super().keyPressEvent(event)
