"""The microphone's button and keys, and what is heard of the user on its way to the talk."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.hearing_page.told import cause_of
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.mic_button import MicButton
from desktop.window.house import House
from desktop.window.main_window import MainWindow
from desktop.window.showing import writes
from voice.errors import InputFault, ModelFault, VoiceError

TAP: Final = 0.35
"""Seconds a press of the microphone may last to count as a tap."""

REPEATS: Final = 50
"""Milliseconds in which another press shows that a key did not come up: X11 sends both for each repeat, and on a busy machine
they are not known for one."""


class MicrophoneLead(QObject):
    """Tap to open, tap to close; or hold the button, Space outside of text, or F8, and speak.

    Where a name is waited for, a press is as good as the name; the next one, while she listens, closes.
    """

    def __init__(self, house: House, window: MainWindow, show_state: Callable[[], None]) -> None:
        super().__init__(window)
        self.house, self.window, self._show_state = house, window, show_state
        self._done = True
        self._since = 0.0
        self._partial = ""
        self._spoken = ("", 0, 0)
        self._let_go = QTimer(self)
        self._let_go.setSingleShot(True)
        self._let_go.setInterval(REPEATS)
        self._let_go.timeout.connect(house.hearing.release)
        self._told = ""
        """What the banner said of a microphone, or of a speech model."""
        self.fault: VoiceError | None = None
        """Why the microphone hears nothing; None while it does."""
        self._mics: list[MicButton] = []
        for mic in (window.stage.mic, window.talk.composer.mic):
            self.attach(mic)
        house.hearing.changed.connect(self.note_state)
        house.hearing.changed.connect(lambda _: show_state())
        house.hearing.partial.connect(self.show_partial)
        house.hearing.level.connect(self.show_level)
        house.hearing.said.connect(self.take)
        house.hearing.failed.connect(self.note_fault)
        house.hearing.well.connect(self.recover)
        house.speech.captioned.connect(self.show_caption)
        words().changed.connect(self.speak)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        if house.settings.hearing.mode == "wake" and house.settings.hearing.left_open and house.hearing.can:
            QTimer.singleShot(0, self, house.hearing.start)

    def attach(self, mic: MicButton) -> None:
        """A button of the microphone."""
        self._mics.append(mic)
        mic.pressed.connect(self.down)
        mic.released.connect(self.up)
        mic.become(self.window.stage.mic.state, self.window.stage.mic.call)

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
        for mic in self._mics:
            mic.hear(level)

    def take(self, text: str) -> None:
        """What was said: to her, or to be looked over first."""
        if self.house.settings.hearing.review:
            self.window.talk.composer.review.hear(text)
        else:
            self.house.conversation.say(text, "voice")

    # --- what is wrong

    def note_fault(self, fault: VoiceError) -> None:
        """Remember it: the microphone shows it, and a press tells it again."""
        if isinstance(fault, InputFault) and not self.known(fault):
            self.fault = fault
            self._show_state()

    def known(self, fault: InputFault) -> bool:
        """Whether it only follows from what is wrong already: one that is muted in the system gives silence."""
        return getattr(self.fault, "cause", "") == "muted" and getattr(fault, "cause", "") == "zeros"

    def speak(self) -> None:
        """The window's language is another one, and so are the words of the banner that tells what is wrong."""
        banner = self.window.talk.banner
        if banner.isVisibleTo(self.window.talk) and self._told and banner.title.text() == self._told:
            self.tell_remedy() if self.fault is not None else banner.clear()

    def note_state(self, state: str) -> None:
        """A microphone that hears has nothing wrong."""
        if state == "hearing":
            self.recover()
        if state == "listening":
            self.leave(open_=True)

    def leave(self, *, open_: bool) -> None:
        """Where a name is waited for, whether the user lets her listen lasts until they change it."""
        hearing = self.house.settings.hearing
        if hearing.mode == "wake" and hearing.left_open != open_:
            hearing.left_open = open_
            self.house.keep()

    def recover(self) -> None:
        """Nothing is wrong any more: what was told of it goes."""
        if self.fault is not None:
            self.fault = None
            self.window.talk.banner.clear()
            self._show_state()

    @property
    def lost(self) -> bool:
        """Whether nothing is heard, whatever is said: it is gone, or nothing comes from it.

        What was wrong with the sound of one that is closed now may be over: the next press tells.
        """
        return self.fault is not None and bool(getattr(self.fault, "deaf", not self.house.hearing.on))

    def tells(self, fault: VoiceError) -> bool:
        """Say above the composer what is wrong with microphone or speech model; whether it is about one of them."""
        if isinstance(fault, InputFault):
            self.tell_remedy()
        elif isinstance(fault, ModelFault):
            self.tell_no_model(fault)
        return isinstance(fault, InputFault | ModelFault)

    def tell_remedy(self) -> None:
        """What is wrong, what can be done, and the ways to it."""
        title, step = cause_of(self.fault) if self.fault is not None else (words()("hearing.try.silent"), "")
        ways = (("hearing.device.settings", lambda: self.open_settings("devices")), ("hearing.device.again", self.again))
        self._told = title
        self.window.talk.banner.tell(title, step, ways, icon_name="mic_off")
        announce(self.window.talk.banner, f"{title} {step}", urgent=True)

    def tell_no_model(self, fault: VoiceError | None = None) -> None:
        """That there is nothing to understand with, or what is wrong with what is there, and the way to a speech model."""
        fault = fault or self.house.no_ears()
        title, step = cause_of(fault) if fault is not None else (words()("hear.no_model"), words()("hear.no_model_step"))
        way = (("hear.open_settings", lambda: self.open_settings("hearing")),)
        self._told = title
        self.window.talk.banner.tell(title, step, way, icon_name="mic")
        announce(self.window.talk.banner, f"{title} {step}", urgent=True)

    def again(self) -> None:
        """Open it anew."""
        self.window.talk.banner.clear()
        self.house.hearing.off()
        self.house.hearing.start()

    # --- the button

    @property
    def keeps_all(self) -> bool:
        """Whether what is said from opening to closing is one turn, however long it lasts."""
        return self.house.settings.hearing.mode == "push"

    def down(self) -> None:
        """The button goes down: she is stopped where she speaks or thinks, else the microphone opens, or she is called by it."""
        hearing = self.house.hearing
        self._done = self.house.conversation.stop()
        if self._done:
            if hearing.on and not hearing.addressed:
                hearing.hold()
                hearing.latch()
            return
        if not hearing.can or (hearing.on and (hearing.addressed or hearing.state == "muted" or self.lost)):
            self._done = True
            self.press()
            return
        self._since = time.monotonic()
        hearing.hold()

    def up(self) -> None:
        """It comes up: a short tap leaves the microphone open, after a long press what was said is the turn."""
        if self._done:
            return
        if time.monotonic() - self._since >= TAP and self.house.settings.hearing.hold:
            self.house.hearing.release()
        elif not self.keeps_all:
            self.house.hearing.latch()

    def press(self) -> None:
        """The microphone on or off; what is wrong with it; without a speech model, the way to one."""
        hearing = self.house.hearing
        if not hearing.can:
            self.tell_no_model()
        elif hearing.state == "muted" or (hearing.on and self.lost):
            self.tell_remedy()
        elif not hearing.on or not hearing.addressed:
            hearing.hold()
            if not self.keeps_all:
                hearing.latch()
        elif self.keeps_all and (self._partial or hearing.state == "hearing"):
            hearing.release()
        else:
            hearing.off()
            self.leave(open_=False)

    def open_settings(self, section: str) -> None:
        """The settings' page about listening, or about microphones and loudspeakers."""
        self.window.talk.banner.clear()
        self.window.open_page("settings")
        show = getattr(self.window.pages["settings"], "show_section", None)
        if callable(show):
            show(section)

    # --- the keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold Space outside of text, or F8 anywhere, to talk."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key not in (Qt.Key.Key_Space, Qt.Key.Key_F8) or not isinstance(watched, QWidget):
            return False
        mate = self.on_mate(watched)
        if not (mate or watched.window() is self.window) or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key == Qt.Key.Key_Space and not (mate or self.space_talks()):
            return False
        if not self.house.hearing.can or event.isAutoRepeat():
            if kind == QEvent.Type.KeyPress and key == Qt.Key.Key_F8 and not event.isAutoRepeat():
                self.tell_no_model()
            return key == Qt.Key.Key_F8
        if kind == QEvent.Type.KeyPress:
            self.key_down()
        elif self.house.settings.hearing.hold or not self.keeps_all:
            self.key_up()
        return True

    def key_down(self) -> None:
        """Talk while it is held; where a press opens and another closes, that."""
        if self._let_go.isActive():
            self._let_go.stop()
            return
        hearing = self.house.hearing
        if hearing.state == "muted" or (hearing.on and self.lost):
            self.tell_remedy()
        if self.keeps_all and not self.house.settings.hearing.hold and hearing.on:
            hearing.release()
            return
        self.house.conversation.stop()
        hearing.hold()

    def key_up(self) -> None:
        """It comes up: at once, or where the system may tell a key that repeats as many presses, once no press follows."""
        if QGuiApplication.platformName() == "xcb":
            self._let_go.start()
        else:
            self.house.hearing.release()

    def on_mate(self, watched: QWidget) -> bool:
        """Whether a key came to her window on the desktop."""
        return bool(watched.window().property("mate"))

    def space_talks(self) -> bool:
        """Space is for talking only where nothing else wants it: no field and no button has the focus."""
        focus = QApplication.focusWidget()
        if writes(focus):
            return False
        return focus is None or focus in (self.window, self.window.talk.list, self.window.stage.mic)
