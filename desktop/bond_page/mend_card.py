"""What would mend a hurt, as long as one is open: which it is, what is done already, and that it may have been none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.bond_page.column_words import what
from desktop.bond_page.lines import short
from desktop.bond_page.side_card import SideCard, Tick
from desktop.receipt.telling import quoted
from desktop.theme.dates import day
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from mind.domain import OpenHurt

ICON = 20


class Rings(QWidget):
    """The two rings, in rose."""

    def sizeHint(self) -> QSize:
        """An icon."""
        side = round(ICON * min(1.5, theme().scale))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        side = float(self.sizeHint().width())
        paint_icon(QPainter(self), "bond", QRectF(0, (self.height() - side) / 2, side, side), theme().colour("rose"))

    def restyle(self) -> None:
        """The text's size changed."""
        self.updateGeometry()


class MendCard(SideCard):
    """Hidden without a hurt. `misunderstood` carries the hurt that was none."""

    misunderstood = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bond.mend", parent)
        self.body.removeWidget(self.head)
        self.head.become("button")
        self.head.tint("ink1")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Rings())
        row.addWidget(self.head, 1)
        self.body.insertLayout(0, row)
        self.none: Push | None = None
        self.hide()

    def tell(self, hurts: Sequence[OpenHurt], now: datetime) -> None:
        """The oldest one: it is mended first."""
        self.clear()
        self.setVisible(bool(hurts))
        if not hurts:
            return
        hurt = hurts[0]
        if hurt.at is None:
            self.say("body", "ink2", words()("bond.mend_one_unknown"))
        else:
            self.say("body", "ink2", words()("bond.mend_one", what=what(hurt.kind), day=day(hurt.at, now)))
        if hurt.quote:
            self.say("body", "ink3", quoted(short(hurt.quote)))
        self.tick("sorry", done=hurt.apologised)
        self.tick("amends", done=hurt.amended)
        if len(hurts) > 1:
            self.say("caption", "ink3", words()("bond.mend_more", count=len(hurts) - 1))
        self.none = None
        if hurt.event_id is not None:
            self.none = Push("bond.misunderstanding", "text", lambda: self.misunderstood.emit(hurt), small=True, flush=True)
            self.rows.addWidget(self.none)

    def tick(self, name: str, *, done: bool) -> None:
        """One of the two that mend."""
        self.rows.addWidget(Tick(words()(f"bond.{name}_{'done' if done else 'open'}"), done=done))

    def lines(self) -> list[str]:
        """What stands in it, for whoever looks."""
        return [each.text() for each in self.findChildren(Paragraph) if not each.isHidden()]
