"""One outfit: her in it, its name, and a check where it is worn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words

WIDE, HIGH = 176, 216
NAME: Final = 26


class Tile(QAbstractButton):
    """`worn` shows the check; without a picture a hanger stands in its place."""

    def __init__(self, outfit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outfit = outfit
        self._image: QImage | None = None
        self._worn = False
        self._hover = False
        self._name = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def call(self, name: str) -> None:
        """Give it its name."""
        self._name = name
        self.say_name()

    def wear(self, worn: bool) -> None:
        """Worn or not."""
        self._worn = worn
        self.say_name()
        self.update()

    @property
    def worn(self) -> bool:
        """Whether she wears it."""
        return self._worn

    def say_name(self) -> None:
        """Name and state for a screen reader."""
        self.setAccessibleName(words()("wardrobe.worn" if self._worn else "wardrobe.not_worn", name=self._name))

    def show_picture(self, image: QImage) -> None:
        """Put a picture on it."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Picture and name."""
        return QSize(WIDE, HIGH + theme().px(NAME))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover begins; it never changes her."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hover ends."""
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, picture, ring, check, name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        name_high = theme().px(NAME)
        box = QRectF(1, 1, self.width() - 2, self.height() - name_high - 2)
        shape = QPainterPath()
        shape.addRoundedRect(box, 16, 16)
        painter.fillPath(shape, theme().colour("pine_soft" if self._worn else "raised"))
        painter.save()
        painter.setClipPath(shape)
        self.paint_picture(painter, box)
        painter.restore()
        outline = "pine" if self._worn else ("edge" if self._hover else "line")
        painter.setPen(QPen(theme().colour(outline), 2 if self._worn else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 16, 16)
        if self._worn:
            self.paint_check(painter, QPointF(box.left() + 20, box.top() + 20))
        painter.setFont(theme().font("tile_strong" if self._worn else "tile"))
        painter.setPen(theme().colour("ink1"))
        under = QRectF(2, box.bottom() + 6, self.width() - 4, name_high - 4)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, int(under.width()))
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def paint_picture(self, painter: QPainter, box: QRectF) -> None:
        """Her in it, standing on the lower edge; a hanger until there is a picture."""
        if self._image is None:
            side = 44.0
            middle = box.center()
            paint_icon(
                painter, "wardrobe", QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side),
                theme().colour("ink3", 0.6),
            )
            return
        inner = box.adjusted(4, 8, -4, 2)
        scale = min(inner.width() / self._image.width(), inner.height() / self._image.height())
        size = QSize(round(self._image.width() * scale), round(self._image.height() * scale))
        place = QRectF(inner.center().x() - size.width() / 2, inner.bottom() - size.height(), size.width(), size.height())
        painter.drawImage(place, self._image)

    def paint_check(self, painter: QPainter, centre: QPointF) -> None:
        """A pine disc with a check."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("pine"))
        painter.drawEllipse(centre, 11, 11)
        paint_icon(painter, "check", QRectF(centre.x() - 7, centre.y() - 7, 14, 14), theme().colour("on_pine"))
