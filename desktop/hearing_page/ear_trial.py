"""An ear of its own to try listening with: nothing it hears is said to her or kept."""

from __future__ import annotations

from typing import Any, Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.settings import Settings
from desktop.theme.words import words
from desktop.window.house import House
from voice.errors import VoiceError

TICK: Final = 33


class EarTrial(QObject):
    """Listens as the settings have it, but to its end of a sentence by itself, also where a key would be held.

    `state` tells ``loading``, ``listening`` and ``off``; the microphone of the talk is closed meanwhile.
    """

    level = Signal(float)
    partial = Signal(str)
    heard = Signal(object)
    state = Signal(str)
    woken = Signal(str)
    failed = Signal(object)
    well = Signal()

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._ear: Any = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        house.ends.append(self.end)

    @property
    def running(self) -> bool:
        """Whether it listens."""
        return self._ear is not None

    def settings(self) -> Settings:
        """Those of the talk, for an open microphone where a key is held there."""
        made = self._house.settings.model_copy(deep=True)
        if made.hearing.mode == "push":
            made.hearing.mode = "open"
        return made

    def can(self) -> bool:
        """Whether there is anything to understand with."""
        return self._house.makers.ear(self._house.folder, self.settings(), words().lang) is not None

    def start(self) -> bool:
        """Open the microphone; False without a model, or after a fault, which is told."""
        self.stop()
        make = self._house.makers.ear(self._house.folder, self.settings(), words().lang)
        if make is None:
            return False
        self._house.hearing.off()
        try:
            self._ear = make(
                on_partial=self.partial.emit, on_final=self.heard.emit, on_level=self.level.emit, on_state=self.state.emit,
                on_wake=self.woken.emit, on_fault=self.fail, on_well=self.well.emit,
            )
            started = bool(self._ear.start())
        except VoiceError as fault:
            self.fail(fault)
            return False
        if started:
            self._timer.start()
        else:
            self.stop()
        return started

    def tick(self) -> None:
        """Let time pass."""
        if self._ear is not None:
            self._ear.tick(self._house.speech.speaking)

    def end(self) -> None:
        """The house closes; the page may have gone before."""
        if shiboken6.isValid(self):
            self.stop()

    def fail(self, fault: VoiceError) -> None:
        """What is wrong."""
        self.failed.emit(fault)

    def stop(self) -> None:
        """Close it."""
        self._timer.stop()
        ear, self._ear = self._ear, None
        if ear is not None:
            ear.close()
