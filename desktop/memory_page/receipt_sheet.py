"""The receipt of one memory, with what can be done about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.memory_page.sheet import EDGE
from desktop.receipt.receipt_body import ReceiptBody
from desktop.receipt.sentence_field import SentenceField
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from mind.turn.memory_book import MemoryCard


class Actions(QWidget):
    """Buttons that wrap, under a hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, 2)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: Push) -> None:
        """One more."""
        self._flow.addWidget(button)

    def heightForWidth(self, width: int) -> int:
        """As high as its rows."""
        return self._flow.heightForWidth(width)

    def hasHeightForWidth(self) -> bool:
        """Narrow is higher."""
        return True


class Hairline(QWidget):
    """One line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        QPainter(self).fillRect(self.rect(), theme().colour("line"))


class ReceiptSheet(QWidget):
    """Correct, pin, never mention, forget: each signal carries the memory's id; a correction also the sentence."""

    corrected = Signal(int, str)
    pinned = Signal(int, bool)
    muted = Signal(int, bool)
    forgotten = Signal(int)
    turn_wanted = Signal(int)
    memory_wanted = Signal(int)

    def __init__(self, card: MemoryCard, name: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        memory = card.memory
        self.body = ReceiptBody(card, name, now)
        self.body.turn_wanted.connect(self.turn_wanted)
        self.body.memory_wanted.connect(self.memory_wanted)
        self._field: SentenceField | None = None
        self._actions = Actions()
        self.correct = Push("receipt.correct", "text", self.write, small=True, icon_name="edit")
        if memory.superseded_by is not None:
            self.correct.hide()
        pin_key = "receipt.unpin" if memory.pinned else "receipt.pin"
        self.pin = Push(pin_key, "text", lambda: self.pinned.emit(memory.id, not memory.pinned), small=True, icon_name="pin")
        mute_key = "receipt.unmute" if memory.muted else "receipt.mute"
        mute_icon = "talk" if memory.muted else "hush"
        self.mute = Push(mute_key, "text", lambda: self.muted.emit(memory.id, not memory.muted), small=True, icon_name=mute_icon)
        self.forget = Push("receipt.forget", "danger", lambda: self.forgotten.emit(memory.id), small=True, icon_name="trash")
        for button in (self.correct, self.pin, self.mute, self.forget):
            self._actions.add(button)
        foot = Paragraph("caption", "ink3")
        words().bind(foot, foot.setText, "receipt.foot")
        self._above = QVBoxLayout()
        self._above.setContentsMargins(EDGE, 0, 0, 0)
        self._above.addWidget(self.body)
        under = QVBoxLayout()
        under.setContentsMargins(EDGE, 0, 0, 0)
        under.addWidget(foot)
        line = QVBoxLayout()
        line.setContentsMargins(EDGE, 10, 0, 0)
        line.addWidget(Hairline())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._above)
        column.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._actions)
        column.addLayout(under)

    def write(self) -> None:
        """The sentence becomes a field."""
        if self._field is not None:
            return
        field = SentenceField(self.card.memory.text)
        field.saved.connect(self.save)
        field.left.connect(self.leave)
        self._field = field
        self.body.title.hide()
        self._above.insertWidget(0, field)
        field.pen.setFocus(Qt.FocusReason.OtherFocusReason)
        field.pen.selectAll()

    def save(self, text: str) -> None:
        """Hand the sentence over, if it is another one."""
        self.leave()
        if text != self.card.memory.text:
            self.corrected.emit(self.card.memory.id, text)

    def leave(self) -> bool:
        """Stop writing; True if one was."""
        if self._field is None:
            return False
        self._field.hide()
        self._field.deleteLater()
        self._field = None
        self.body.title.show()
        self.correct.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
