"""What is wrong or worth knowing, in one bold line, with the next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton


class Banner(QWidget):
    """Stays until solved or closed. Its words are announced to screen readers when it appears."""

    def __init__(self, icon_name: str = "info", *, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self.title = Paragraph("button", "ink1")
        self.note = Paragraph("body", "ink2")
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.note)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(4)
        self._actions.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self._actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 12, 10, 12)
        row.setSpacing(8)
        row.addLayout(lines, 1)
        self._close = RoundButton("close", "common.close", 32, icon_size=14, ink="ink2", pressed=self.hide)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.setVisible(closable)
        self.hide()

    def tell(
        self, title: str, note: str = "", actions: Sequence[tuple[str, Callable[[], object]]] = (),
        icon_name: str | None = None,
    ) -> None:
        """Show it. `actions` are (key of the words, what to do)."""
        self._icon = icon_name or self._icon
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        while (item := self._actions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for key, act in actions:
            self._actions.addWidget(Push(key, "honey", act, small=True))
        # An empty row would allow its neighbours no width.
        self._actions.addStretch(1)
        self._actions.setContentsMargins(-10 if actions else 0, 4 if actions else 0, 0, 0)
        self.setAccessibleName(f"{title} {note}".strip())
        self.setVisible(True)
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """It is solved."""
        self.hide()

    def buttons(self) -> list[Push]:
        """The actions on it now."""
        items = [self._actions.itemAt(i) for i in range(self._actions.count())]
        return [item.widget() for item in items if item is not None and isinstance(item.widget(), Push)]  # type: ignore[misc]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Honey ground and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("honey_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
        paint_icon(painter, self._icon, QRectF(16, 13, 20, 20), theme().colour("honey"))


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Tell a screen reader, where this Qt can."""
    from PySide6 import QtGui

    event_type = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if event_type is None:
        return
    event = event_type(widget, text)
    politeness = QtGui.QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QtGui.QAccessible.updateAccessibility(event)


