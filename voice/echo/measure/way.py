"""Her voice on its way through a made room while its loudness changes: what comes back, piece by piece."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.echo.measure.rooms import RATE, Room, bent, impulse, without_bass

Pcm = npt.NDArray[np.int16]
Samples = npt.NDArray[np.float64]

BLOCK: Final = 640
"""Samples that go through the room at once."""

RAMP: Final = 640
"""Samples over which a loudness changes, as in the app."""


class Way:
    """The same room and loudspeaker as `voice.echo.measure.rooms.echo` makes of `seed`, for one that is made quieter on the way.

    What was made quieter drives the loudspeaker less, and the room rings on of what was loud.
    """

    def __init__(self, sound: Pcm, room: Room, seed: int, scale: float) -> None:
        self._sent = without_bass(sound / 32768.0, room)
        self._room, self._scale = room, 32768.0 * scale
        answer = impulse(room, np.random.default_rng(seed))
        self._size = 1 << (BLOCK + len(answer) - 1).bit_length()
        self._answer = np.fft.rfft(answer, self._size)
        self._back = np.zeros(len(sound) + self._size)
        self._loud = np.ones(len(sound) + BLOCK)
        self._sounded = 0

    def set(self, loud: float, second: float) -> None:
        """From this second of the loudspeaker's on she is so loud, 0 to 1; not before what was asked for already."""
        at = max(round(second * RATE), self._sounded)
        if at < len(self._loud):
            before = self._loud[at]
            self._loud[at:] = loud
            ramp = self._loud[at : at + RAMP]
            ramp[:] = before + (loud - before) * (1 - np.cos(np.pi * np.arange(len(ramp)) / RAMP)) / 2

    def piece(self, first: int, count: int) -> Samples:
        """What comes to the microphone in its samples `first` to `first + count`, in the scale of int16."""
        places = np.arange(first, first + count) * (1 - self._room.drift) - round(self._room.delay * RATE)
        self._sound_until(int(places[-1]) + 2)
        whole = np.floor(places).astype(np.int64)
        share = places - whole
        inside = np.clip(whole, 0, len(self._back) - 2)
        heard = (1 - share) * self._back[inside] + share * self._back[inside + 1]
        return np.asarray(self._scale * np.where(whole < 0, 0.0, heard))

    def _sound_until(self, place: int) -> None:
        while self._sounded < min(place, len(self._sent)):
            block = slice(self._sounded, min(self._sounded + BLOCK, len(self._sent)))
            sent = bent(self._sent[block] * self._loud[block], self._room)
            back = np.fft.irfft(np.fft.rfft(sent, self._size) * self._answer, self._size)
            self._back[self._sounded : self._sounded + self._size] += back
            self._sounded = block.stop
