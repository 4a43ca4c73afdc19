"""Why it changed: all lines one below the other, as high as they are, in a page that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.bond_page.ledger_delegate import LedgerDelegate
from desktop.bond_page.ledger_model import LedgerModel
from desktop.bond_page.lines import Line
from desktop.widgets.line_table import LineTable


class LedgerList(LineTable):
    """`shown_at` tells where a line is that shall be in sight."""

    shown_at = Signal(QRect)

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "bond.ledger", parent)
        self._lines = model
        self._high = 0
        self._narrow = False
        self._delegate = LedgerDelegate(self)
        self.paint_by(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.size_rows)
        model.rowsInserted.connect(lambda parent, first, last: self.size_rows(first))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """These; what was chosen stays chosen."""
        chosen = self.line_at(self.currentIndex())
        self._lines.show(lines)
        if chosen is not None:
            self.choose(self._lines.place_of(chosen.key))

    def size_rows(self, first: int = 0) -> None:
        """Each line as high as it is, and the list as high as them all."""
        rows = self.verticalHeader()
        if first == 0:
            self._high = 0
        for at in range(first, len(self._lines.lines)):
            high = self._delegate.height(self._lines.lines[at])
            self._high += high
            if rows.sectionSize(at) != high:
                rows.resizeSection(at, high)
        self.setFixedHeight(self._high + 2)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All lines."""
        return QSize(320, self._high + 2)

    def minimumSizeHint(self) -> QSize:
        """It elides."""
        return QSize(160, self._high + 2)

    def restyle(self) -> None:
        """The text's size changed."""
        self.size_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it grows narrow the day stands below."""
        super().resizeEvent(event)
        if self._delegate.narrow != self._narrow:
            self._narrow = self._delegate.narrow
            self.size_rows()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the list."""
        event.ignore()

    def line_at(self, index: QModelIndex) -> Line | None:
        """The line of an index."""
        return self._lines.lines[index.row()] if index.isValid() and index.row() < len(self._lines.lines) else None

    def first(self) -> int:
        """The first line there is."""
        return 0 if self._lines.lines else -1

    def arrived(self, index: QModelIndex) -> None:
        """The page brings it into sight."""
        self.shown_at.emit(self.visualRect(index))
