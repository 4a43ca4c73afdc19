"""Pills that wrap: a choice among several, or things to do once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.theme.words import words
from desktop.widgets.choice import ChoiceGroup, Look
from desktop.widgets.flow import Flow


class Pills(ChoiceGroup):
    """Choices that wrap, as filters ("pills") or as ways to go ("tabs"). With `deeds` each press does something once."""

    def __init__(
        self, options: Sequence[tuple[str, str]], name_key: str, *, deeds: bool = False, look: Look = "pills",
        parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._group.setExclusive(not deeds)
        self._flow = Flow(self, 8 if look == "pills" else 2)
        for value, key in options:
            choice = self.add(value, key, look)
            choice.setCheckable(not deeds)
            self._flow.addWidget(choice)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words().bind(self, self.setAccessibleName, name_key)

    def offer(self, values: Sequence[str]) -> None:
        """Show only these."""
        for value, choice in self.choices.items():
            choice.setVisible(value in values)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """As high as its rows in that width."""
        return self._flow.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the pills."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        shown = [choice for choice in self.choices.values() if choice.isVisible()]
        focused = next((index for index, choice in enumerate(shown) if choice.hasFocus()), -1)
        if step is None or focused < 0:
            super().keyPressEvent(event)
            return
        shown[(focused + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
