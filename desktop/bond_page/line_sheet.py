"""What stands behind a line of the ledger: the words, what they did, by which rule, and the way to take it back."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.bond_page.causes import HOUSE, HURTS
from desktop.bond_page.effects import effect, figures
from desktop.bond_page.lines import Line
from desktop.memory_page.sheet import EDGE
from desktop.receipt.details import Link
from desktop.receipt.quote import Quote
from desktop.receipt.telling import quoted
from desktop.theme.dates import clock_time, heading
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import table, words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push

STITCH: Final = 17


class Title(QWidget):
    """What happened, behind its stitch."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 0, 0)
        words_of = Paragraph("card", "ink1")
        words_of.setText(line.title)
        column.addWidget(words_of)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stitch on the first line."""
        painter = QPainter(self)
        top = (theme().line("card") - STITCH) / 2 + 1
        kind = "hollow" if self._line.hollow else "filled"
        paint_stitch(painter, QRectF(0, top, STITCH, STITCH), theme().colour(self._line.token), kind)  # type: ignore[arg-type]


class LineSheet(QWidget):
    """`ended` says how a hurt ended. `turn_wanted` carries a turn; `undo_wanted`, `misunderstood` and `again_wanted` the
    line."""

    turn_wanted = Signal(int)
    undo_wanted = Signal(object)
    misunderstood = Signal(object)
    again_wanted = Signal(object)

    def __init__(
        self, line: Line, ended: str, now: datetime, *, with_figures: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE, 4, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(Title(line))
        when = words()("day.at", day=heading(line.cause.at, now), time=clock_time(line.cause.at))
        if line.cause.quote and not line.plain:
            self._column.addSpacing(4)
            self._column.addWidget(Quote(quoted(line.cause.quote), when))
        else:
            self.say("caption", "ink3", when)
        if line.cause.turn_id is not None and not line.plain:
            turn = line.cause.turn_id
            self._column.addSpacing(2)
            self._column.addWidget(Link(words()("bond.see_turn"), lambda: self.turn_wanted.emit(turn)))
        self.part("bond.sheet_effect", self.did(ended))
        self.part("bond.sheet_rule", rule_words(line))
        if with_figures:
            self.say("caption", "ink3", figures(line.cause))
        self.back: Push | None = None
        if line.reversible:
            self.add_way_back()
        self._column.addStretch(1)

    def did(self, ended: str) -> str:
        """What it did; of what was taken back, that it does so no more."""
        if self.line.gone:
            return self.line.effect
        done = words()("bond.repair_effect") if self.line.cause.cause == "repair" else effect(self.line.cause)
        parts = [done or words()("bond.sheet_nothing"), ended]
        return (" " if words().lang == "en" else "").join(filter(None, parts))

    def part(self, key: str, text: str) -> None:
        """A label and what it names."""
        self._column.addSpacing(10)
        self.say("label", "ink3", words()(key))
        self.say("body", "ink1", text)

    def say(self, role: str, token: str, text: str) -> None:
        """One paragraph."""
        line = Paragraph(role, token)
        line.setText(text)
        self._column.addWidget(line)

    def add_way_back(self) -> None:
        """A hurt was a misunderstanding, all else should not count; what was taken back may count again."""
        hurt = self.line.cause.cause in HURTS
        if self.line.gone:
            key, wanted = "bond.count_again", self.again_wanted
        elif hurt:
            key, wanted = "bond.misunderstanding", self.misunderstood
        else:
            key, wanted = "bond.take_back", self.undo_wanted
        self._column.addSpacing(14)
        self.back = Push(key, "text", lambda: wanted.emit(self.line), small=True, flush=True)
        self._column.addWidget(self.back)
        if not self.line.gone:
            self.say("caption", "ink3", words()("bond.take_back_note"))


def rule_words(line: Line) -> str:
    """The rule that a line came by, in plain words."""
    known = table(words().lang)
    rule = "house" if line.cause.cause in HOUSE - {"undo"} else line.cause.rule
    return known.get(f"bond.rule.{rule}", known["bond.rule.kindness"])
