"""Two soft notes through a loudspeaker, to find out whether it is the right one."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal

from voice.devices.listing import output_fault
from voice.errors import OutputFault
from voice.ports import AudioOut, Sound

RATE: Final = 24_000
NOTES: Final = (392.0, 523.25)
"""Hertz: a fourth upwards, g' and c''."""
SECONDS: Final = 0.45
SOFT: Final = 0.25
"""Of full scale: nobody shall be startled."""
FADE: Final = 0.06
TICK: Final = 25

OpenOut = Callable[[str, Callable[[OutputFault], None]], AudioOut]


@lru_cache(maxsize=1)
def tone() -> npt.NDArray[np.int16]:
    """Mono samples at `RATE`, each note faded in and out so that nothing clicks."""
    at = np.arange(int(RATE * SECONDS)) / RATE
    fade = np.clip(np.minimum(at, SECONDS - at) / FADE, 0.0, 1.0)
    notes = [np.sin(2 * np.pi * hertz * at) * np.sin(fade * np.pi / 2) ** 2 for hertz in NOTES]
    return np.asarray(np.round(np.concatenate(notes) * SOFT * 32767), np.int16)


class Tone(QObject):
    """`changed` when it begins and ends; `fault` tells why it was not heard."""

    changed = Signal()

    def __init__(self, open_out: OpenOut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_out = open_out
        self._out: AudioOut | None = None
        self._device = ""
        self.fault: OutputFault | None = None
        self.heard = False
        """Whether it came to its end through a loudspeaker."""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)

    @property
    def playing(self) -> bool:
        """Whether it sounds."""
        return self._out is not None

    def play(self, device: str) -> None:
        """Through the device of this id, the system's own where empty; from the beginning."""
        self.stop()
        self.fault, self.heard, self._device = None, False, device
        self._out = self._open_out(device, self.take_fault)
        self._out.add(Sound(tone(), RATE, lambda: None, self.end))
        self._timer.start()
        self.changed.emit()

    def tick(self) -> None:
        """Let time pass: the end is told from within."""
        if self._out is not None:
            self._out.played()

    def take_fault(self, fault: OutputFault) -> None:
        """It cannot be heard."""
        self.fault = fault

    def end(self) -> None:
        """It was played; a loudspeaker that is muted in the system plays too, and nobody hears it."""
        self.fault = self.fault or output_fault(self._device)
        self.heard = self.fault is None
        # The output is in the midst of telling it: it is closed afterwards.
        QTimer.singleShot(0, self, self.stop)

    def stop(self) -> None:
        """Silence."""
        self._timer.stop()
        out, self._out = self._out, None
        if out is not None:
            out.close()
            self.changed.emit()
