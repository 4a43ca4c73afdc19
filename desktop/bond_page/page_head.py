"""The head of the page: the word for the bond, how long it has been knit, and the switch for figures."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.bond_page.side_card import Chip
from desktop.bond_page.spans import sentence, span
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.switch import Switch
from mind.bond.words import stage_name
from mind.domain import BondSummary
from mind.turn.bond_book import BondView

SENTENCE: Final = 420
"""What the sentence needs beside the switch, at 100 %."""


class PageHead(QWidget):
    """`figures_wanted` carries whether figures are shown; `go_on` ends a pause."""

    figures_wanted = Signal(bool)
    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Paragraph("title", "ink1", wrap=False)
        self.relation = Chip("", "pine_soft", "pine")
        self.sentence = Paragraph("lead", "ink2")
        self.switch = Switch("bond.figures")
        self.switch.toggled.connect(self.figures_wanted)
        self._label = Paragraph("body", "ink2", wrap=False)
        words().bind(self._label, self._label.setText, "bond.figures")
        self._label.setBuddy(self.switch)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addWidget(self.relation, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        ends = QHBoxLayout()
        ends.setSpacing(10)
        ends.addWidget(self._label)
        ends.addWidget(self.switch)
        self._ends = ends
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(16)
        self._second.addWidget(self.sentence, 1)
        self._second.addLayout(ends)
        self.values = Paragraph("caption", "ink3")
        self.values.hide()
        self.paused = PausedCard()
        self.paused.go_on.clicked.connect(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(self._second)
        column.addWidget(self.values)
        column.addWidget(self.paused)

    def tell(self, view: BondView, now: datetime, *, figures: bool) -> None:
        """Show where it stands, in words and where they are wanted in figures."""
        self.values.setText(values_words(view.summary))
        self.values.setVisible(figures)
        self.title.setText(stage_name(view.summary.stage, words().lang))
        self.sentence.setText(how_long(view.since, now))
        self.relation.setVisible(view.terms.relation != "friend")
        if view.terms.relation != "friend":
            self.relation.text = words()(f"terms.{view.terms.relation}")
            self.relation.updateGeometry()
            self.relation.update()
        self.paused.setVisible(view.summary.paused)
        self.setAccessibleName(f"{self.title.text()}. {self.sentence.text()}")
        self.arrange()

    def resizeEvent(self, event: object) -> None:
        """Beside or below."""
        self.arrange()

    def restyle(self) -> None:
        """The text's size changed."""
        self.arrange()

    def arrange(self) -> None:
        """The switch stands beside the sentence where both have room."""
        switch = QFontMetrics(theme().font("body")).horizontalAdvance(self._label.text()) + 54
        beside = self.width() - switch - 16 >= min(theme().px(SENTENCE), self.sentence.sizeHint().width())
        self._second.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._second.setAlignment(self._ends, Qt.AlignmentFlag.AlignLeft if not beside else Qt.AlignmentFlag(0))


class PausedCard(Card):
    """Says that nothing counts, and how it goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("honey_soft", radius=14, level=0, parent=parent)
        self.body.setContentsMargins(18, 8, 10, 10)
        row = QHBoxLayout()
        text = Paragraph("body", "ink1")
        words().bind(text, text.setText, "bond.paused")
        self.go_on = Push("bond.go_on", "honey", small=True)
        row.addWidget(text, 1)
        row.addWidget(self.go_on)
        self.body.addLayout(row)
        self.hide()


def values_words(summary: BondSummary) -> str:
    """Where each side of the bond stands."""
    sides = [(field, f"{getattr(summary, field):.0f}") for field in ("warmth", "familiarity", "commitment")]
    sides += [("trust", f"{summary.trust:.2f}"), ("hurt", f"{summary.hurt:.1f}")]
    parts = [words()("bond.figure", field=words()(f"bond.field.{field}"), value=value) for field, value in sides]
    return " · ".join([words()("bond.figures_now", bond=f"{summary.bond:.0f}"), *parts])


def how_long(since: datetime | None, now: datetime) -> str:
    """How long it has been knit, in one sentence."""
    days = (now.date() - since.astimezone(now.tzinfo).date()).days if since is not None else 0
    if days < 1:
        return words()("bond.first_day")
    return words()("bond.since", time=sentence(span(days)))
