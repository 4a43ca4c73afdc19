"""How long vocal cords sounded: what tells a word from a clap, a cough or keys."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.parabola import vertex

RATE: Final = 16000
STEP: Final = RATE // 50
"""Samples that are judged at a time (20 ms), within the last 40 ms."""

WINDOW: Final = 2 * STEP
SIZE: Final = 1024
LOW, HIGH = 130.0, 1000.0
"""Hertz of the harmonics that are looked at: below are thuds and the mains, above the noise of breath."""

SHARE: Final = 0.2
"""Part of a sound's power that must lie there: all but the hiss of a vowel does, nothing of a whistle."""

SHORTEST, LONGEST = RATE // 400, RATE // 62
"""Periods of a voice, in samples: 400 to 62 Hz."""

PERIODIC: Final = 0.6
"""Correlation with itself one period on, from which a sound is periodic (unbiased, as in P. Boersma, 1993, "Accurate
short-term analysis of the fundamental frequency"): vowels have 0.6 to 1 down to 6 dB over noise, noises hardly ever."""


CLEAR: Final = 0.75
"""Correlation that at least one of the sounds must have: a vowel does in its middle, chance and a cough do not."""

EVEN: Final = 0.004
"""Middle half of all periods over the median one, below which they are a machine's: a voice that holds its pitch sways by 1 %."""

ENOUGH: Final = 8
"""Periods from which that can be said."""


class Voicing:
    """Counts voiced sound in 16 kHz mono."""

    def __init__(self) -> None:
        self._periods: list[float] = []
        self._clearest = 0.0
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
        strength, period = self.periodicity(sound)
        if strength > PERIODIC:
            self._periods.append(period)
            self._clearest = max(self._clearest, strength)

    def begin(self) -> None:
        """Count anew."""
        self._periods.clear()
        self._clearest = 0.0

    @property
    def seconds(self) -> float:
        """How long a voice sounded; 0 where no sound was clear, or all had the one pitch of a machine."""
        if self._clearest < CLEAR:
            return 0.0
        if len(self._periods) >= ENOUGH:
            low, middle, high = np.percentile(self._periods, (25, 50, 75))
            if high - low < EVEN * middle:
                return 0.0
        return len(self._periods) * STEP / RATE

    def periodicity(self, sound: npt.NDArray[np.int16]) -> tuple[float, float]:
        """0 of noise to 1 of a steady vowel, in 40 ms of sound; and its period in samples."""
        power = np.abs(np.fft.rfft(sound * self._hann, SIZE)) ** 2
        own = np.fft.irfft(power * self._band)
        if own[0] < max(1.0, SHARE * float(power.mean())):
            return 0.0, 0.0
        likeness = own[SHORTEST : LONGEST + 1] / (own[0] * self._own)
        best = int(np.argmax(likeness))
        return float(likeness[best]), SHORTEST + best + vertex(likeness, best)
