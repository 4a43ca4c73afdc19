"""The loudness of sound in nine bands, frame by frame."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

RATE: Final = 16000
FRAME: Final = 160
"""Samples of a frame: 10 ms."""

WINDOW: Final = 2 * FRAME
HERTZ: Final = (100, 300, 500, 800, 1200, 1700, 2400, 3400, 5000, 7000)
"""Edges of the bands: about as wide as the ear's, two of them."""

EDGES: Final = tuple(hertz * WINDOW // RATE for hertz in HERTZ)
COUNT: Final = len(HERTZ) - 1
QUIETEST: Final = 6.0
"""dB over one unit of int16, below which all is silence: the last bits of a converter are no noise of a room."""

Decibels = npt.NDArray[np.float32]


class Bands:
    """A stream of 16 kHz int16 in whole frames to dB over one unit of int16, one row of bands a frame.

    A frame's row is of the 20 ms that end with it, under a Hann window.
    """

    def __init__(self) -> None:
        self._before = np.zeros(FRAME, np.float32)
        self._hann = np.hanning(WINDOW).astype(np.float32)
        self._scale = 1.0 / (WINDOW * float(np.sum(self._hann**2)))

    def feed(self, pcm: npt.NDArray[np.int16]) -> Decibels:
        """`pcm` is n whole frames; n rows come back."""
        frames = np.concatenate((self._before, pcm), dtype=np.float32, casting="unsafe").reshape(-1, FRAME)
        self._before = frames[-1]
        windows = np.concatenate((frames[:-1], frames[1:]), axis=1) * self._hann
        spectrum = np.fft.rfft(windows, axis=1)
        power = spectrum.real**2 + spectrum.imag**2
        sums = np.add.reduceat(power[:, : EDGES[-1]], EDGES[:-1], axis=1) * (2.0 * self._scale)
        rows: Decibels = np.maximum(10.0 * np.log10(sums + 1e-3), QUIETEST).astype(np.float32)
        return rows
