"""The bond card: the word for it, one sentence, the knit, and the list of causes that it opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.bond_page.causes import told
from desktop.bond_page.knit import Knit, days_of
from desktop.bond_page.ledger_list import LedgerList
from desktop.theme.icons import icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.window.house import House
from mind.bond.stages import OPEN_FLOOR
from mind.bond.words import stage_name
from mind.domain import BondChange, BondSummary

SHOWN = 40


class BondPage(QWidget):
    """Beside her, in the place of the talk."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._told: tuple[BondSummary, Sequence[BondChange]] | None = None
        self._stage = Paragraph("title", "ink1", wrap=False)
        self._sentence = Paragraph("lead", "ink2")
        self.knit = Knit()
        self._mend = Card("rose_soft", level=0)
        mend = Paragraph("body", "ink1")
        words().bind(mend, mend.setText, "bond.mend")
        self._mend.body.addWidget(mend)
        self._mend.hide()
        self.open = Push("bond.why", "secondary", self.toggle, icon_name="down")
        self.ledger = LedgerList()
        self.ledger.hide()
        self._empty = Paragraph("body", "ink3")
        words().bind(self._empty, self._empty.setText, "bond.empty")
        self.lay_out()
        words().changed.connect(self.refresh)

    def lay_out(self) -> None:
        """One card, and the list under it."""
        card = Card()
        card.body.setContentsMargins(22, 20, 22, 20)
        card.body.setSpacing(6)
        card.body.addWidget(self._stage)
        card.body.addWidget(self._sentence)
        card.body.addSpacing(8)
        card.body.addWidget(self.knit)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        card.body.addSpacing(6)
        card.body.addLayout(row)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 12)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(self._mend)
        column.addWidget(self._empty)
        column.addWidget(self.ledger)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words().bind(area, area.setAccessibleName, "rail.bond")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def first_focus(self) -> None:
        """Where the keyboard begins."""
        self.open.setFocus(Qt.FocusReason.TabFocusReason)

    def toggle(self) -> None:
        """Open or close the list of causes."""
        self.show_causes(self.ledger.isHidden())

    def show_causes(self, shown: bool) -> None:
        """Show or hide the list."""
        self.ledger.setVisible(shown and self._told is not None)
        key = "bond.why_close" if shown else "bond.why"
        self.open.setIcon(icon("up" if shown else "down", "ink1"))
        self.open.setText(words()(key))

    def tell(self, summary: BondSummary, changes: Sequence[BondChange]) -> None:
        """Show where it stands."""
        self._told = (summary, changes)
        self.refresh()

    def refresh(self) -> None:
        """Write it in the language there is."""
        if self._told is None:
            return
        summary, changes = self._told
        now = datetime.now().astimezone()
        causes = told(changes)
        self._stage.setText(stage_name(summary.stage, words().lang))
        self._sentence.setText(words()(f"bond.stage_{summary.stage}"))
        self.knit.tell(days_of(causes, summary, now), now)
        self.ledger.tell(causes[:SHOWN], now)
        self._mend.setVisible(summary.hurt > OPEN_FLOOR)
        self._empty.setVisible(not causes)
        self.open.setVisible(bool(causes))
        self.show_causes(not self.ledger.isHidden())
        self.setAccessibleName(f"{self._stage.text()}. {self._sentence.text()}")

    def restyle(self) -> None:
        """The theme changed."""
        self.knit.setFont(theme().font("caption"))
        self.knit.updateGeometry()
