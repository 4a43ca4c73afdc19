"""One memory and all that explains it: quotes, how sure, when used, what it replaced."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.receipt.details import Details, Link, Sureness
from desktop.receipt.quote import Quote
from desktop.receipt.telling import (
    how_and_where,
    kept_since,
    quoted,
    sure_words,
    sureness,
    used_words,
    who_and_when,
)
from desktop.theme.dates import clock_time, day, heading
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from mind.domain import Memory, Turn
from mind.turn.memory_book import MemoryCard

QUOTES: Final = 3
USES: Final = 5
EXACT: Final = (18, 0)
"""A plan without an hour is kept as due at six in the evening: then only its day is told."""


class ReceiptBody(QWidget):
    """`turn_wanted` carries the id of a turn to open in the talk, `memory_wanted` that of another memory."""

    turn_wanted = Signal(int)
    memory_wanted = Signal(int)

    def __init__(
        self, card: MemoryCard, name: str, now: datetime, *, title: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._card, self._name, self._now = card, name, now
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.title = Paragraph("section", "ink1")
        self.title.setText(card.memory.text)
        if title:
            column.addWidget(self.title)
        for receipt in card.receipts[:QUOTES]:
            under = (who_and_when(receipt.turn, name, now), how_and_where(receipt.turn))
            column.addWidget(Quote(quoted(receipt.quote), *under))
        column.addWidget(self.details())

    def details(self) -> Details:
        """The quiet lines."""
        memory, card = self._card.memory, self._card
        made = Details()
        made.add("receipt.sure", Sureness(sureness(memory), sure_words(memory)))
        if memory.due is not None:
            made.add("receipt.due", due_words(memory.due, self._now))
        if len(card.receipts) > QUOTES:
            made.add("receipt.again_said", day(card.receipts[-1].turn.at, self._now))
        uses = [self.turn_link(turn) for turn in card.used_in[:USES]]
        if uses:
            made.add_all("receipt.used", uses)
        else:
            made.add("receipt.used", words()("receipt.never_used"))
        if card.replaces:
            made.add_all("receipt.replaces", [self.memory_link(one) for one in card.replaces])
        if card.wordings:
            made.add("receipt.reworded", card.wordings[0].text)
        if card.replaced_by is not None:
            made.add("receipt.replaced", self.memory_link(card.replaced_by))
        if memory.expired_at is not None:
            made.add("receipt.ended", day(memory.expired_at, self._now))
        if card.near:
            made.add_all("receipt.near", [self.memory_link(one) for one in card.near])
        made.add("receipt.since", kept_since(memory, self._now))
        return made

    def turn_link(self, turn: Turn) -> Link:
        """Leads to a reply that used it."""
        when = used_words(turn, self._now)
        return Link(when, lambda: self.turn_wanted.emit(turn.id), words()("receipt.open_turn", when=when))

    def memory_link(self, memory: Memory) -> Link:
        """Leads to another memory."""
        return Link(memory.text, lambda: self.memory_wanted.emit(memory.id))


def due_words(due: datetime, now: datetime) -> str:
    """The day of a plan, with its hour where one was named."""
    local = due.astimezone()
    if (local.hour, local.minute) == EXACT:
        return heading(due, now)
    return words()("day.at", day=heading(due, now), time=clock_time(due))
