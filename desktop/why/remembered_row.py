"""Something she had in mind, as a row that opens where it comes from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph

TILE = 32
INDENT = 44


class RememberedRow(QAbstractButton):
    """An icon on its tile, the words, and a quiet line under them."""

    def __init__(
        self, icon_name: str, text: str, note: str, pressed: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words()("why.opens", text=text))
        self.clicked.connect(lambda: pressed())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INDENT, 4, 6, 4)
        self._column.setSpacing(1)
        for role, ink, line in (("body", "ink1", text), ("caption", "ink3", note)):
            if line:
                words_of_it = Paragraph(role, ink)
                words_of_it.setText(line)
                words_of_it.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self._column.addWidget(words_of_it)

    def hasHeightForWidth(self) -> bool:
        """Narrow is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words, no lower than its tile."""
        return max(TILE + 8, self._column.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """What its words ask for."""
        hint = self._column.sizeHint()
        return QSize(hint.width(), max(TILE + 8, hint.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground for the pointer, and the tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(theme().colour("ink1", 0.05))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(-1, 0, 0, 0), 12, 12)
        tile = QRectF(0, 4, TILE, TILE)
        painter.setBrush(theme().colour("sunken"))
        painter.drawRoundedRect(tile, 10, 10)
        paint_icon(painter, self._icon, tile.adjusted(8, 8, -8, -8), theme().colour("ink2"))
