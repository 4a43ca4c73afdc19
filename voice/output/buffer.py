"""An output that keeps the sound instead of playing it: the sound track of a film, in the film's own time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from voice.output.silent import SilentOut
from voice.ports import Sound
from voice.resample import resampled


class BufferOut(SilentOut):
    """`voice.ports.AudioOut` on a film's clock: a sound lands where the clock stood when it was added, or after those before."""

    name = "buffer"

    def __init__(self, clock: Callable[[], float], rate: int = 48000) -> None:
        super().__init__(clock)
        self.rate = rate
        self._volume = 1.0
        self._track: list[tuple[int, npt.NDArray[np.int16]]] = []

    def add(self, sound: Sound, heard: float = 0.0) -> None:
        """Lay the sound into the track."""
        begin = self._playlist.lay(sound, self._clock(), heard)
        data = resampled(sound.pcm[round(heard * sound.rate) :], sound.rate, self.rate)
        if self._volume != 1.0:
            data = (data * self._volume).astype(np.int16)
        self._track.append((round(begin * self.rate), data))

    def stop(self) -> None:
        """Cut what would sound after now."""
        super().stop()
        now = round(self._clock() * self.rate)
        self._track = [(at, data[: max(0, now - at)]) for at, data in self._track]

    def volume(self, factor: float) -> None:
        """Loudness of coming sounds."""
        self._volume = factor

    def pcm(self, seconds: float) -> npt.NDArray[np.int16]:
        """The track from time 0, `seconds` long, mono int16 at `rate`."""
        track = np.zeros(round(seconds * self.rate), np.int32)
        for at, data in self._track:
            begin, end = max(0, at), min(len(track), at + len(data))
            if end > begin:
                track[begin:end] += data[begin - at : end - at]
        return np.clip(track, -32768, 32767).astype(np.int16)
