"""How loud the microphone is, in stitches: what comes now, and the loudest of the last moments."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.widgets.stitch_bar import GAP, StitchBar

HELD: Final = 1.4
"""Seconds the loudest stitch stays."""


class LevelBar(StitchBar):
    """`hear` takes levels from 0 to 1; the peak is a stitch of its own that stays a little."""

    def __init__(self) -> None:
        super().__init__("glow", stitch=(13, 11))
        self.peak = 0.0
        self._until = 0.0

    def hear(self, level: float) -> None:
        """The level now."""
        now = time.monotonic()
        if level >= self.peak or now > self._until:
            self.peak, self._until = level, now + HELD
            self.update()
        self.put(level)

    def rest(self) -> None:
        """Nothing is heard."""
        self.peak = 0.0
        self.put(0.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row, and the loudest stitch."""
        super().paintEvent(event)
        at = round(self.peak * self.many()) - 1
        if at >= self.filled():
            width, height = self._stitch
            box = QRectF(1 + at * (width + GAP), 2, width, height)
            paint_stitch(QPainter(self), box, theme().colour("ember"))
