"""Why she knows something, as a card over the foot of the talk: the same receipt as on the memory page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from desktop.receipt.receipt_body import ReceiptBody
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton
from mind.turn.memory_book import MemoryCard


class Receipt(Card):
    """`forget_wanted` carries the memory, `turn_wanted` and `memory_wanted` the ids of what its links lead to."""

    forget_wanted = Signal(object)
    turn_wanted = Signal(int)
    memory_wanted = Signal(int)
    closed = Signal()

    def __init__(self, card: MemoryCard, name: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        memory = card.memory
        head = QHBoxLayout()
        label = Paragraph("label", "ink2", wrap=False)
        words().bind(label, label.setText, "receipt.why")
        head.addWidget(label, 1)
        self.cross = RoundButton("close", "common.close", 32, icon_size=14, ink="ink2", pressed=self.leave)
        head.addWidget(self.cross)
        self.receipt = ReceiptBody(card, name, now)
        self.receipt.turn_wanted.connect(self.turn_wanted)
        self.receipt.memory_wanted.connect(self.memory_wanted)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.receipt)
        self._area.setAccessibleName(memory.text)
        foot = QHBoxLayout()
        foot.setContentsMargins(-10, 0, 0, 0)
        foot.addWidget(Push("receipt.in_memory", "text", lambda: self.memory_wanted.emit(memory.id), small=True))
        foot.addWidget(Push("receipt.forget", "danger", lambda: self.forget_wanted.emit(memory), small=True, icon_name="trash"))
        foot.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(foot)
        self.setAccessibleName(f"{words()('receipt.why')} {memory.text}")

    def wanted_height(self, width: int) -> int:
        """As high as all of it is in that width."""
        margins = self.body.contentsMargins()
        inner = width - margins.left() - margins.right()
        layout = self.receipt.layout()
        own = layout.heightForWidth(inner) if layout is not None else 0
        rest = self.body.sizeHint().height() - self._area.sizeHint().height()
        return own + rest

    def leave(self) -> None:
        """Close."""
        self.hide()
        self.closed.emit()
