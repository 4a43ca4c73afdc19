"""How loud the microphone is, without understanding a word: for the test before there are ears."""

from __future__ import annotations

import time
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal

from voice.errors import InputFault, VoiceError
from voice.listener import OpenMicrophone, qt_microphone
from voice.recognise.ears import level

TICK: Final = 33
QUIET: Final = 0.12
GOOD: Final = 0.45
SILENT_AFTER: Final = 2.5
"""Seconds of nothing but zeros after which the microphone counts as muted."""


class MicMeter(QObject):
    """`level` 0..1 while it runs; nothing is kept of the sound."""

    level = Signal(float)
    silent = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._microphone: OpenMicrophone | None = None
        self._peak = 0.0
        self._since = 0.0
        self._any = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether the microphone is open."""
        return self._microphone is not None

    def start(self, device: str) -> bool:
        """Open the microphone; False after a fault, which is told."""
        self.stop()
        try:
            self._microphone = qt_microphone(device, self.hear, self.lose)
        except VoiceError as fault:
            self.failed.emit(fault)
            return False
        self._since, self._any = time.monotonic(), False
        self._timer.start()
        return True

    def hear(self, pcm: npt.NDArray[np.int16], rate: int) -> None:
        """Measure a piece."""
        self._peak = max(self._peak, level(pcm))
        self._any = self._any or bool(pcm.any())

    def lose(self, fault: InputFault) -> None:
        """The device has gone."""
        self.stop()
        self.failed.emit(fault)

    def tick(self) -> None:
        """Tell the level since the last time."""
        if self._microphone is None:
            return
        self._microphone.check()
        self.level.emit(self._peak)
        self._peak = 0.0
        if not self._any and time.monotonic() - self._since > SILENT_AFTER:
            self._any = True
            self.silent.emit()

    def stop(self) -> None:
        """Close it."""
        self._timer.stop()
        microphone, self._microphone = self._microphone, None
        if microphone is not None:
            microphone.close()
