"""Her name, the word for what you are to each other, and the last three good causes. Opens the bond."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme.stitch import paint_row
from desktop.theme.theme import theme
from desktop.theme.words import words


class NameLine(QAbstractButton):
    """`tokens` colour the stitches: one for each of the last good causes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._word = ""
        self._tokens: tuple[str, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.setAccessibleName, "bond.open")

    def tell(self, name: str, word: str, tokens: Sequence[str]) -> None:
        """Show these."""
        self._name, self._word, self._tokens = name, word, tuple(tokens[:3])
        self.setAccessibleName(words()("bond.open_name", name=name, word=word))
        self.setToolTip(words()("bond.open"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines."""
        section = QFontMetrics(theme().font("section"))
        caption = QFontMetrics(theme().font("caption"))
        wide = max(section.horizontalAdvance(self._name), 44 + caption.horizontalAdvance(self._word))
        return QSize(wide + 8, round(theme().line("section") + theme().line("caption")) + 4)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name over stage word."""
        painter = QPainter(self)
        painter.setFont(theme().font("section"))
        painter.setPen(theme().colour("ink1"))
        top = round(theme().line("section"))
        box = QRectF(0, 0, self.width(), top)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)
        under = QRectF(0, top + 1, self.width(), theme().line("caption"))
        x = 0.0
        if self._tokens:
            colours = [theme().colour(token) for token in self._tokens]
            paint_row(painter, QPointF(1, under.center().y() - 4), (9, 8), 1, colours)
            x = len(colours) * 10 + 6
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().colour("pine" if self.underMouse() else "ink3"))
        painter.drawText(under.adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
