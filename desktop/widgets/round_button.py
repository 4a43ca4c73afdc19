"""A round button with one icon, on the stage or on the room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words


class RoundButton(QAbstractButton):
    """`ground` is a token or empty for none; its words are its tooltip and its accessible name."""

    def __init__(
        self, icon_name: str, key: str, size: int = 40, *, ground: str = "", ink: str = "ink1", icon_size: int = 20,
        pressed: Callable[[], object] | None = None, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon_name = icon_name
        self._size = size
        self._ground = ground
        self._ink = ink
        self._icon_size = icon_size
        self._hover = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.call, key)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def call(self, name: str) -> None:
        """Give it its words."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def dress(self, icon_name: str, ground: str = "", ink: str = "ink1") -> None:
        """Change icon and colours."""
        if (icon_name, ground, ink) != (self.icon_name, self._ground, self._ink):
            self.icon_name, self._ground, self._ink = icon_name, ground, ink
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover begins."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hover ends."""
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc, then icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height(), self._size))
        disc = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = self._ground
        if self.isCheckable() and self.isChecked():
            ground = self._ground or "sunken"
        if ground:
            painter.setBrush(theme().colour(ground, 1.0 if self.isEnabled() else 0.45))
            painter.drawEllipse(disc)
        if self._hover and self.isEnabled():
            painter.setBrush(theme().colour("ink1", 0.06))
            painter.drawEllipse(disc)
        icon = float(self._icon_size)
        middle = disc.center() - QPointF(icon / 2, icon / 2)
        colour = theme().colour(self._ink, 1.0 if self.isEnabled() else 0.45)
        paint_icon(painter, self.icon_name, QRectF(middle, middle + QPointF(icon, icon)), colour)
