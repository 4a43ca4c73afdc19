"""Cards in as many columns as there is room for, all of one row equally high."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.theme.theme import theme

GAP = 12
NARROWEST = 196
"""Pixels a card needs at a text scale of 100 %."""


class VoiceGrid(QLayout):
    """At most `most` columns."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._most = most
        self.setContentsMargins(0, 0, 0, 0)

    def columns(self, width: int, count: int) -> int:
        """How many of `count` stand side by side: four as two and two, never three and a lonely one."""
        fitting = max(1, min(self._most, (width + GAP) // (theme().px(NARROWEST) + GAP)))
        return 2 if fitting == 3 and count in (2, 4) else fitting

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Hold these, in this order; those held before and not named are let go of."""
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget not in widgets:
                widget.hide()
                widget.deleteLater()
        self._items.clear()
        for each in widgets:
            self.addWidget(each)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in."""
        self._items.append(item)

    def count(self) -> int:
        """How many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It fills the width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place them."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Three side by side."""
        return QSize(theme().px(NARROWEST) * self._most, self.heightForWidth(theme().px(NARROWEST) * self._most + GAP * 3))

    def minimumSize(self) -> QSize:
        """One column."""
        return QSize(theme().px(120), 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        columns = self.columns(rect.width(), len(shown))
        wide = (rect.width() - GAP * (columns - 1)) // columns
        y = rect.y()
        for at in range(0, len(shown), columns):
            row = shown[at : at + columns]
            high = max(item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height() for item in row)
            for column, item in enumerate(row):
                if move:
                    item.setGeometry(QRect(rect.x() + column * (wide + GAP), y, wide, high))
            y += high + GAP
        return max(0, y - GAP - rect.y())
