"""A segment: a few exclusive choices side by side, or a row of pills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.shapes import paint_pill

Look = Literal["segment", "stage", "pills"]


class Choice(QAbstractButton):
    """One of the choices."""

    def __init__(self, value: str, key: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self._look = look
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.call, key)
        self.restyle()

    def call(self, name: str) -> None:
        """Give it its words."""
        self.setText(name)
        self.setAccessibleName(name)
        self.updateGeometry()

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(theme().font("pill"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The words with air on both sides; wide enough for the heavier selected weight."""
        font = theme().font("label")
        font.setPixelSize(self.font().pixelSize())
        from PySide6.QtGui import QFontMetrics

        width = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(width + 2 * (14 if self._look != "pills" else 16), theme().px(28 if self._look != "pills" else 34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised pill where chosen."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        font = theme().font("pill")
        ink = "ink2"
        if self.isChecked():
            font.setWeight(font.Weight.DemiBold)
            ink = {"segment": "ink1", "stage": "ink1", "pills": "on_pine"}[self._look]
            ground = {"segment": "raised", "stage": "sunken", "pills": "pine"}[self._look]
            if theme().night and self._look != "pills":
                ground = "track"
            paint_pill(painter, box, theme().colour(ground))
        elif self._look == "pills":
            paint_pill(painter, box, theme().colour("room"), theme().colour("line"))
        painter.setFont(font)
        painter.setPen(theme().colour(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segment(QWidget):
    """`chosen` tells a user's choice; setting `value` from code does not."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], look: Look = "segment", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        row = QHBoxLayout(self)
        edge = 3 if look != "pills" else 0
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(0 if look != "pills" else 8)
        self._group = QButtonGroup(self)
        self.choices: dict[str, Choice] = {}
        for value, key in options:
            choice = Choice(value, key, look, self)
            self._group.addButton(choice)
            row.addWidget(choice)
            self.choices[value] = choice
            choice.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
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

    @property
    def value(self) -> str:
        """What is chosen; empty when nothing is."""
        button = self._group.checkedButton()
        return button.value if isinstance(button, Choice) else ""

    @value.setter
    def value(self, value: str) -> None:
        if value in self.choices:
            self.choices[value].setChecked(True)
            self.lead_tab()

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
