"""Sounds of any rate as one run of bytes at a device's rate, made piece by piece as the device takes them."""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.resample import Resampler

Pcm = npt.NDArray[np.int16]

PIECE: Final = 0.5
"""Seconds that are made at a time: a long sentence at another rate must not hold up the window."""


class Feed:
    """Sound in, the bytes of a stream of `channels` at `rate` out, sample on sample."""

    def __init__(self, rate: int, channels: int = 1) -> None:
        self.rate, self.channels = rate, channels
        self._sounds: deque[_Sound] = deque()
        self._left = b""
        self._frames = 0

    @property
    def seconds(self) -> float:
        """How long all that was added sounds."""
        return self._frames / self.rate

    @property
    def dry(self) -> bool:
        """Whether all was taken."""
        return not self._left and not self._sounds

    def add(self, pcm: Pcm, rate: int) -> None:
        """Append a sound."""
        sound = _Sound(pcm, rate, self.rate)
        self._frames += sound.frames
        if sound.frames:
            self._sounds.append(sound)

    def take(self, size: int) -> bytes:
        """The next bytes, at most `size`, whole frames; less where one piece holds less."""
        if not self._left and self._sounds:
            piece = self._sounds[0].next()
            if not self._sounds[0].frames:
                self._sounds.popleft()
            self._left = np.repeat(piece, self.channels).tobytes() if self.channels > 1 else piece.tobytes()
        size -= size % (2 * self.channels)
        taken, self._left = self._left[:size], self._left[size:]
        return taken

    def back(self, data: bytes) -> None:
        """The device did not take this after all."""
        self._left = data + self._left


class _Sound:
    """One sound on its way; `frames` of it are yet to come."""

    def __init__(self, pcm: Pcm, rate: int, wanted: int) -> None:
        self._pcm, self._rate, self._at = pcm, rate, 0
        self._resampler = Resampler(rate, wanted) if rate != wanted else None
        self.frames = -(-len(pcm) * wanted // rate)

    def next(self) -> Pcm:
        piece = self._pcm[self._at : self._at + int(PIECE * self._rate)]
        self._at += len(piece)
        if self._resampler is not None:
            last = self._at >= len(self._pcm)
            if last:
                piece = np.concatenate((piece, np.zeros(self._resampler.lag, np.int16)))
            piece = self._resampler.feed(piece)[: self.frames]
            if last and len(piece) < self.frames:
                piece = np.concatenate((piece, np.zeros(self.frames - len(piece), np.int16)))
        self.frames -= len(piece)
        return piece
