"""One piece of furniture as a tile: its picture, its name, and a check where it stands in the room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.stage_view.furniture import Piece, picture
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.outfits.tile import NAME, Tile

WIDE, HIGH = 140, 124


class PieceTile(Tile):
    """A press puts it into the room or takes it out."""

    def __init__(self, piece: Piece, parent: QWidget | None = None) -> None:
        super().__init__(piece.id, parent)
        self.piece = piece
        self.show_picture(picture(piece.id))
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Picture and name."""
        return QSize(round(WIDE * (0.75 + 0.25 * theme().scale)), HIGH + theme().px(NAME))

    def paint_picture(self, painter: QPainter, box: QRectF) -> None:
        """In the middle of the tile, whatever its shape."""
        if self._image is None:
            return
        inner = box.adjusted(8, 8, -8, -8)
        size = self._image.size().scaled(inner.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inner.center())
        painter.drawImage(place, self._image)

    def say_name(self) -> None:
        """What a screen reader says."""
        self.setAccessibleName(words()("room.there" if self.worn else "room.not_there", name=self._name))
        self.setToolTip(self._name)
        self.setChecked(self.worn)
