"""The rows of the grid: one tile each, with what a delegate paints and a screen reader says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from desktop.theme.words import words

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for."""

    TILE = Qt.ItemDataRole.UserRole + 1
    PICTURE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Tile:
    """Something to put on. `how` tells how it comes where it is not hers yet; `kind` is the word for its slot."""

    id: str
    name: str
    kind: str = ""
    hers: bool = True
    how: str = ""
    worn: bool = False
    favourite: bool = False

    def told(self) -> str:
        """Name, kind and state, as it is said aloud."""
        if not self.hers:
            return words()("wardrobe.not_yet", name=self.name, how=self.how)
        name = f"{self.name}, {self.kind}" if self.kind else self.name
        said = words()("wardrobe.worn" if self.worn else "wardrobe.not_worn", name=name)
        return words()("wardrobe.favourite_too", name=said) if self.favourite else said


class Tiles(QAbstractListModel):
    """The tiles that are shown, in order. Pictures come later than rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Tile] = []
        self._pictures: dict[str, QImage] = {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One of them."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        tile = self.rows[index.row()]
        if role == Role.TILE:
            return tile
        if role == Role.PICTURE:
            return self._pictures.get(tile.id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tile.name
        return tile.told() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def show(self, tiles: Sequence[Tile]) -> bool:
        """Show these. True where it is another list, False where the same tiles only changed their state."""
        if [tile.id for tile in tiles] == [tile.id for tile in self.rows]:
            for row, tile in enumerate(tiles):
                if tile != self.rows[row]:
                    self.rows[row] = tile
                    self._tell(row)
            return False
        self.beginResetModel()
        self.rows = list(tiles)
        self.endResetModel()
        return True

    def mark(self, worn: frozenset[str]) -> None:
        """Which of them she wears."""
        for row, tile in enumerate(self.rows):
            if tile.worn != (tile.id in worn):
                self.rows[row] = replace(tile, worn=tile.id in worn)
                self._tell(row)

    def picture(self, tile: str, image: QImage | None) -> None:
        """A tile has another picture, or none any more."""
        if image is None:
            self._pictures.pop(tile, None)
        else:
            self._pictures[tile] = image
        row = self.row_of(tile)
        if row >= 0:
            self._tell(row)

    def row_of(self, tile: str) -> int:
        """Where a tile stands; -1 where it does not."""
        return next((row for row, each in enumerate(self.rows) if each.id == tile), -1)

    def _tell(self, row: int) -> None:
        at = self.index(row)
        self.dataChanged.emit(at, at)
