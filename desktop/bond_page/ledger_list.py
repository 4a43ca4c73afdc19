"""Why it changed: all lines one below the other, as high as they are, in a page that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from desktop.bond_page.ledger_delegate import LedgerDelegate
from desktop.bond_page.ledger_model import LedgerModel
from desktop.bond_page.lines import Line
from desktop.theme.words import words


class LedgerList(QTableView):
    """`opened` carries the line that was clicked or entered, `moved` the one that arrows came to; `shown_at` where a line
    is that shall be in sight."""

    opened = Signal(object)
    moved = Signal(object)
    shown_at = Signal(QRect)

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._high = 0
        self.setModel(model)
        self._delegate = LedgerDelegate(self)
        self._narrow = False
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(20)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        for named in (self, self.horizontalHeader(), self.verticalHeader(), *self.findChildren(QAbstractButton)):
            words().bind(named, named.setAccessibleName, "bond.ledger")
        model.modelReset.connect(self.size_rows)
        model.rowsInserted.connect(lambda parent, first, last: self.size_rows(first))
        self.clicked.connect(self.open_at)

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

    def choose(self, at: int) -> None:
        """Mark a line; -1 marks none."""
        if at < 0:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
            return
        self.selectionModel().setCurrentIndex(self._lines.index(at, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def open_at(self, index: QModelIndex) -> None:
        """A click."""
        line = self.line_at(index)
        if line is not None:
            self.opened.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows move, and tell where they came to."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_at(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        line = self.line_at(self.currentIndex())
        if line is not None and self.currentIndex() != before:
            self.shown_at.emit(self.visualRect(self.currentIndex()))
            self.moved.emit(line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard one comes to the first line."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            QTimer.singleShot(0, self, self.come_in)

    def come_in(self) -> None:
        """Mark a first line where none is."""
        if self.hasFocus() and self.line_at(self.currentIndex()) is None and self._lines.lines:
            self.choose(0)
            self.shown_at.emit(self.visualRect(self.currentIndex()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        self.viewport().update()
