"""What stands where there is nothing yet: a patch of knitting, a title, one sentence."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.widgets.paragraph import Paragraph

WIDE, HIGH = 143, 60
COLUMNS, ROWS = 13, 6
CROSSING: Final = ((0, 5), (1, 4), (2, 3), (2, 3), (1, 4), (0, 5))
STAR: Final = frozenset((column, row) for row, columns in enumerate(CROSSING) for column in columns)
"""Where the pattern is: two crossing lines, mirrored, as (column mod 6, row)."""
WIDEST: Final = 380


class KnitPatch(QWidget):
    """A small Fair Isle pattern; it says nothing to a screen reader."""

    def __init__(self, token: str = "glow", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setFixedSize(WIDE, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows of stitches."""
        painter = QPainter(self)
        for row in range(ROWS):
            for column in range(COLUMNS):
                coloured = (abs(column - COLUMNS // 2) % ROWS, row) in STAR
                box = QRectF(column * 11 + 0.5, row * 9.4, 10, 11)
                paint_stitch(painter, box, theme().colour(self._token if coloured else "track"))


class EmptyState(QWidget):
    """Centred in the room it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Paragraph("card", "ink1", align=Qt.AlignmentFlag.AlignHCenter)
        self.text = Paragraph("body", "ink2", align=Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(KnitPatch(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addStretch(3)

    def tell(self, title: str, text: str) -> None:
        """What is not there, and what would bring it."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(f"{title}. {text}")

    def sizeHint(self) -> QSize:
        """A comfortable measure."""
        return QSize(theme().px(WIDEST), theme().px(220))

    def resizeEvent(self, event: object) -> None:
        """Lines no longer than a comfortable measure, in the middle."""
        side = max(16, (self.width() - theme().px(WIDEST)) // 2)
        self.layout().setContentsMargins(side, 16, side, 16)  # type: ignore[union-attr]
