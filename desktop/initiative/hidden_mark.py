"""That she wrote something while nobody saw the window: a word in its title, gone as soon as it is looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.theme.words import words


class HiddenMark(QObject):
    """No number, no colour, no sound; the window stays where it is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._name = ""
        window.installEventFilter(self)
        words().changed.connect(self._show)

    @property
    def shown(self) -> bool:
        """Whether the mark is there."""
        return bool(self._name)

    def put(self, name: str) -> None:
        """She has written a line."""
        self._name = name
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Being looked at takes it away."""
        if self._name and event.type() == QEvent.Type.WindowActivate:
            self._name = ""
            self._show()
        return False

    def _show(self) -> None:
        title = words()("app.title")
        self._window.setWindowTitle(f"{title} · {words()('initiative.mark', name=self._name)}" if self._name else title)
