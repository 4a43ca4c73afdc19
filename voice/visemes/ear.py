"""The mouth by ear alone: for laughter, singing, another language, or words that are not in the sound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.visemes.features import FRAME, Array, Heard
from voice.visemes.sounds import CLASSES, OF_SHAPE, SIL, SPOKEN_AS
from voice.visemes.timeline import Phone
from voice.visemes.viterbi import Evidence

GATE: Final = -32.0
"""Decibels below loud speech at which the mouth is shut, whatever the net says."""

CHANGE: Final = 2.5
"""What it costs to become another sound, in log odds: without it the mouth trembles."""

Word = tuple[float, int, int]


def phones_by_ear(log_share: Array, sound: Heard) -> list[Phone]:
    """The likeliest sounds, each with a mnemonic of espeak-ng's that has its mouth; from the first frame to the last."""
    found = steady(pooled(log_share, sound))
    if not len(found):
        return []
    borders = np.flatnonzero(np.diff(found)) + 1
    begins, ends = (0, *borders.tolist()), (*borders.tolist(), len(found))
    return [
        Phone(SPOKEN_AS[CLASSES[found[begin]]][1], begin * FRAME, end * FRAME) for begin, end in zip(begins, ends, strict=True)
    ]


def pooled(log_share: Array, sound: Heard) -> Evidence:
    """How well each class fits each frame, where the classes of one mouth vouch for each other: the mouth is what matters."""
    share = np.exp(log_share.astype(np.float64))
    for members in OF_SHAPE:
        share[:, members] = share[:, members] / np.maximum(share[:, members].max(axis=1, keepdims=True), 1e-12) * share[
            :, members
        ].sum(axis=1, keepdims=True)
    evidence: Evidence = np.log(np.maximum(share, 1e-4))
    quiet = sound.level < GATE
    evidence[quiet] = np.log(1e-4)
    evidence[quiet, SIL] = 0.0
    return evidence


def steady(evidence: Evidence) -> npt.NDArray[np.int64]:
    """The best class of each frame where every change costs `CHANGE` (Viterbi)."""
    count, classes = evidence.shape
    back = np.empty((count, classes), np.int64)
    score = np.zeros(classes)
    stay = np.arange(classes)
    for frame in range(count):
        best = int(score.argmax())
        changed = score < score[best] - CHANGE
        back[frame] = np.where(changed, best, stay)
        score = np.maximum(score, score[best] - CHANGE) + evidence[frame]
        score -= score.max()
    found = np.empty(count, np.int64)
    at = int(score.argmax()) if count else 0
    for frame in range(count - 1, -1, -1):
        found[frame] = at
        at = int(back[frame, at])
    return found


def spread(words: Sequence[Word], whole: float, spoken: Sequence[tuple[int, int]], seconds: float) -> list[Word]:
    """Words that are said at their times within `whole` seconds, spread alike over the frames in which a voice is heard."""
    if not spoken:
        spoken = [(0, max(1, int(seconds / FRAME)))]
    lengths = [end - begin for begin, end in spoken]
    total = sum(lengths)
    out: list[Word] = []
    for at, begin, end in words:
        left = min(max(at / whole, 0.0), 1.0) * total if whole > 0 else 0.0
        for (first, _), length in zip(spoken, lengths, strict=True):
            if left < length:
                out.append(((first + left) * FRAME, begin, end))
                break
            left -= length
        else:
            out.append((min(spoken[-1][1] * FRAME, seconds), begin, end))
    return out
