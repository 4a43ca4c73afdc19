"""A choice among several, and what every group of them has in common."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.shapes import paint_pill

Look = Literal["segment", "stage", "pills", "tabs"]
LARGE: Final = ("pills", "tabs")


class Choice(QAbstractButton):
    """One of the choices."""

    def __init__(self, value: str, key: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self._look = look
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
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
        width = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(width + 2 * (16 if self._look in LARGE else 14), theme().px(34 if self._look in LARGE else 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised pill where chosen."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        font = theme().font("pill")
        ink = "ink2"
        if self.isChecked():
            font.setWeight(font.Weight.DemiBold)
            ink = {"segment": "ink1", "stage": "ink1", "pills": "on_pine", "tabs": "on_pine"}[self._look]
            ground = {"segment": "raised", "stage": "sunken", "pills": "pine", "tabs": "pine"}[self._look]
            if theme().night and self._look not in LARGE:
                ground = "track"
            paint_pill(painter, box, theme().colour(ground))
        elif self._look == "pills":
            paint_pill(painter, box, theme().colour("room"), theme().colour("line"))
        elif self._look == "tabs" and self.underMouse():
            paint_pill(painter, box, theme().colour("ink1", 0.05))
        painter.setFont(font)
        painter.setPen(theme().colour(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class ChoiceGroup(QWidget):
    """Choices by value, in order. `chosen` tells a user's choice; setting `value` from code does not."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.choices: dict[str, Choice] = {}

    def add(self, value: str, key: str, look: Look) -> Choice:
        """One more choice, called by the words of `key`."""
        choice = Choice(value, key, look, self)
        self._group.addButton(choice)
        self.choices[value] = choice
        choice.clicked.connect(lambda: self.chosen.emit(value))
        return choice

    @property
    def value(self) -> str:
        """What is chosen; empty when nothing is."""
        button = self._group.checkedButton()
        return button.value if isinstance(button, Choice) else ""

    @value.setter
    def value(self, value: str) -> None:
        """Choose one; the empty value chooses none."""
        if value in self.choices and self.choices[value].isCheckable():
            self.choices[value].setChecked(True)
        elif not value and self._group.exclusive():
            self._group.setExclusive(False)
            for choice in self.choices.values():
                choice.setChecked(False)
            self._group.setExclusive(True)
