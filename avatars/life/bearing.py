"""How she carries herself toward the user: what closeness, a hurt, teasing and her mood do to stance, gaze and face.

Nothing here is a clip or a mask: every sign is a small push on a channel that lives anyway. At the `Bearing` of a friend in no
mood all pushes are zero. Degrees and factors are our design, by eye, from the figures on posture, gaze and smiles that the
life of the body is built on; mood in the trunk as in `mood.posture` (ALMA's pleasure, arousal, dominance).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Final

import numpy as np

from avatars.life.channels import AT, Channels, blank
from avatars.life.easing import Follower
from avatars.life.sway import WEIGHT
from avatars.ports import Bearing

Zones = tuple[float, float, float]
"""Brows, lids and mouth."""

NEW: Final = {
    "spine.pitch": -1.6, "chest.pitch": -1.2, "neck.pitch": 1.2, "head.pitch": 1.2, "head.roll": -1.4, "l.up": 1.0, "r.up": 1.0,
    "l.z": -1.5, "r.z": -1.5,
}
"""Just met: straight, a little back, arms at the body, the head upright."""
CLOSE: Final = {
    "spine.pitch": 5.0, "chest.pitch": 1.0, "neck.pitch": -3.0, "head.pitch": -1.6, "head.roll": 4.5, "neck.roll": 1.0,
    "l.up": -2.4, "r.up": -2.2, "l.z": 5.5, "r.z": 6.0, "l.y": -6.0, "r.y": -6.0, "l.x": -14.0, "r.x": -13.0,
    "l.elbow": 19.0, "r.elbow": 22.0, "l.fore": -30.0, "r.fore": -27.0,
}
"""Close: leaning in a little, the head tilted, shoulders down, arms open and the palms seen."""
HURT: Final = {
    "hips.yaw": 3.0, "spine.yaw": 3.0, "chest.yaw": 3.5, "upperChest.yaw": 3.5, "head.yaw": 6.0, "head.roll": 1.0,
    "spine.pitch": -3.5, "chest.pitch": 2.4, "upperChest.pitch": 1.6, "neck.pitch": 2.0, "head.pitch": 5.0,
    "l.up": 1.6, "r.up": 1.6, "l.in": 6.0, "r.in": 6.0, "l.z": -2.0, "r.z": -2.0,
}
"""Hurt: turned a few degrees away, a little round, the head lower."""
TEASE: Final = {
    "head.pitch": -4.5, "neck.pitch": -1.6, "head.yaw": -9.0, "head.roll": -5.0, "hips.x": 0.008, "hips.roll": 1.2,
    "upperChest.roll": -1.2, "r.up": 1.2, "l.up": -1.0,
}
"""Push and pull: chin up, the head aside and the eyes back, the weight in one hip."""
LOOSE: Final = (0.40, 1.35)
"""How much of the weight rests on one leg: with a stranger she stands more on both, with a friend 1."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a bearing does, beside the channels. Factors are 1 and additions 0 for a friend in no mood."""

    loose: float = 1.0
    """Of the weight on one leg."""
    motion: float = 1.0
    """Size of sway and of the strokes of talking hands."""
    tempo: float = 1.0
    fidgets: float = 1.0
    looks: float = 1.0
    """How long a look at the user lasts."""
    away: float = 1.0
    """How long a look away lasts."""
    down: float = 0.0
    """How often a look away goes down, beyond what the activity has, 0..1."""
    late: float = 0.0
    """Seconds until she looks back at somebody who speaks to her."""
    smiles: float = 1.0
    """How often a small smile comes by itself, and how much of an asked-for one shows."""
    greets: float = 0.0
    """How likely a small smile answers the user's words, 0..1."""
    apart: float = 1.0
    """How far from the camera she stands."""
    rest: Mapping[str, Zones] = field(default_factory=dict)
    """Added to the face at rest."""


def part(bearing: Bearing) -> tuple[float, float]:
    """How far she is from a friend toward a stranger, and toward somebody close, 0..1 each: a hurt takes the latter back."""
    away = 2.0 * bearing.closeness - 1.0
    return max(0.0, -away), max(0.0, away) * (1.0 - bearing.guard)


def stance(bearing: Bearing) -> Channels:
    """Degrees (metres) that the bearing adds to how she stands."""
    new, close = part(bearing)
    added = blank()
    for signs, share in ((NEW, new), (CLOSE, close), (HURT, bearing.guard), (TEASE, bearing.tension)):
        for name, value in signs.items():
            added[AT[name]] += share * value
    for name, value in _mood(bearing).items():
        added[AT[name]] += value
    return added


def _mood(bearing: Bearing) -> dict[str, float]:
    """Mood in the trunk: pleasure and dominance straighten it, arousal without pleasure lifts the shoulders."""
    p, a, d = bearing.pleasure, bearing.arousal, bearing.dominance
    up, round_ = 1.5 * max(0.0, a - max(0.0, p)), 4.0 * max(0.0, -d)
    return {
        "chest.pitch": -(1.5 * d + 2.0 * p), "head.pitch": -(1.5 * d + 1.5 * p), "l.up": up, "r.up": up,
        "l.in": round_, "r.in": round_, "l.z": 2.0 * d, "r.z": 2.0 * d,
    }  # fmt: skip


def signs(bearing: Bearing) -> Signs:
    """Everything but the channels."""
    new, close = part(bearing)
    g, t, p, a = bearing.guard, bearing.tension, bearing.pleasure, bearing.arousal
    shut = 1.0 - g
    return Signs(
        loose=1.0 + (LOOSE[0] - 1.0) * new + (LOOSE[1] - 1.0) * close,
        motion=(1.0 - 0.15 * new) * (1.0 - 0.35 * g) * (1.0 + 0.2 * a),
        tempo=(1.0 - 0.12 * g) * (1.0 + 0.12 * a),
        fidgets=max(0.3, (1.0 + 0.8 * a - 0.4 * p) * (1.0 - 0.3 * close)),
        looks=(1.0 - 0.16 * new + 0.24 * close) * (1.0 - 0.50 * g) * (1.0 + 0.15 * p),
        away=(1.0 + 0.22 * new) * (1.0 + 0.7 * g),
        down=0.75 * g,
        late=0.9 * g,
        smiles=(1.0 - 0.25 * new + 0.25 * close) * shut * min(1.3, max(0.3, 1.0 + 0.5 * p)),
        greets=(0.25 + 0.45 * close - 0.15 * new) * shut * min(1.0, max(0.0, 1.0 + 1.5 * p)),
        apart=1.0 + 0.09 * new - 0.06 * close + 0.05 * g,
        rest=_resting(new, close, g, t, p),
    )


def _resting(new: float, close: float, g: float, t: float, p: float) -> dict[str, Zones]:
    """The face when nothing moves it: a smaller smile for a stranger, a soft one when close, none when hurt."""
    glad, low = max(0.0, p), max(0.0, -p)
    mouth = (-0.11 * new + 0.14 * close + 0.08 * glad - 0.14 * low) * (1.0 - g) - 0.15 * g - 0.15 * t
    return {
        "relaxed": (0.0, 0.20 * close - 0.04 * new, mouth),
        "sad": (0.32 * g + 0.10 * low, 0.14 * g + 0.04 * low, 0.26 * g + 0.10 * low),
        "worried": (0.14 * g, 0.0, 0.0),
        "smirk": (0.55 * t, 0.50 * t, t),
    }


class Carriage:
    """The bearing now, on its way to the one asked for: a critically damped way of all six figures at once."""

    def __init__(self) -> None:
        self._goal = np.array(astuple(Bearing()))
        self._now = Follower(self._goal.copy(), 1.0)
        self._settled = True
        self.signs = Signs()
        self._stance = blank()

    @property
    def bearing(self) -> Bearing:
        """How she carries herself now."""
        return Bearing(*(float(value) for value in self._now.value))

    @property
    def goal(self) -> Bearing:
        """What she was asked for last."""
        return Bearing(*(float(value) for value in self._goal))

    def bear(self, bearing: Bearing, seconds: float) -> None:
        """Set out; there by 99 % after `seconds`."""
        values = np.array(astuple(bearing), np.float64)
        self._goal = np.clip(values, (0.0, 0.0, 0.0, -1.0, -1.0, -1.0), 1.0)
        self._now.omega = 6.6 / max(seconds, 1e-3)
        self._settled = False
        if seconds <= 0:
            self._now.jump(self._goal.copy())
            self._read()

    def update(self, dt: float) -> None:
        """Advance."""
        if self._settled:
            return
        self._now.step(self._goal, dt)
        if float(np.abs(self._now.value - self._goal).max()) < 1e-4 and float(np.abs(self._now.speed).max()) < 1e-4:
            self._now.jump(self._goal.copy())
            self._settled = True
        self._read()

    def stance(self, weight: float) -> Channels:
        """What to add to standing, with the weight -1 on the right leg, 1 on the left."""
        return self._stance + (self.signs.loose - 1.0) * weight * WEIGHT

    def _read(self) -> None:
        now = self.bearing
        self.signs, self._stance = signs(now), stance(now)
