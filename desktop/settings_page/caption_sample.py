"""A caption as it will stand over the stage, over a picture of the room, in the size and place that are set."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.settings.model import VoiceSettings
from desktop.stage_view.caption import CaptionPlate
from desktop.stage_view.room_picture import room_picture, scene_now
from desktop.theme.theme import theme
from desktop.theme.words import words

HIGH: Final = 176
EDGE: Final = 14
STEP: Final = 420
"""Milliseconds a word sounds in the sample."""


class CaptionSample(QWidget):
    """Her sample sentence goes from word to word while it is looked at; under reduced motion it rests on one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.plate = CaptionPlate(self)
        self._place = "bottom"
        self._on = True
        self._at = 2
        self._room: QImage | None = None
        self._key: tuple[object, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP)
        self._timer.timeout.connect(self.step)
        words().bind(self, self.setAccessibleName, "captions.sample_name")
        words().changed.connect(self.tell)

    def show_as(self, voice: VoiceSettings) -> None:
        """Size, place and plate as set; without captions the plate is not there."""
        self._place, self._on = voice.caption_place, voice.captions
        self.plate.size_px, self.plate.share = voice.caption_size, voice.caption_opacity / 100
        self.tell()

    def marks(self) -> list[tuple[int, int]]:
        """Where each word of the sentence stands."""
        return self.plate.words_of(words()("captions.sample"))

    def tell(self) -> None:
        """The sentence with the word that is its turn."""
        text = words()("captions.sample")
        marks = self.marks()
        self.setAccessibleDescription(text)
        if not self._on:
            self.plate.vanish()
            return
        begin, end = marks[self._at % len(marks)]
        self.plate.tell(text, begin, end)
        self.lay_plate()

    def step(self) -> None:
        """The next word; from the last back to the first."""
        self._at = (self._at + 1) % len(self.marks())
        self.tell()

    def lay_plate(self) -> None:
        """At the foot or at the head of the picture."""
        self.plate.place(QRect(self.rect()), EDGE, top=self._place == "top")

    def sizeHint(self) -> QSize:
        """Room for two of the largest lines."""
        return QSize(320, theme().px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """It narrows with the page, and keeps its height."""
        return QSize(120, theme().px(HIGH))

    def restyle(self) -> None:
        """The text's size changed."""
        self.updateGeometry()
        self.tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on, where motion is wanted."""
        self.tell()
        if not theme().reduced:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines."""
        self.lay_plate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The room behind it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 16, 16)
        painter.setClipPath(shape)
        painter.drawImage(QRectF(self.rect()), self.room())

    def room(self) -> QImage:
        """The room by day or by night, cut to the size there is."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        key = (size, scene_now("room", theme().night, datetime.now()))
        if self._room is None or key != self._key:
            self._key, self._room = key, room_picture(key[1], size)
        return self._room
