"""The microphone in the window: off, hold to talk, or open; partial words to the caption, whole ones to the talk."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from typing import Literal, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.conversation.addressing import Addressing
from voice.echo.spoken_words import SpokenWords
from voice.errors import VoiceError
from voice.ports import Heard
from voice.turn_taking.barge_in import Action, BargeIn

log = logging.getLogger("hearth.hearing")

HearingState = Literal["off", "loading", "listening", "hearing", "held", "muted"]
TICK = 33
QUICK = 10
"""Milliseconds between looks while she or the user speaks: whoever speaks over her is heard at once, and answered soon."""
AFTER_RELEASE = 1500
"""Milliseconds the microphone's last words may take to become text after the key is let go."""


class Ear(Protocol):
    """What the window needs of `voice.listener.Listener`."""

    def start(self) -> bool: ...

    def stop(self) -> None: ...

    def finish(self) -> None: ...

    def use(self, device: str) -> None: ...

    def close(self) -> None: ...

    def tick(self, speaking: bool = False) -> None: ...


MakeEar = Callable[..., Ear]
"""Called with `on_partial`, `on_final`, `on_level`, `on_voice`, `on_state`, `on_fault`, `on_well`, `on_wake`, `on_sure`; raises
`VoiceError` without a model."""


class Hearing(QObject):
    """One microphone, and the floor: what of what is heard is the user's turn.

    `speaking` asks whether her own voice sounds, or will at once; `sounding` whether she has begun and is not at her end yet.
    """

    acted = Signal(str)
    """What her voice is to do because of the user's: ``duck``, ``restore`` or ``stop``."""
    voice = Signal(bool)
    """The user's voice begins or ends."""
    taken = Signal(bool)
    """Whether the user has the floor."""
    changed = Signal(str)
    woken = Signal(str)
    """She was called, by this name; what else was said in that breath follows."""
    partial = Signal(str)
    understood = Signal(object)
    """A whole utterance as it was heard (`voice.ports.Heard`); then comes `said`."""
    said = Signal(str)
    level = Signal(float)
    failed = Signal(object)
    well = Signal()
    """What was wrong with the microphone is no more."""
    _came = Signal()
    """From the ears' own thread: something was heard, and need not wait for the next tick."""

    def __init__(
        self, speaking: Callable[[], bool], parent: QObject | None = None, *, sounding: Callable[[], bool] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._speaking, self._sounding, self._clock = speaking, sounding or speaking, clock
        self.spoken = SpokenWords("en")
        """What she says, told apart from what the user says."""
        self._floor = BargeIn("en", self.spoken, clock)
        self.thinking: Callable[[], bool] = lambda: False
        """Whether the user waits for her answer; set by whoever leads the talk."""
        self._addressing = Addressing()
        self._taken, self._attends = False, True
        self._make: MakeEar | None = None
        self._ear: Ear | None = None
        self._held = False
        self._sure = 2
        self.state: HearingState = "off"
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._came.connect(self.tick, Qt.ConnectionType.QueuedConnection)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(AFTER_RELEASE)
        self._late.timeout.connect(self.give_up)

    def follow(self, lang: str, names: Iterable[str] = (), *, barge_in: bool = True) -> None:
        """The user's language from now on, what she is called, and whether words over hers stop her."""
        self.do(self._floor.reset())
        self.spoken.lang = lang
        self._floor = BargeIn(lang, self.spoken, self._clock, names=names, words_stop=barge_in)

    def call_her(self, names: Iterable[str]) -> None:
        """What she is called from now on: said over her, it silences her."""
        self._floor.call_her(names)

    def prepare(self, make: MakeEar | None) -> None:
        """How to make the ear from now on (another model, device or way to be called); one that can change so goes on."""
        adopt = getattr(make, "adopt", None)
        if self._ear is not None and adopt is not None and adopt(self._ear):
            self._make = make
            return
        was_on = self.on
        self.close_ear()
        self._make = make
        if was_on:
            self.start()

    @property
    def can(self) -> bool:
        """Whether there is an ear to open."""
        return self._make is not None

    @property
    def on(self) -> bool:
        """Whether the microphone is open."""
        return self.state != "off"

    @property
    def addressed(self) -> bool:
        """Whether what is said now is for her without her name; always, where none is waited for."""
        return self._addressing.open

    @property
    def somebody_speaks(self) -> bool:
        """Whether any voice is heard, be it for her or not."""
        return self._addressing.somebody_speaks

    def start(self) -> bool:
        """Open the microphone."""
        if self._make is None:
            return False
        try:
            if self._ear is None:
                self._ear = self._make(
                    on_partial=self.hear_partial, on_final=self.hear_final, on_level=self.hear_level,
                    on_voice=self.hear_voice, on_state=self.enter, on_fault=self.fail, on_wake=self.wake,
                    on_well=self.recover, on_report=self._came.emit, on_sure=self.hear_sureness,
                )
                self._addressing.follow(self._ear, self.spoken)
            started = self._ear.start()
        except VoiceError as fault:
            self.fail(fault)
            return False
        if started:
            self._timer.start()
        return started

    def off(self) -> None:
        """Close it."""
        self._late.stop()
        self._held = False
        if self._ear is not None:
            self._ear.stop()
        self._timer.stop()
        self.do(self._floor.reset())
        self._addressing.end()
        self.partial.emit("")
        self.enter("off")

    def give_up(self) -> None:
        """Nothing came of what was said; a server that writes it down may still be at it."""
        if getattr(self._ear, "owes", False):
            self._late.start()
        else:
            self.off()

    def toggle(self) -> None:
        """Open or close."""
        if self.on:
            self.off()
        else:
            self.start()

    def hold(self) -> None:
        """The key goes down: hear until it comes up; nobody has to call her meanwhile."""
        self._late.stop()
        if not self.on and self.start():
            self._held = True
        if self.on:
            self._addressing.press()
            self.changed.emit(self.state)

    def latch(self) -> None:
        """It was a tap: stay open, and where a name is waited for, for some seconds without it."""
        self._held = False
        self._addressing.let_go()

    def release(self) -> None:
        """The key comes up: what was said becomes the turn; a microphone that the key has opened closes then."""
        called = self._addressing.let_go()
        if self._ear is not None and (self._held or called):
            self._ear.finish()
        if self._ear is not None and self._held:
            self._late.start()

    def tick(self) -> None:
        """Let time pass."""
        sounding = self._sounding()
        self._timer.setInterval(QUICK if sounding or self._floor.taken else TICK)
        self._floor.speaking(sounding)
        self._addressing.tick(waiting=self.thinking() or self.state == "loading")
        if self._ear is not None:
            self._ear.tick(self._speaking())
        self.do(self._floor.tick())
        if self.addressed != self._attends:
            self._attends = not self._attends
            self.changed.emit(self.state)

    def do(self, action: Action) -> None:
        """What the floor asks for, and who has it."""
        if action:
            self.acted.emit(action)
        if self._floor.taken != self._taken:
            self._taken = not self._taken
            self.taken.emit(self._taken)

    @property
    def user_speaks(self) -> bool:
        """Whether the user has the floor."""
        return self._taken

    def hear_voice(self, on: bool) -> None:
        """A voice begins or ends; one that speaks to others takes no floor."""
        if self._addressing.voice(on):
            self.mind_voice(on)

    def mind_voice(self, on: bool) -> None:
        """The user's voice begins or ends."""
        self._floor.speaking(self._sounding())
        self.do(self._floor.voice(on))
        self.voice.emit(on)

    def heed(self) -> None:
        """Who is heard turns out to be speaking to her."""
        if self._addressing.heed():
            self.mind_voice(True)

    def wake(self, name: str) -> None:
        """She was called: whatever she is saying, she listens."""
        self.heed()
        self._floor.speaking(self._sounding())
        self.do(self._floor.called())
        self.woken.emit(name)

    def hear_sureness(self, clear: int) -> None:
        """How surely the words that come next are not her own."""
        self._sure = clear

    def hear_partial(self, text: str) -> None:
        """Words so far; what is said over her is shown once it has stopped her."""
        if text:
            self.heed()
            self.do(self._floor.heard(Heard(text, final=False, clear=self._sure))[0])
            text = self._floor.own(text)
        else:
            self._floor.taken_back()
        if self.state in ("listening", "hearing"):
            self.enter("hearing" if text else "listening")
        self.partial.emit(text)

    def hear_level(self, level: float) -> None:
        """How loud it is; a microphone that was silent and is not any more listens again."""
        if self.state == "muted" and level > 0.0:
            self.enter("listening")
        self.level.emit(level)

    def hear_final(self, heard: Heard) -> None:
        """A whole utterance; what of it is a turn is said to her."""
        self.partial.emit("")
        action, turn = self._floor.heard(heard)
        self.do(action)
        if turn is not None:
            self.understood.emit(turn)
            self.said.emit(turn.text)
        if self._held and self._late.isActive():
            self.off()

    def enter(self, state: HearingState) -> None:
        """Tell a new state."""
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def fail(self, fault: VoiceError) -> None:
        """Tell what is wrong; a muted microphone stays open and says so."""
        log.info("fault=%s", fault.kind)
        if fault.kind == "audio-in-muted":
            self.enter("muted")
        elif self._ear is None or self.state == "loading":
            self.enter("off")
        self.failed.emit(fault)

    def recover(self) -> None:
        """All is well again."""
        if self.state == "muted":
            self.enter("listening")
        self.well.emit()

    def close_ear(self) -> None:
        """Let go of microphone and model."""
        self._timer.stop()
        self.do(self._floor.reset())
        self._addressing.end()
        ear, self._ear = self._ear, None
        self._addressing.follow(None)
        if ear is not None:
            ear.close()
        self.enter("off")

    def close(self) -> None:
        """For good."""
        self._late.stop()
        self.close_ear()
