"""A row that opens to show more of its kind below it, and closes again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph

ARROW = 16
NARROW = 420
"""Below this, at 100 %, how it stands is told under the title instead of at the end."""


class FoldHead(QAbstractButton):
    """The row itself: what it is, how it stands, and an arrow."""

    def __init__(self, key: str, note_key: str) -> None:
        super().__init__()
        self._key, self._note_key = key, note_key
        self._hover = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.title = Paragraph("button", "ink1")
        self.note = Paragraph("caption", "ink3")
        self.stand = Paragraph("body", "ink2", align=Qt.AlignmentFlag.AlignRight, wrap=False)
        for label in (self.title, self.note, self.stand):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(self.title)
        lines.addWidget(self.note)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 10, 2 * ARROW + 6, 12)
        self._row.setSpacing(12)
        self._row.addLayout(lines, 1)
        self._row.addWidget(self.stand)
        self.toggled.connect(lambda _: self.say())
        self.toggled.connect(lambda _: self.show_stand())
        words().changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Its words, and for screen readers whether a press opens or closes."""
        self.title.setText(words()(self._key))
        self.note.setText(words()(self._note_key))
        name = words()("voice.more.close" if self.isChecked() else "voice.more.open", name=self.title.text())
        self.setAccessibleName(f"{name}. {self.stand.text()}".rstrip(". "))
        self.setAccessibleDescription(self.note.text())

    def stands(self, text: str) -> None:
        """How it stands, at the end of the row."""
        self.stand.setText(text)
        self.say()

    def resizeEvent(self, event: object) -> None:
        """Without room at the end, the title alone."""
        self.show_stand()

    def show_stand(self) -> None:
        """An open row shows how it stands by itself."""
        self.stand.setVisible(self.width() >= theme().px(NARROW) and not self.isChecked())

    def sizeHint(self) -> QSize:
        """What its words ask for."""
        return self._row.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """The words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words in that width."""
        return self._row.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as the space bar does; Right opens, Left closes."""
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (wanted is not None and wanted != self.isChecked()):
            self.click()
        elif wanted is None:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover begins."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hover ends."""
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow, down where closed and up where open; a hairline under a closed row."""
        painter = QPainter(self)
        ink = theme().colour("ink1" if self._hover else "ink2")
        side = ARROW * min(1.5, theme().scale)
        box = QRectF(self.width() - side - 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, "up" if self.isChecked() else "down", box, ink)
        if not self.isChecked():
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))


class Fold(QWidget):
    """`opened` when its body is first or again to be seen; the body stands in `body`."""

    opened = Signal()

    def __init__(self, key: str, note_key: str) -> None:
        super().__init__()
        self.head = FoldHead(key, note_key)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 2, 0, 16)
        self.body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._inside)
        self._inside.hide()
        self.head.toggled.connect(self.turn)

    def turn(self, open_: bool) -> None:
        """Show the body, or put it away."""
        self._inside.setVisible(open_)
        if open_:
            self.opened.emit()

    @property
    def is_open(self) -> bool:
        """Whether its body shows."""
        return self.head.isChecked()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline under an open one."""
        if self.is_open:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
