"""The head of the page: its title, the search, and the ways to look at it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.pills import Pills
from desktop.widgets.search_field import SearchField
from desktop.widgets.select import Select

VIEWS: Final = ("timeline", "people", "places", "loops", "never")
SEARCH: Final = 250
LEFT: Final = 16
RIGHT: Final = 24
AIR: Final = 14
"""The tabs begin so much before the title, so that their words stand under it."""
NARROW: Final = 340
"""Below this, at 100 %, the title takes the smaller role."""
MOST_ROWS: Final = 2
TAB_HIGH: Final = 34
PAUSE: Final = 180
"""Milliseconds without a key before a search begins."""


class PageHead(QWidget):
    """`viewed` carries a view, `sought` the words of a search (empty where it was cleared)."""

    viewed = Signal(str)
    sought = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Paragraph("title", "ink1")
        words().bind(self._title, self._title.setText, "memory.title")
        self.search = SearchField("memory.search")
        self.views = Pills([(view, f"memory.{view}") for view in VIEWS], "memory.views", look="tabs")
        self.views.value = VIEWS[0]
        self.choice = Select("memory.views")
        self.choice.currentIndexChanged.connect(lambda _: self.choose(self.choice.value))
        self.choice.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.seek_now)
        self._view = VIEWS[0]
        self.search.textChanged.connect(lambda _: self._timer.start(PAUSE))
        self.search.returnPressed.connect(self.seek_now)
        self.views.chosen.connect(self.choose)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT - AIR, 10, RIGHT, 6)
        column.setSpacing(12)
        self._row.setContentsMargins(AIR, 0, 0, 0)
        column.addLayout(self._row)
        column.addWidget(self.views)
        self._narrow = QVBoxLayout()
        self._narrow.setContentsMargins(AIR, 0, 0, 0)
        self._narrow.addWidget(self.choice)
        column.addLayout(self._narrow)
        words().changed.connect(self.arrange)

    @property
    def view(self) -> str:
        """The way to look, also while a search stands in its place."""
        return self._view

    def choose(self, view: str) -> None:
        """Another way to look: a search ends."""
        if view not in VIEWS or (view == self._view and not self.search.text()):
            return
        self._view = view
        self.clear()
        self.viewed.emit(view)

    def clear(self) -> None:
        """End a search without telling."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.search.restyle()
        self.views.value = self._view
        self._timer.stop()

    def seek_now(self) -> None:
        """Begin at once; no way to look is chosen while there are words."""
        self._timer.stop()
        words_sought = self.search.text().strip()
        self.views.value = "" if words_sought else self._view
        self.sought.emit(words_sought)

    def resizeEvent(self, event: object) -> None:
        """Beside or below."""
        self.arrange()

    def restyle(self) -> None:
        """The text's size changed."""
        self.arrange()

    def arrange(self) -> None:
        """The search stands beside the title where both fit, else below it; many rows of tabs become one choice."""
        role = "title" if self.width() >= theme().px(NARROW) else "section"
        if self._title.role != role:
            self._title.become(role)
        wide = theme().px(SEARCH)
        title = QFontMetrics(theme().font(role)).horizontalAdvance(self._title.text())
        beside = title + wide + 24 <= self.width() - LEFT - RIGHT
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self.search.setMinimumWidth(wide if beside else 0)
        self.search.setMaximumWidth(wide if beside else 16_777_215)
        room = self.width() - LEFT + AIR - RIGHT
        folded = self.views.heightForWidth(room) > MOST_ROWS * theme().px(TAB_HIGH) + MOST_ROWS * 4
        self.views.setVisible(not folded)
        self.choice.setVisible(folded)
        self.choice.offer([(view, words()(f"memory.{view}")) for view in VIEWS], self._view)
