"""Paints the lines: a tile with a picture or a face chip, the words, how it is known, a pin."""

from __future__ import annotations

import zlib
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.memory_page.line_model import ROW_ROLE
from desktop.memory_page.lines import Heading, Line
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words

LINE_HIGH: Final = 64
HEADING_HIGH: Final = 36
SIDE: Final = 14
TILE: Final = 34
GAP: Final = 14
PIN: Final = 18
TALL_BELOW: Final = 320
FACES: Final = (("pine_soft", "pine"), ("honey_soft", "honey"), ("rose_soft", "rose"), ("ember_soft", "ember"))
KEPT: Final = 4000
Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Elided words are cached per line, width and scale: a scroll paints and measures nothing twice."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._cut: dict[tuple[object, ...], tuple[tuple[str, ...], str]] = {}
        self._look: tuple[object, ...] = ()

    @property
    def tall(self) -> bool:
        """Whether titles take two lines: where large words have little room."""
        return self._view.viewport().width() < theme().px(TALL_BELOW)

    def height(self, row: Heading | Line) -> int:
        """How high a row is."""
        if isinstance(row, Heading):
            return theme().px(HEADING_HIGH)
        return theme().px(LINE_HIGH) + (round(theme().line("lead")) if self.tall else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view."""
        return QSize(self._view.viewport().width(), self.height(index.data(ROW_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if isinstance(row, Heading):
            self.paint_heading(painter, row, box)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self.paint_line(painter, row, box, chosen=chosen, hovered=hovered)
        painter.restore()

    def paint_heading(self, painter: QPainter, row: Heading, box: QRectF) -> None:
        """Words, and a hairline to the end."""
        painter.setFont(theme().font("label"))
        painter.setPen(theme().colour("ink2"))
        metrics = QFontMetricsF(painter.font())
        room = box.adjusted(SIDE, 6, -SIDE, 0)
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        left = room.left() + metrics.horizontalAdvance(text) + 10
        if left < room.right():
            painter.fillRect(QRectF(left, round(room.center().y()), room.right() - left, 1), theme().colour("line"))

    def paint_line(self, painter: QPainter, row: Line, box: QRectF, *, chosen: bool, hovered: bool) -> None:
        """Ground, tile, words, pin."""
        ground = box.adjusted(1, 1, -1, -1)
        if chosen:
            painter.setBrush(theme().colour("raised"))
            painter.setPen(QPen(theme().colour("pine"), 2))
            painter.drawRoundedRect(ground, 14, 14)
        elif hovered:
            painter.setBrush(theme().colour("ink1", 0.04))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(ground, 14, 14)
        side = float(theme().px(TILE)) if theme().scale < 1.4 else TILE * 1.4
        tile = QRectF(box.left() + SIDE, box.center().y() - side / 2, side, side)
        if row.face:
            self.paint_face(painter, row, tile)
        else:
            self.paint_tile(painter, row, tile, chosen=chosen)
        side_of_pin = PIN * min(1.5, theme().scale)
        right = box.right() - SIDE - (side_of_pin + 8 if row.pinned else 0)
        text = QRectF(tile.right() + GAP, box.top(), right - tile.right() - GAP, box.height())
        self.paint_words(painter, row, text)
        if row.pinned:
            pin = QRectF(right + 8, box.center().y() - side_of_pin / 2 - 1, side_of_pin, side_of_pin)
            paint_icon(painter, "pin", pin, theme().colour("honey"))

    def paint_tile(self, painter: QPainter, row: Line, tile: QRectF, *, chosen: bool) -> None:
        """A rounded square with an icon."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("pine_soft" if chosen else "sunken"))
        painter.drawRoundedRect(tile, 12, 12)
        inset = tile.width() * 0.24
        ink = theme().colour("pine" if chosen else "ink3" if row.past else "ink2")
        paint_icon(painter, row.icon, tile.adjusted(inset, inset, -inset, -inset), ink)

    def paint_face(self, painter: QPainter, row: Line, tile: QRectF) -> None:
        """A round chip with an initial, always the same for the same name."""
        ground, ink = FACES[zlib.crc32(row.title.encode()) % len(FACES)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(ground))
        painter.drawEllipse(tile)
        painter.setFont(theme().font("button"))
        painter.setPen(theme().colour(ink))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, row.face)

    def paint_words(self, painter: QPainter, row: Line, box: QRectF) -> None:
        """Two lines in the middle of the row."""
        titles, note = self.cut(row, box.width())
        first, second = theme().line("lead"), theme().line("tile")
        top = box.center().y() - (first * len(titles) + second) / 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(title_font())
        painter.setPen(theme().colour("ink3" if row.past else "ink1"))
        for title in titles:
            painter.drawText(QRectF(box.left(), top, box.width(), first), flags, title)
            top += first
        painter.setFont(theme().font("tile"))
        painter.setPen(theme().colour("ink3"))
        painter.drawText(QRectF(box.left(), top, box.width(), second), flags, note)

    def cut(self, row: Line, width: float) -> tuple[tuple[str, ...], str]:
        """The lines of the title, and the note, as they fit in `width`."""
        look = (theme().scale, words().lang, self.tall)
        if look != self._look or len(self._cut) > KEPT:
            self._look = look
            self._cut.clear()
        key = (row.title, row.note, width)
        if key not in self._cut:
            elide = Qt.TextElideMode.ElideRight
            note = QFontMetricsF(theme().font("tile")).elidedText(row.note, elide, width)
            self._cut[key] = titles_in(row.title, width, 2 if self.tall else 1), note
        return self._cut[key]


def titles_in(text: str, width: float, most: int) -> tuple[str, ...]:
    """A text in at most so many lines of a width, the last one elided."""
    metrics = QFontMetricsF(title_font())
    if most > 1 and metrics.horizontalAdvance(text) > width:
        layout = QTextLayout(text, title_font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        end = line.textLength()
        if 0 < end < len(text):
            return text[:end].rstrip(), *titles_in(text[end:].lstrip(), width, most - 1)
    return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),)


def title_font() -> QFont:
    """The words of a line."""
    font = theme().font("lead")
    font.setWeight(QFont.Weight.Medium)
    return font
