"""One notice of the system, where the user wants one: that she wrote, never what; of a reminder, what was asked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop.theme.words import words

STAYS: Final = 12_000
"""Milliseconds the icon that the notice belongs to is there; then nothing of it is left."""


class Notice(QObject):
    """`show` gives the notice; where the desktop has no place for one nothing happens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None

    def show(self, name: str, text: str = "") -> bool:
        """Whether it was given. `text`: other words than that she wrote a line."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return False
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
        self._icon.show()
        text = text or words()("initiative.notice_text", name=name)
        self._icon.showMessage(words()("app.title"), text, QApplication.windowIcon(), STAYS)
        QTimer.singleShot(STAYS, self, self._icon.hide)
        return True
