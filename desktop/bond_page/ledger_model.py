"""The lines of the ledger as a Qt model. Grows by the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.bond_page.lines import Line

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class LedgerModel(QAbstractTableModel):
    """One column of lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, its words, or what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return None

    def show(self, lines: Sequence[Line]) -> None:
        """These in place of all; those that go on where they stand are appended, so that nothing jumps."""
        here = len(self.lines)
        if here and len(lines) > here and list(lines[:here]) == self.lines:
            self.beginInsertRows(QModelIndex(), here, len(lines) - 1)
            self.lines = list(lines)
            self.endInsertRows()
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def place_of(self, key: tuple[int, str] | None) -> int:
        """Where a line stands; -1 for nowhere."""
        return next((at for at, line in enumerate(self.lines) if line.key == key), -1)
