"""The linear part of an echo taken out: a Kalman filter in the frequency domain.

It believes each bin's way from loudspeaker to microphone as far as what else is heard lets it, so that a user who speaks over
her neither spoils what was learnt nor is taken away. After Enzner and Vary, "Frequency-domain adaptive Kalman filter for
acoustic echo control in hands-free telephones" (Signal Processing 86, 2006), in partitions of 10 ms.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.echo.crystals import Crystals

Pcm = npt.NDArray[np.int16]

FRAME: Final = 160
PARTS: Final = 48
"""Partitions of 10 ms: devices that are 0.25 s late, and a room that rings for a while."""

STAYS: Final = 0.999
"""How much of the way is the same one frame later."""

MOVED: Final = 1.0
"""Part of the way (its power) that may be another one after a long silence."""

LIKELY: Final = 2.0
"""Powers of ten by which the end of the way is thought to be weaker than its beginning, before anything was heard."""

KEPT: Final = 0.7
"""Share of what else is heard, per bin, that is carried over from frame to frame."""

QUIET: Final = 100.0
"""Power per bin of a microphone's own noise, at least."""

SURE: Final = 1e-8
"""Uncertainty that is always left: ways change."""


class LinearFilter:
    """Whole frames of what is played and what is heard in, the latter without the former's echo out. 0.2 ms a frame.

    `crystals` tell how the echo slips, for whoever pairs the frames.
    """

    def __init__(self) -> None:
        bins = FRAME + 1
        self._way = np.zeros((PARTS, bins), np.complex64)
        fall = (10 ** (-LIKELY * np.arange(PARTS) / PARTS)).astype(np.float32)
        self._doubt = np.repeat(fall[:, None], bins, axis=1)
        self._played = np.zeros((PARTS, bins), np.complex64)
        self._before = np.zeros(FRAME, np.float32)
        self._else = np.full(bins, 1e4, np.float32)
        self._silent = PARTS
        self.crystals = Crystals(FRAME)

    def feed(self, far: Pcm, near: Pcm) -> Pcm:
        """16 kHz mono, as many samples of both, whole frames."""
        out = np.empty_like(near)
        for begin in range(0, len(near), FRAME):
            frame = slice(begin, begin + FRAME)
            out[frame] = self._one(far[frame], near[frame])
        return out

    def _one(self, far: Pcm, near: Pcm) -> Pcm:
        if far.any():
            self._doubt_more(self._silent - PARTS)
            self._silent = 0
        else:
            self._silent += 1
        if self._silent > PARTS:
            return near
        now = far.astype(np.float32)
        self._played[1:] = self._played[:-1]
        self._played[0] = np.fft.rfft(np.concatenate((self._before, now)))
        self._before = now
        echo = np.fft.irfft((self._way * self._played).sum(axis=0))[FRAME:]
        left = (near - echo).astype(np.float32)
        self.crystals.look(np.fft.rfft(echo), np.fft.rfft(near))
        self._adapt(np.fft.rfft(np.concatenate((np.zeros(FRAME, np.float32), left))).astype(np.complex64))
        out: Pcm = np.clip(np.rint(left), -32768, 32767).astype(np.int16)
        return out

    def _doubt_more(self, frames: int) -> None:
        """Ways change while nothing is heard of them, too."""
        if frames > 0:
            self._doubt += min(MOVED, frames * (1 - STAYS**2)) * (self._way.real**2 + self._way.imag**2)

    def _adapt(self, left: npt.NDArray[np.complex64]) -> None:
        power = self._played.real**2 + self._played.imag**2
        self._else += (1 - KEPT) * (left.real**2 + left.imag**2 - self._else)
        gain = self._doubt / (0.5 * (power * self._doubt).sum(axis=0) + self._else + QUIET)
        step = np.fft.irfft(gain * np.conj(self._played) * left, axis=1)
        step[:, FRAME:] = 0.0  # what lies beyond a partition is the next one's
        self._way += np.fft.rfft(step, axis=1).astype(np.complex64)
        self._doubt *= STAYS**2 * (1 - 0.5 * gain * power)
        self._doubt += (1 - STAYS**2) * (self._way.real**2 + self._way.imag**2)
        np.maximum(self._doubt, SURE, out=self._doubt)
