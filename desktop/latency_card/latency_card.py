"""The last turn's waits: how long until her first sound, what took it, and one thing that would make it shorter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.conversation.turn_times import TurnTimes
from desktop.latency_card.stage_bar import StageBar
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.round_button import RoundButton
from desktop.widgets.shapes import paint_raised

LEAST = 0.04
"""Seconds below which a wait is not worth a word."""
TIGHT, JOINED = "\u00a0", "\u2060"
"""A blank that keeps a figure with its word, and what keeps signs together that could stand on two lines."""


class LatencyCard(QWidget):
    """Quiet: it never moves by itself and asks for nothing. `closed` when the user wants it no more."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn: TurnTimes | None = None
        self._advice = ""
        self.title = Paragraph("label", "ink2")
        self.bar = StageBar()
        self.parts = Paragraph("caption", "ink3")
        self.advice = Paragraph("caption", "ink2")
        self.cross = RoundButton("close", "hearing.latency.close", 32, icon_size=14, ink="ink2", pressed=self.closed.emit)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for part in (self.title, self.bar, self.parts, self.advice):
            lines.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 4, 11)
        row.setSpacing(4)
        row.addLayout(lines, 1)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        words().changed.connect(self.refresh)
        self.refresh()

    def tell(self, turn: TurnTimes | None, advice: str = "") -> None:
        """Another turn, and in a sentence what would shorten it."""
        self._turn, self._advice = turn, advice
        self.refresh()

    def refresh(self) -> None:
        """Words for what is known."""
        turn, say = self._turn, words()
        stages = [(name, seconds) for name, seconds in (turn.stages() if turn is not None else ()) if seconds > LEAST]
        wait = turn.wait if turn is not None else None
        known = wait is not None and bool(stages)
        self.title.setText(say("hearing.latency.first_sound", seconds=f"{wait:.1f}") if known else say("hearing.latency.title"))
        self.bar.tell([seconds for _, seconds in stages])
        self.bar.setVisible(known)
        told = " · ".join(f"{say(f'hearing.stage.{name}')} {seconds:.2f}" for name, seconds in stages)
        self.parts.setText(" · ".join(map(together, told.split(" · "))) if known else say("hearing.latency.waiting"))
        self.parts.setAccessibleName(told if known else "")
        self.advice.setText(self._advice)
        self.advice.setVisible(known and bool(self._advice))
        self.bar.setAccessibleName(say("hearing.latency.name", parts=told))
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a quiet card."""
        paint_raised(QPainter(self), self.rect().toRectF().adjusted(1, 1, -1, -2), 14, ground="panel", level=1)


def together(part: str) -> str:
    """A name and its figure on one line."""
    signs = part.replace(" ", TIGHT)
    return signs if signs.isascii() or words().lang == "en" else JOINED.join(signs)
