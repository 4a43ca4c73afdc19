"""Brings her onto the desktop and back into the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desktop.mate.mate_window import MateWindow
from desktop.theme.icons import icon
from desktop.theme.words import words
from desktop.widgets.mic_button import MicButton, State
from desktop.window.keys import KEYS

if TYPE_CHECKING:
    from desktop.window.house import House
    from desktop.window.main_window import MainWindow


class MateLead(QObject):
    """While she stands on the desktop the window is out of sight; the talk goes on."""

    def __init__(
        self, house: House, window: MainWindow, press_microphone: Callable[[], object],
        attach: Callable[[MicButton], object] = lambda _: None,
    ) -> None:
        super().__init__(window)
        self._house, self._window, self._press, self._attach = house, window, press_microphone, attach
        self.mate: MateWindow | None = None
        self._partial = ""
        self._spoken = ("", 0, 0)
        house.speech.captioned.connect(self.show_caption)
        house.hearing.partial.connect(self.show_partial)
        house.changes.look.connect(self.show_look)
        window.mate_wanted.connect(self.toggle)
        window.closing.connect(self.drop)

    @property
    def shown(self) -> bool:
        """Whether she stands on the desktop."""
        return self.mate is not None and self.mate.isVisible()

    def show_state(self, pill: str, mic: State, call: str) -> None:
        """What she does and how the microphone stands, beside her."""
        if self.mate is not None:
            self.mate.show_state(pill, mic, call)

    def toggle(self) -> None:
        """Out, or back."""
        self.back() if self.shown else self.out()

    def out(self) -> None:
        """Onto the desktop: the window hides."""
        if self.mate is None:
            self.mate = MateWindow(self._house.player)
            self.mate.back_wanted.connect(self.back)
            self.mate.menu_wanted.connect(self.open_menu)
            self._attach(self.mate.mic)
            for sequence in KEYS["mate"]:
                QShortcut(QKeySequence(sequence), self.mate, self.back)
            self.mate.to_corner()
        self._window.hide()
        self.show_look()
        self.mate.show()
        self.mate.raise_()
        self.mate.setFocus(Qt.FocusReason.OtherFocusReason)
        self._house.player.frame("full", 0.0)
        self._house.player.leave_free((0.0, 0.0), 0.0)
        self.mate.tell_caption(*self._spoken)

    def back(self) -> None:
        """Into the window, as it was."""
        if self.mate is not None:
            self.mate.hide()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._house.changes.drawn.emit()

    def drop(self) -> None:
        """The window closes for good."""
        if self.mate is not None:
            self.mate.hide()
            self.mate.deleteLater()
            self.mate = None

    def show_look(self) -> None:
        """Captions as set."""
        voice = self._house.settings.voice
        if self.mate is not None:
            self.mate.set_captions(voice.captions, voice.caption_size, voice.caption_opacity / 100)

    def show_caption(self, text: str, begin: int, end: int) -> None:
        """Her words, unless the user is being heard."""
        self._spoken = (text, begin, end)
        if self.mate is not None and self.shown and not self._partial:
            self.mate.tell_caption(text, begin, end)

    def show_partial(self, text: str) -> None:
        """The user's words so far."""
        self._partial = text
        if self.mate is None or not self.shown:
            return
        if text:
            self.mate.tell_heard(text)
        else:
            self.mate.tell_caption(*self._spoken)

    def open_menu(self, place: QPoint) -> None:
        """All that can be done here."""
        if self.mate is None:
            return
        menu = QMenu(self.mate)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("talk"), words()("captions.mate_back"), self.back)
        menu.addSeparator()
        menu.addAction(icon("mic"), words()("captions.mate_mic"), self._press)
        menu.addAction(icon("stop"), words()("keys.stop"), self._house.conversation.stop)
        menu.addAction(icon("again"), words()("stage.again"), self._window.stage.again_wanted.emit)
        self.add_switch(menu, "captions", "stage.captions", self.mate.captions_on, self.set_captions)
        muted = self._house.settings.voice.muted
        self.add_switch(menu, "voice_off", "stage.mute", muted, self._window.stage.mute_toggled.emit)
        menu.popup(place)

    def add_switch(self, menu: QMenu, name: str, key: str, on: bool, deed: Callable[[bool], object]) -> None:
        """Something that is on or off."""
        action = menu.addAction(icon(name), words()(key))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda on: deed(on))

    def set_captions(self, on: bool) -> None:
        """Captions on or off, here and in the window."""
        self._window.stage.captions_toggled.emit(on)
        self.show_look()
