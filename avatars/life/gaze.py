"""Gaze: who or what she looks at, quick eyes, slower head. Angles in degrees; yaw to her left, pitch down.

Eyes jump, on the main sequence of saccades, and are never smoothed; the head follows late and only takes its share of
large shifts.
Figures from studies of conversation, softened for a screen (see the tables in the tests).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from avatars.life.easing import Drift, Random, lognormal, smooth
from avatars.ports import Activity

ON: Final[dict[Activity, float]] = {"idle": 2.7, "listening": 3.4, "speaking": 2.3, "thinking": 1.3, "reading": 1.8}
OFF: Final[dict[Activity, float]] = {"idle": 4.2, "listening": 1.15, "speaking": 2.1, "thinking": 3.9, "reading": 2.1}
"""Median seconds on the user's face and away from it."""
LONGEST: Final = 5.6
"""No unbroken look at the user lasts longer."""
SPREAD: Final = 0.42
PEAK: Final = 1.95
"""Peak over mean speed of a jump (see `saccade`)."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where she may look when she looks away: probability, range of yaw to either side, range of pitch."""

    chance: float
    yaw: tuple[float, float]
    pitch: tuple[float, float]


AWAY: Final[dict[Activity, tuple[Way, ...]]] = {
    "idle": (Way(0.55, (8, 17), (-2, 5)), Way(0.25, (4, 12), (5, 10)), Way(0.20, (6, 14), (-8, -3))),
    "listening": (Way(0.6, (6, 11), (2, 7)), Way(0.4, (8, 13), (-2, 2))),
    "speaking": (Way(0.57, (8, 15), (-2, 3)), Way(0.29, (5, 11), (4, 9)), Way(0.14, (6, 12), (-9, -4))),
    "thinking": (Way(0.42, (7, 13), (-12, -6)), Way(0.33, (10, 16), (-2, 3)), Way(0.25, (6, 11), (5, 10))),
    "reading": (Way(1.0, (3, 10), (9, 14)),),
}


DOWN: Final = (Way(1.0, (3, 10), (7, 13)),)
"""Where one looks who does not want to meet a look."""


def saccade_seconds(degrees: float) -> float:
    """How long a jump of this size takes, so that its peak speed is 500 (1 - exp(-A / 11)) degrees a second."""
    if degrees < 0.2:
        return 0.02
    return PEAK * degrees / (500.0 * (1.0 - math.exp(-degrees / 11.0)))


def saccade(u: float) -> float:
    """The eye's way over a jump, 0..1: quicker in its first part."""
    return smooth(min(max(u, 0.0), 1.0) ** 0.85)


def head_share(degrees: float) -> float:
    """How much of a gaze of this many degrees the head takes."""
    a = abs(degrees)
    taken = 0.25 * a if a < 15 else 0.25 * 15 + 0.75 * (a - 15)
    return math.copysign(min(taken, 55.0), degrees)


class Gaze:
    """`eyes` is where she looks and `head` where her head points, both as (yaw, pitch) from the way to the user."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._drift = (Drift(random, 0.9), Drift(random, 1.1))
        self.on_user = True
        self.eyes = np.zeros(2)
        self.head = np.zeros(2)
        self._left = 2.0
        self._dwell = 0.9
        self._met = 0.0
        """Seconds since her eyes last came to the user."""
        self._from = np.zeros(2)
        self._goal = np.zeros(2)
        self._at = 1.0
        self._head_from = np.zeros(2)
        self._head_goal = np.zeros(2)
        self._head_at, self._head_wait, self._head_span = 1.0, 0.0, 0.3
        self._offset = np.zeros(2)
        self._side = 1.0
        self._on, self._off, self._down = 1.0, 1.0, 0.0
        self.shifted: tuple[float, bool] | None = None
        """Size of a shift that began in this step, and whether it went to the user."""
        self.shifts = 0

    @property
    def busy(self) -> bool:
        """Whether the eyes are on their way, or will be in a moment."""
        return self._at < 1.0 or self._left < 0.05

    def suit(self, looks: float, away: float, down: float) -> None:
        """Looks at the user and looks away so many times as long as usual; `down` of those away go to the floor, 0..1."""
        self._on, self._off, self._down = looks, away, down

    def look(self, on_user: bool, seconds: float, activity: Activity) -> None:
        """Look at the user, or away, now and for so long; a look that goes on counts from where it began."""
        if on_user and not self.on_user:
            self._met = 0.0
        self.on_user = on_user
        self._left = min(seconds, max(0.05, LONGEST - self._met)) if on_user else seconds
        if on_user:
            self._move(np.zeros(2))
        else:
            self._move(self._away(activity))
            self._dwell = lognormal(self._random, 2.0, 0.4, 0.7, 4.0)

    def look_at(self, yaw: float, pitch: float, seconds: float) -> None:
        """Look at one place away from the user, for so long at least; told again, stay there."""
        self._left = max(self._left, seconds)
        goal = np.array([yaw, pitch])
        if self.on_user or float(np.linalg.norm(goal - self._goal)) > 1.0:
            self.on_user = False
            self._move(goal)
        self._dwell = max(self._dwell, seconds)

    def update(self, dt: float, activity: Activity) -> None:
        """Advance."""
        self.shifted = None
        self._left -= dt
        self._dwell -= dt
        self._met += dt
        if self._left <= 0.0:
            median = self._off * OFF[activity] if self.on_user else self._on * ON[activity]
            high = 8.0 if self.on_user else LONGEST
            self.look(not self.on_user, lognormal(self._random, median, SPREAD, 0.5, high), activity)
        elif self._dwell <= 0.0:
            self._refix(activity)
        self._advance(dt)

    def _refix(self, activity: Activity) -> None:
        """A new place within the same bout: another part of the face, or another thing to glance at."""
        if not self.on_user:
            self._dwell = lognormal(self._random, 2.3, 0.4, 0.8, 4.5)
            if activity in ("idle", "thinking") and self._left > 0.6:
                self._move(self._away(activity))
            return
        self._dwell = lognormal(self._random, 0.9, 0.5, 0.3, 3.0)
        spots = (np.array([0.55, -0.1]), np.array([-0.55, -0.1]), np.array([0.0, 0.75]))
        spot = spots[int(self._random.choice(3, p=(0.42, 0.42, 0.16)))]
        if self._at >= 1.0:
            self._from, self._goal, self._at = self._goal, spot, 0.0

    def _away(self, activity: Activity) -> np.ndarray:
        ways = AWAY[activity]
        if self._down > 0.0 and float(self._random.random()) < self._down:
            ways = DOWN
        way = ways[int(self._random.choice(len(ways), p=[w.chance for w in ways]))]
        if float(self._random.random()) < 0.4:
            self._side = -self._side
        return np.array([self._side * self._random.uniform(*way.yaw), self._random.uniform(*way.pitch)])

    def _move(self, goal: np.ndarray) -> None:
        size = float(np.linalg.norm(goal - self.eyes))
        self._from, self._goal, self._at = self.eyes - self._wander, goal, 0.0
        share = np.array([head_share(goal[0]), head_share(goal[1]) / 2])
        self._head_from, self._head_goal = self.head.copy(), share
        turn = float(np.linalg.norm(share - self.head))
        self._head_at = 0.0
        self._head_wait = max(0.020, 0.100 - size / 1000)
        self._head_span = 0.46 + 0.016 * turn + 0.12 * float(self._random.random())
        if size > 1.0:
            self.shifted = (size, bool(np.allclose(goal, 0.0)))
            self.shifts += size > 3.0

    _wander = np.zeros(2)

    def _advance(self, dt: float) -> None:
        if self._at < 1.0:
            span = saccade_seconds(float(np.linalg.norm(self._goal - self._from)))
            self._at = min(1.0, self._at + dt / span)
        self._wander = np.array([0.08 * drift.step(dt) for drift in self._drift])
        self.eyes = self._from + (self._goal - self._from) * saccade(self._at) + self._wander
        if self._head_wait > 0.0:
            self._head_wait -= dt
        elif self._head_at < 1.0:
            self._head_at = min(1.0, self._head_at + dt / self._head_span)
        self.head = self._head_from + (self._head_goal - self._head_from) * smooth(self._head_at)

    def rest(self) -> None:
        """Look straight at the user."""
        self.eyes, self.head, self._wander = np.zeros(2), np.zeros(2), np.zeros(2)
