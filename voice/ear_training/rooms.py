"""What happens to a voice before the model hears it: silence around it, a room, a line, noise, and how loud it is."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.lip_training.rooms import coloured, echoing, noise

Samples = npt.NDArray[np.float64]

DIGITAL: Final = 0.15
"""Share without any noise: files and virtual cables give silence of zeros."""

ECHOING, COLOURED = 0.25, 0.25
NOISE: Final = (5.0, 45.0)
"""Decibels of the voice above the noise."""

GAIN: Final = (-20.0, 3.0)
"""Decibels against what espeak-ng gives."""


def altered(pcm: npt.NDArray[np.int16], lead: int, tail: int, rate: int, random: np.random.Generator) -> npt.NDArray[np.int16]:
    """The sound as it could arrive, `lead` and `tail` samples of silence around it."""
    sound = np.concatenate((np.zeros(lead), pcm / 32768, np.zeros(tail)))
    loudness = float(np.abs(sound).max())
    if random.random() < COLOURED:
        sound = coloured(sound, rate, random) * loudness
    if random.random() < ECHOING:
        sound = echoing(sound, rate, random) * loudness
    if random.random() >= DIGITAL:
        sound = sound + noise(len(sound), random) * level(sound) * 10 ** (-random.uniform(*NOISE) / 20)
    sound = sound * 10 ** (random.uniform(*GAIN) / 20) * 32768
    clipped: npt.NDArray[np.int16] = np.clip(np.rint(sound), -32768, 32767).astype(np.int16)
    return clipped


def level(sound: Samples) -> float:
    """Root mean square of what is louder than a hundredth of the loudest."""
    loud = sound[np.abs(sound) > 0.01 * np.abs(sound).max(initial=0.0)]
    return float(np.sqrt((loud**2).mean())) if len(loud) else 0.02
