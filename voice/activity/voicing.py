"""How long vocal cords sounded: what tells a word from a clap, a cough or keys."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

RATE: Final = 16000
STEP: Final = RATE // 50
"""Samples that are judged at a time (20 ms), within the last 40 ms."""

WINDOW: Final = 2 * STEP
SIZE: Final = 1024
LOW, HIGH = 130.0, 1000.0
"""Hertz of the harmonics that are looked at: below are thuds and the mains, above the noise of breath."""

SHORTEST, LONGEST = RATE // 400, RATE // 62
"""Periods of a voice, in samples: 400 to 62 Hz."""

PERIODIC: Final = 0.6
"""Correlation with itself one period on, from which a sound is periodic (unbiased, as in P. Boersma, 1993, "Accurate
short-term analysis of the fundamental frequency"): vowels have 0.6 to 1 down to 6 dB over noise, noises hardly ever."""


class Voicing:
    """Counts `seconds` of voiced sound in 16 kHz mono."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._before: npt.NDArray[np.int16] = np.zeros(STEP, np.int16)
        self._hann = np.hanning(WINDOW)
        own = np.fft.irfft(np.abs(np.fft.rfft(self._hann, SIZE)) ** 2)
        self._own = own[SHORTEST : LONGEST + 1] / own[0]
        hertz = np.fft.rfftfreq(SIZE, 1 / RATE)
        self._band = (hertz >= LOW) & (hertz <= HIGH)

    def feed(self, step: npt.NDArray[np.int16]) -> None:
        """The next 320 samples."""
        sound = np.concatenate((self._before, step))
        self._before = step
        if self.periodicity(sound) > PERIODIC:
            self.seconds += STEP / RATE

    def begin(self) -> None:
        """Count anew."""
        self.seconds = 0.0

    def periodicity(self, sound: npt.NDArray[np.int16]) -> float:
        """0 of noise to 1 of a steady vowel, in 40 ms of sound."""
        power = np.abs(np.fft.rfft(sound * self._hann, SIZE)) ** 2 * self._band
        own = np.fft.irfft(power)
        if own[0] < 1.0:
            return 0.0
        return float(np.max(own[SHORTEST : LONGEST + 1] / (own[0] * self._own)))
