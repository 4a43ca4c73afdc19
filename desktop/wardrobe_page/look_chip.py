"""One kept look in the bar at the foot: a small picture and its name."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from desktop.theme.icons import icon, paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.round_button import RoundButton

HIGH: Final = 54
PICTURE: Final = (40.0, 44.0)
MOST_NAME: Final = 150
LEFT, BETWEEN, RIGHT = 7, 9, 8
MORE: Final = 24
SEEN: Final = 24
"""Alpha from which a pixel counts as cloth."""


class LookChip(QAbstractButton):
    """A click wants it worn; `rename_wanted` and `delete_wanted` come from its menu, F2 and Delete."""

    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, key: str, name: str, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self.name, self.own = key, name, own
        self._image: QImage | None = None
        self._worn = False
        self._hover = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more = RoundButton("more", "wardrobe.looks.title", MORE, icon_size=14, ink="ink3", parent=self)
        self.more.call(words()("wardrobe.looks.menu", name=name))
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.setVisible(own)
        self.more.clicked.connect(lambda: self.open_menu(self.more.mapToGlobal(QPoint(0, MORE))))
        self.say_name()

    def say_name(self) -> None:
        """What a screen reader says."""
        self.setAccessibleName(words()("wardrobe.looks.worn" if self._worn else "wardrobe.looks.wear", name=self.name))
        self.setToolTip(self.name)

    def wear(self, worn: bool) -> None:
        """Whether she wears it."""
        if worn != self._worn:
            self._worn = worn
            self.say_name()
            self.update()

    def show_picture(self, image: QImage | None) -> None:
        """What it looks like."""
        self._image = None if image is None else upper(image)
        self.update()

    def sizeHint(self) -> QSize:
        """Picture, name, and the way to its menu."""
        name = min(QFontMetrics(theme().font("tile_strong")).horizontalAdvance(self.name), theme().px(MOST_NAME))
        wide = LEFT + PICTURE[0] + BETWEEN + name + RIGHT + 8 + (MORE if self.own else 6)
        return QSize(round(wide), max(HIGH, theme().px(34)))

    def minimumSizeHint(self) -> QSize:
        """The same: a bar scrolls."""
        return self.sizeHint()

    def resizeEvent(self, event: object) -> None:
        """The dots stand at the end."""
        self.more.setGeometry(self.width() - MORE - 5, (self.height() - MORE) // 2, MORE, MORE)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover begins; it never changes her."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hover ends."""
        self._hover = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 names it anew, Delete takes it away, Enter puts it on."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_F2 and self.own:
            self.rename_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.own:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Rename or delete."""
        if self.own:
            self.open_menu(event.globalPos())

    def open_menu(self, place: QPoint) -> None:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("edit"), words()("wardrobe.looks.rename"), self.rename_wanted.emit)
        menu.addAction(icon("trash"), words()("wardrobe.looks.delete"), self.delete_wanted.emit)
        menu.popup(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, picture, name."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(box, 14, 14)
        painter.fillPath(shape, theme().colour("pine_soft" if self._worn else "raised"))
        outline = "pine" if self._worn else "edge" if self._hover else "line"
        painter.setPen(QPen(theme().colour(outline), 2 if self._worn else 1))
        painter.drawPath(shape)
        wide, high = PICTURE
        frame = QRectF(LEFT, (self.height() - high) / 2, wide, high)
        ground = QPainterPath()
        ground.addRoundedRect(frame, 9, 9)
        painter.fillPath(ground, theme().colour("sunken" if not self._worn else "raised"))
        painter.setClipPath(ground)
        self.paint_picture(painter, frame)
        painter.setClipping(False)
        painter.setFont(theme().font("tile_strong" if self._worn else "pill"))
        painter.setPen(theme().colour("ink1"))
        left = LEFT + wide + BETWEEN
        name_box = QRectF(left, 0, self.width() - left - RIGHT - (MORE if self.own else 0), self.height())
        name = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, int(name_box.width()))
        painter.drawText(name_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        """The clothes without her; a hanger until they are drawn."""
        if self._image is None:
            box = QRectF(0, 0, 20, 20)
            box.moveCenter(frame.center())
            paint_icon(painter, "wardrobe", box, theme().colour("ink3"))
            return
        inner = frame.adjusted(2, 3, -2, 0)
        scale = inner.width() / self._image.width()
        painter.drawImage(QRectF(inner.left(), inner.top(), inner.width(), self._image.height() * scale), self._image)


def upper(image: QImage) -> QImage:
    """The clothes without the clear margins around them, as far down as a small picture shows."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    seen = pixels[:, : plain.width(), 3] > SEEN
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return image
    left, wide = int(columns[0]), int(columns[-1] - columns[0]) + 1
    made = plain.copy(left, int(rows[0]), wide, min(plain.height() - int(rows[0]), round(wide * PICTURE[1] / PICTURE[0])))
    made.setDevicePixelRatio(1.0)
    return made
