"""A note that a search found, sentence by sentence."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.memory_page.lines import note_note
from desktop.memory_page.sheet import EDGE
from desktop.receipt.details import Link
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from mind.domain import Note


class NoteSheet(QWidget):
    """`turn_wanted` and `memory_wanted` carry the ids of what its sentences rest on."""

    turn_wanted = Signal(int)
    memory_wanted = Signal(int)

    def __init__(self, note: Note, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 0, 0, 0)
        column.setSpacing(8)
        title = Paragraph("section", "ink1")
        title.setText(note_note(note, now))
        column.addWidget(title)
        for sentence in note.sentences:
            said = Paragraph("lead", "ink1")
            said.setText(sentence.text)
            column.addWidget(said)
            if sentence.turns:
                first = sentence.turns[0]
                column.addWidget(Link(words()("receipt.rests_on"), lambda at=first: self.turn_wanted.emit(at)))  # type: ignore[misc]
            elif sentence.memories:
                known = sentence.memories[0]
                column.addWidget(Link(words()("receipt.rests_on"), lambda at=known: self.memory_wanted.emit(at)))  # type: ignore[misc]
        column.addStretch(1)
