"""How well a mouth follows a voice: opening against loudness, frame by frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voice.utterance import Utterance
from voice.visemes.lip_track import LipTrack

OPENNESS = {"aa": 1.0, "oh": 0.75, "ee": 0.45, "ih": 0.4, "ou": 0.4}
"""How far each viseme at full weight opens the lips, relative to `aa`."""


@dataclass(frozen=True, slots=True)
class LipMatch:
    """`correlation` at no lag; `lag_ms` is where it is greatest, negative where the lips go before the sound."""

    correlation: float
    lag_ms: float


def opening(weights: dict[str, float], closed: float) -> float:
    """0 shut, 1 as wide as `aa`."""
    return min(1.0, sum(OPENNESS[name] * weight for name, weight in weights.items())) * (1.0 - closed)


def lip_match(said: Utterance, fps: int = 30) -> LipMatch:
    """The lips as a window would show them at `fps`, against the root mean square of the same stretches of sound."""
    track = LipTrack(said.visemes)
    count = int(said.seconds * fps)
    mouth = np.array([opening(*track.at(frame / fps)) for frame in range(count)])
    size = said.rate / fps
    sound = np.array([loudness(said, (frame - 0.5) * size, (frame + 0.5) * size) for frame in range(count)])
    best = max(range(-6, 7), key=lambda lag: shifted(mouth, sound, lag))
    return LipMatch(shifted(mouth, sound, 0), best * 1000.0 / fps)


def loudness(said: Utterance, begin: float, end: float) -> float:
    """Root mean square of some samples."""
    piece = said.pcm[max(0, int(begin)) : int(end)].astype(np.float64)
    return float(np.sqrt((piece**2).mean())) if len(piece) else 0.0


def shifted(mouth: np.ndarray, sound: np.ndarray, lag: int) -> float:
    """Pearson's r with the mouth `lag` frames after the sound."""
    if lag > 0:
        mouth, sound = mouth[lag:], sound[:-lag]
    elif lag < 0:
        mouth, sound = mouth[:lag], sound[-lag:]
    if len(mouth) < 3 or not mouth.std() or not sound.std():
        return 0.0
    return float(np.corrcoef(mouth, sound)[0, 1])
