"""The lines as a Qt model. Grows by the page, changes in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.memory_page.lines import Heading, Line, Row

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractTableModel):
    """One column of rows; headings can be neither chosen nor opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its words, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Heading) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text if isinstance(row, Heading) else row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Line):
            return row.title.replace("<", "‹")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be chosen."""
        if index.isValid() and isinstance(self.rows[index.row()], Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    # --- changing

    def show(self, rows: Sequence[Row]) -> None:
        """These in place of all."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """More at the end."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def replace(self, at: int, line: Line) -> None:
        """Another line at a place."""
        self.rows[at] = line
        index = self.index(at, 0)
        self.dataChanged.emit(index, index)

    def remove(self, at: int) -> None:
        """Take a line out; a heading that would stand over nothing goes too."""
        self._take(at)
        alone = at > 0 and isinstance(self.rows[at - 1], Heading)
        if alone and (at >= len(self.rows) or isinstance(self.rows[at], Heading)):
            self._take(at - 1)

    def _take(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.rows[at]
        self.endRemoveRows()

    # --- finding

    def place_of(self, key: tuple[str, object] | None) -> int:
        """Where a line stands; -1 for nowhere."""
        return next((at for at, row in enumerate(self.rows) if isinstance(row, Line) and row.key == key), -1)

    def last_heading(self) -> str:
        """The heading that stands last."""
        return next((row.text for row in reversed(self.rows) if isinstance(row, Heading)), "")
