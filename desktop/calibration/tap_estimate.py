"""How far from the beat somebody taps, robustly, and from two such measures how much later sound comes than light.

Who taps along is early or late by habit, and key and system add their own delay: all of that is in both measures alike and
falls out of their difference. Late starts, doubled and missed taps are what people do; medians do not mind them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, Literal

LEAST: Final = 8
"""Taps each measure needs."""
UNEVEN: Final = 0.06
"""Seconds of spread beyond which taps say nothing."""
FAR: Final = 3.0
"""Spreads from the middle beyond which a tap is left out."""
NEVER_FAR: Final = 0.06
"""Seconds within which none is left out, however even the others are."""
TO_SIGMA: Final = 1.4826
"""Of the median deviation, where deviations are normal (Hampel, 1974)."""
OF_MEDIAN: Final = 1.2533
"""How much wider a median scatters than a mean, for normal deviations."""
TOGETHER: Final = 0.02
"""Seconds of difference that nobody sees."""
MOST_MS: Final = 250
STEP_MS: Final = 5

Trouble = Literal["few", "uneven"]


@dataclass(frozen=True, slots=True)
class Beat:
    """`late`: seconds from the beat to the tap, the middle of `taps` of them; `spread`: their scatter (standard deviation)."""

    late: float
    spread: float
    taps: int

    @property
    def doubt(self) -> float:
        """The standard error of `late`."""
        return OF_MEDIAN * self.spread / math.sqrt(self.taps)


def on_beat(taps: Sequence[float], beats: Sequence[float]) -> Beat | Trouble:
    """How somebody tapped along evenly spaced `beats`; times in seconds of one clock. `few` or `uneven` where that cannot
    be said."""
    if len(beats) < 2 or len(taps) < LEAST:
        return "few"
    period = (beats[-1] - beats[0]) / (len(beats) - 1)
    centre = circular_mean([tap - beats[0] for tap in taps], period)
    kept = one_each(taps, beats, period, centre)
    if len(kept) < LEAST:
        return "few"
    middle, spread = middle_of(kept)
    near = [late for late in kept if abs(late - middle) <= max(FAR * spread, NEVER_FAR)]
    if spread > UNEVEN or len(near) * 4 < len(kept) * 3:
        return "uneven"
    if len(near) < LEAST:
        return "few"
    middle, spread = middle_of(near)
    return Beat(wrapped(middle, period), spread, len(near))


def offset_ms(sound: Beat, light: Beat, period: float) -> int:
    """How much later sound is heard than light is seen: so much later the lips should come. A multiple of `STEP_MS` within
    `MOST_MS`; 0 where the difference is less than can be seen, or than the taps can tell."""
    late = wrapped(sound.late - light.late, period)
    doubt = math.hypot(sound.doubt, light.doubt)
    if abs(late) < max(TOGETHER, 1.5 * doubt):
        return 0
    rounded = round(late * 1000 / STEP_MS) * STEP_MS
    return max(-MOST_MS, min(MOST_MS, rounded))


def wrapped(seconds: float, period: float) -> float:
    """The same place of the beat, at most half a period away."""
    return (seconds + period / 2) % period - period / 2


def circular_mean(times: Sequence[float], period: float) -> float:
    """Where in the period most of them lie."""
    angles = [2 * math.pi * time / period for time in times]
    sine, cosine = sum(map(math.sin, angles)), sum(map(math.cos, angles))
    return math.atan2(sine, cosine) / (2 * math.pi) * period


def one_each(taps: Sequence[float], beats: Sequence[float], period: float, centre: float) -> list[float]:
    """Seconds after its beat for each tap, of several on one beat the one nearest to where most lie."""
    found: dict[int, float] = {}
    for tap in taps:
        number = round((tap - centre - beats[0]) / period)
        if not 0 <= number < len(beats):
            continue
        late = tap - beats[number]
        if number not in found or abs(late - centre) < abs(found[number] - centre):
            found[number] = late
    return list(found.values())


def middle_of(lates: Sequence[float]) -> tuple[float, float]:
    """Their median, and their scatter from the median of the deviations from it."""
    middle = median(lates)
    return middle, TO_SIGMA * median(abs(late - middle) for late in lates)
