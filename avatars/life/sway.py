"""Standing: the small sway of a balancing body, shifts of weight, a head that is never quite still, idle hands."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from avatars.life.channels import AT, Channels, channels
from avatars.life.easing import Drifts, Follower, Occasion, Random, smooth
from avatars.ports import Activity

SWAY: Final = 0.0035
"""Metres rms of the hips, fore and aft; sideways .7 of it."""
WEIGHT: Final = channels(
    hips__x=0.020, hips__roll=2.5, hips__yaw=4, spine__roll=-3, spine__yaw=-1, upperChest__roll=-2.5,
    upperChest__yaw=-2, chest__yaw=-1, neck__roll=0.5, head__roll=1.5, l__z=2, r__z=-2, l__up=-0.7, r__up=0.7,
)
"""Added for the weight on her left leg, taken off for the right: relaxed standing has it on the left."""
TILTS: Final = (2.0, 4.5)
"""Degrees of an interested tilt of the head."""


class Standing:
    """Adds sway, weight and tilt to the channels. `rest` of all is zero."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._hips = Drifts(random, 2, (5.0, 2.0, 0.9), (1.0, 0.5, 0.2))
        self._head = Drifts(random, 3, (3.1, 1.3, 0.6), (1.0, 0.55, 0.22))
        self._chest = Drifts(random, 2, (2.3, 0.9, 0.5), (1.0, 0.5, 0.25))
        self._fingers = Drifts(random, 10, (4.5,), (1.0,))
        self._arms = Drifts(random, 4, (6.0,), (1.0,))
        self._lag = Follower(np.zeros(2), 5.0)
        self._shift_due = self._draw_shift()
        self._side = 1.0
        self._weight_from, self._weight, self._weight_goal = 1.0, 1.0, 1.0
        self._way, self._span = 1.0, 1.4
        self._tilt_occasion = Occasion(random, 1.6, 9.0)
        self._tilt = Follower(0.0, 3.2)
        self._tilt_goal, self._tilt_left = 0.0, 0.0
        self._arms_lag = Follower(1.0, 4.0)
        self.shifted = False
        """Whether the weight began to shift in this step."""

    def _draw_shift(self) -> float:
        return 12.0 + float(self._random.gamma(1.6, 20.0))

    @property
    def weight(self) -> float:
        """-1 on the right leg, 1 on the left."""
        return self._weight

    def update(self, dt: float, activity: Activity, into: Channels, amplitude: float = 1.0) -> None:
        """Advance and add."""
        self._shift(dt, activity)
        dip = 0.004 * math.sin(math.pi * smooth(self._way)) if self._way < 1.0 else 0.0
        into += WEIGHT * (self._weight - 1.0)
        into[AT["hips.y"]] += 0.006 * (1.0 - abs(self._weight)) - dip
        sway = self._hips.step(dt) * np.array([0.7 * SWAY, SWAY]) * amplitude
        into[AT["hips.x"]] += sway[0]
        into[AT["hips.z"]] += sway[1]
        # the trunk leans back against the hips a little later, so that the head stays stiller than they do
        lag = self._lag.step(sway, dt)
        into[AT["spine.roll"]] += 160.0 * lag[0]
        into[AT["spine.pitch"]] -= 110.0 * lag[1]
        into[AT["chest.roll"]] += 60.0 * lag[0]
        yaw, pitch = self._chest.step(dt) * 0.16 * amplitude
        into[AT["upperChest.yaw"]] += yaw
        into[AT["upperChest.pitch"]] += pitch
        self._hold_head(dt, activity, into, amplitude)
        self._hands(dt, into, amplitude)

    def _shift(self, dt: float, activity: Activity) -> None:
        self._shift_due -= dt * (1.0 if activity in ("idle", "listening") else 0.6)
        self.shifted = False
        if self._way < 1.0:
            self._way = min(1.0, self._way + dt / self._span)
            self._weight = self._weight_from + (self._weight_goal - self._weight_from) * smooth(self._way)
        elif self._shift_due <= 0.0:
            self._weight_from = self._weight
            goal = float(self._random.choice((-1.0, -0.55, 0.25, 0.7, 1.0)))
            self._weight_goal = goal if abs(goal - self._weight) > 0.4 else -self._weight
            self._way, self._span = 0.0, float(self._random.uniform(1.2, 1.9))
            self._shift_due = self._draw_shift()
            self.shifted = True

    def _hold_head(self, dt: float, activity: Activity, into: Channels, amplitude: float) -> None:
        self._tilt_left -= dt
        interest = {"listening": 2.2, "idle": 1.0, "thinking": 1.5}.get(activity, 0.6)
        if self._tilt_occasion.due(dt, interest):
            self._tilt_goal = float(self._random.uniform(*TILTS) * self._random.choice((-1.0, 1.0)))
            self._tilt_left = float(self._random.uniform(2.5, 7.0))
        if self._tilt_left <= 0.0:
            self._tilt_goal = 0.0
        tilt = float(self._tilt.step(self._tilt_goal, dt))
        yaw, pitch, roll = self._head.step(dt) * np.array([0.48, 0.33, 0.28]) * amplitude
        into[AT["head.yaw"]] += yaw
        into[AT["head.pitch"]] += pitch
        into[AT["head.roll"]] += roll + 0.7 * tilt
        into[AT["neck.roll"]] += 0.3 * tilt

    def _hands(self, dt: float, into: Channels, amplitude: float) -> None:
        curls = self._fingers.step(dt) * 0.10 * amplitude
        for number, name in enumerate(("thumb", "index", "middle", "ring", "little")):
            into[AT[f"l.{name}"]] += curls[number]
            into[AT[f"r.{name}"]] += curls[number + 5]
        lift = self._arms.step(dt) * np.array([1.0, 1.3, 1.0, 1.2]) * amplitude
        into[AT["l.z"]] += 0.6 * lift[0]
        into[AT["l.elbow"]] += lift[1]
        into[AT["r.z"]] += 0.6 * lift[2]
        into[AT["r.elbow"]] += lift[3]
        arms = float(self._arms_lag.step(self._weight, dt)) - self._weight
        into[AT["l.z"]] += 4.0 * arms
        into[AT["r.z"]] -= 4.0 * arms
