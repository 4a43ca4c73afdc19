"""How well the mouth follows the sound: correlation of mouth opening with sound energy, and the lag where it is best."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LipMatch:
    """`correlation` at the best lag; `lag` in seconds, positive when the mouth comes after the sound."""

    correlation: float
    lag: float


def energy_per_frame(pcm: npt.NDArray[np.int16], rate: int, fps: int, frames: int) -> Floats:
    """Root mean square of each frame's sound."""
    step = rate / fps
    edges = [round(i * step) for i in range(frames + 1)]
    pieces = [pcm[a:b].astype(np.float64) for a, b in pairwise(edges)]
    return np.array([float(np.sqrt(np.mean(piece**2))) if len(piece) else 0.0 for piece in pieces])


def lip_match(opening: Floats, energy: Floats, fps: int, reach: float = 0.3) -> LipMatch:
    """Pearson correlation over all frames at the lag within `reach` seconds where it is highest."""
    best = LipMatch(-1.0, 0.0)
    for shift in range(-round(reach * fps), round(reach * fps) + 1):
        mouth = opening[max(0, shift) : len(opening) + min(0, shift)]
        sound = energy[max(0, -shift) : len(energy) + min(0, -shift)]
        if len(mouth) < 3 or mouth.std() == 0 or sound.std() == 0:
            continue
        found = float(np.corrcoef(mouth, sound)[0, 1])
        if found > best.correlation:
            best = LipMatch(found, shift / fps)
    return best
