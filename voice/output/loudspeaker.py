"""The loudspeaker while there is one, silence with a clock while there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from voice.errors import OutputFault
from voice.output.qt_out import QtOut
from voice.output.silent import SilentOut
from voice.ports import AudioOut

Open = Callable[[Callable[[OutputFault, float], None]], AudioOut]
"""Opens the real output; is given what to call when the device goes while it plays."""


class Loudspeaker:
    """`voice.ports.AudioOut` that never fails: without a device the sentence goes on in silence from where it was.

    `on_fault` hears of it once per outage, `on_back` when sound is there again. Each new sentence tries the device again.
    """

    def __init__(
        self,
        open_real: Open,
        on_fault: Callable[[OutputFault], None] = lambda fault: None,
        on_back: Callable[[], None] = lambda: None,
        silent: SilentOut | None = None,
    ) -> None:
        self._open, self._on_fault, self._on_back = open_real, on_fault, on_back
        self._silent = silent or SilentOut()
        self._real: AudioOut | None = None
        self._now: AudioOut = self._silent
        self._volume = 1.0
        self._out_of_order = False
        self._current: tuple[npt.NDArray[np.int16], int, Callable[[], None]] | None = None

    @property
    def sounding(self) -> bool:
        """Whether sound comes out, as far as we know."""
        return not self._out_of_order

    def start(self, pcm: npt.NDArray[np.int16], rate: int, ended: Callable[[], None]) -> None:
        """Play, or let the time of it pass."""
        self._current = (pcm, rate, ended)
        try:
            if self._real is None:
                self._real = self._open(self._lost)
                self._real.volume(self._volume)
            self._real.start(pcm, rate, ended)
        except OutputFault as fault:
            self._to_silence(fault, 0.0)
            return
        self._now = self._real
        if self._out_of_order:
            self._out_of_order = False
            self._on_back()

    def played(self) -> float:
        """Seconds of the current sentence that are over."""
        return self._now.played()

    def stop(self) -> None:
        """Silence at once."""
        self._current = None
        self._now.stop()

    def volume(self, factor: float) -> None:
        """Loudness from 0 to 1."""
        self._volume = factor
        if self._real is not None:
            self._real.volume(factor)

    def close(self) -> None:
        """Let go of the device."""
        self.stop()
        if self._real is not None:
            self._real.close()
            self._real = None

    def _lost(self, fault: OutputFault, at: float) -> None:
        self._to_silence(fault, at)

    def _to_silence(self, fault: OutputFault, at: float) -> None:
        gone, self._real = self._real, None
        if gone is not None:
            gone.close()
        self._now = self._silent
        if self._current is not None:
            pcm, rate, ended = self._current
            self._silent.start(pcm, rate, ended, already=at)
        if not self._out_of_order:
            self._out_of_order = True
            self._on_fault(fault)


def loudspeaker(device: str = "", **callbacks: Any) -> Loudspeaker:
    """The system's loudspeaker with this id or name (empty: the default one); see `Loudspeaker` for the callbacks."""
    return Loudspeaker(lambda lost: QtOut(device, lost), **callbacks)
