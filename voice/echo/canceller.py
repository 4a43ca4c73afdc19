"""Echo cancellation by WebRTC's audio processing: her voice is subtracted, the user's stays."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.echo.reference import Reference
from voice.echo.sample_clock import SampleClock
from voice.echo.suppressor import Near

Pcm = npt.NDArray[np.int16]

RATE: Final = 16000
FRAME: Final = 160
"""Samples of the 10 ms that the module takes at a time."""

LEAD: Final = 0.04
"""Seconds by which the far end is fed early: should the devices tell their times wrong, it must not come after its echo."""


class Canceller:
    """`voice.echo.suppressor.Suppressor` over `module`, WebRTC's audio processing for 16 kHz mono; see `webrtc_module`."""

    cancelling = True

    def __init__(self, reference: Reference, module: Any) -> None:
        self._reference, self._module = reference, module
        self._clock = SampleClock()
        self._left: Pcm = np.zeros(0, np.int16)

    def clean(self, pcm: Pcm, at: float) -> Near:
        """See `Suppressor`."""
        tick = self._clock.tick(len(pcm), at) - len(self._left)
        sound = np.concatenate((self._left, pcm)) if len(self._left) else pcm
        whole = len(sound) // FRAME * FRAME
        out = sound[:whole].copy()
        for begin in range(0, whole, FRAME):
            far = self._reference.samples(tick + begin + round(LEAD * RATE), FRAME)
            self._module.reverse(far)
            out[begin : begin + FRAME] = self._module.process(out[begin : begin + FRAME])
        self._left = sound[whole:]
        return Near(out, False)

    def reset(self) -> None:
        """See `Suppressor`."""
        self._clock.reset()
        self._left = np.zeros(0, np.int16)
