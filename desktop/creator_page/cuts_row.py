"""Cuts of hair: a pill for each that the wardrobe has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from avatars.creator.person import CreatedPerson
from desktop.theme.words import words
from desktop.widgets.flow import Flow
from desktop.widgets.push import Push

if TYPE_CHECKING:
    from avatars.wardrobe.catalogue import Catalogue
    from avatars.wardrobe.garment import GarmentInfo


class CutsRow(QWidget):
    """`chosen` tells the garment's id."""

    chosen = Signal(str)

    def __init__(self, catalogue: Catalogue | None) -> None:
        super().__init__()
        self._cuts: list[GarmentInfo] = (
            [info for info in catalogue.garments.values() if info.slot == "hair"] if catalogue is not None else []
        )
        self._flow = Flow(self, 8)
        self.buttons: dict[str, QPushButton] = {}
        for info in self._cuts:
            button = Push("", "secondary", partial(self.chosen.emit, info.id), small=True)
            button.setCheckable(True)
            self.buttons[info.id] = button
            self._flow.addWidget(button)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words().bind(self, self.setAccessibleName, "creator.cut")
        words().changed.connect(self.say_names)
        self.say_names()

    def say_names(self) -> None:
        """In the language there is."""
        for info in self._cuts:
            self.buttons[info.id].setText(info.names.get(words().lang) or info.names.get("en", info.id))
        self.updateGeometry()

    def show_of(self, person: CreatedPerson) -> None:
        """The cut that is worn."""
        worn = {one.garment for one in person.look.worn}
        for name, button in self.buttons.items():
            button.setChecked(name in worn)

    def heightForWidth(self, width: int) -> int:
        """As high as its rows in that width."""
        return self._flow.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right walk over the cuts."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        buttons = list(self.buttons.values())
        at = next((index for index, button in enumerate(buttons) if button.hasFocus()), -1)
        if at >= 0 and way is not None:
            buttons[(at + way) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
