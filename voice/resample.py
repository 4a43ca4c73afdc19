"""Sound at another rate."""

from __future__ import annotations

import functools
from math import gcd
from typing import Final

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

ZEROS: Final = 12
"""Zero crossings of the sinc on either side: 12 keep the pass band flat to 0.9 of Nyquist, images below -70 dB."""


@functools.lru_cache(maxsize=16)
def kernel(up: int, down: int) -> Samples:
    """A windowed sinc per phase, one row each, for a change of rate by up/down (Kaiser, beta 8)."""
    cutoff = min(1.0, up / down) * 0.95
    half = int(np.ceil(ZEROS / cutoff))
    taps = np.arange(-half, half + 1)
    phases = np.arange(up)[:, None] / up
    distance = taps[None, :] - phases
    window = np.i0(8 * np.sqrt(np.clip(1 - (distance / (half + 1)) ** 2, 0, 1))) / np.i0(8)
    rows = cutoff * np.sinc(cutoff * distance) * window
    scaled: Samples = (rows / rows.sum(axis=1, keepdims=True)).astype(np.float32)
    return scaled


def resampled(pcm: npt.NDArray[np.int16], rate: int, wanted: int) -> npt.NDArray[np.int16]:
    """Mono int16 at `wanted` samples a second; the same array where the rates agree."""
    if rate == wanted or not len(pcm):
        return pcm
    return Resampler(rate, wanted).whole(pcm)


class Resampler:
    """A stream's change of rate: feed pieces of any length, the seams are not heard."""

    def __init__(self, rate: int, wanted: int) -> None:
        common = gcd(rate, wanted)
        self.up, self.down = wanted // common, rate // common
        self._rows = kernel(self.up, self.down)
        self._half = self._rows.shape[1] // 2
        self._kept = np.zeros(self._half, np.float32)
        self._next = 0
        """Where the next output sample lies: 1/up of an input sample, counted from the first that is yet to be centred."""

    @property
    def lag(self) -> int:
        """Input samples after a sound's last that bring out its end."""
        return int(self._half) + 1

    def whole(self, pcm: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
        """A whole sound: as long as before."""
        count = -(-len(pcm) * self.up // self.down)
        out = self.feed(np.concatenate((pcm, np.zeros(self.lag, np.int16))))
        return out[:count]

    def feed(self, pcm: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
        """What can be given out after this piece; it lags by half a kernel (under 2 ms)."""
        data = np.concatenate((self._kept, pcm.astype(np.float32)))
        usable = len(data) - 2 * self._half
        if usable <= 0:
            self._kept = data
            return np.zeros(0, np.int16)
        places = np.arange(self._next, usable * self.up, self.down)
        centre, phase = places // self.up, places % self.up
        windows = np.lib.stride_tricks.sliding_window_view(data, 2 * self._half + 1)
        inside = centre < len(windows)
        centre, phase = centre[inside], phase[inside]
        out = np.einsum("ij,ij->i", windows[centre], self._rows[phase])
        used = len(windows)
        following = (int(places[len(centre) - 1]) + self.down) if len(centre) else self._next
        self._next = following - used * self.up
        self._kept = data[used:]
        whole: npt.NDArray[np.int16] = np.clip(np.rint(out), -32768, 32767).astype(np.int16)
        return whole
