"""Blinks: skewed intervals, a quick fall and a slow rise, some partial, some double, many with gaze shifts."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from avatars.life.easing import Drift, Random, lognormal
from avatars.ports import Activity

MEDIAN: Final[dict[Activity, float]] = {
    "idle": 5.0, "listening": 4.5, "speaking": 3.5, "thinking": 14.0, "reading": 10.0,
}
"""Seconds; with the blinks that gaze shifts and pauses bring, 15 a minute at idle and 23 in talk."""
SPREAD: Final = 0.65
CLOSE: Final = 0.070
SHUT: Final = 0.040
OPEN: Final = 0.150
WHOLE: Final = CLOSE + SHUT + OPEN


def shape(t: float) -> float:
    """How far the lids are down, t seconds after a blink began: eased in and out going down, a slow tail going up."""
    if t <= 0.0 or t >= WHOLE:
        return 0.0
    if t < CLOSE:
        u = t / CLOSE
        return u * u * (3.0 - 2.0 * u)
    if t < CLOSE + SHUT:
        return 1.0
    u = (t - CLOSE - SHUT) / OPEN
    return (1.0 - u) ** 2.7 if u < 1.0 else 0.0


class Blinks:
    """`update` gives the lids' closure 0..1; `nudge` asks for a blink soon; `shift` tells of a gaze shift."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._slow = Drift(random, 60.0)
        self._since = 10.0
        self._depth = 1.0
        self._second: float | None = None
        self._next = lognormal(random, 2.0, SPREAD, 0.6, 6.0)
        self.count = 0
        self.full = 0
        """Blinks that were meant to close the eyes wholly."""

    @property
    def busy(self) -> bool:
        """Whether the lids move, or will in a moment: frames should come quickly now."""
        return self._since < WHOLE + 0.05 or self._next < 0.05

    def shift(self, degrees: float, toward_user: bool) -> None:
        """The gaze moved this far: large shifts carry a blink."""
        points = ((8.0, 0.0), (15.0, 0.25), (25.0, 0.6), (33.0, 0.95))
        chance = 0.0 if degrees <= 8.0 else points[-1][1]
        for (a, p), (b, q) in pairwise(points):
            if a <= degrees < b:
                chance = p + (q - p) * (degrees - a) / (b - a)
        blinks = float(self._random.random()) < chance * (0.5 if toward_user else 1.0)
        if blinks and self._since > WHOLE:  # a blink that has begun is not begun again
            self._begin()

    def nudge(self, delay: float) -> None:
        """Blink after `delay` seconds, unless one is due sooner."""
        if self._since > 1.4:
            self._next = min(self._next, delay)

    def update(self, dt: float, activity: Activity, eagerness: float = 1.0) -> float:
        """Advance; the closure to show. A step longer than the shut phase still shows it once. `eagerness` times as often."""
        before = self._since
        self._since += dt
        self._next -= dt
        if self._second is not None and self._since >= self._second:
            self._second = None
            self._depth *= 0.85
            self._since = 0.0
            before = 0.0
        elif self._next <= 0.0:
            self._begin()
            before = 0.0
        slow = math.exp(0.25 * self._slow.step(dt))
        if self._fresh:
            self._fresh = False
            self._next = lognormal(self._random, MEDIAN[activity] * slow / eagerness, SPREAD, 0.6, 18.0)
        closure = shape(self._since)
        middle = CLOSE + SHUT / 2
        if before < middle < self._since:
            closure = 1.0
        return closure * self._depth

    _fresh = True

    def _begin(self) -> None:
        draw = float(self._random.random())
        self._depth = 1.0 if draw < 0.78 else float(self._random.uniform(0.6, 0.8))
        self._since = 1e-4
        self._second = WHOLE + float(self._random.uniform(0.0, 0.06)) if draw < 0.06 else None
        self._next = 1.0
        self._fresh = True
        self.count += 1
        self.full += self._depth == 1.0
