"""The place one taps: with any key, or with the pointer. In its middle stands one large stitch."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme

HIGH: Final = 168
STITCH: Final = (66, 60)
OTHERS: Final = frozenset(
    {
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt,
        Qt.Key.Key_Meta, Qt.Key.Key_CapsLock, Qt.Key.Key_F1, Qt.Key.Key_F6,
    }
)  # fmt: skip
"""Keys that go on doing what they do elsewhere."""


class TapPad(QWidget):
    """`tapped` at the moment a key or the pointer goes down; a key that is held taps once."""

    tapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lit = False
        self.live = False
        self._down = False

    def sizeHint(self) -> QSize:
        """Large enough to hit without looking."""
        return QSize(260, theme().px(HIGH) if theme().scale < 1.3 else HIGH)

    def minimumSizeHint(self) -> QSize:
        """It narrows, it does not get lower."""
        return QSize(140, self.sizeHint().height())

    def light(self, lit: bool) -> None:
        """The stitch flashes, or is dark again; painted when this is back."""
        self.lit = lit
        self.repaint()

    def wait(self, live: bool) -> None:
        """Whether taps count now."""
        self.live = live
        self.lit = False
        self.update()

    def event(self, event: QEvent) -> bool:
        """Any key taps before the window takes it for a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.taps(event):
            event.accept()
            return True
        return super().event(event)

    def taps(self, event: QKeyEvent) -> bool:
        """Whether this key is for tapping."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return self.live and plain and Qt.Key(event.key()) not in OTHERS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A tap."""
        if not self.taps(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.tap(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Up again."""
        if not event.isAutoRepeat():
            self.tap(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap."""
        self.tap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Up again."""
        self.tap(False)

    def tap(self, down: bool) -> None:
        """Down or up."""
        if down and self.live:
            self.tapped.emit()
        self._down = down and self.live
        self.update()

    def focusInEvent(self, event: object) -> None:
        """Show it."""
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """Show it."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, the stitch, a darker ground while it is pressed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        focused = self.hasFocus()
        painter.setPen(QPen(theme().colour("focus" if focused else "edge"), 2 if focused else 1))
        painter.setBrush(theme().colour("pine_soft" if self._down else "raised" if self.live else "panel"))
        painter.drawRoundedRect(box, 16, 16)
        wide, high = STITCH
        stitch = QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)
        paint_stitch(painter, stitch, theme().colour("glow" if self.lit else "track"))
