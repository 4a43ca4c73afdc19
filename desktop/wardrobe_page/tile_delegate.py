"""Paints a tile: what it shows, whether it is worn, liked, or still to come, and its name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme.icons import icon_path, paint_icon
from desktop.theme.stitch import paint_row
from desktop.theme.theme import theme
from desktop.wardrobe_page.tiles import Role, Tile
from desktop.widgets.paragraph import Paragraph

WIDE, HIGH = 140, 148
"""Of a tile as it is drawn in the design; in a grid it takes its share of the width."""
GAP: Final = 14
UNDER: Final = 24
"""For the name, at 100 %."""
RADIUS: Final = 16
STITCH: Final = (11.0, 10.0)


class TileDelegate(QStyledItemDelegate):
    """`ring` shows the focus of the keyboard on the current tile."""

    def __init__(self) -> None:
        super().__init__()
        self.cell = QSize(WIDE + GAP, HIGH + UNDER)
        self.columns = 5
        self.width = float(WIDE)
        self.ring = False
        self._how = Paragraph("caption", "ink2", align=Qt.AlignmentFlag.AlignHCenter)

    def fit(self, room: int, columns: int) -> QSize:
        """Spread so many columns over `room` pixels; the size of a cell."""
        self.columns = columns
        self.width = (room - (columns - 1) * GAP) / columns
        high = self.width * HIGH / WIDE
        self.cell = QSize(room // columns, round(high + theme().px(UNDER) + 5))
        return self.cell

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A cell."""
        return self.cell

    def box(self, cell: QRectF, row: int) -> QRectF:
        """Where the tile stands in its cell: the first at the left edge, the last at the right."""
        step = row % self.columns
        left = cell.left() + step * (self.width + GAP - self.cell.width())
        return QRectF(left, cell.top() + 4, self.width, self.width * HIGH / WIDE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One tile."""
        tile: Tile = index.data(Role.TILE)
        box = self.box(QRectF(option.rect), index.row())
        state = option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inner = box.adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(inner, RADIUS, RADIUS)
        if tile.hers:
            painter.fillPath(shape, theme().colour("pine_soft" if tile.worn else "raised"))
            painter.save()
            painter.setClipPath(shape)
            paint_picture(painter, inner, index.data(Role.PICTURE))
            painter.restore()
        else:
            self.paint_how(painter, inner, tile.how)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        outline = "pine" if tile.worn else "edge" if over else "line"
        painter.setPen(QPen(theme().colour(outline), 2 if tile.worn else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        if tile.worn:
            paint_check(painter, QPointF(inner.left() + 19, inner.top() + 19))
        if tile.favourite:
            paint_heart(painter, QRectF(inner.right() - 29, inner.top() + 10, 19, 19))
        if state & QStyle.StateFlag.State_HasFocus and self.ring:
            painter.setPen(QPen(theme().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), RADIUS + 3, RADIUS + 3)
        paint_name(painter, box, tile)
        painter.restore()

    def paint_how(self, painter: QPainter, box: QRectF, how: str) -> None:
        """Three stitches, and what it comes with."""
        self._how.setText(how)
        layout = self._how.lines(box.width() - 20)
        line = theme().line("caption")
        lines = min(layout.lineCount(), max(1, int((box.height() - 40) / line)))
        top = box.center().y() - (STITCH[1] + 8 + lines * line) / 2
        left = box.center().x() - (3 * STITCH[0] + 4) / 2
        paint_row(painter, QPointF(left, top), STITCH, 2.0, [theme().colour("honey_mark")] * 3)
        painter.setPen(theme().colour("ink2"))
        top += STITCH[1] + 8
        for number in range(lines):
            row = layout.lineAt(number)
            row.draw(painter, QPointF(box.left() + 10, top))


def paint_picture(painter: QPainter, box: QRectF, image: QImage | None) -> None:
    """The garment on the floor of its tile; a quiet block until it is drawn."""
    if image is None:
        block = QRectF(0, 0, box.width() * 0.5, box.height() * 0.52)
        block.moveCenter(box.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("sunken"))
        painter.drawRoundedRect(block, 12, 12)
        return
    size = image.deviceIndependentSize()
    scale = min(box.width() / size.width(), box.height() / size.height())
    wide, high = size.width() * scale, size.height() * scale
    painter.drawImage(QRectF(box.center().x() - wide / 2, box.bottom() - high, wide, high), image)


def paint_check(painter: QPainter, centre: QPointF) -> None:
    """A pine disc with a check: she wears it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("pine"))
    painter.drawEllipse(centre, 10, 10)
    paint_icon(painter, "check", QRectF(centre.x() - 6, centre.y() - 6, 12, 12), theme().colour("on_pine"))


def paint_heart(painter: QPainter, box: QRectF) -> None:
    """A honey heart: a favourite."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 20, box.height() / 20)
    painter.fillPath(icon_path("heart_full"), theme().colour("honey_mark"))
    painter.restore()


def paint_name(painter: QPainter, box: QRectF, tile: Tile) -> None:
    """Under the tile; heavier where it is worn."""
    painter.setFont(theme().font("tile_strong" if tile.worn else "tile"))
    painter.setPen(theme().colour("ink1" if tile.hers else "ink3"))
    under = QRectF(box.left(), box.bottom() + 3, box.width(), theme().px(UNDER) - 4)
    name = painter.fontMetrics().elidedText(tile.name, Qt.TextElideMode.ElideRight, int(under.width()))
    painter.drawText(under, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
