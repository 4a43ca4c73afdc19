"""Her own manner, and all others side by side under it, as many in a row as there is room for; arrows walk over them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.taste_page.manner_card import MannerCard
from desktop.theme.theme import theme
from mind.taste.packs import ORDER, OWN

LEAST: Final = 272
"""A card's least width, at 100 %."""
GAP: Final = 10


class MannerShelf(QWidget):
    """`chosen` carries the manner that was pressed, `heard` one that is to be said aloud."""

    chosen = Signal(str)
    heard = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards = {name: MannerCard(name) for name in (OWN, *ORDER)}
        for card in self.cards.values():
            card.clicked.connect(lambda _=False, name=card.manner: self.chosen.emit(name))
            card.heard.connect(self.heard)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.arrange(1)

    def show_chosen(self, manner: str, name: str | None, *, adult: bool) -> None:
        """Which one is hers now."""
        for card in self.cards.values():
            card.tell(name, adult=adult)
            card.setChecked(card.manner == manner)
        self.lead_tab()

    def lead_tab(self) -> None:
        """Tab comes to the chosen card and its button; arrows go on from there."""
        for card in self.cards.values():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card.isChecked() else Qt.FocusPolicy.ClickFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a row as fit."""
        least = theme().px(LEAST)
        self.arrange(max(1, min(3, (self.width() + GAP) // (least + GAP))))

    def arrange(self, columns: int) -> None:
        """So many in a row."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self.cards.values()):
            if at == 0:
                self._grid.addWidget(card, 0, 0, 1, columns)
            else:
                self._grid.addWidget(card, 1 + (at - 1) // columns, (at - 1) % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter takes."""
        names = list(self.cards)
        at = next((index for index, name in enumerate(names) if self.cards[name].hasFocus()), -1)
        step = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if at < 0:
            super().keyPressEvent(event)
        elif step is not None:
            # Her own stands above all of the first row.
            onto = at + step if at and at + step >= 1 else 0 if step < 0 else 1
            self.cards[names[min(onto, len(names) - 1)]].setFocus(Qt.FocusReason.TabFocusReason)
        elif Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cards[names[at]].click()
        else:
            super().keyPressEvent(event)
