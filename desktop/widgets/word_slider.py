"""A slider whose value is a word; the figure is in its tooltip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words

KNOB = 20


class WordSlider(QSlider):
    """0 to 100 for a factor from `low` to `high`; `steps` are (up to this factor, key of its word)."""

    def __init__(
        self, key: str, low: float, high: float, steps: Sequence[tuple[float, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._low, self._high, self._steps = low, high, steps
        self.setRange(0, 100)
        self.setSingleStep(1)
        self.setPageStep(10)
        words().bind(self, self.setAccessibleName, key)
        self.valueChanged.connect(lambda _: self.setToolTip(f"{self.factor:.2f}"))

    @property
    def factor(self) -> float:
        """The value as a factor."""
        return self._low + (self._high - self._low) * self.value() / 100

    def put(self, factor: float) -> None:
        """Set the factor."""
        self.setValue(round((factor - self._low) / (self._high - self._low) * 100))

    def word(self) -> str:
        """The value as a word."""
        for upto, key in self._steps:
            if self.factor <= upto:
                return words()(key)
        return words()(self._steps[-1][1])

    def sizeHint(self) -> QSize:
        """High enough to hit."""
        return QSize(160, 32)

    def minimumSizeHint(self) -> QSize:
        """Usable when narrow."""
        return QSize(80, 32)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere brings the knob there."""
        self.follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.follow(event)

    def follow(self, event: QMouseEvent) -> None:
        """Bring the knob under the pointer."""
        room = max(1, self.width() - KNOB)
        self.setValue(round((event.position().x() - KNOB / 2) / room * 100))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track of 4, pine to the left of the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        at = KNOB / 2 + (self.width() - KNOB) * self.value() / 100
        usable = self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("track"))
        painter.drawRoundedRect(QRectF(0, middle - 2, self.width(), 4), 2, 2)
        painter.setBrush(theme().colour("pine" if usable else "track"))
        painter.drawRoundedRect(QRectF(0, middle - 2, at, 4), 2, 2)
        painter.setPen(QPen(theme().colour("pine" if usable else "edge"), 1.5))
        painter.setBrush(theme().colour("raised"))
        painter.drawEllipse(QRectF(at - 9.25, middle - 9.25, 18.5, 18.5))
