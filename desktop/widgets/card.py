"""A card, and a card that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.shapes import paint_raised


class Card(QFrame):
    """A rounded ground for other widgets: `ground` a token, `outline` a token or none."""

    def __init__(
        self, ground: str = "raised", *, outline: str = "", radius: float = 16, level: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._outline, self._radius, self._level = ground, outline, radius, level
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 16, 18, 16)
        self.body.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -3)
        if self._level:
            paint_raised(painter, box, self._radius, ground=self._ground, level=self._level)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(self._ground))
            painter.drawRoundedRect(box, self._radius, self._radius)
        if self._outline:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour(self._outline), 1.5))
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), self._radius, self._radius)


class ChoiceCard(QAbstractButton):
    """A title, a line under it, and place for something at its end. Chosen: pine ground and ring."""

    def __init__(self, *, radio: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._radio = radio
        self._hover = False
        self.title = Paragraph("button", "ink1", wrap=False)
        self.note = Paragraph("caption", "ink2")
        for label in (self.title, self.note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = self.lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addWidget(self.title)
        lines.addWidget(self.note)
        lines.addStretch(1)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(52 if radio else 18, 10, 12, 10)
        self.row.setSpacing(12)
        self.row.addLayout(lines, 1)

    def describe(self, title: str, note: str) -> None:
        """Set both lines and the accessible name."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(f"{title}. {note}" if note else title)

    def end(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """What its rows ask for, at least 64 high."""
        hint = self.row.sizeHint()
        return QSize(hint.width(), max(theme().px(60), hint.height()))

    def hasHeightForWidth(self) -> bool:
        """The note may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its rows in that width."""
        return max(theme().px(60), self.row.heightForWidth(width))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover begins."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hover ends."""
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, ring, radio."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        painter.setBrush(theme().colour("pine_soft" if chosen else "raised"))
        outline = "pine" if chosen else ("edge" if self._hover else "line")
        painter.setPen(QPen(theme().colour(outline), 2 if chosen else 1))
        painter.drawRoundedRect(box, 14, 14)
        if self._radio:
            self.paint_radio(painter, chosen)

    def paint_radio(self, painter: QPainter, chosen: bool) -> None:
        """A ring with its dot at the left."""
        middle = QRectF(19, self.height() / 2 - 9, 18, 18)
        painter.setPen(QPen(theme().colour("pine" if chosen else "edge"), 1.5))
        painter.setBrush(theme().colour("pine") if chosen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("on_pine"))
            painter.drawEllipse(middle.adjusted(6, 6, -6, -6))
