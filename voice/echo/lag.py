"""How late her voice comes back, and whether it comes back at all: by the rise and fall of both sounds."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.activity.bands import COUNT

Levels = npt.NDArray[np.float32]

REMEMBERED: Final = 600
"""Frames of 10 ms that are compared."""

LONGEST: Final = 60
"""Frames by which an echo may be late: the devices' own buffers and the way through the room."""

SIZE: Final = 1024
EVERY: Final = 50
"""Frames between two looks."""

ACTIVE: Final = 200
"""Frames of her voice among those remembered without which nothing can be said."""

FOUND: Final = 0.32
"""Correlation from which on what is heard follows what is played; speech beside speech has 0.1 to 0.2."""

KEPT: Final = 0.6
"""Share of the older looks in each new one."""

DEEP: Final = 30.0
"""dB below its loudest in which her voice is compared: what lies deeper is lost in noise."""


class Lag:
    """Levels of the far end and of the microphone, frame by frame, in dB per band; `frames` is what they tell."""

    def __init__(self) -> None:
        self._far = np.zeros((REMEMBERED, COUNT), np.float32)
        self._near = np.zeros((REMEMBERED, COUNT), np.float32)
        self._seen = self._looked = 0
        self._curve = np.zeros(LONGEST, np.float32)
        self._looks = 0
        self.frames: int | None = None
        """By how many frames the echo is late; None as long as none was found."""
        self.heard_nothing = 0
        """Looks in a row, with her voice in each, in which no echo was found."""

    def feed(self, far: Levels, near: Levels) -> None:
        """One row of each for every frame."""
        for begin in range(0, len(far), REMEMBERED):
            rows = slice(begin, begin + REMEMBERED)
            places = (self._seen + np.arange(len(far[rows]))) % REMEMBERED
            self._far[places], self._near[places] = far[rows], near[rows]
            self._seen += len(places)
        if self._seen - self._looked >= EVERY:
            self._looked = self._seen
            self._look()

    def _look(self) -> None:
        order = (self._seen + np.arange(REMEMBERED)) % REMEMBERED
        far, near = self._far[order], self._near[order]
        top = far.max(axis=0)
        if top.max() <= DEEP or int((far.max(axis=1) > top.max() - DEEP).sum()) < ACTIVE:
            return
        curve = correlations(np.maximum(far, top - DEEP), np.maximum(near, np.percentile(near, 10, axis=0)))
        self._looks += 1
        share = max(1 / self._looks, 1 - KEPT)
        self._curve += share * (curve - self._curve)
        best = int(self._curve.argmax())
        if self._curve[best] > FOUND:
            self.frames, self.heard_nothing = best, 0
        else:
            self.heard_nothing += 1


def correlations(far: Levels, near: Levels) -> Levels:
    """How alike `near` is to `far` earlier by 0 .. `LONGEST` - 1 frames: -1 to 1, all bands together."""
    one, other = far - far.mean(axis=0), near - near.mean(axis=0)
    whole = 2 * SIZE
    spectra = np.conj(np.fft.rfft(one, whole, axis=0)) * np.fft.rfft(other, whole, axis=0)
    sums = np.fft.irfft(spectra.sum(axis=1), whole)[:LONGEST]
    scale = np.sqrt(float((one**2).sum()) * float((other**2).sum()))
    curve: Levels = (sums / max(scale, 1e-6)).astype(np.float32)
    return curve
