"""Speech to measure against: what the lips are told, how loud it is, and where lips close and vowels stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from avatars.ports import Accent

EARLY = 0.03 + 0.5 / 30
"""Seconds made lips go before the sound, to the middle of the frame that shows them."""
Lips = tuple[Mapping[str, float], float]


@dataclass(frozen=True, slots=True)
class Speech:
    """`lips` of a frame that is seen from a time (seconds) on, `loudness` of a time; `closures` (start, end) and `vowels`
    (centres) over `seconds` of it."""

    seconds: float
    lips: Callable[[float], Lips]
    loudness: Callable[[float], float]
    closures: tuple[tuple[float, float], ...]
    vowels: tuple[float, ...]
    source: str
    accents: Callable[[float], tuple[float, Sequence[Accent]]] | None = None
    """The second of the sentence that sounds at a time, and the sentence's stresses; None where they are not known."""


def syllables(seconds: float, seed: int) -> Speech:
    """Speech made of syllables of uneven length in phrases with pauses, for machines without a voice."""
    random = np.random.default_rng(seed)
    parts: list[tuple[float, float, str, float, bool]] = []
    at = 0.0
    while at < seconds:
        for _ in range(int(random.integers(6, 15))):
            shut = float(random.random()) < 0.22
            at += 0.07 if shut else 0.0
            long = float(np.clip(random.normal(0.19, 0.05), 0.1, 0.36))
            parts.append((at, long, str(random.choice(("aa", "ih", "ou", "ee", "oh"))), float(random.uniform(0.35, 0.8)), shut))
            at += long
        at += float(random.uniform(0.3, 0.8))
    starts = np.array([part[0] for part in parts])

    def around(t: float) -> list[tuple[float, float, str, float, bool]]:
        last = int(np.searchsorted(starts, t + 0.2))
        return parts[max(0, last - 3) : last]

    def lips(t: float) -> Lips:
        weights: dict[str, float] = {}
        closed = 0.0
        for start, long, shape, size, shut in around(t):
            u = (t + EARLY - start) / long
            if 0.0 < u < 1.0:
                weights[shape] = size * math.sin(math.pi * u)
            if shut and -0.085 < t + EARLY - start < 0.015:
                closed = 1.0
        return weights, closed

    def loudness(t: float) -> float:
        return max((size * math.sin(math.pi * (t - start) / long) for start, long, _, size, _ in around(t)
                    if 0.0 < t - start < long), default=0.0)

    closures = tuple((start - 0.07, start) for start, _, _, _, shut in parts if shut)
    vowels = tuple(start + long / 2 for start, long, _, _, _ in parts)
    marks = tuple((start, start + long, min(1.0, 0.2 + size), False, False) for start, long, _, size, _ in parts)
    return Speech(at, lips, loudness, closures, vowels, "made syllables", lambda t: (t, marks))
