"""What happens to a voice on its way to the ear: another throat, a microphone, a room, noise, a line. Drawn at random."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.loudness import rms
from voice.resample import resampled

Samples = npt.NDArray[np.float64]

RATES: Final = (8000, 11025, 16000, 16000, 16000, 22050, 22050, 24000, 44100, 48000)
"""Samples a second of the voices that people have."""


def altered(pcm: npt.NDArray[np.int16], rate: int, random: np.random.Generator) -> tuple[npt.NDArray[np.int16], int, float]:
    """The sound as it could arrive, its rate, and how many times as long it is as before."""
    throat = float(random.uniform(0.86, 1.16))
    target = int(random.choice(RATES))
    sound = resampled(pcm, max(4000, round(rate * throat / 50) * 50), target).astype(np.float64)
    longer = rate / (round(rate * throat / 50) * 50)
    sound /= max(1.0, float(np.abs(sound).max()))
    sound = coloured(sound, target, random)
    if random.random() < 0.5:
        sound = echoing(sound, target, random)
    if random.random() < 0.75:
        sound = noisy(sound, random)
    sound *= 10 ** (random.uniform(-24, 4) / 20)
    clipped: npt.NDArray[np.int16] = np.clip(np.rint(sound * 30000 + random.uniform(-50, 50)), -32768, 32767).astype(np.int16)
    return clipped, target, longer


def coloured(sound: Samples, rate: int, random: np.random.Generator) -> Samples:
    """Tilted, with soft humps and hollows, and at times without its lowest or highest part."""
    size = fast(len(sound))
    spectrum = np.fft.rfft(sound, size)
    frequencies = np.fft.rfftfreq(size, 1 / rate)
    octaves = np.log2(np.maximum(frequencies, 60) / 1000)
    gain = random.uniform(-4, 4) * octaves
    for _ in range(3):
        gain += random.uniform(-5, 5) * np.exp(-(((octaves - random.uniform(-3, 3)) / random.uniform(0.3, 1.0)) ** 2))
    if random.random() < 0.25:
        gain -= 24 * np.maximum(0, np.log2(np.maximum(frequencies, 1) / random.uniform(3200, 7000)))
    if random.random() < 0.25:
        gain -= 18 * np.maximum(0, np.log2(random.uniform(100, 350) / np.maximum(frequencies, 1)))
    out = np.fft.irfft(spectrum * 10 ** (np.clip(gain, -80, 30) / 20), size)[: len(sound)]
    return np.asarray(out / max(float(np.abs(out).max()), 1e-9))


def echoing(sound: Samples, rate: int, random: np.random.Generator) -> Samples:
    """In a room: noise that dies away within 50 to 350 ms, weaker than the voice."""
    length = int(rate * random.uniform(0.05, 0.35))
    tail = random.standard_normal(length) * np.exp(-6.9 * np.arange(length) / length)
    tail *= random.uniform(0.02, 0.35) / np.sqrt((tail**2).sum())
    tail[0] += 1.0
    size = fast(len(sound) + length)
    wet = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(tail, size), size)[: len(sound)]
    return np.asarray(wet / max(float(np.abs(wet).max()), 1e-9))


def noisy(sound: Samples, random: np.random.Generator) -> Samples:
    """With noise from white to brown, 8 to 50 dB below the voice."""
    ground = noise(len(sound), random)
    return np.asarray(sound + ground * rms(sound) * 10 ** (-random.uniform(8, 50) / 20))


def noise(length: int, random: np.random.Generator) -> Samples:
    """Noise of level 1, from white to brown."""
    white = np.fft.rfft(random.standard_normal(fast(length)))
    white /= np.maximum(np.arange(len(white)), 1.0) ** random.uniform(0, 1)
    sound = np.fft.irfft(white)[:length]
    return np.asarray(sound / max(rms(sound), 1e-12))


def fast(length: int) -> int:
    """The next power of two: Fourier transforms of other lengths may take a hundred times as long."""
    return 1 << (length - 1).bit_length()
