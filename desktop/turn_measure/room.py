"""A room in which a voice speaks to her: her whole house without its window, the cable, and an ear at each end of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from desktop.settings import Settings
from desktop.window.house import House
from mind.languages import Lang
from voice.output.measure.cable import SoundCable
from voice.output.measure.monitor import Ear
from voice.output.measure.qt_loop import run_until
from voice.speech_handle import SpeechHandle

FRAME: Final = 33
"""Milliseconds between two pictures of her while she speaks."""

REST: Final = 0.8
"""Seconds of quiet before each measurement."""

READY: Final = 30.0
"""Seconds that a speech model may take to load."""


class Room:
    """`user` is the voice that speaks to her, `house` she; all runs in the Qt loop of `run`."""

    def __init__(self, cable: SoundCable, folder: Path, settings: Settings, lang: Lang) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from desktop.window.opening import build_house
        from voice.engines import open_engine
        from voice.output.loudspeaker import loudspeaker
        from voice.qt_singletons import hold_singletons
        from voice.speaker import Speaker

        hold_singletons()
        self._app: Any = QApplication.instance() or QApplication([])
        self.faults: list[str] = []
        self.lang: Lang = lang
        self.room_ear = Ear(f"{cable.feed}.monitor")
        self.her_ear = Ear(f"{cable.loudspeaker}.monitor")
        self.user = Speaker(open_engine("espeak"), loudspeaker(cable.feed, on_fault=self.fault))
        settings.audio.output, settings.hearing.device = cable.loudspeaker, cable.microphone
        self.house: House = build_house(folder, settings, lang)
        self.house.hearing.failed.connect(self.fault)
        self.house.speech.failed.connect(self.fault)
        self.house.conversation.fault_shown.connect(lambda fault, _: self.fault(fault))
        self.house.hearing.said.connect(lambda text: self.house.conversation.say(text, "voice"))
        self._lips = self.house.watch.seeing(self.house.speech.lips)
        self._frames = QTimer()
        self._frames.setTimerType(self._frames.timerType().PreciseTimer)
        self._frames.timeout.connect(self._frame)
        self._frames.start(FRAME)
        self._user_ticks = QTimer()
        self._user_ticks.timeout.connect(self.user.tick)
        self._user_ticks.start(FRAME // 2)

    def listen(self) -> bool:
        """Open the microphone; whether she hears within `READY` seconds."""
        hearing = self.house.hearing
        return hearing.start() and self.run(lambda: hearing.state not in ("loading", "off"), READY)

    def say(self, text: str) -> SpeechHandle:
        """The user says it."""
        return self.user.say(text, self.lang)

    @property
    def quiet(self) -> bool:
        """Whether nobody says or thinks anything."""
        return not (self.user.busy or self.house.conversation.busy or self.house.speech.busy)

    def settle(self) -> None:
        """Wait until nobody has said, thought or begun to understand anything for a moment."""
        quiet_since = [time.monotonic()]

        def settled() -> bool:
            if not self.quiet or self.house.hearing.user_speaks:
                quiet_since[0] = time.monotonic()
            return time.monotonic() - quiet_since[0] > REST

        self.run(settled, 4 * READY)

    def run(self, until: Callable[[], bool], seconds: float) -> bool:
        """Let the loop run until something is so; False when it was not in time."""
        return run_until(self._app, until, seconds)

    def wait(self, seconds: float) -> None:
        """Let the loop run."""
        end = time.monotonic() + seconds
        self.run(lambda: time.monotonic() >= end, seconds + READY)

    def fault(self, fault: Any) -> None:
        """Note what went wrong; a cable is silent before anybody speaks, and that is no fault of it."""
        kind = str(getattr(fault, "kind", "bug"))
        if kind not in ("audio-in-muted", *self.faults):
            self.faults.append(kind)

    def close(self) -> None:
        """Let go of everything."""
        from desktop.window.opening import close_house

        self._frames.stop()
        self._user_ticks.stop()
        self.user.close()
        close_house(self.house)
        self.room_ear.close()
        self.her_ear.close()

    def _frame(self) -> None:
        """What a picture of her would show now."""
        self._lips(FRAME / 1000)
        self.house.watch.framed()
