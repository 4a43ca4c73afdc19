"""A list of painted lines in a table without a grid: one column, one line chosen, keys that open and move."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop.theme.words import words


class LineTable(QTableView):
    """`opened` carries the line that was clicked or entered, `moved` the one that arrows came to."""

    opened = Signal(object)
    moved = Signal(object)

    def __init__(self, model: QAbstractTableModel, name_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(20)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        for named in (self, self.horizontalHeader(), rows, *self.findChildren(QAbstractButton)):
            words().bind(named, named.setAccessibleName, name_key)
        self.clicked.connect(self.open_at)

    def paint_by(self, delegate: QAbstractItemDelegate) -> None:
        """Let `delegate` draw the lines."""
        self.setItemDelegate(delegate)

    def line_at(self, index: QModelIndex) -> object | None:
        """The line of an index; None where there is none to open."""
        raise NotImplementedError

    def first(self) -> int:
        """The row of the first line that can be chosen; -1 where there is none."""
        raise NotImplementedError

    def arrived(self, index: QModelIndex) -> None:
        """The keyboard came to a line."""

    def choose(self, at: int) -> None:
        """Mark a line; -1 marks none."""
        if at < 0:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.model().index(at, 0), flags)

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
            self.arrived(self.currentIndex())
            self.moved.emit(line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard one comes to the first line."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            QTimer.singleShot(0, self, self.come_in)

    def come_in(self) -> None:
        """Mark the first line where none is."""
        if self.hasFocus() and self.line_at(self.currentIndex()) is None and self.first() >= 0:
            self.choose(self.first())
            self.arrived(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        self.viewport().update()
