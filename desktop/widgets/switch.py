"""On or off, 44 by 26."""

from __future__ import annotations

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme import motion
from desktop.theme.theme import theme
from desktop.theme.words import words


class Switch(QAbstractButton):
    """`key` names what it switches, for screen readers."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = 0.0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.setAccessibleName, key)
        self._slide = QPropertyAnimation(self, b"place", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.toggled.connect(self.move_knob)

    def move_knob(self, on: bool) -> None:
        """Slide the knob to its side."""
        self._slide.stop()
        if not self.isVisible() or theme().reduced:
            self.put(1.0 if on else 0.0)
            return
        self._slide.setDuration(motion.HOVER)
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(1.0 if on else 0.0)
        self._slide.start()

    def place_of(self) -> float:
        """Where the knob is, 0 to 1."""
        return self._place

    def put(self, place: float) -> None:
        """Place the knob."""
        self._place = place
        self.update()

    place = Property(float, place_of, put)

    def sizeHint(self) -> QSize:
        """The track with the height of a comfortable target."""
        return QSize(44, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and knob: side and colour say the same."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0.75, (self.height() - 26) / 2 + 0.75, 42.5, 24.5)
        on = self.isChecked()
        painter.setBrush(theme().colour("pine") if on else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("pine" if on else "edge"), 1.5))
        painter.drawRoundedRect(track, 12.25, 12.25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("on_pine" if on else "edge"))
        x = 4 + self._place * 18
        painter.drawEllipse(QRectF(x, (self.height() - 18) / 2, 18, 18))
