"""The head of the page: its name, what the season suggests, the way back, a look by chance, the search, and the way to more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton

WORDED_FROM = 560
"""Pixels of width from which the buttons have words, at 100 %."""


class SeasonLine(QWidget):
    """What the time of the year suggests, and a way to see it. `shown` asks for it."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._season = ""
        self._folded = False
        self.line = Paragraph("caption", "ink3", wrap=False)
        self.button = Push("wardrobe.season.show", "text", self.shown.emit, small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line)
        row.addWidget(self.button)
        row.addStretch(1)

    def tell(self, season: str) -> None:
        """Which season it is; empty hides the line."""
        self._season = season
        if season:
            self.line.setText(words()(f"wardrobe.season.{season}"))
        self.fold(self._folded)

    def fold(self, folded: bool) -> None:
        """There is no height for it."""
        self._folded = folded
        self.setVisible(bool(self._season) and not folded)


class PageHead(QWidget):
    """`back_wanted` undoes, `surprise_wanted` dresses her by chance, `search_wanted` opens the search."""

    back_wanted = Signal()
    surprise_wanted = Signal()
    search_wanted = Signal()
    person_wanted = Signal()
    more_wanted = Signal(object)
    """With the button whose menu it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Paragraph("title", "ink1", wrap=False)
        words().bind(self.title, self.title.setText, "wardrobe.title")
        self.season = SeasonLine()
        self.undo = Push("wardrobe.undo", pressed=self.back_wanted.emit, icon_name="undo")
        self.surprise = Push("wardrobe.surprise", pressed=self.surprise_wanted.emit, icon_name="dice")
        self.undo_small = RoundButton("undo", "wardrobe.undo", 40, pressed=self.back_wanted.emit)
        self.surprise_small = RoundButton("dice", "wardrobe.surprise", 40, pressed=self.surprise_wanted.emit)
        self.search = RoundButton("search", "wardrobe.search", 40, pressed=self.search_wanted.emit)
        self.person = RoundButton("person", "creator.enter", 40, pressed=self.person_wanted.emit)
        self.more = RoundButton("more", "wardrobe.bring.more", 40, pressed=lambda: self.more_wanted.emit(self.more))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.season)
        row.addLayout(names, 1)
        for button in (self.undo, self.surprise, self.undo_small, self.surprise_small, self.search, self.person, self.more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.arrange()

    def arrange(self) -> None:
        """Words on the buttons where there is room for them."""
        worded = self.width() >= WORDED_FROM * theme().scale
        for large, small in ((self.undo, self.undo_small), (self.surprise, self.surprise_small)):
            large.setVisible(worded)
            small.setVisible(not worded)
        self.person.setVisible(worded)

    def can_undo(self, can: bool) -> None:
        """Whether there is something to go back to."""
        for button in (self.undo, self.undo_small):
            button.setEnabled(can)
            button.setToolTip("" if can else words()("wardrobe.nothing_to_undo"))

    def restyle(self) -> None:
        """The size of text changed."""
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words come and go."""
        self.arrange()
