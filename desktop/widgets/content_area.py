"""What scrolls up and down, and is never wider than what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Content(QWidget):
    """What scrolls. A scroll area asks for the least height before it knows the width: it is told what wrapped words need."""

    def event(self, event: QEvent) -> bool:
        """Words or parts changed."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self.layout() is not None:
            self.setMinimumHeight(max(0, self.layout().minimumHeightForWidth(self.width())))  # type: ignore[union-attr]
        return done


class ContentArea(QScrollArea):
    """Its content is never wider than what is seen of it, whichever came first, the bar at its side or the width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The width that is seen changed."""
        self.keep_within()
        super().resizeEvent(event)
        self.keep_within()

    def keep_within(self) -> None:
        """As wide as what is seen."""
        content, wide = self.widget(), self.viewport().width()
        if content is not None:
            content.setMaximumWidth(wide)
            if content.width() != wide:
                content.resize(wide, content.height())
