"""How much faster the microphone's crystal runs than the loudspeaker's, heard in how an echo slips against what is expected."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Spectrum = npt.NDArray[np.complexfloating]

RATE: Final = 16000
LOW, HIGH = 300.0, 4000.0
"""Hertz of the echo that is looked at: below a slip is not seen, above it may be of half a wave."""

KEPT: Final = 0.94
"""Share of what was seen so far at each further frame of 10 ms."""

GAIN: Final = 1e-6
"""By how much the crystals' difference is corrected at each frame, for every sample the echo has slipped."""

WAIT: Final = 150
"""Frames with her voice in them before the first correction: a filter that begins to learn slips by itself."""

SOON, STEADY = 600, 0.1
"""Frames after which the gain falls with each further one, and what is left of it at last: crystals stay as they are, and a user
who speaks over her must not move what is known of them."""

QUIET: Final = 1e6
"""Power so weak that nothing is to be learnt from it."""

MOST: Final = 2e-4
"""Two crystals differ by less."""


class Crystals:
    """Look by look at an echo and at what a filter that lags behind expects of it.

    Where the microphone is faster its echo comes later and later, and a filter that learns is always a little behind: that slip
    is the angle between both, the steeper the higher the tone. `difference` (parts of one) is brought to where nothing slips.
    """

    def __init__(self, size: int) -> None:
        hertz = np.fft.rfftfreq(size, 1 / RATE)
        self._turn = np.where((hertz >= LOW) & (hertz <= HIGH), 2 * np.pi * hertz / RATE, 0.0)
        self._slipped = self._power = 0.0
        self._looks = self._waits = 0
        self.difference = 0.0

    def doubt(self) -> None:
        """The microphone may be another one."""
        self._slipped = self._power = 0.0
        self._looks = 0

    def wait(self, frames: int) -> None:
        """The far end was laid anew: what slips in the next frames is no crystal."""
        self._waits = frames

    def look(self, expected: Spectrum, heard: Spectrum) -> None:
        """The spectra of one frame. The slip in samples is the least squares' one for angles that are small."""
        if self._waits:
            self._waits -= 1
            return
        self._looks += 1
        turned = np.conj(expected) * heard
        self._slipped = KEPT * self._slipped - float((self._turn * turned.imag).sum())
        self._power = KEPT * self._power + float((self._turn**2 * np.maximum(np.abs(turned), np.abs(expected) ** 2)).sum())
        if self._looks > WAIT:
            gain = GAIN * min(1.0, max(STEADY, SOON / self._looks))
            self.difference += gain * self._slipped / (self._power + QUIET)
            self.difference = float(np.clip(self.difference, -MOST, MOST))
