"""Her own mouth, saying syllables that close the lips, and a slider that moves them earlier or later while she speaks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.word_slider import WordSlider
from desktop.widgets.worded_slider import WordedSlider
from desktop.window.house import House
from mind.events import Sentence

MOST: Final = 250
STEPS: Final = (
    (-120, "captions.lips_much_earlier"), (-8, "captions.lips_earlier"), (8, "captions.lips_as_they_are"),
    (120, "captions.lips_later"), (999, "captions.lips_much_later"),
)  # fmt: skip
PAUSE: Final = 700
"""Milliseconds between one saying and the next."""


class OffsetSlider(WordSlider):
    """Milliseconds in steps of five; the tooltip has the figure."""

    def __init__(self) -> None:
        super().__init__("captions.lips_slider", -MOST, MOST, STEPS)
        self.valueChanged.connect(lambda _: self.setToolTip(self.figure()))

    @property
    def milliseconds(self) -> int:
        """The offset."""
        return round(self.factor / 5) * 5

    def figure(self) -> str:
        """The offset in words with its figure."""
        return offset_words(self.milliseconds)


class MouthPart(QWidget):
    """`moved` carries the milliseconds. She goes on saying it while this is shown."""

    moved = Signal(int)

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._saying = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.say)
        house.speech.speaking_changed.connect(self.go_on)
        self.slider = OffsetSlider()
        self.figure = Paragraph("caption", "ink3")
        self.silent = Paragraph("caption", "ink2")
        words().bind(self.silent, self.silent.setText, "captions.lips_no_voice")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(WordedSlider(self.slider))
        column.addWidget(self.figure)
        column.addWidget(self.silent)
        self.slider.valueChanged.connect(lambda _: self.tell())

    def put(self, milliseconds: int) -> None:
        """Set the offset."""
        self.slider.put(milliseconds)
        self.tell()

    def tell(self) -> None:
        """Her lips follow at once."""
        self.figure.setText(self.slider.figure())
        self.moved.emit(self.slider.milliseconds)

    def begin(self) -> None:
        """She speaks, aloud even where she is muted: it was asked for."""
        self._saying = True
        self.silent.setVisible(self._house.speech.voice is None)
        self._house.speech.mute(False)
        self.say()

    def end(self) -> None:
        """She is silent."""
        self._pause.stop()
        if self._saying:
            self._saying = False
            self._house.conversation.stop()
            self._house.speech.mute(self._house.settings.voice.muted)

    def say(self) -> None:
        """Once more."""
        if self._saying:
            self._house.conversation.aside(Sentence(0, words()("captions.lips_says"), words().lang))

    def go_on(self, speaking: bool) -> None:
        """After a pause."""
        if self._saying and not speaking:
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight she is silent."""
        self.end()


def offset_words(milliseconds: int) -> str:
    """``Lips 40 ms later than now they would be``."""
    if milliseconds == 0:
        return words()("captions.lips_zero")
    key = "captions.lips_ms_later" if milliseconds > 0 else "captions.lips_ms_earlier"
    return words()(key, ms=abs(milliseconds))
