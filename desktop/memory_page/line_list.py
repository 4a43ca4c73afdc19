"""The list: rows of two heights, a hundred thousand of them without a long frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.memory_page.line_delegate import LINE_HIGH, LineDelegate
from desktop.memory_page.line_model import ROW_ROLE, LineModel
from desktop.memory_page.lines import Line, Row
from desktop.theme.theme import theme
from desktop.theme.words import words

AHEAD = 4
"""More is asked for when so many screens or fewer are left below."""


class LineList(QTableView):
    """`opened` carries the line that was clicked or entered, `moved` the one that arrows came to."""

    opened = Signal(object)
    moved = Signal(object)
    more_wanted = Signal()

    def __init__(self, model: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self._delegate = LineDelegate(self)
        self._tall = False
        self.setItemDelegate(self._delegate)
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
        for named in (self, self.horizontalHeader(), self.verticalHeader(), *self.findChildren(QAbstractButton)):
            words().bind(named, named.setAccessibleName, "memory.list")
        model.modelReset.connect(self.size_rows)
        model.rowsInserted.connect(lambda parent, first, last: self.size_rows(first, last))
        self.verticalScrollBar().valueChanged.connect(self.look_ahead)
        self.clicked.connect(self.open_at)
        self.restyle()

    def restyle(self) -> None:
        """The text's size changed."""
        self.verticalHeader().setDefaultSectionSize(theme().px(LINE_HIGH))
        self.size_rows()

    def size_rows(self, first: int = 0, last: int | None = None) -> None:
        """Headings are lower than lines."""
        end = len(self._lines.rows) if last is None else last + 1
        rows = self.verticalHeader()
        for at in range(first, end):
            high = self._delegate.height(self._lines.rows[at])
            if rows.sectionSize(at) != high:
                rows.resizeSection(at, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the room grows small titles take two lines."""
        super().resizeEvent(event)
        if self._delegate.tall != self._tall:
            self._tall = self._delegate.tall
            self.size_rows()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """These, from the top."""
        self._lines.show(rows)
        self.scrollToTop()

    def bring(self, at: int) -> None:
        """Mark a line and show it with some air around it, where it is out of view or at an edge."""
        self.choose(at)
        if at >= 0:
            box, view = self.visualRect(self._lines.index(at, 0)), self.viewport().rect()
            if not view.adjusted(0, 24, 0, -24).contains(box):
                self.scrollTo(self._lines.index(at, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def line_at(self, index: QModelIndex) -> Line | None:
        """The line of an index; None for a heading."""
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, Line) else None

    def choose(self, at: int) -> None:
        """Mark a line; -1 marks none."""
        if at < 0:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._lines.index(at, 0), flags)

    def look_ahead(self) -> None:
        """Near the end, ask for more."""
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() <= AHEAD * self.viewport().height():
            self.more_wanted.emit()

    def open_at(self, index: QModelIndex) -> None:
        """A click."""
        line = self.line_at(index)
        if line is not None:
            self.opened.emit(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over lines only."""
        super().mouseMoveEvent(event)
        over = self.line_at(self.indexAt(event.position().toPoint())) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows move, and tell where they came to."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_at(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        line = self.line_at(self.currentIndex())
        if line is not None and self.currentIndex() != before:
            self.moved.emit(line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard one comes to the first line."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            QTimer.singleShot(0, self, self.come_in)

    def come_in(self) -> None:
        """Mark a first line where none is."""
        if self.hasFocus() and self.line_at(self.currentIndex()) is None:
            self.choose(next((at for at, row in enumerate(self._lines.rows) if isinstance(row, Line)), -1))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        self.viewport().update()
