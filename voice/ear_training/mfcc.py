"""Mel cepstra bit by bit as Kaldi computes them, since the model will be given Kaldi's.

Options: 25 ms every 10 ms, only whole frames, no dither, mean removed, pre-emphasis .97, Povey's window, power spectrum of 512,
40 mel triangles from 20 to 7600 Hz, logarithm, 40 orthonormal cosines, lifter 22, no energy. From Kaldi's feature-window,
mel-computations and feature-mfcc (Povey et al. 2011).
"""

from __future__ import annotations

import functools
from typing import Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

RATE: Final = 16000
SHIFT: Final = 160
LENGTH: Final = 400
CEPSTRA: Final = 40
FFT: Final = 512
LOWEST, HIGHEST = 20.0, 7600.0
LIFTER: Final = 22.0
EMPHASIS: Final = 0.97

OPTIONS: Final = (
    "--use-energy=false", f"--num-mel-bins={CEPSTRA}", f"--num-ceps={CEPSTRA}", f"--low-freq={LOWEST:.0f}",
    f"--high-freq={HIGHEST:.0f}", f"--sample-frequency={RATE}", "--dither=0",
)  # fmt: skip
"""The same for Kaldi, as lines of ``conf/mfcc.conf``."""

CENTRE: Final = 0.0125
"""Seconds from the beginning of a frame to its middle."""


def mfcc(pcm: npt.NDArray[np.int16]) -> Array:
    """Frames x 40 of mono sound at 16 kHz; no frame where it is shorter than one."""
    count = 1 + (len(pcm) - LENGTH) // SHIFT if len(pcm) >= LENGTH else 0
    if not count:
        return np.zeros((0, CEPSTRA), np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(pcm.astype(np.float64), LENGTH)[::SHIFT][:count]
    frames = frames - frames.mean(axis=1, keepdims=True)
    before = np.concatenate((frames[:, :1], frames[:, :-1]), axis=1)
    shaped = (frames - EMPHASIS * before) * window()
    power = np.abs(np.fft.rfft(shaped, FFT)[:, : FFT // 2]) ** 2
    mel = np.log(np.maximum(power @ triangles().T, np.finfo(np.float32).eps))
    cepstra: Array = (mel @ cosines().T).astype(np.float32)
    return cepstra


@functools.cache
def window() -> npt.NDArray[np.float64]:
    """Povey's: a Hann window to the power of .85."""
    turn = 2 * np.pi * np.arange(LENGTH) / (LENGTH - 1)
    shape: npt.NDArray[np.float64] = (0.5 - 0.5 * np.cos(turn)) ** 0.85
    return shape


@functools.cache
def triangles() -> npt.NDArray[np.float64]:
    """Weights of the spectrum's lines in each mel band; the last line, at half the rate, is in none."""
    edges = np.linspace(mel_of(LOWEST), mel_of(HIGHEST), CEPSTRA + 2)
    lines = mel_of(np.arange(FFT // 2) * RATE / FFT)
    left, middle, right = (edges[shift : shift + CEPSTRA, None] for shift in range(3))
    rising, falling = (lines - left) / (middle - left), (right - lines) / (right - middle)
    weights: npt.NDArray[np.float64] = np.maximum(0, np.minimum(rising, falling))
    return weights


@functools.cache
def cosines() -> npt.NDArray[np.float64]:
    """The orthonormal cosine transform, lifted."""
    order, band = np.arange(CEPSTRA)[:, None], np.arange(CEPSTRA)[None, :]
    rows = np.sqrt(2 / CEPSTRA) * np.cos(np.pi / CEPSTRA * (band + 0.5) * order)
    rows[0] = np.sqrt(1 / CEPSTRA)
    lifted: npt.NDArray[np.float64] = rows * (1 + 0.5 * LIFTER * np.sin(np.pi * order / LIFTER))
    return lifted


def mel_of(hertz: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Mel by the formula of HTK."""
    return 1127.0 * np.log1p(np.asarray(hertz, np.float64) / 700.0)
