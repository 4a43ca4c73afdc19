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


SETTLED: Final = 1.2 * RATE
"""Samples after which the clock is believed to have said where the stream began."""

LOST: Final = 96
"""Samples (6 ms) by which both may be off before they are laid side by side anew."""

TAPS: Final = 16
"""Samples on each side between which a sound between two samples is drawn."""


class Frames:
    """Pairs the two by the clock, sample by sample. `still`: she has been silent for long, and there is nothing to suppress.

    `faster`: by how many parts the microphone's crystal is faster; the far end is read as much more slowly.
    """

    def __init__(self, reference: Reference) -> None:
        self._reference, self._clock = reference, SampleClock()
        self._left: Pcm = np.zeros(0, np.int16)
        self._silent = STILL
        self._place: float | None = None
        self._fed = 0
        self.faster = 0.0

    @property
    def moved(self) -> int:
        """How often the far end turned out to be elsewhere than it was read; see `Reference.moved`."""
        return self._reference.moved

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
        far = self._far(tick + LEAD, whole)
        self._silent = 0 if far.any() else self._silent + whole
        return sound[:whole], far

    def reset(self) -> None:
        """The microphone is another one, or was closed."""
        self._clock.reset()
        self._left = np.zeros(0, np.int16)
        self._place, self._fed = None, 0

    def _far(self, tick: int, count: int) -> Pcm:
        """`count` samples from about `tick` on, that go on from the last ones at the microphone's pace."""
        self._fed += count
        if self._place is None or self._fed < SETTLED or abs(self._place - tick) > LOST:
            self._place = float(tick)
        if self.faster == 0.0 and self._place == tick:
            self._place += count
            return self._reference.samples(tick, count)
        first = int(self._place) - 1
        sound = self._reference.samples(first - TAPS + 1, count + 2 * TAPS + 2)
        out = np.empty(count, np.int16)
        for begin in range(0, count, FRAME):
            at = self._place - first + 0.5 * FRAME * (1 - self.faster) - 0.5 * FRAME
            whole = int(np.floor(at))
            piece = sound[whole : whole + FRAME + 2 * TAPS - 1]
            out[begin : begin + FRAME] = np.clip(np.rint(np.convolve(piece, between(at - whole), "valid")), -32768, 32767)
            self._place += FRAME * (1 - self.faster)
        return out


def between(share: float) -> npt.NDArray[np.float64]:
    """What draws the sound at `share` of the way from one sample to the next: a sine over its argument, under a Hann window."""
    at = np.arange(TAPS, -TAPS, -1) - share
    return np.asarray(np.sinc(at) * np.cos(np.pi * at / (2 * TAPS)) ** 2)
