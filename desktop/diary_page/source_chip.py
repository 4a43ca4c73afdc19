"""What a page rests on, as a chip: a memory, or words that were said."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.shapes import paint_pill

HIGH: Final = 28
ICON: Final = 14
LONGEST: Final = 250
SHORT: Final = 178
"""Pixels of its words; longer ones end in dots."""


class SourceChip(QAbstractButton):
    """An icon and a few words; pressing opens what it stands for."""

    def __init__(self, icon_name: str, text: str, longest: int = LONGEST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._longest = longest
        self.setText(" ".join(text.split()))
        self.setToolTip(self.text())
        self.setAccessibleName(words()("diary.chip", text=self.text()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(theme().font("caption"))
        self.updateGeometry()

    def shown(self) -> str:
        """Its words as far as they fit."""
        room = min(theme().px(self._longest), self.width() - 40 if self.width() > 60 else theme().px(self._longest))
        return QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        """As wide as its words, up to a measure."""
        wide = min(theme().px(self._longest), QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2)
        return QSize(wide + (ICON + 30 if self._icon else 26), max(HIGH, theme().px(26)))

    def minimumSizeHint(self) -> QSize:
        """It may elide."""
        return QSize(min(72, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, QRectF(self.rect()), theme().colour("track" if self.underMouse() else "sunken"))
        painter.setFont(self.font())
        painter.setPen(theme().colour("ink2"))
        if not self._icon:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            return
        middle = self.height() / 2
        paint_icon(painter, self._icon, QRectF(11, middle - ICON / 2, ICON, ICON), theme().colour("ink2"))
        box = QRectF(11 + ICON + 7, 0, self.width() - ICON - 28, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown())
