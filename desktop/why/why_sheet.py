"""The sheet beside the talk: why she said that, part by part, each in plain words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.bond_page.causes import told
from desktop.bond_page.effects import effect
from desktop.receipt.quote import Quote
from desktop.settings.model import BrainSettings
from desktop.theme.dates import day_and_time
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.why.moved_line import MovedLine
from desktop.why.need_part import NeedPart
from desktop.why.remembered_row import RememberedRow
from desktop.why.request_part import RequestPart
from desktop.why.told import author_sentence, gone_sentence, intents, moves_sentence
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.round_button import RoundButton
from desktop.widgets.shapes import paint_raised
from mind.turn.why import Why

LONGEST: Final = 180
"""Characters of a quote; the whole stands in the talk beside it."""
SIDES: Final = 20
FADE: Final = 28


class Fade(QWidget):
    """Lets the last line in view go softly where more stands below."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.valueChanged.connect(lambda _: self.show_if_more())
        self._bar.rangeChanged.connect(lambda *_: self.show_if_more())
        self.show_if_more()

    def show_if_more(self) -> None:
        """Only where the end is not in view."""
        self.setVisible(self._bar.value() < self._bar.maximum() - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """From nothing to the ground of the sheet."""
        ground = QLinearGradient(0, 0, 0, self.height())
        ground.setColorAt(0, theme().colour("raised", 0.0))
        ground.setColorAt(1, theme().colour("raised"))
        QPainter(self).fillRect(self.rect(), ground)


class WhySheet(QWidget):
    """Made anew for each reply it explains."""

    closed = Signal()
    memory_wanted = Signal(object)
    turn_wanted = Signal(int)
    need_corrected = Signal(str)
    price_wanted = Signal()
    copied = Signal()

    def __init__(self, found: Why, brain: BrainSettings, name: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found, self._brain, self._name, self._now = found, brain, name, now
        self.request: RequestPart | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SIDES, 4, 10, 2)
        label = Paragraph("label", "ink3", wrap=False)
        words().bind(label, label.setText, "why.ask")
        head.addWidget(label, 1)
        self.cross = RoundButton("close", "common.close", 32, icon_size=14, ink="ink2", pressed=self.closed.emit)
        head.addWidget(self.cross)
        column.addLayout(head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(words()("why.ask"))
        column.addWidget(self.area, 1)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(SIDES, 2, SIDES - 4, 16)
        self._column.setSpacing(4)
        self.need = NeedPart(found.need, found.corrected)
        self.need.corrected.connect(self.need_corrected)
        self.fill()
        self.area.setWidget(content)
        self._fade = Fade(self.area)
        self.setAccessibleName(f"{words()('why.ask')} {self.need.title.text()}")

    def fill(self) -> None:
        """All parts, in the order in which they came about."""
        self._column.addWidget(self.need)
        self._column.addSpacing(4)
        self._column.addWidget(Quote(words()("receipt.quote", quote=_short(self._found.reply.text)), *self.beginnings()))
        self.part("why.meant", *map(_sentence, intents(self._found.acts, words().lang)))
        self.part("why.remembered", *self.remembered())
        self.part("why.moved", _sentence(moves_sentence(self._found.cues, words().lang)))
        self.part("why.bond", *self.moved())
        self.part("why.author", _sentence(author_sentence(self._found, words().lang)))
        self.requested()
        self._column.addStretch(1)

    def part(self, key: str, *widgets: QWidget) -> None:
        """A heading and what stands under it."""
        self._column.addSpacing(14)
        label = Paragraph("label", "ink3")
        label.setText(words()(key))
        self._column.addWidget(label)
        for widget in widgets:
            self._column.addWidget(widget)

    def beginnings(self) -> tuple[str, ...]:
        """When she said it, and to which words."""
        answered = self._found.answered
        when = words()("why.who", name=self._name, when=day_and_time(self._found.reply.at, self._now))
        words_to = words()("why.to_words", quote=_short(answered.text, 90)) if answered else words()("why.greeting")
        return when, words_to

    def remembered(self) -> list[QWidget]:
        """What she had in mind: rows that open, and what is no longer there."""
        made: list[QWidget] = [
            RememberedRow("wool", memory.text, self.said("why.you_said", memory.said_at), self.opener(memory))
            for memory in self._found.memories
        ]
        for turn in self._found.turns:
            key = "why.you_said" if turn.speaker == "user" else "why.she_said"
            quote = words()("receipt.quote", quote=_short(turn.text, 120))
            made.append(RememberedRow("talk", quote, self.said(key, turn.at), self.turn_opener(turn.id)))
        if self._found.gone:
            made.append(_sentence(gone_sentence(self._found.gone, words().lang), "ink2"))
        return made or [_sentence(words()("why.remembered_nothing"), "ink2")]

    def opener(self, memory: object) -> Callable[[], None]:
        """Opens the receipt of a memory."""
        return lambda: self.memory_wanted.emit(memory)

    def turn_opener(self, turn_id: int) -> Callable[[], None]:
        """Opens a turn in the talk."""
        return lambda: self.turn_wanted.emit(turn_id)

    def said(self, key: str, at: datetime) -> str:
        """Who said it, and when."""
        return words()(key, when=day_and_time(at, self._now))

    def moved(self) -> list[QWidget]:
        """What the user's words did between them."""
        lines = [(cause, effect(cause)) for cause in told(self._found.changes)]
        made: list[QWidget] = [MovedLine(cause, done) for cause, done in lines if done]
        return made or [_sentence(words()("why.bond_nothing"), "ink2")]

    def requested(self) -> None:
        """What was sent, where a server was asked; and for how long that is kept."""
        if self._found.asked is not None:
            self.request = RequestPart(self._found.asked, self._brain, self._now)
            self.request.copied.connect(self.copied)
            self.request.price_wanted.connect(self.price_wanted)
            self.part("why.request", self.request)
        elif self._found.brain not in ("", "offline"):
            self.part("why.request", _sentence(words()("why.request_gone"), "ink2"))
        else:
            return
        kept = Paragraph("caption", "ink3")
        kept.setText(words()("why.kept"))
        self._column.addSpacing(4)
        self._column.addWidget(kept)

    def resizeEvent(self, event: object) -> None:
        """The fade lies along the foot, beside the scroll bar."""
        self._fade.setGeometry(SIDES - 6, self.area.height() - FADE, self.area.width() - 2 * SIDES + 12, FADE)

    def first_focus(self) -> None:
        """Where the keyboard begins."""
        self.cross.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down, Home and End move the sheet."""
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(), Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: bar.maximum(),
        }  # fmt: skip
        to = steps.get(Qt.Key(event.key()))
        if to is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(to)

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


def _sentence(text: str, ink: str = "ink1") -> Paragraph:
    made = Paragraph("body", ink)
    made.setText(text)
    return made


def _short(text: str, longest: int = LONGEST) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"
