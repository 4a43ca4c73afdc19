"""What she took the user to need, and a way to say that it was something else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.words import words
from desktop.why.told import NEEDS, corrected_sentence, need_sentence
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.pills import Pills
from desktop.widgets.push import Push


class NeedPart(QWidget):
    """The need as a title. `corrected` carries what it had been instead, empty where that is taken back."""

    corrected = Signal(str)

    def __init__(self, need: str, corrected: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.title = Paragraph("section", "ink1")
        self.title.setText(need_sentence(need, words().lang))
        column.addWidget(self.title)
        self.said = Paragraph("body", "ink2")
        column.addWidget(self.said)
        self.wrong = Push("why.not_it", "text", self.ask, small=True, flush=True)
        self.back = Push("common.undo", "text", lambda: self.say(""), small=True, flush=True)
        row = QHBoxLayout()
        row.addWidget(self.wrong)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        self.question = Paragraph("label", "ink2")
        words().bind(self.question, self.question.setText, "why.not_it_ask")
        column.addWidget(self.question)
        self.choices = Pills([(name, f"why.wanted.{name}") for name in NEEDS], "why.not_it_ask", deeds=True)
        self.choices.offer([name for name in NEEDS if name != need])
        self.choices.chosen.connect(self.say)
        self.choices.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.choices)
        self.settle(corrected)

    def settle(self, corrected: str) -> None:
        """Show what was said of it, or the way to say it."""
        self.said.setText(corrected_sentence(corrected, words().lang) if corrected else "")
        self.said.setVisible(bool(corrected))
        self.back.setVisible(bool(corrected))
        self.wrong.setVisible(not corrected)
        self.open(False)

    def ask(self) -> None:
        """Offer the others; pressed again, leave it."""
        self.open(self.choices.isHidden())
        if not self.choices.isHidden():
            next(choice for choice in self.choices.choices.values() if not choice.isHidden()).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def open(self, asked: bool) -> None:
        """Show or hide the choices."""
        self.question.setVisible(asked)
        self.choices.setVisible(asked)

    def say(self, need: str) -> None:
        """It had been that; empty: it stands as she took it."""
        self.settle(need)
        (self.back if need else self.wrong).setFocus(Qt.FocusReason.OtherFocusReason)
        self.corrected.emit(need)
