"""The waits of a turn as one row of knitting: each wait has as many stitches as it has of the time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme

WIDTH, HEIGHT, GAP = 9, 8, 1
TOKENS: Final = ("edge", "wool_b")
"""Two wools, one after the other."""
LONGEST: Final = "honey_mark"
"""The longest wait: the one that is worth a look."""


def shared(parts: Sequence[float], stitches: int) -> list[int]:
    """So many stitches shared out by size; whoever has any time has at least one, and the largest makes it come out even."""
    whole = sum(max(0.0, part) for part in parts)
    if whole <= 0 or stitches <= 0:
        return [0 for _ in parts]
    given = [max(1, round(stitches * part / whole)) if part > 0 else 0 for part in parts]
    largest = max(range(len(parts)), key=lambda index: parts[index])
    given[largest] = max(1, given[largest] + stitches - sum(given))
    return given


class StageBar(QWidget):
    """`tell` takes the seconds of each wait, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, parts: Sequence[float]) -> None:
        """Other waits."""
        self._parts = tuple(parts)
        self.update()

    def sizeHint(self) -> QSize:
        """A row of stitches."""
        return QSize(160, HEIGHT + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Wait after wait."""
        painter = QPainter(self)
        many = max(1, (self.width() + GAP) // (WIDTH + GAP))
        longest = max(range(len(self._parts)), key=lambda index: self._parts[index], default=-1)
        at = shown = 0
        for index, count in enumerate(shared(self._parts, many)):
            shown += bool(count)
            token = LONGEST if index == longest else TOKENS[shown % 2]
            for _ in range(count):
                if at < many:
                    box = QRectF(at * (WIDTH + GAP), 2, WIDTH, HEIGHT)
                    paint_stitch(painter, box, theme().colour(token))
                at += 1
