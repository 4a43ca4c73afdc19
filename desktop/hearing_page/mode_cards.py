"""When she listens: four ways, each with what it means."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from desktop.hearing_page.told import call_of
from desktop.settings.model import HearingSettings
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.card import ChoiceCard
from desktop.window.house import House

Mode = Literal["hold", "toggle", "open", "wake"]
MODES: Final[tuple[Mode, ...]] = ("hold", "toggle", "open", "wake")
TWO_FROM: Final = 560
"""Wide enough, at 100 %, for two cards beside each other."""
STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def mode_of(hearing: HearingSettings) -> Mode:
    """The one that is set."""
    return hearing.mode if hearing.mode != "push" else ("hold" if hearing.hold else "toggle")


class ModeCards(QWidget):
    """`chosen` when another was; what is set is kept already."""

    chosen = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._columns = 0
        self._group = QButtonGroup(self)
        self.cards: dict[Mode, ChoiceCard] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for mode in MODES:
            card = ChoiceCard()
            card.clicked.connect(lambda _=False, mode=mode: self.choose(mode))
            self._group.addButton(card)
            self.cards[mode] = card
        words().bind(self, self.setAccessibleName, "hearing.mode.label")
        words().changed.connect(self.refresh)
        self.place(1)
        self.refresh()

    def refresh(self) -> None:
        """Words and the one that is set."""
        call = call_of(self._house.settings)
        current = mode_of(self._house.settings.hearing)
        for mode, card in self.cards.items():
            card.describe(words()(f"hearing.mode.{mode}"), words()(f"hearing.mode.{mode}_note", call=call))
            card.setChecked(mode == current)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if mode == current else Qt.FocusPolicy.ClickFocus)

    def choose(self, mode: Mode) -> None:
        """From now on."""
        hearing = self._house.settings.hearing
        if mode == mode_of(hearing):
            return
        hearing.mode = "push" if mode == "hold" or mode == "toggle" else mode
        hearing.hold = mode != "toggle"
        self._house.keep()
        self._house.changes.ears.emit()
        self.refresh()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, as in any group of radio buttons."""
        step = STEPS.get(Qt.Key(event.key()))
        at = next((index for index, mode in enumerate(MODES) if self.cards[mode].hasFocus()), -1)
        if step is None or at < 0:
            super().keyPressEvent(event)
            return
        following = self.cards[MODES[(at + step) % len(MODES)]]
        following.click()
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def place(self, columns: int) -> None:
        """In so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for index, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, index // columns, index % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)

    def resizeEvent(self, event: object) -> None:
        """One or two columns."""
        self.place(2 if self.width() >= theme().px(TWO_FROM) else 1)
