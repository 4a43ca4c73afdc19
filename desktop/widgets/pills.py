"""Pills that wrap: a choice among several, or things to do once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.theme.words import words
from desktop.widgets.flow import Flow
from desktop.widgets.segment import Choice


class Pills(QWidget):
    """`chosen` carries the value. With `deeds` nothing stays chosen: each press does something once."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], name_key: str, *, deeds: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not deeds)
        self.choices: dict[str, Choice] = {}
        self._flow = flow = Flow(self)
        for value, key in options:
            choice = Choice(value, key, "pills", self)
            choice.setCheckable(not deeds)
            self._group.addButton(choice)
            flow.addWidget(choice)
            choice.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self.choices[value] = choice
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words().bind(self, self.setAccessibleName, name_key)

    def offer(self, values: Sequence[str]) -> None:
        """Show only these."""
        for value, choice in self.choices.items():
            choice.setVisible(value in values)
        self.updateGeometry()

    @property
    def value(self) -> str:
        """What is chosen; empty when nothing is."""
        button = self._group.checkedButton()
        return button.value if isinstance(button, Choice) else ""

    @value.setter
    def value(self, value: str) -> None:
        if value in self.choices and self.choices[value].isCheckable():
            self.choices[value].setChecked(True)

    def heightForWidth(self, width: int) -> int:
        """As high as its rows in that width."""
        return self._flow.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the pills."""
        from PySide6.QtCore import Qt

        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        shown = [choice for choice in self.choices.values() if choice.isVisible()]
        focused = next((index for index, choice in enumerate(shown) if choice.hasFocus()), -1)
        if step is None or focused < 0:
            super().keyPressEvent(event)
            return
        shown[(focused + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
