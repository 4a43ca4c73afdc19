"""Someone or somewhere the user told of: every fact about them, and what is open."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.memory_page.lines import about, called, how_said
from desktop.memory_page.sheet import EDGE
from desktop.receipt.details import Link
from desktop.theme.dates import day_and_time
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from mind.domain import Memory
from mind.memory.people import KnownPerson
from mind.memory.places import KnownPlace


class GatheringSheet(QWidget):
    """`memory_wanted` carries the id of a fact to open."""

    memory_wanted = Signal(int)

    def __init__(self, one: KnownPerson | KnownPlace, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 0, 0, 0)
        column.setSpacing(6)
        name, relation = one.name, ""
        if isinstance(one, KnownPerson):
            name = called(one)
            relation = words()("memory.your", relation=one.relation) if one.name and one.relation else ""
        self.say("section", "ink1", name)
        self.say("caption", "ink3", about(one, relation, now))
        waiting = {loop.memory.id for loop in one.open}
        column.addSpacing(6)
        if waiting:
            self.part("receipt.what_open", [memory for memory in one.memories if memory.id in waiting])
        known = [memory for memory in one.memories if memory.id not in waiting]
        if known:
            self.part("receipt.what_known", known)
        column.addStretch(1)

    def part(self, key: str, memories: list[Memory]) -> None:
        """A label and the facts under it."""
        self.say("label", "ink2", words()(key))
        for memory in memories:
            self._column.addWidget(Link(memory.text, lambda memory=memory: self.memory_wanted.emit(memory.id)))  # type: ignore[misc]
            self.say("caption", "ink3", how_said(memory, day_and_time(memory.said_at, self._now)))
        self._column.addSpacing(8)

    def say(self, role: str, token: str, text: str) -> None:
        """One paragraph."""
        line = Paragraph(role, token)
        line.setText(text)
        self._column.addWidget(line)
