"""The knit band at the head of a sheet: a chevron in the colours of what moved the bond that day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.bond_page.causes import hollow, token
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from mind.bond.words import Cause, cause_sentence

HIGH: Final = 44
ROWS: Final = 4
REPEAT: Final = 8
WIDE: Final = 12.2
QUIET: Final = ("wool_b",)
"""A day on which nothing moved the bond."""


class KnitBand(QWidget):
    """Ornament: a screen reader passes it by; its tooltip tells the causes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: tuple[tuple[str, bool], ...] = ()
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, causes: Sequence[Cause]) -> None:
        """The causes of the day, the first that happened at the left."""
        told = [cause for cause in reversed(causes) if cause.cause not in ("time", "chat") and not cause.slight]
        self._colours = tuple(dict.fromkeys((token(cause), hollow(cause)) for cause in told))
        lines = dict.fromkeys(cause_sentence(cause, words().lang) for cause in told)
        self.setToolTip("\n".join(list(lines)[:6]))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sheet."""
        return QSize(240, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows of stitches; every repeat of the chevron takes the next colour."""
        painter = QPainter(self)
        columns = max(REPEAT, int(self.width() // WIDE))
        wide = self.width() / columns
        high = HIGH / ROWS
        colours = self._colours or tuple((name, False) for name in QUIET)
        shift = (columns % REPEAT) // 2
        for column in range(columns):
            at = (column - shift) % REPEAT
            motif = (column - shift + REPEAT // 2) // REPEAT
            for row in range(ROWS):
                box = QRectF(column * wide + 0.6, row * high + 0.4, wide - 1.2, high + 0.8)
                name, open_stitch = self.colour(at, row, motif, colours)
                paint_stitch(painter, box, theme().colour(name), "hollow" if open_stitch else "filled")

    def colour(self, at: int, row: int, motif: int, colours: Sequence[tuple[str, bool]]) -> tuple[str, bool]:
        """The stitch at a place of the repeat: the lines of the chevron, the heart inside it, and wool around."""
        away = min(at, REPEAT - at)
        if away == row or (away == 0 and row == 1):
            return colours[motif % len(colours)]
        if at == REPEAT // 2 and row in (0, 1):
            # With one colour the hearts stay wool, a shade darker.
            return colours[(motif + 1) % len(colours)] if len(colours) > 1 else ("wool_b", False)
        return "wool_a", False
