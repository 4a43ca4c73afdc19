"""A segment: a few exclusive choices side by side, or a row of pills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.widgets.choice import ChoiceGroup, Look
from desktop.widgets.shapes import paint_pill


class Segment(ChoiceGroup):
    """Exclusive choices in a row; arrows choose."""

    def __init__(
        self, options: Sequence[tuple[str, str]], look: Look = "segment", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        row = QHBoxLayout(self)
        edge = 3 if look != "pills" else 0
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(0 if look != "pills" else 8)
        for value, key in options:
            row.addWidget(self.add(value, key, look))
        if look == "pills":
            row.addStretch(1)
        self._group.buttonToggled.connect(lambda *_: self.lead_tab())
        self.lead_tab()

    def lead_tab(self) -> None:
        """Tab comes to the chosen one, or to the first where none is; arrows go on from there."""
        chosen = self._group.checkedButton() or next(iter(self.choices.values()))
        for choice in self.choices.values():
            policy = Qt.FocusPolicy.StrongFocus if choice is chosen else Qt.FocusPolicy.ClickFocus
            choice.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose, as in any group of radio buttons."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        values = list(self.choices)
        if step is None or self.value not in values:
            super().keyPressEvent(event)
            return
        following = values[(values.index(self.value) + step) % len(values)]
        self.choices[following].setFocus(Qt.FocusReason.TabFocusReason)
        self.choices[following].click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The trough the choices lie in."""
        if self._look == "pills":
            return
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), theme().colour("plate" if self._look == "stage" else "sunken"))
