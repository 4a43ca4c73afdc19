"""Her voice in use, as a window uses it, with an ear on it: a tick every 16 ms, and one as soon as a sentence is ready."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from voice.output.loudspeaker import loudspeaker
from voice.output.measure.monitor import Ear
from voice.output.measure.qt_loop import run_until
from voice.ports import Synthesiser
from voice.qt_singletons import hold_singletons
from voice.speaker import Speaker
from voice.speech_handle import SpeechHandle
from voice.utterance import Utterance

TICK_MS: Final = 16
LATE: Final = 30.0
"""Seconds after which nothing is waited for any more."""


@dataclass(slots=True)
class Spoken:
    """A sentence as it was synthesised, and when the speaker told of its beginning and its end."""

    handle: SpeechHandle
    said: Utterance
    started: float
    ended: float = 0.0


@dataclass(slots=True)
class Log:
    """What went on: sentences, the mouth (time, weights, closed), and faults."""

    spoken: list[Spoken] = field(default_factory=list)
    mouth: list[tuple[float, dict[str, float], float]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Session:
    """A speaker on a loudspeaker of this name, in a Qt loop of its own."""

    def __init__(self, synthesiser: Synthesiser, device: str, source: str) -> None:
        from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

        class Ready(QObject):
            """Brings a word from the synthesis thread to this one."""

            came = Signal()

        hold_singletons()
        self._app: Any = QCoreApplication.instance() or QCoreApplication([])
        self.log = Log()
        self._ready = Ready()
        self.speaker = Speaker(
            synthesiser,
            loudspeaker(device, on_fault=self._fault),
            on_started=self._started,
            on_ended=self._ended,
            on_fault=self._fault,
            on_ready=self._ready.came.emit,
        )
        self._ready.came.connect(self.speaker.tick, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._frame)
        self._timer.start(TICK_MS)
        self.ear = Ear(source)

    def run(self, until: Callable[[], bool], seconds: float = LATE) -> bool:
        """Let the loop run until something is so; False when it was not in time."""
        return run_until(self._app, until, seconds)

    def wait(self, seconds: float) -> None:
        """Let the loop run."""
        end = time.monotonic() + seconds
        self.run(lambda: time.monotonic() >= end, seconds + LATE)

    def close(self) -> None:
        """Let go of everything."""
        self._timer.stop()
        self.speaker.close()
        self.ear.close()

    def _frame(self) -> None:
        self.speaker.tick()
        weights, closed = self.speaker.lips()
        if self.speaker.speaking:
            self.log.mouth.append((time.monotonic(), weights, closed))

    def _started(self, handle: SpeechHandle) -> None:
        if handle.utterance is not None:
            self.log.spoken.append(Spoken(handle, handle.utterance, time.monotonic()))

    def _ended(self, handle: SpeechHandle) -> None:
        for spoken in reversed(self.log.spoken):
            if spoken.handle is handle:
                spoken.ended = time.monotonic()
                return

    def _fault(self, fault: Any) -> None:
        self.log.faults.append(fault.kind)
