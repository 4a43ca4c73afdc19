"""The microphone: shape, colour and movement say the same, and a word stands beside it."""

from __future__ import annotations

import math
import time
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme import motion
from desktop.theme.icons import paint_icon
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.window.keys import reading

State = Literal[
    "off", "push", "toggle", "loading", "wake", "listening", "hearing", "thinking", "speaking", "held", "muted", "lost"
]  # fmt: skip
STATES: Final[tuple[State, ...]] = ("off", "push", "listening", "hearing", "thinking", "speaking", "muted")
"""The seven that everybody meets. Of the others `toggle` looks like ``push``, `lost` like ``muted``; `loading` knits its ring,
`wake` is a ring that breathes, `held` is ``speaking`` without the ring that invites to speak."""
BREATHING: Final = ("listening", "thinking", "loading", "wake")
ATTACK, RELEASE = 0.040, 0.160
"""Seconds in which the level rises and falls."""
COLUMNS = (1, 3, 5, 3, 1)
GAP: Final = 2.0
"""Between the disc and its halo, at 64."""
HALO: Final = 7.0
"""How wide the halo is at the loudest."""
STILL: Final = 2
"""Stitches of three that are knit where less motion is wanted: a full row would look finished."""
ARC: Final = 100 * 16
"""Of the ring that is knit while ears wake, in Qt's sixteenths of a degree."""


class MicButton(QAbstractButton):
    """The disc is `disc` wide; the widget is wider by the rings around it."""

    def __init__(self, disc: int = 64, *, on_stage: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.disc = disc
        self.state: State = "off"
        self.call = ""
        """What she is called by, in the state `wake`."""
        self._on_stage = on_stage
        self._level = 0.0
        self._wanted = 0.0
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(33)
        self._timer.timeout.connect(self.breathe)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say_name()
        words().changed.connect(self.say_name)

    def say_name(self) -> None:
        """The state is in the name."""
        told = {"keys": reading("mic"), "call": self.call}
        self.setAccessibleName(words()(f"hearing.mic.{self.state}", **told))
        self.setToolTip(words()(f"hearing.mic.{self.state}_help", **told))
        self.setAccessibleDescription(self.toolTip())

    def become(self, state: State, call: str = "") -> None:
        """Show a state; `call` is what she is called by, where she waits for it."""
        if state == self.state and call == self.call:
            return
        self.state, self.call = state, call
        self._since = time.monotonic()
        self._wanted = 0.0
        self.say_name()
        self.pace()
        self.update()

    def hear(self, level: float) -> None:
        """The level of the sound now, 0 to 1."""
        self._wanted = max(0.0, min(1.0, level))

    def pace(self) -> None:
        """Move only while there is something to move."""
        moving = self.state == "hearing" or (self.state in BREATHING and not theme().reduced)
        if moving and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Breathe again."""
        self.pace()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        self._timer.stop()

    def breathe(self) -> None:
        """One step of the movement."""
        time_constant = ATTACK if self._wanted > self._level else RELEASE
        self._level += (self._wanted - self._level) * (1 - math.exp(-0.033 / time_constant))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for disc and rings."""
        side = round(self.disc * 1.4)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, at: object) -> bool:
        """Only the disc."""
        point = QPointF(at) - QPointF(self.rect().center())  # type: ignore[call-overload]
        return math.hypot(point.x(), point.y()) <= max(20.0, self.disc / 2 + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rings, disc, glyph."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        radius = self.disc / 2
        if self._on_stage:
            self.ellipse(painter, centre, radius + 4, fill="plate")
        getattr(self, f"paint_{self.state}")(painter, centre, radius)

    def ellipse(
        self, painter: QPainter, centre: QPointF, radius: float, *, fill: str = "", ring: str = "", width: float = 1.5,
        opacity: float = 1.0,
    ) -> None:
        """A disc, a ring, or both."""
        painter.setBrush(theme().colour(fill, opacity) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour(ring, opacity), width) if ring else Qt.PenStyle.NoPen)
        inset = width / 2 if ring else 0.0
        painter.drawEllipse(centre, radius - inset, radius - inset)

    def glyph(self, painter: QPainter, name: str, centre: QPointF, token: str, share: float = 0.36) -> None:
        """An icon in the middle."""
        side = max(self.disc * share, min(16.0, self.disc * 0.5))
        paint_icon(painter, name, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), theme().colour(token))

    def breath(self) -> float:
        """0 to 1 and back, once in the time of a breath; still where less motion is wanted."""
        if theme().reduced:
            return 0.5
        return 0.5 - 0.5 * math.cos((time.monotonic() - self._since) * 1000 / motion.BREATH * 2 * math.pi)

    def paint_off(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        self.ellipse(painter, centre, radius, fill="raised", ring="edge")
        self.glyph(painter, "mic", centre, "ink2")

    def paint_push(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        self.ellipse(painter, centre, radius, fill="raised", ring="pine", width=3)
        self.glyph(painter, "mic", centre, "pine")

    paint_toggle = paint_push

    def paint_loading(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        self.ellipse(painter, centre, radius, fill="raised", ring="track", width=3)
        turned = 90.0 if theme().reduced else (time.monotonic() - self._since) * 1000 / motion.BREATH * 360
        painter.setPen(QPen(theme().colour("pine"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        box = QRectF(centre.x() - radius + 1.5, centre.y() - radius + 1.5, 2 * radius - 3, 2 * radius - 3)
        painter.drawArc(box, round(-turned * 16), ARC)
        self.glyph(painter, "mic", centre, "ink2")

    def paint_wake(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        grow = self.disc / 64
        self.ellipse(painter, centre, radius + (6 + 3 * self.breath()) * grow, ring="pine", width=1.5, opacity=0.45)
        self.ellipse(painter, centre, radius, fill="pine_soft", ring="pine", width=2)
        self.glyph(painter, "mic", centre, "pine")

    def paint_listening(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        phase, grow = self.breath(), self.disc / 64
        self.ellipse(painter, centre, radius + (5 + 2 * phase) * grow, ring="pine", width=2, opacity=0.55)
        self.ellipse(painter, centre, radius + (9 + 3 * phase) * grow, ring="pine", width=1.5, opacity=0.28)
        self.ellipse(painter, centre, radius, fill="pine")
        self.glyph(painter, "mic", centre, "on_pine")

    def paint_hearing(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        grow = self.disc / 64
        width = (3 + (HALO - 3) * self._level) * grow
        self.ellipse(painter, centre, radius + GAP * grow + width, ring="glow", width=width, opacity=0.45)
        self.ellipse(painter, centre, radius, fill="ember_fill")
        self.columns(painter, centre)

    def columns(self, painter: QPainter, centre: QPointF) -> None:
        """Five columns of stitches; each shows as many as the level reaches."""
        width, height = self.disc * 0.13, self.disc * 0.108
        wide, high = width * 1.14, height * 1.08
        for index, most in enumerate(COLUMNS):
            shown = max(1, round(most * self._level))
            x = centre.x() + (index - 2) * wide - width / 2
            top = centre.y() - ((shown - 1) * high + height) / 2
            for row in range(shown):
                paint_stitch(painter, QRectF(x, top + row * high, width, height), theme().colour("on_ember"))

    def paint_thinking(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        self.ellipse(painter, centre, radius, fill="track")
        knit = STILL
        if not theme().reduced:
            knit = int((time.monotonic() - self._since) * 1000 / motion.STITCH) % 4
        width, height = self.disc * 0.175, self.disc * 0.16
        for index in range(3):
            opacity = 1.0 if index < knit else 0.3
            box = QRectF(centre.x() + (index - 1) * width * 1.22 - width / 2, centre.y() - height / 2, width, height)
            paint_stitch(painter, box, theme().colour("ink1", opacity))

    def paint_speaking(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        self.ellipse(painter, centre, radius + 8 * self.disc / 64, ring="glow", width=1.5, opacity=0.5)
        self.paint_held(painter, centre, radius)

    def paint_held(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        self.ellipse(painter, centre, radius, fill="ember_soft", ring="glow", width=3)
        self.glyph(painter, "stop", centre, "ember", 0.30)

    def paint_muted(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        self.ellipse(painter, centre, radius, fill="ink1")
        self.glyph(painter, "mic_off", centre, "room")

    paint_lost = paint_muted
