"""The chapter of the week that a page is in: folded to its title, each sentence with the way to what it rests on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.receipt.details import Link
from desktop.theme.icons import icon
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from mind.domain import Note, NoteSentence


class WeekCard(Card):
    """Hidden where the week has no chapter. `memory_wanted` and `turn_wanted` carry the id of a source."""

    memory_wanted = Signal(int)
    turn_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", level=0, parent=parent)
        self.body.setContentsMargins(18, 14, 18, 14)
        label = Paragraph("label", "ink2", wrap=False)
        words().bind(label, label.setText, "diary.week")
        self.title = Paragraph("card", "ink1")
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(8)
        self.unfold = Push("diary.read_week", "text", self.toggle, small=True, icon_name="down")
        foot = QHBoxLayout()
        foot.setContentsMargins(-22, 0, 0, 0)
        foot.addWidget(self.unfold)
        foot.addStretch(1)
        self.body.addWidget(label)
        self.body.addWidget(self.title)
        self.body.addWidget(self._lines)
        self.body.addLayout(foot)
        self.hide()

    def tell(self, note: Note | None) -> None:
        """Show a chapter, folded."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(note is not None)
        if note is None:
            return
        self.title.setText(next((one.text for one in note.sentences if one.paragraph == 0), words()("diary.week")))
        for one in note.sentences:
            if one.paragraph > 0:
                self._column.addWidget(Link(one.text, lambda one=one: self.open_source(one)))  # type: ignore[misc]
        self.fold(True)
        self.setAccessibleName(f"{words()('diary.week')}: {self.title.text()}")

    def open_source(self, one: NoteSentence) -> None:
        """Lead to what a sentence rests on."""
        if one.memories:
            self.memory_wanted.emit(one.memories[0])
        elif one.turns:
            self.turn_wanted.emit(one.turns[0])

    def toggle(self) -> None:
        """Unfold, or fold again."""
        self.fold(not self._lines.isHidden())

    def fold(self, folded: bool) -> None:
        """Show the title alone, or all of it."""
        self._lines.setHidden(folded)
        self.unfold.setIcon(icon("down" if folded else "up", "pine"))
        self.unfold.setText(words()("diary.read_week" if folded else "diary.fold_week"))
