"""The kinds of clothes as tabs in one row; where they do not fit, whole ones are shown and arrows lead to the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.choice import Choice, ChoiceGroup
from desktop.widgets.round_button import RoundButton

GAP: Final = 2
LEAST_AIR: Final = 8
"""Pixels at each side of a tab's words where room is scarce."""
MOST_AIR: Final = 16
ARROW: Final = 32


class SlotTabs(ChoiceGroup):
    """`chosen` tells a press; Left and Right choose the next."""

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, key in options:
            self.add(value, key, "tabs")
        self._offered = [value for value, _ in options]
        self._first = 0
        self._back = RoundButton("left", "wardrobe.slot.earlier", ARROW, icon_size=16, parent=self)
        self._on = RoundButton("right", "wardrobe.slot.further", ARROW, icon_size=16, parent=self)
        self._back.clicked.connect(lambda: self.move_on(-1))
        self._on.clicked.connect(lambda: self.move_on(1))
        self._group.buttonToggled.connect(lambda *_: self.lead_tab())
        words().bind(self, self.setAccessibleName, "wardrobe.slot.name")
        words().changed.connect(self.arrange)
        self.lead_tab()

    def offer(self, values: Sequence[str]) -> None:
        """Show only these."""
        if list(values) != self._offered:
            self._offered = [value for value in self.choices if value in values]
            self._first = 0
            self.arrange()
            self.lead_tab()

    def lead_tab(self) -> None:
        """Tab comes to the chosen one, or to the first where none is; arrows go on from there."""
        leads = self.value if self.value in self._offered else next(iter(self._offered), "")
        for value, choice in self.choices.items():
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if value == leads else Qt.FocusPolicy.ClickFocus)
        self.arrange(self.value)

    def restyle(self) -> None:
        """The size of text changed."""
        self.arrange(self.value)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(300, theme().px(34))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(160, theme().px(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them anew."""
        self.arrange(self.value)

    def arrange(self, seen: str = "") -> None:
        """Place the tabs: with air, with less, or only some of them, `seen` among these."""
        tabs = [self.choices[value] for value in self._offered]
        bare = [tab.sizeHint().width() - 2 * MOST_AIR for tab in tabs]
        room = self.width()
        air = (room - sum(bare) - GAP * max(0, len(tabs) - 1)) / max(1, 2 * len(tabs))
        all_fit = air >= LEAST_AIR
        air = min(MOST_AIR, air) if all_fit else 12.0
        wide = [round(each + 2 * air - 0.49) for each in bare]
        shown = range(len(tabs)) if all_fit else self.window_of(wide, room - 2 * (ARROW + 4), seen)
        self._first = shown.start
        for value, choice in self.choices.items():
            choice.setVisible(value in self._offered and self._offered.index(value) in shown)
        left = 0 if all_fit else ARROW + 4
        for at in shown:
            high = theme().px(34)
            tabs[at].setGeometry(left, (self.height() - high) // 2, wide[at], high)
            left += wide[at] + GAP
        self.place_arrows(shown, not all_fit, len(tabs))

    def window_of(self, wide: Sequence[int], room: int, seen: str) -> range:
        """Which tabs fit from the first shown on, moved so that `seen` is among them."""
        target = self._offered.index(seen) if seen in self._offered else -1
        first = min(self._first, len(wide) - 1)
        if 0 <= target < first:
            first = target
        while True:
            last, used = first, 0
            while last < len(wide) and used + wide[last] <= room:
                used += wide[last] + GAP
                last += 1
            last = max(last, first + 1)
            if target < last or first >= target:
                return range(first, last)
            first += 1

    def place_arrows(self, shown: range, needed: bool, many: int) -> None:
        """At both ends, where there is more."""
        for arrow, left, there in ((self._back, 0, shown.start > 0), (self._on, self.width() - ARROW, shown.stop < many)):
            arrow.setVisible(needed)
            arrow.setEnabled(there)
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            arrow.setGeometry(left, (self.height() - ARROW) // 2, ARROW, ARROW)

    def move_on(self, way: int) -> None:
        """Show earlier or later tabs; what is chosen stays."""
        self._first = max(0, min(len(self._offered) - 1, self._first + 3 * way))
        self.arrange()

    def choose(self, way: int) -> None:
        """The next or the one before; round at the ends."""
        at = self._offered.index(self.value) if self.value in self._offered else -1
        following = self._offered[(at + way) % len(self._offered)]
        tab: Choice = self.choices[following]
        self.value = following
        self.arrange(following)
        tab.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is None or not self._offered:
            super().keyPressEvent(event)
        else:
            self.choose(way)
