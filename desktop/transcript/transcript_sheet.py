"""The sheet "What she said": her last sentences with their times, each to be heard again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.dates import day_and_time
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.transcript.lines import Line
from desktop.transcript.said_line import SaidLine
from desktop.widgets.card import Card
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton
from desktop.widgets.shapes import paint_raised

SIDES: Final = 20


class TranscriptSheet(QWidget):
    """`wanted` carries the line that is to be heard; `voice_wanted`: her voice is off and shall be on."""

    closed = Signal()
    wanted = Signal(object)
    copied = Signal()
    voice_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SIDES, 4, 10, 6)
        title = Paragraph("section", "ink1", wrap=False)
        words().bind(title, title.setText, "captions.transcript")
        head.addWidget(title, 1)
        self.cross = RoundButton("close", "common.close", 32, icon_size=14, ink="ink2", pressed=self.closed.emit)
        head.addWidget(self.cross)
        column.addLayout(head)
        self.off = self.off_card()
        column.addWidget(self.off)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words().bind(self.area, self.area.setAccessibleName, "captions.transcript")
        column.addWidget(self.area, 1)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(SIDES - 8, 0, SIDES - 8, 12)
        self._column.setSpacing(2)
        self.empty = EmptyState()
        words().bind(self.empty, self.empty.title.setText, "captions.nothing")
        words().bind(self.empty, self.empty.text.setText, "captions.nothing_note")
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self.area.setWidget(content)
        self.lines: list[SaidLine] = []
        self._labels: dict[int, Paragraph] = {}
        words().bind(self, self.setAccessibleName, "captions.transcript")

    def off_card(self) -> Card:
        """Her voice is off: what is heard again is read."""
        card = Card("sunken", level=0, radius=14)
        card.body.setContentsMargins(14, 10, 14, 8)
        card.body.setSpacing(2)
        note = Paragraph("body", "ink1")
        words().bind(note, note.setText, "captions.voice_off")
        card.body.addWidget(note)
        self.turn_on = Push("captions.turn_on", "text", self.voice_wanted.emit, small=True, flush=True)
        card.body.addWidget(self.turn_on, 0, Qt.AlignmentFlag.AlignLeft)
        card.setContentsMargins(0, 0, 0, 0)
        card.hide()
        return card

    # --- what it shows

    def show_off(self, off: bool) -> None:
        """Whether her voice is off."""
        self.off.setVisible(off)

    def show_lines(self, lines: Sequence[Line], now: datetime) -> None:
        """These sentences, oldest first; what is there already stays as it is."""
        bar = self.area.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        wanted = [line.key for line in lines]
        while self.lines and self.lines[0].line.key not in wanted:
            self.drop(0)
        same = 0
        while same < min(len(lines), len(self.lines)) and self.lines[same].line.key == lines[same].key:
            self.lines[same].line = lines[same]
            same += 1
        while len(self.lines) > same:
            self.drop(len(self.lines) - 1)
        for line in lines[same:]:
            self.add(line, now)
        self.empty.setVisible(not self.lines)
        self.show_times()
        self.rove(next((each for each in self.lines if each.hear.hasFocus()), None))
        if at_end or not same:
            QTimer.singleShot(0, self, lambda: bar.setValue(bar.maximum()))

    def show_times(self) -> None:
        """A time once, though several replies may have it."""
        before = ""
        for label in self._labels.values():
            label.setVisible(label.text() != before)
            before = label.text()

    def add(self, line: Line, now: datetime) -> None:
        """One more at the end, under its time where a reply begins."""
        place = self._column.count() - 1
        if not self.lines or self.lines[-1].line.row is not line.row:
            label = Paragraph("caption", "ink3")
            label.setText(day_and_time(line.at, now))
            label.setContentsMargins(8, 10, 0, 0)
            self._column.insertWidget(place, label)
            self._labels[id(line.row)] = label
            place += 1
        made = SaidLine(line)
        made.wanted.connect(lambda: self.wanted.emit(made.line))
        made.copied.connect(self.copied)
        made.moved.connect(lambda step: self.walk(made, step))
        self._column.insertWidget(place, made)
        self.lines.append(made)

    def drop(self, index: int) -> None:
        """Take one away, and the time above it where it was the last of its reply."""
        gone = self.lines.pop(index)
        row = gone.line.row
        if all(each.line.row is not row for each in self.lines):
            label = self._labels.pop(id(row), None)
            if label is not None:
                label.hide()
                label.deleteLater()
        gone.hide()
        gone.deleteLater()

    def sound(self, heard: Line | None) -> None:
        """The line that is heard now comes into view."""
        for each in self.lines:
            sounding = heard is not None and each.line.key == heard.key
            if sounding and not each.sounding:
                self.area.ensureWidgetVisible(each, 0, 40)
            each.sound(sounding)

    def mark(self, begin: int, end: int) -> None:
        """The word that sounds, on the line that sounds."""
        for each in self.lines:
            if each.sounding:
                each.mark(begin, end)

    # --- keys

    def walk(self, here: SaidLine, step: int) -> None:
        """From line to line."""
        at = self.lines.index(here) + step
        if 0 <= at < len(self.lines):
            self.rove(self.lines[at])
            self.lines[at].hear.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.lines[at], 0, 24)

    def rove(self, current: SaidLine | None) -> None:
        """Tab comes to one line only: the one in hand, or the newest."""
        chosen = current or (self.lines[-1] if self.lines else None)
        for each in self.lines:
            policy = Qt.FocusPolicy.StrongFocus if each is chosen else Qt.FocusPolicy.ClickFocus
            each.hear.setFocusPolicy(policy)
            each.copy.setFocusPolicy(policy)

    def first_focus(self) -> None:
        """The newest sentence, or the cross where there is none."""
        target = self.lines[-1].hear if self.lines else self.cross
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised sheet, with a hairline where it lies over the talk."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("room"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -3)
        paint_raised(painter, box, 20, level=2)
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 20, 20)
