"""How well the microphone hears, without understanding a word: for the test before there are ears."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal

from voice.devices.level_meter import LevelMeter
from voice.devices.silence import SilenceWatch
from voice.errors import InputFault, VoiceError
from voice.listener import Open, OpenMicrophone, qt_microphone

TICK: Final = 33
QUIET: Final = 0.12
GOOD: Final = 0.45


class MicMeter(QObject):
    """`level` 0..1 while it runs; nothing is kept of the sound.

    `measured` brings a `voice.devices.level_meter.Reading` with it. `failed` tells each fault once, also those of a microphone
    that is held on to and may come back; `well` that the last one is over. Of nothing but zeros `silent` tells too.
    """

    level = Signal(float)
    measured = Signal(object)
    silent = Signal()
    failed = Signal(object)
    well = Signal()

    def __init__(self, parent: QObject | None = None, microphone: Open = qt_microphone) -> None:
        super().__init__(parent)
        self._open: Callable[..., OpenMicrophone] = microphone
        self._microphone: OpenMicrophone | None = None
        self._meter, self._watch = LevelMeter(), SilenceWatch()
        self._device: InputFault | None = None
        self._sound: InputFault | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether the microphone is wanted; it may be away."""
        return self._microphone is not None

    @property
    def fault(self) -> InputFault | None:
        """What is wrong now: with the device, else with its sound."""
        return self._device or self._sound

    def start(self, device: str) -> bool:
        """Open the microphone; False after a fault, which is told."""
        self.stop()
        self._meter, self._watch = LevelMeter(), SilenceWatch()
        self._device = self._sound = None
        try:
            self._microphone = self._open(device, self.hear, self.tell)
        except VoiceError as fault:
            self.failed.emit(fault)
            return False
        self._timer.start()
        return True

    def hear(self, pcm: npt.NDArray[np.int16], rate: int) -> None:
        """Measure a piece."""
        self._meter.feed(pcm, rate)
        begun = self._watch.feed(pcm, rate)
        before, self._sound = self._sound, self._watch.fault
        if begun is not None and self._device is None:
            self.failed.emit(begun)
            if begun.cause == "zeros":
                self.silent.emit()
        elif before is not None and self.fault is None:
            self.well.emit()

    def tell(self, fault: InputFault | None) -> None:
        """The device goes, or is there again."""
        self._device = fault
        if fault is not None:
            self.failed.emit(fault)
        elif self.fault is None:
            self.well.emit()

    def tick(self) -> None:
        """Tell what was measured since the last time."""
        if self._microphone is None:
            return
        self._microphone.check()
        if self._microphone is not None:  # who was told of a fault may have stopped it
            reading = self._meter.read()
            self.level.emit(reading.level)
            self.measured.emit(reading)

    def stop(self) -> None:
        """Close it."""
        self._timer.stop()
        microphone, self._microphone = self._microphone, None
        if microphone is not None:
            microphone.close()
