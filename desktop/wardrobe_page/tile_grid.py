"""The tiles in their columns: arrows move, Enter or a click puts on, F likes, Delete takes off."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.tile_delegate import GAP, HIGH, UNDER, WIDE, TileDelegate
from desktop.wardrobe_page.tiles import Index, Tile, Tiles

NARROWEST: Final = 112
"""Pixels a tile may be narrowed to, at 100 %."""
BAR: Final = 10
WEAR_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TileGrid(QListView):
    """Each signal carries the id of a tile: `looked_at` it came under the keyboard or the click, `chosen` to be worn,
    `liked` the favourite is to be turned, `taken_off`. `dropped` has a file as well."""

    looked_at = Signal(str)
    chosen = Signal(str)
    liked = Signal(str)
    taken_off = Signal(str)
    dropped = Signal(str, object)

    def __init__(self, tiles: Tiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = tiles
        self.most = 5
        """Columns at the most."""
        self._delegate = TileDelegate()
        self.setItemDelegate(self._delegate)
        self.setModel(tiles)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAcceptDrops(True)
        self.setDragEnabled(False)
        words().bind(self, self.setAccessibleName, "wardrobe.tiles")
        self.verticalScrollBar().setSingleStep(48)

    # --- places

    def columns(self) -> int:
        """How many stand side by side: as many as the window may have, fewer where they would grow too small."""
        least = NARROWEST * min(theme().scale, 1.6) + GAP
        return max(2, min(self.most, int((self.room() + GAP) // least)))

    def room(self) -> int:
        """The width there is for tiles, beside the scroll bar."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        return max(120, self.width() - max(BAR, bar + 2))

    @property
    def tile_width(self) -> float:
        """Of one tile, in logical pixels."""
        return self._delegate.width

    def high(self, rows: float) -> int:
        """The height of so many rows at the width there is."""
        columns = self.columns()
        tile = (self.room() - (columns - 1) * GAP) / columns
        return round(rows * (tile * HIGH / WIDE + theme().px(UNDER) + 5))

    def fit(self) -> None:
        """Spread the columns over the width."""
        self.setGridSize(self._delegate.fit(self.room(), self.columns()))
        self.setViewportMargins(0, 0, 0, 0)

    def restyle(self) -> None:
        """The size of text changed."""
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit, and what is looked at in sight."""
        self.fit()
        super().resizeEvent(event)
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    # --- the current tile

    @property
    def current(self) -> Tile | None:
        """The tile that is looked at."""
        row = self.currentIndex().row()
        return self.tiles.rows[row] if 0 <= row < len(self.tiles.rows) else None

    def look_at(self, tile: str) -> None:
        """Make a tile the current one; the first where there is none of that id."""
        row = max(0, self.tiles.row_of(tile))
        if self.tiles.rows:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.tiles.index(row), flag)
            self.scrollTo(self.tiles.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which one."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() < len(self.tiles.rows):
            self.looked_at.emit(self.tiles.rows[current.row()].id)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move without changing her; the rest acts on the current tile."""
        self.by_keys(True)
        tile, key = self.current, Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if tile is None or not plain:
            super().keyPressEvent(event)
        elif key in WEAR_KEYS:
            self.chosen.emit(tile.id)
        elif key == Qt.Key.Key_F:
            self.liked.emit(tile.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_off.emit(tile.id)
        elif (row := self.step(key)) is not None:
            self.look_at(self.tiles.rows[row].id)
        else:
            event.ignore()

    def step(self, key: Qt.Key) -> int | None:
        """The row an arrow leads to; the same where it leads nowhere, None for other keys."""
        columns, last = self._delegate.columns, len(self.tiles.rows) - 1
        at = self.currentIndex().row()
        ways = {
            Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1, Qt.Key.Key_Up: at - columns, Qt.Key.Key_Down: at + columns,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }
        if key not in ways:
            return None
        to = ways[key]
        if key == Qt.Key.Key_Down and to > last and at // columns < last // columns:
            to = last
        return to if 0 <= to <= last else at

    def by_keys(self, on: bool) -> None:
        """Whether the keyboard moves: then the current tile has a ring."""
        if self._delegate.ring != on:
            self._delegate.ring = on
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.by_keys(True)
        if not self.currentIndex().isValid() and self.tiles.rows:
            self.look_at("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press looks at a tile."""
        self.by_keys(False)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click puts it on."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.chosen.emit(self.tiles.rows[index.row()].id)

    # --- a picture dropped on a garment

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped; a garment falls through to the page."""
        if garments_in(event.mimeData()):
            event.ignore()
        elif event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """On any tile."""
        if event.mimeData().hasUrls() and self.indexAt(event.position().toPoint()).isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file, on this tile."""
        index = self.indexAt(event.position().toPoint())
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if index.isValid() and files:
            event.acceptProposedAction()
            self.dropped.emit(self.tiles.rows[index.row()].id, files[0])


def garments_in(data: QMimeData) -> list[Path]:
    """The garments (.glb) among dropped files."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() == ".glb"]
