"""The prompt inspector: exactly what a server was asked, where it went, what it counted and what it cost."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.settings.model import BrainSettings
from desktop.theme.dates import day_and_time
from desktop.theme.words import words
from desktop.why.cost import cost_of, cost_words, is_own
from desktop.why.message_fold import MessageFold
from desktop.why.told import as_text, role_words, tokens_sentence
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from mind.domain import AskedOf


class RequestPart(QWidget):
    """`copied` tells that the request is on the clipboard, `price_wanted` leads to the prices."""

    copied = Signal()
    price_wanted = Signal()

    def __init__(self, asked: AskedOf, brain: BrainSettings, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        lang = words().lang
        self.line(words()("why.sent", host=asked.host, when=day_and_time(asked.at, now)))
        self.line(tokens_sentence(asked, lang))
        self.cost = self.line(cost_words(asked, brain, lang))
        deeds = Flow(gap=8)
        self.fold = Push("why.unfold", "text", self.toggle, small=True, flush=True)
        deeds.addWidget(self.fold)
        deeds.addWidget(Push("why.copy", "text", self.copy, small=True, flush=True))
        if cost_of(asked, brain) is None and not is_own(asked.host):
            deeds.addWidget(Push("why.set_price", "text", self.price_wanted.emit, small=True, flush=True))
        self.column.addLayout(deeds)
        self.messages: list[MessageFold] = []
        self._list = QWidget()
        self._folds = QVBoxLayout(self._list)
        self._folds.setContentsMargins(0, 2, 0, 4)
        self._folds.setSpacing(2)
        self._list.hide()
        self.column.addWidget(self._list)

    def line(self, text: str) -> Paragraph:
        """One line of facts."""
        made = Paragraph("body", "ink1")
        made.setText(text)
        self.column.addWidget(made)
        return made

    def toggle(self) -> None:
        """Show the messages, or put them away."""
        if not self.messages:
            self.make_messages()
        shown = self._list.isHidden()
        self._list.setVisible(shown)
        self.fold.setText(words()("why.fold" if shown else "why.unfold"))

    def make_messages(self) -> None:
        """One fold a message; the last, which holds all that changes, stands open."""
        last = len(self._asked.messages) - 1
        for at, (role, content) in enumerate(self._asked.messages):
            made = MessageFold(role_words(role, words().lang, last=at == last), content)
            self._folds.addWidget(made)
            self.messages.append(made)
        if self.messages:
            self.messages[-1].head.setChecked(True)

    def copy(self) -> None:
        """The whole request, role by role."""
        QGuiApplication.clipboard().setText(as_text(self._asked))
        self.copied.emit()
