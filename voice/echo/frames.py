"""The microphone's sound in frames of 10 ms, each beside what is played at the time."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.echo.reference import Reference
from voice.echo.sample_clock import SampleClock

Pcm = npt.NDArray[np.int16]

RATE: Final = 16000
FRAME: Final = 160

LEAD: Final = 640
"""Samples (40 ms) by which the far end is early: should the devices tell their times wrong, it must not come after its echo."""

STILL: Final = 3 * RATE
"""Samples without any sound of hers after which none of it can be in the room, nor in a loudspeaker that is late."""


class Frames:
    """Pairs the two by the clock, sample by sample. `still`: she has been silent for long, and there is nothing to suppress."""

    def __init__(self, reference: Reference) -> None:
        self._reference, self._clock = reference, SampleClock()
        self._left: Pcm = np.zeros(0, np.int16)
        self._silent = STILL

    @property
    def still(self) -> bool:
        """As said."""
        return self._silent >= STILL

    def feed(self, pcm: Pcm, at: float) -> tuple[Pcm, Pcm]:
        """The microphone's next piece, which came at `at`: whole frames of it, and as many samples of what is played."""
        tick = self._clock.tick(len(pcm), at) - len(self._left)
        sound = np.concatenate((self._left, pcm)) if len(self._left) else pcm
        whole = len(sound) // FRAME * FRAME
        self._left = sound[whole:].copy()
        far = self._reference.samples(tick + LEAD, whole)
        self._silent = 0 if far.any() else self._silent + whole
        return sound[:whole], far

    def reset(self) -> None:
        """The microphone is another one, or was closed."""
        self._clock.reset()
        self._left = np.zeros(0, np.int16)
