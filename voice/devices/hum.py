"""Whether a sound is nothing but the mains."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

MAINS: Final = (50.0, 60.0)
HIGHEST: Final = 1000.0
"""Hertz: of the harmonics that are looked at."""

WIDE: Final = 3.0
"""Hertz around each: half the width of a Hann window's peak over one second, and the mains' own wander."""

SHARE: Final = 0.95
"""Of all energy. Speech has no such comb at 50 or 60 Hz for a second: its pitch moves."""


def only_hum(second: npt.NDArray[np.int16], rate: int) -> bool:
    """Of one second of sound."""
    samples = second.astype(np.float64)
    samples -= samples.mean()
    energy = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    whole = float(energy.sum())
    if whole <= 0:
        return False
    hertz = np.arange(len(energy)) * rate / len(samples)
    for mains in MAINS:
        nearest = np.round(hertz / mains)
        comb = (np.abs(hertz - nearest * mains) <= WIDE) & (nearest >= 1) & (hertz <= HIGHEST + WIDE)
        if float(energy[comb].sum()) > SHARE * whole:
            return True
    return False
