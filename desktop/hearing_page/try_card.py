"""Try the microphone: how loud you are, and, where there is a speech model, what is understood and when your end is noticed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.conversation.mic_meter import GOOD, QUIET, MicMeter
from desktop.hearing_page.ear_trial import EarTrial
from desktop.hearing_page.level_bar import LevelBar
from desktop.hearing_page.told import call_by, call_of, cause_of, sentences
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.card import Card
from desktop.widgets.mic_button import MicButton
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House
from voice.devices.faults import NamedInputFault
from voice.errors import VoiceError
from voice.ports import Heard

LOUD: Final = 0.97
"""A level above this distorts."""
FALLS: Final = 0.995
"""What remains of the loudest from one look to the next."""
SHOWN: Final = 1.3
"""The bar is full a little before the level is."""
FAST_END, SLOW_END = 0.45, 1.6
"""Seconds below and above which a word is said about patience."""


class TryCard(Card):
    """Press the microphone and speak. Nothing is sent, nothing is kept. `heard` once you were."""

    heard = Signal()

    def __init__(self, house: House, *, words_too: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._house, self._words_too = house, words_too
        self._loudest = 0.0
        self._how = ""
        self.meter = MicMeter(self)
        self.trial = EarTrial(house, self)
        self.mic = MicButton(64, on_stage=False)
        self.title = Paragraph("button", "ink1")
        self.note = Paragraph("caption", "ink2")
        self.ended = Paragraph("caption", "ink2")
        self.bar = LevelBar()
        words().bind(self.bar, self.bar.setAccessibleName, "hearing.try.level")
        self.lay_out()
        self.mic.clicked.connect(self.toggle)
        for source in (self.meter, self.trial):
            source.level.connect(self.show_level)
            source.failed.connect(self.show_fault)
            source.well.connect(lambda: self.show_state("listening"))
        self.meter.silent.connect(self.show_silence)
        self.trial.partial.connect(self.show_partial)
        self.trial.heard.connect(self.show_heard)
        self.trial.state.connect(self.show_state)
        self.trial.woken.connect(self.show_woken)
        words().changed.connect(self.rest)
        self.rest()

    def lay_out(self) -> None:
        """The microphone at the left, its words and stitches beside it."""
        lines = QVBoxLayout()
        lines.setSpacing(5)
        lines.addStretch(1)
        for part in (self.title, self.bar, self.note, self.ended):
            lines.addWidget(part)
        lines.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.mic, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        self.body.setContentsMargins(10, 12, 18, 12)
        self.body.addLayout(row)

    # --- how it stands

    @property
    def running(self) -> bool:
        """Whether the microphone is open."""
        return self.meter.running or self.trial.running

    @property
    def wakes(self) -> bool:
        """Whether a name is to be said first."""
        return self.trial.running and self._house.settings.hearing.mode == "wake"

    def rest(self) -> None:
        """Not listening."""
        self.meter.stop()
        self.trial.stop()
        self.mic.become("off")
        self.bar.rest()
        wake = self._words_too and self._house.settings.hearing.mode == "wake"
        self.tell("rest_wake" if wake else "rest", "rest_note")
        self.ended.hide()

    def tell(self, title: str, note: str, **values: object) -> None:
        """Both lines, by key."""
        call = call_of(self._house.settings)
        self.title.setText(words()(f"hearing.try.{title}", call=call, **values))
        self.note.setText(words()(f"hearing.try.{note}", call=call, **values))

    def toggle(self) -> None:
        """Begin or end."""
        if self.running:
            self.rest()
        else:
            self.begin()

    def begin(self) -> None:
        """Open the microphone: to understand where that is possible, else to hear how loud it is."""
        self._loudest, self._how = 0.0, ""
        self.ended.hide()
        self._house.trial.stop()
        understands = self._words_too and self.trial.can()
        if understands and not self.trial.start():
            return
        if not understands:
            if not self.meter.start(self._house.settings.hearing.device):
                return
            self.show_state("listening")
            if self._words_too:
                self.note.setText(words()("hearing.try.no_words"))

    def again(self) -> None:
        """Another microphone or way to listen was chosen."""
        if self.running:
            self.rest()
            self.begin()
        else:
            self.rest()

    def show_state(self, state: str) -> None:
        """Loading, then listening."""
        if state == "loading":
            self.mic.become("loading")
            self.tell("loading", "rest_note")
        elif state == "listening":
            wakes = self.wakes
            self.mic.become("wake" if wakes else "listening", call_of(self._house.settings))
            self.tell("wake" if wakes else "listening", "wake_note" if wakes else "listening_note")
            announce(self, self.title.text())

    # --- what comes

    def show_level(self, level: float) -> None:
        """Stitches, then words."""
        self.mic.hear(level)
        self.bar.hear(min(1.0, level * SHOWN))
        self._loudest = max(level, self._loudest * FALLS)
        if self._loudest <= QUIET:
            return
        if self.mic.state in ("listening", "muted"):
            self.mic.become("hearing")
            self.title.setText(words()("hearing.try.hear"))
            self.heard.emit()
        how = "loud" if self._loudest > LOUD else "good" if self._loudest > GOOD else "soft"
        if how != self._how and self.mic.state == "hearing":
            self._how = how
            self.note.setText(words()(f"hearing.try.{how}"))

    def show_partial(self, text: str) -> None:
        """What is understood so far."""
        if text:
            self.title.setText(words()("receipt.quote", quote=text))

    def show_woken(self, name: str) -> None:
        """The name was recognised."""
        self.mic.become("hearing")
        self.title.setText(words()("hearing.try.called", call=call_by(self._house.settings, name)))
        self.note.setText(words()("hearing.try.called_plain"))
        announce(self, self.title.text())

    def show_heard(self, heard: Heard) -> None:
        """A whole sentence, and how long its end took to be noticed."""
        if heard.text:
            self.title.setText(words()("receipt.quote", quote=heard.text))
            announce(self, heard.text)
        if heard.ended and heard.decided > heard.ended:
            took = heard.decided - heard.ended
            told = [words()("hearing.try.ended", seconds=f"{took:.1f}")]
            if took < FAST_END or took > SLOW_END:
                told.append(words()("hearing.try.ended_fast" if took < FAST_END else "hearing.try.ended_slow"))
            self.ended.setText(sentences(*told))
            self.ended.show()

    def show_silence(self) -> None:
        """Only zeros come."""
        self.mic.become("muted")
        self.tell("silent", "silent_note")
        announce(self, self.title.text(), urgent=True)

    def show_fault(self, fault: VoiceError) -> None:
        """What is wrong with it, and the next step."""
        still = self.running and isinstance(fault, NamedInputFault)
        if not still:
            self.meter.stop()
            self.trial.stop()
            self.bar.rest()
        self.mic.become("muted" if fault.kind == "audio-in-muted" and still else "lost")
        title, step = cause_of(fault)
        self.title.setText(title)
        self.note.setText(step)
        announce(self, title, urgent=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, the microphone is closed."""
        if self.running:
            self.rest()
