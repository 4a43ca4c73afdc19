"""Ordinary buttons: primary, secondary, text, danger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.theme.icons import icon
from desktop.theme.theme import theme
from desktop.theme.words import words

Kind = Literal["primary", "secondary", "text", "honey", "danger"]
ICON_INK = {"primary": "on_pine", "secondary": "ink1", "text": "pine", "honey": "honey", "danger": "rose"}


class Push(QPushButton):
    """A button of one kind whose words follow the language. `flush`: its words begin where the text above them begins."""

    def __init__(
        self, key: str, kind: Kind = "secondary", pressed: Callable[[], object] | None = None, *, small: bool = False,
        icon_name: str = "", flush: bool = False, parent: QWidget | None = None, **values: object,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        if flush:
            self.setProperty("flush", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if icon_name:
            self.setIcon(icon(icon_name, ICON_INK[kind]))
        if key:
            words().bind(self, self.setText, key, **values)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())
        self.restyle()

    def setText(self, text: str) -> None:
        """The words; with an icon, a little away from it."""
        self.setAccessibleName(text)
        super().setText(f"\u2002{text}" if not self.icon().isNull() and text else text)

    def restyle(self) -> None:
        """Take the button font again."""
        self.setFont(theme().font("button"))
        side = round(18 * min(1.5, theme().scale))
        self.setIconSize(QSize(side, side))

    def become(self, kind: Kind) -> None:
        """Change the kind."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        # Style sheets give back the font from before they were put on: that of another text size, maybe.
        self.restyle()

    def showEvent(self, event: QShowEvent) -> None:
        """What was hidden while the text size changed has the new one now."""
        super().showEvent(event)
        self.restyle()
