"""The focus ring: two pixels with a gap of two, for whoever moves by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.theme.theme import theme

OWN_RING = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
"""These show the focus themselves."""
MOVING_KEYS = {
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F6, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
}


class FocusRing(QWidget):
    """Lies over a window and follows the focus; lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._by_keys = False
        self._on: QWidget | None = None
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.installEventFilter(self)
        app.focusChanged.connect(self.follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice whether keys or the mouse moved the focus, and whether the widget moves."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and Qt.Key(event.key()) in MOVING_KEYS:  # type: ignore[attr-defined]
            if not self._by_keys:
                self._by_keys = True
                self.place()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_keys = False
            self.hide()
        elif watched is self._on and kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide):
            self.place()
        return False

    def follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """The focus moved."""
        self._on = new
        if new is not None and self._by_keys:
            self.bring_into_view(new)
        self.place()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll an area so that the focused widget can be seen."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QAbstractScrollArea) and hasattr(parent, "ensureWidgetVisible"):
                parent.ensureWidgetVisible(widget, 24, 24)
            parent = parent.parentWidget()

    def place(self) -> None:
        """Lie around the focused widget, or hide."""
        widget = self._on
        window = self.parentWidget()
        show = (
            widget is not None and self._by_keys and widget.window() is window and widget.isVisible()
            and not isinstance(widget, OWN_RING)
        )
        if not show or widget is None or window is None:
            self.hide()
            return
        corner = widget.mapTo(window, QPoint(0, 0))
        self.setGeometry(QRect(corner, widget.size()).adjusted(-4, -4, 4, 4))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("focus"), 2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(16.0, box.height() / 2)
        painter.drawRoundedRect(box, radius, radius)
