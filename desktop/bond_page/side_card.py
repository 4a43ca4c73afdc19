"""What the cards at the side have in common: a label, rows under it, and how they are emptied."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.shapes import paint_pill

CHIP_HIGH: Final = 26
CHIP_SIDE: Final = 11
TICK: Final = 18


class SideCard(Card):
    """`key` names it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(10)
        self.head = Paragraph("label", "ink2", wrap=False)
        words().bind(self, self.call, key)
        self.body.addWidget(self.head)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(10)
        self.body.addLayout(self.rows)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def call(self, name: str) -> None:
        """Its name."""
        self.head.setText(name)
        self.setAccessibleName(name)

    def clear(self) -> None:
        """No rows."""
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def say(self, role: str, token: str, text: str) -> Paragraph:
        """One paragraph more."""
        line = Paragraph(role, token)
        line.setText(text)
        self.rows.addWidget(line)
        return line


class Chip(QWidget):
    """Whose it is, on a ground of its own."""

    def __init__(self, text: str, ground: str, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self._ground, self._ink = text, ground, ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its words with air; a long name is cut."""
        wide = min(theme().px(110), QFontMetricsF(theme().font("label")).horizontalAdvance(self.text))
        return QSize(round(wide) + 2 * CHIP_SIDE + 1, max(CHIP_HIGH, theme().px(24)))

    def restyle(self) -> None:
        """The text's size changed."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill and words."""
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), theme().colour(self._ground))
        painter.setFont(theme().font("label"))
        painter.setPen(theme().colour(self._ink))
        room = self.width() - 2 * CHIP_SIDE + 1
        text = QFontMetricsF(painter.font()).elidedText(self.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class Tick(QWidget):
    """Something that is done, or not yet."""

    def __init__(self, text: str, *, done: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.done = done
        column = QVBoxLayout(self)
        column.setContentsMargins(round(TICK * min(1.5, theme().scale)) + 10, 0, 0, 0)
        line = Paragraph("body", "ink2" if done else "ink1")
        line.setText(text)
        column.addWidget(line)
        self.setAccessibleName(words()("bond.tick_done" if done else "bond.tick_open", what=text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A check, or an empty ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = TICK * min(1.5, theme().scale)
        box = QRectF(QPointF(0, (theme().line("body") - side) / 2), QPointF(side, (theme().line("body") + side) / 2))
        if self.done:
            paint_icon(painter, "check", box, theme().colour("pine"))
        else:
            painter.setPen(QPen(theme().colour("edge"), 1.5))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
