"""When the lips close: p, b and m shut them, f and v nearly, and no frame may miss it.

Blending alone leaves a short bilabial two thirds shut: at half the frames of a film the lips would never meet. So closures do
not blend. A gate presses the lips together from the closing to the release, for at least 40 ms, and what the vowels want
counts only as far as it is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.utterance import Viseme

Array = npt.NDArray[np.float32]

IN, OUT = 0.055, 0.04
"""Seconds in which the gate closes before the sound and opens after it."""

HOLD: Final = 0.04
"""Seconds a closure lasts at least: longer than a frame of a film."""

JOIN: Final = 0.08
"""Closures nearer than this are one, unless a vowel that wants to be seen sounds between them."""

SEEN: Final = 0.3
"""Weight of a vowel, at its loudness, that wants to be seen."""

NEVER_APART: Final = 0.03
"""Seconds; lips cannot part and meet in less, whatever sounds."""

MEET: Final = 0.7
"""From here on a mouth is a closure; below it merely narrows what the vowel does."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Lips pressed to `depth` (1 shut, 0.75 lip on teeth) from `start` to `end`, seconds."""

    start: float
    end: float
    depth: float


def closures(visemes: Sequence[Viseme]) -> tuple[Closure, ...]:
    """Every closing of the lips, at least `HOLD` long, those of one depth that are too near joined."""
    found: list[Closure] = []
    for viseme in visemes:
        depth = depth_of(viseme)
        if depth <= 0:
            continue
        middle, half = (viseme.start + viseme.end) / 2, max(HOLD, viseme.end - viseme.start) / 2
        new = Closure(middle - half, middle + half, depth)
        if found and found[-1].depth == depth and joins(found[-1], new, visemes):
            new = Closure(found.pop().start, new.end, depth)
        found.append(new)
    return tuple(found)


def depth_of(viseme: Viseme) -> float:
    """How far the lips close in a mouth."""
    return viseme.weight if viseme.shape == "closed" else dict(viseme.also).get("closed", 0.0)


def joins(one: Closure, other: Closure, visemes: Sequence[Viseme]) -> bool:
    """Whether the lips stay together from one to the other."""
    gap = other.start - one.end
    if gap >= JOIN:
        return False
    return gap < NEVER_APART or not any(
        viseme.pull > 0 and viseme.weight * viseme.gain >= SEEN and viseme.end > one.end and viseme.start < other.start
        for viseme in visemes if viseme.shape not in ("closed", "sil")
    )


def gates(closed: Sequence[Closure], times: Array) -> Array:
    """How far the lips are pressed, on the track's grid: a ramp before, the hold, a ramp after. Where the next closure is near
    both ramps are short, so that the lips part at all."""
    gate = np.zeros(len(times), np.float32)
    for index, one in enumerate(closed):
        before = one.start - closed[index - 1].end if index else np.inf
        after = closed[index + 1].start - one.end if index + 1 < len(closed) else np.inf
        rise_in, fall_out = ramp(IN, before), ramp(OUT, after)
        rise = np.clip((times - (one.start - rise_in)) / rise_in, 0, 1)
        fall = np.clip(((one.end + fall_out) - times) / fall_out, 0, 1)
        gate = np.maximum(gate, one.depth * np.minimum(smooth(rise), smooth(fall)))
    return gate


def ramp(seconds: float, room: float) -> float:
    """A ramp's length where there is `room` until the other closure."""
    return max(0.01, seconds * min(1.0, room / (1.6 * (IN + OUT)))) if room > 0 else seconds


def smooth(value: Array) -> Array:
    """Smoothstep: no corner at either end."""
    return value * value * (3 - 2 * value)
