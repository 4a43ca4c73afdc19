"""How loud a sound is: in its own scale, in decibels, and on the scale of a meter."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

SCALE: Final = 60.0
"""Decibels below full scale that a meter shows."""

SILENT: Final = -200.0
"""Decibels that zeros are said to have."""

Samples = npt.NDArray[np.generic]


def rms(sound: Samples) -> float:
    """Root of the mean square, in the scale of the samples; 0 for none."""
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64)))) if len(sound) else 0.0


def frame_levels(sound: Samples, size: int) -> npt.NDArray[np.float64]:
    """`rms` of each whole frame of `size` samples."""
    frames = np.square(sound[: len(sound) // size * size], dtype=np.float64).reshape(-1, size)
    return np.asarray(np.sqrt(frames.mean(axis=1)))


def decibels(pcm: npt.NDArray[np.int16]) -> float:
    """Of full scale, by the root of the mean square; `SILENT` for zeros."""
    value = rms(pcm) / 32768.0
    return 20 * float(np.log10(value)) if value > 1e-10 else SILENT


def peak_decibels(pcm: npt.NDArray[np.int16]) -> float:
    """Of full scale, by the loudest sample; `SILENT` for zeros."""
    value = int(np.abs(pcm.astype(np.int32)).max(initial=0)) / 32768.0
    return 20 * float(np.log10(value)) if value else SILENT


def on_meter(level_db: float) -> float:
    """Decibels of full scale as a meter shows them: 0 from `SCALE` below it on, 1 at the top."""
    return min(1.0, max(0.0, 1 + level_db / SCALE))
