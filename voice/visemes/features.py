"""What the ear takes from a sound a hundred times a second: mel cepstra and energy, whatever the rate, the level and the room."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

FRAME: Final = 0.01
"""Seconds from one frame to the next; frame i is centred at (i + 0.5) * FRAME."""

WINDOW: Final = 0.025
BANDS: Final = 24
CEPSTRA: Final = 13
LOWEST, HIGHEST = 80.0, 7000.0
"""Hertz that the bands span."""

LIFT_FROM: Final = 500.0
"""Hertz above which bands are lifted by 6 dB an octave, as speech falls: a pre-emphasis that does not depend on the rate."""

FLOOR: Final = 1e-5
"""Of the level of speech, in power (-50 dB): below it all is alike, hiss of a line as well as digital silence."""

SPEECH: Final = -30.0
"""Decibels below the loud frames down to which a frame counts as speech."""

CONTEXT: Final = (-4, -2, 0, 2, 4)
"""Frames that the classifier sees at once."""

INPUTS: Final = len(CONTEXT) * (CEPSTRA + 1)


@dataclass(frozen=True, slots=True)
class Heard:
    """`cepstra` (frames x 13, raw) and `level`, decibels of each frame relative to loud speech (0; silence -100)."""

    cepstra: Array
    level: Array

    @property
    def speech(self) -> npt.NDArray[np.bool_]:
        """Which frames are loud enough to be speech."""
        found: npt.NDArray[np.bool_] = self.level > SPEECH
        return found


def heard(pcm: npt.NDArray[np.int16], rate: int) -> Heard:
    """The frames of a sound; as many as whole hundredths of a second are in it."""
    count = int(len(pcm) / rate / FRAME)
    if count == 0:
        return Heard(np.zeros((0, CEPSTRA), np.float32), np.zeros(0, np.float32))
    size = int(WINDOW * rate)
    signal = pcm.astype(np.float32) / np.float32(32768)
    signal -= signal.mean()
    padded = np.concatenate((np.zeros(size, np.float32), signal, np.zeros(size, np.float32)))
    starts = np.rint((np.arange(count) + 0.5) * FRAME * rate - size / 2).astype(np.int64) + size
    mel = np.empty((count, BANDS), np.float32)
    for first in range(0, count, 4096):
        rows = starts[first : first + 4096, None] + np.arange(size)
        mel[first : first + 4096] = mel_power(padded[rows], rate)
    total = mel.sum(axis=1)
    loud = np.percentile(total, 95) if total.any() else 0.0
    reference = float(total[total >= loud / 30].mean()) if loud > 0 else 1.0
    mel /= max(reference, 1e-12)
    level = 10 * np.log10(np.maximum(mel.sum(axis=1), 1e-10))
    cepstra = np.log(mel + np.float32(FLOOR)) @ cosines()
    return Heard(cepstra.astype(np.float32), level.astype(np.float32))


def mel_power(windows: Array, rate: int) -> Array:
    """Power in each band, a row a window of samples."""
    size = windows.shape[1]
    width = 1 << (size - 1).bit_length()
    spectrum = np.fft.rfft(windows * np.hamming(size).astype(np.float32), width)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    banded: Array = power @ bank(rate, width)
    return banded / np.float32(size * size)


@functools.lru_cache(maxsize=16)
def bank(rate: int, width: int) -> Array:
    """Triangles on the mel scale (O'Shaughnessy 1987), lifted; bands above half the rate copy the highest that can be heard."""
    frequencies = np.arange(width // 2 + 1) * rate / width
    low, high = mel(LOWEST), mel(HIGHEST)
    edges = 700 * (10 ** (np.linspace(low, high, BANDS + 2) / 2595) - 1)
    rising = (frequencies[:, None] - edges[None, :-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[None, 2:] - frequencies[:, None]) / (edges[2:] - edges[1:-1])
    rows = np.maximum(0, np.minimum(rising, falling))
    rows *= np.maximum(1, frequencies / LIFT_FROM)[:, None] ** 2
    audible = max(1, int((edges[2:] < rate / 2).sum()))
    rows[:, audible:] = rows[:, audible - 1 : audible]
    return rows.astype(np.float32)


def mel(hertz: float) -> float:
    """The mel scale."""
    return float(2595 * np.log10(1 + hertz / 700))


@functools.cache
def cosines() -> Array:
    """The discrete cosine transform from bands to cepstra."""
    band = np.arange(BANDS) + 0.5
    waves: Array = (np.cos(np.pi / BANDS * np.outer(band, np.arange(CEPSTRA))) / np.sqrt(BANDS / 2)).astype(np.float32)
    return waves


def normalised(sound: Heard, mean: Array, deviation: Array, weight: float) -> Array:
    """Cepstra with the voice's and the room's own colour taken out (mean and variance over its speech), and the level.

    Short sounds know little of their voice: `mean` and `deviation` of many voices stand in with the weight of `weight` frames.
    """
    speech = sound.cepstra[sound.speech]
    count = len(speech)
    own_mean = (speech.sum(axis=0) + weight * mean) / (count + weight)
    spread = ((speech - own_mean) ** 2).sum(axis=0) + weight * deviation**2
    own_deviation = np.sqrt(spread / (count + weight))
    level = np.maximum(sound.level, -60.0)[:, None] / 20 + 0.5
    return np.hstack(((sound.cepstra - own_mean) / own_deviation, level)).astype(np.float32)


def in_context(frames: Array) -> Array:
    """Each frame with those around it, a row of `INPUTS` numbers; the ends are repeated."""
    if not len(frames):
        return np.zeros((0, INPUTS), np.float32)
    places = np.clip(np.arange(len(frames))[:, None] + np.array(CONTEXT), 0, len(frames) - 1)
    rows: Array = frames[places].reshape(len(frames), INPUTS)
    return rows
