"""The quiet lines of a receipt: a label, and what it says; one below the other where there is little room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.stitch import paint_row
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph

LABEL: Final = 92
STITCH: Final = (12.0, 11.0)
MOST: Final = 4
STACKED_BELOW: Final = 300


class Sureness(QWidget):
    """Up to four stitches and the word for them."""

    def __init__(self, stitches: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stitches = stitches
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        self.label = Paragraph("body", "ink1")
        self.label.setText(text)
        column.setContentsMargins(round(MOST * (STITCH[0] + 1)) + 8, 0, 0, 0)
        column.addWidget(self.label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stitches; those that are missing in the colour of a track."""
        painter = QPainter(self)
        colours = [theme().colour("pine" if index < self._stitches else "track") for index in range(MOST)]
        top = (theme().line("body") - STITCH[1]) / 2 + 1
        paint_row(painter, QPointF(0, top), STITCH, 1, colours)


class Link(QAbstractButton):
    """Words in pine that lead somewhere; they wrap."""

    def __init__(self, text: str, pressed: Callable[[], object], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: pressed())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line = Paragraph("body", "pine", parent=self)
        self._line.setText(text)
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As its words."""
        return self._line.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As its words."""
        return self._line.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Narrow is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As its words."""
        return self._line.heightForWidth(width)

    def resizeEvent(self, event: object) -> None:
        """The words fill it."""
        self._line.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """An underline for the pointer."""
        if self.underMouse():
            painter = QPainter(self)
            wide = min(self.width(), self._line.sizeHint().width())
            painter.fillRect(0, self.height() - 2, wide, 1, theme().colour("pine"))


class Details(QWidget):
    """Rows of a label and widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Paragraph, QWidget]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._stacked: bool | None = None

    def add(self, key: str, value: QWidget | str) -> None:
        """One row; `key` names its label."""
        label = Paragraph("body", "ink3")
        label.setText(words()(key))
        if isinstance(value, str):
            line = Paragraph("body", "ink1")
            line.setText(value)
            value = line
        self._rows.append((label, value))
        self._stacked = None
        self.arrange()

    def add_all(self, key: str, values: Sequence[QWidget]) -> None:
        """One row with several widgets, one below the other."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for value in values:
            column.addWidget(value)
        self.add(key, holder)

    def resizeEvent(self, event: object) -> None:
        """Beside or below."""
        self.arrange()

    def arrange(self) -> None:
        """Labels beside their values, or over them where larger words leave too little room."""
        stacked = bool(self.width()) and self.width() < theme().px(STACKED_BELOW)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        while self._grid.takeAt(0) is not None:
            pass
        for at, (label, value) in enumerate(self._rows):
            if stacked:
                self._grid.addWidget(label, 2 * at, 0, 1, 2)
                self._grid.addWidget(value, 2 * at + 1, 0, 1, 2)
            else:
                self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(value, at, 1)
        self._grid.setColumnMinimumWidth(0, 0 if stacked else theme().px(LABEL))
        self._grid.setColumnStretch(1, 1)
