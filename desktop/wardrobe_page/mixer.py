"""Mixing a colour: hue, strength and lightness as sliders, or its code. She is seen in it while it is mixed."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.colour_names import colour_name
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push

CODE: Final = re.compile(r"#?([0-9a-fA-F]{6})")
KNOB: Final = 18
STEPS: Final = 12
"""Colours along a track."""
PAUSE: Final = 60
"""Milliseconds between two changes while a slider is drawn."""
BESIDE_FROM: Final = 560
"""Pixels of width from which the code stands beside the sliders, at 100 %."""
PARTS: Final = ("hue", "strength", "light")


class ToneSlider(QSlider):
    """0 to 359 for a hue, 0 to 100 else; its track shows what each place would give."""

    def __init__(self, part: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.part = part
        self.setRange(0, most)
        self.setPageStep(max(10, most // 12))
        self.track: list[QColor] = []
        words().bind(self, self.setAccessibleName, f"wardrobe.mix.{part}")

    def sizeHint(self) -> QSize:
        """High enough to hit."""
        return QSize(150, 32)

    def minimumSizeHint(self) -> QSize:
        """Usable when narrow."""
        return QSize(80, 32)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere brings the knob there."""
        self.follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.follow(event)

    def follow(self, event: QMouseEvent) -> None:
        """Bring the knob under the pointer."""
        room = max(1, self.width() - KNOB)
        self.setValue(round((event.position().x() - KNOB / 2) / room * self.maximum()))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track in its colours, then the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        ramp = QLinearGradient(QPointF(0, 0), QPointF(self.width(), 0))
        for step, colour in enumerate(self.track):
            ramp.setColorAt(step / max(1, len(self.track) - 1), colour)
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.setBrush(ramp)
        painter.drawRoundedRect(QRectF(0.5, middle - 5, self.width() - 1, 10), 5, 5)
        at = KNOB / 2 + (self.width() - KNOB) * self.value() / max(1, self.maximum())
        painter.setPen(QPen(theme().colour("pine"), 2))
        painter.setBrush(theme().colour("raised"))
        painter.drawEllipse(QPointF(at, middle), KNOB / 2 - 1, KNOB / 2 - 1)


class Mixer(QWidget):
    """`mixed` tells a colour that is only tried, `done` the one that is meant."""

    mixed = Signal(str)
    done = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sliders = {part: ToneSlider(part, 359 if part == "hue" else 100) for part in PARTS}
        self.code = QLineEdit()
        self.code.setMaxLength(7)
        words().bind(self.code, self.code.setAccessibleName, "wardrobe.mix.code")
        self.button = Push("wardrobe.mix.done", "secondary", self.finish)
        self.wrong = Paragraph("caption", "rose")
        words().bind(self.wrong, self.wrong.setText, "wardrobe.mix.wrong")
        self.wrong.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.mixed.emit(self.dye))
        self.lay_out()
        for slider in self.sliders.values():
            slider.valueChanged.connect(lambda _: self.turned())
        self.code.textEdited.connect(self.typed)
        self.code.returnPressed.connect(self.finish)

    def lay_out(self) -> None:
        """Sliders under their words, the code and the button beside them, or below where it is narrow."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for part, slider in self.sliders.items():
            column = QVBoxLayout()
            column.setSpacing(0)
            label = Paragraph("label", "ink2")
            words().bind(label, label.setText, f"wardrobe.mix.{part}")
            column.addWidget(label)
            column.addWidget(slider)
            row.addLayout(column, 1)
        ends = QHBoxLayout()
        ends.setSpacing(10)
        ends.addWidget(self.code, 0, Qt.AlignmentFlag.AlignBottom)
        ends.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        ends.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.setSpacing(12)
        self._whole.addLayout(row, 1)
        self._whole.addLayout(ends)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._whole)
        column.addWidget(self.wrong)
        self.restyle()

    def restyle(self) -> None:
        """The size of text changed."""
        self.code.setFixedWidth(theme().px(88) + 16)
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """One below the other it is narrow."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 280), hint.height())

    def arrange(self) -> None:
        """Beside or below."""
        beside = self.width() >= BESIDE_FROM * theme().scale
        self._whole.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        self.arrange()

    @property
    def dye(self) -> str:
        """The colour as it is mixed, #rrggbb."""
        hue, strength, light = (self.sliders[part].value() for part in PARTS)
        return QColor.fromHsl(hue, round(strength * 2.55), round(light * 2.55)).name()

    def begin(self, dye: str) -> None:
        """Begin with this colour."""
        colour = QColor(dye)
        for part, value in zip(
            PARTS, (max(0, colour.hslHue()), round(colour.hslSaturation() / 2.55), round(colour.lightness() / 2.55)), strict=True
        ):
            self.sliders[part].blockSignals(True)
            self.sliders[part].setValue(value)
            self.sliders[part].blockSignals(False)
        self.code.setText(dye.lstrip("#"))
        self.wrong.hide()
        self.paint_tracks()

    def turned(self) -> None:
        """A slider moved: try the colour soon."""
        self.code.setText(self.dye.lstrip("#"))
        self.wrong.hide()
        self.paint_tracks()
        if not self._timer.isActive():
            self._timer.start(PAUSE)

    def typed(self, text: str) -> None:
        """A code is being typed: the sliders follow when it is whole."""
        found = CODE.fullmatch(text.strip())
        if found:
            place = self.code.cursorPosition()
            self.begin("#" + found[1].lower())
            self.code.setCursorPosition(place)
            self.mixed.emit("#" + found[1].lower())

    def finish(self) -> None:
        """This one is meant."""
        found = CODE.fullmatch(self.code.text().strip())
        self.wrong.setVisible(found is None)
        if found:
            self._timer.stop()
            self.done.emit("#" + found[1].lower())

    def paint_tracks(self) -> None:
        """What each place of each slider would give."""
        values = [self.sliders[part].value() for part in PARTS]
        said = colour_name(self.dye)
        for index, part in enumerate(PARTS):
            slider = self.sliders[part]
            slider.track = []
            for step in range(STEPS + 1):
                tried = [*values]
                tried[index] = round(slider.maximum() * step / STEPS)
                slider.track.append(QColor.fromHsl(tried[0], round(tried[1] * 2.55), round(tried[2] * 2.55)))
            slider.setAccessibleDescription(said)
            slider.update()
