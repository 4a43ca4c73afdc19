"""A field for a few lines, as high as what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.theme.theme import theme


class GrowingField(QPlainTextEdit):
    """At least `least` and at most `most` lines high; Tab leaves it."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setProperty("kind", "sheet")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.updateGeometry)
        self.restyle()

    @property
    def composing(self) -> bool:
        """Whether an input method is at work: Enter and Esc then belong to it."""
        layout = self.textCursor().block().layout()
        return layout is not None and bool(layout.preeditAreaText())

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(theme().font("talk"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        lines = min(self._most, max(self._least, int(self.document().size().height())))
        return QSize(200, lines * self.fontMetrics().lineSpacing() + 30)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(80, self.sizeHint().height())
