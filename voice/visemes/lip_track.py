"""The mouth at any moment of a sentence: visemes blended as lips blend, with closures that are always seen.

Vowels melt into each other by dominance functions (Cohen and Massaro 1993): each mouth pulls on the lips, the harder the
nearer in time. Closures (p, b, m) do not melt: a gate presses the lips together for at least 40 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.utterance import VRM_VISEMES, Viseme

Array = npt.NDArray[np.float32]

STEP: Final = 0.01
"""Seconds between two points of the track."""

LEAD: Final = 0.03
"""Seconds by which the lips go before the sound: eyes forgive early lips and mind late ones (ITU-R BT.1359)."""

FRAME: Final = 1 / 30
FALL: Final = {"ou": 0.008, "oh": 0.009, "sil": 0.02}
"""How fast a mouth's pull falls, per millisecond; rounded lips come early and stay late."""

FALL_ELSE: Final = 0.014
PULL: Final = {"sil": 0.8}
CORE: Final = 0.3
"""Share of a segment at either end that already belongs to the passage."""

GATE_IN, GATE_OUT, GATE_HOLD, GATE_JOIN = 0.055, 0.04, 0.04, 0.08
SHUT: Final = 0.02
"""Below this a weight is no movement but noise."""


class LipTrack:
    """A sentence's lips. Built once in about a millisecond; `at` costs microseconds."""

    def __init__(self, visemes: Sequence[Viseme]) -> None:
        self.seconds = visemes[-1].end if visemes else 0.0
        count = int(self.seconds / STEP) + 2
        times = np.arange(count, dtype=np.float32) * np.float32(STEP)
        gate = gates(visemes, times)
        self._vowels = blended(visemes, times) * (1 - gate)[:, None]
        self._gate = gate

    def at(self, seconds: float, frame: float = FRAME) -> tuple[dict[str, float], float]:
        """Weights of aa, ih, ou, ee, oh and how far the lips are pressed, both 0..1, at `seconds` of played sound.

        A frame shows the mean of its vowels and the most of its closure, so that no p, b or m falls between two frames.
        Before and after the sentence all are 0: the mouth rests, closed.
        """
        begin = round((seconds + LEAD - frame / 2) / STEP)
        end = max(begin + 1, round((seconds + LEAD + frame / 2) / STEP))
        if end <= 0 or begin >= len(self._gate):
            return dict.fromkeys(VRM_VISEMES, 0.0), 0.0
        window = slice(max(0, begin), end)
        mean = self._vowels[window].mean(axis=0)
        weights = {name: float(value) if value > SHUT else 0.0 for name, value in zip(VRM_VISEMES, mean, strict=True)}
        return weights, float(self._gate[window].max())


def blended(visemes: Sequence[Viseme], times: Array) -> Array:
    """Vowel weights on the track's grid, a row a point of time."""
    shaped = [viseme for viseme in visemes if viseme.shape != "closed"]
    total = np.full(len(times), 1e-6, np.float32)
    out = np.zeros((len(times), len(VRM_VISEMES)), np.float32)
    for viseme in shaped:
        pull = dominance(viseme, times)
        total += pull
        for shape, weight in ((viseme.shape, viseme.weight), *viseme.also):
            if shape in VRM_VISEMES:
                out[:, VRM_VISEMES.index(shape)] += pull * np.float32(weight)
    return out / total[:, None]


def dominance(viseme: Viseme, times: Array) -> Array:
    """How hard a mouth pulls over time: full in its core, falling exponentially beside it."""
    margin = CORE * (viseme.end - viseme.start)
    outside = np.maximum(viseme.start + margin - times, times - (viseme.end - margin))
    fall = FALL.get(viseme.shape, FALL_ELSE)
    away = np.maximum(outside, 0.0) * np.float32(1000.0)
    pull: Array = np.float32(PULL.get(viseme.shape, 1.0)) * np.exp(-np.float32(fall) * away * (1 + away / 40))
    return pull


def gates(visemes: Sequence[Viseme], times: Array) -> Array:
    """How far the lips are pressed, on the track's grid: ramps before, a hold, ramps after."""
    gate = np.zeros(len(times), np.float32)
    for start, end, depth in closures(visemes):
        rise = np.clip((times - (start - GATE_IN)) / GATE_IN, 0, 1)
        fall = np.clip(((end + GATE_OUT) - times) / GATE_OUT, 0, 1)
        gate = np.maximum(gate, depth * np.minimum(smooth(rise), smooth(fall)))
    return gate


def closures(visemes: Sequence[Viseme]) -> list[tuple[float, float, float]]:
    """Start, end and depth of every closing of the lips: at least 40 ms long, near ones joined."""
    found: list[tuple[float, float, float]] = []
    for viseme in visemes:
        depth = viseme.weight if viseme.shape == "closed" else dict(viseme.also).get("closed", 0.0)
        if depth <= 0:
            continue
        middle, half = (viseme.start + viseme.end) / 2, max(GATE_HOLD, viseme.end - viseme.start) / 2
        start, end = middle - half, middle + half
        if found and start - found[-1][1] < GATE_JOIN / 2 and found[-1][2] == depth:
            found[-1] = (found[-1][0], end, depth)
        else:
            found.append((start, end, depth))
    return found


def smooth(value: Array) -> Array:
    """Smoothstep: no corner at either end."""
    return value * value * (3 - 2 * value)
