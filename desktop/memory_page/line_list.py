"""The list: rows of two heights, a hundred thousand of them without a long frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.memory_page.line_delegate import LINE_HIGH, LineDelegate
from desktop.memory_page.line_model import ROW_ROLE, LineModel
from desktop.memory_page.lines import Line, Row
from desktop.theme.theme import theme
from desktop.widgets.line_table import LineTable

AHEAD = 4
"""More is asked for when so many screens or fewer are left below."""


class LineList(LineTable):
    """`more_wanted` asks for rows below the last."""

    more_wanted = Signal()

    def __init__(self, model: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(model, "memory.list", parent)
        self._lines = model
        self._tall = False
        self._delegate = LineDelegate(self)
        self.paint_by(self._delegate)
        model.modelReset.connect(self.size_rows)
        model.rowsInserted.connect(lambda parent, first, last: self.size_rows(first, last))
        self.verticalScrollBar().valueChanged.connect(self.look_ahead)
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

    def first(self) -> int:
        """The first row that is no heading."""
        return next((at for at, row in enumerate(self._lines.rows) if isinstance(row, Line)), -1)

    def look_ahead(self) -> None:
        """Near the end, ask for more."""
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() <= AHEAD * self.viewport().height():
            self.more_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over lines only."""
        super().mouseMoveEvent(event)
        over = self.line_at(self.indexAt(event.position().toPoint())) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
