"""What she is doing, in a word with a dot."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.shapes import paint_pill

DOT: Final = {
    "idle": "edge", "listening": "pine", "hearing": "glow", "thinking": "honey_mark", "speaking": "glow",
    "muted": "rose_mark", "reading": "pine", "push": "edge", "toggle": "edge", "off": "edge", "loading": "honey_mark",
    "wake": "pine", "held": "glow", "lost": "rose_mark",
}
OF_EARS: Final = ("push", "toggle", "off", "loading", "wake", "held", "lost", "muted")
"""States that are told in the words of listening."""

BY_KEY: Final = ("push", "toggle")
"""Those that name a key."""


class StatePill(QWidget):
    """A plate at the upper left of the stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.state = "idle"
        self._call = ""
        self.room = 10_000
        """How wide it may be; longer words are cut with dots."""
        words().changed.connect(self.refresh)
        self.refresh()

    def become(self, state: str, call: str = "") -> None:
        """Show a state; `call` is what she is called by, where she waits for it, or the key to hold (Space)."""
        if (state, call) != (self.state, self._call):
            self.state, self._call = state, call
            self.refresh()

    @property
    def word(self) -> str:
        """What it says."""
        if self.state in OF_EARS:
            call = self._call or (words()("hearing.key.space") if self.state in BY_KEY else "")
            return words()(f"hearing.state.{self.state}", call=call)
        return words()(f"state.{self.state}")

    def refresh(self) -> None:
        """Read the word again."""
        self.setAccessibleName(self.word)
        self.resize(self.sizeHint())
        self.update()

    def restyle(self) -> None:
        """The font changed."""
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Dot and word."""
        metrics = QFontMetrics(theme().font("pill"))
        return QSize(min(self.room, metrics.horizontalAdvance(self.word) + 44), max(34, theme().px(34)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, dot, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, QRectF(self.rect()), theme().colour("plate"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(DOT[self.state]))
        painter.drawEllipse(QPointF(18, self.height() / 2), 4, 4)
        painter.setPen(theme().colour("ink1"))
        painter.setFont(theme().font("pill"))
        box = self.rect().adjusted(30, 0, -8, 0)
        text = painter.fontMetrics().elidedText(self.word, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
