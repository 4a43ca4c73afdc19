"""The microphone's button and keys, and what is heard of the user on its way to the talk."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.theme.words import words
from desktop.window.house import House
from desktop.window.main_window import MainWindow

TAP: Final = 0.35
"""Seconds a press of the microphone may last to count as a tap."""


class MicrophoneLead(QObject):
    """Tap to open, tap to close; or hold the button, Space outside of text, or F8, and speak."""

    def __init__(self, house: House, window: MainWindow, show_state: Callable[[], None]) -> None:
        super().__init__(window)
        self.house, self.window = house, window
        self._done = True
        self._since = 0.0
        self._partial = ""
        self._spoken = ("", 0, 0)
        for mic in (window.stage.mic, window.talk.composer.mic):
            mic.pressed.connect(self.down)
            mic.released.connect(self.up)
        house.hearing.changed.connect(lambda _: show_state())
        house.hearing.partial.connect(self.show_partial)
        house.hearing.level.connect(self.show_level)
        house.hearing.said.connect(lambda text: house.conversation.say(text, "voice"))
        house.speech.captioned.connect(self.show_caption)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def show_caption(self, text: str, begin: int, end: int) -> None:
        """Her words, unless the user is being heard."""
        self._spoken = (text, begin, end)
        if not self._partial:
            self.window.stage.tell_caption(text, begin, end)

    def show_partial(self, text: str) -> None:
        """The user's words so far."""
        self._partial = text
        self.house.conversation.overhear(text)
        if text:
            self.window.stage.tell_heard(text)
        else:
            self.window.stage.tell_caption(*self._spoken)

    def show_level(self, level: float) -> None:
        """Stitches follow the voice."""
        self.window.stage.mic.hear(level)
        self.window.talk.composer.mic.hear(level)

    def down(self) -> None:
        """The button goes down: she is stopped where she speaks or thinks, else the microphone opens."""
        self._done = self.house.conversation.stop()
        if self._done:
            return
        if self.house.hearing.on or not self.house.hearing.can:
            self._done = True
            self.press()
            return
        self._since = time.monotonic()
        self.house.hearing.hold()

    def up(self) -> None:
        """It comes up: a short tap leaves the microphone open, after a long press what was said is the turn."""
        if self._done:
            return
        if time.monotonic() - self._since < TAP:
            self.house.hearing.latch()
        else:
            self.house.hearing.release()

    def press(self) -> None:
        """The microphone on or off; without a speech model, the way to one."""
        if self.house.hearing.can:
            self.house.hearing.toggle()
            return
        way = (("hear.open_settings", self.open_hearing),)
        self.window.talk.banner.tell(words()("hear.no_model"), words()("hear.no_model_step"), way, icon_name="mic")

    def open_hearing(self) -> None:
        """The settings' page about listening."""
        self.window.talk.banner.clear()
        self.window.open_page("settings")
        show = getattr(self.window.pages["settings"], "show_section", None)
        if callable(show):
            show("hearing")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold Space outside of text, or F8 anywhere, to talk."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key not in (Qt.Key.Key_Space, Qt.Key.Key_F8) or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self.window or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key == Qt.Key.Key_Space and not self.space_talks():
            return False
        if not self.house.hearing.can or event.isAutoRepeat():
            return key == Qt.Key.Key_F8
        if kind == QEvent.Type.KeyPress:
            self.house.conversation.stop()
            self.house.hearing.hold()
        else:
            self.house.hearing.release()
        return True

    def space_talks(self) -> bool:
        """Space is for talking only where nothing else wants it: no field and no button has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            return False
        return focus is None or focus in (self.window, self.window.talk.list, self.window.stage.mic)
