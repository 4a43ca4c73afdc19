"""What head, brows and hands do with speech, led by its stressed syllables; pauses make phrases.

Where the stresses of what is said are not known, how the mouth opens stands in for them: it opens widest where speech is loud.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from avatars.life.channels import AT, Channels
from avatars.life.easing import Drift, Follower, Random, lognormal
from avatars.life.gestures import Gestures, keyed
from avatars.life.prosody import Prosody

PAUSE: Final = 0.25
NOD_REST: Final = 2.2
"""Seconds between nods: she never nods on every stress."""
BEAT_REST: Final = (3.5, 6.5)
BEATS: Final = (("beat right", 0.5), ("beat left", 0.25), ("beat both", 0.25))
HELD: Final = (1.2, 3.2)
"""Seconds talking hands stay up, unless the phrase ends before."""
STROKE: Final = ((0.10, 1.0), (0.20, 0.85), (0.55, 0.0))
"""A stroke goes down with its syllable and comes back slowly."""
STROKE_REST: Final = 0.6
STROKE_LEAD: Final = (0.03, 0.08)
"""Seconds before the middle of a stressed vowel in which a stroke sets out, to end with it."""
PREPARED: Final = (0.5, 0.95)
"""Seconds before a stressed vowel in which hands that are to beat go up."""
STROKES: Final = {"elbow": -11.0, "z": -3.0, "y": 5.0, "hand.z": -9.0}
"""Degrees of a full stroke."""


@dataclass(slots=True)
class _Nod:
    depth: float
    t: float = 0.0

    def value(self) -> float:
        return self.depth * keyed(((0.11, 1.0), (0.30, -0.14), (0.48, 0.0)), self.t)


@dataclass(slots=True)
class Accents:
    """What speech adds this frame: a brow raise 0..1, and whether a phrase ended."""

    brow: float = 0.0
    pause: bool = False
    nods: list[_Nod] = field(default_factory=list)


class Talk:
    """Driven once a frame by the opening of the mouth."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.prosody = Prosody(random)
        """The stresses of what is said."""
        self._mean = 0.25
        self._before = (0.0, 0.0)
        self._spoken = 0.0
        self._since_nod = 5.0
        self._until_beat = float(random.uniform(1.8, 3.0))
        self._in_pause = True
        self._nods: list[_Nod] = []
        self._glide = Follower(np.zeros(2), 3.0)
        self._glide_goal = np.zeros(2)
        self._tempo = (Drift(random, 0.55), Drift(random, 0.7))
        self._weight = Follower(0.0, 4.0)
        self._brow_at, self._brow = 9.0, 0.0
        self._up = 0.0
        self._stroke, self._stroke_size = 9.0, 0.0
        self._nodded = 0
        self.vigour = 1.0
        """How large strokes of the hands are, and how often they come."""
        self.stroked = False
        """Whether a stroke of the hand ended in this step."""

    @property
    def nods(self) -> int:
        """How many so far."""
        return self._nodded + self.prosody.nods

    def update(self, dt: float, opening: float, quiet: float, into: Channels, hands: Gestures) -> Accents:
        """Advance and add; `quiet`: seconds since the mouth was open."""
        accents = Accents()
        speaking = quiet < PAUSE
        self._since_nod += dt
        self._brow_at += dt
        if speaking:
            self._spoken += dt
            self._in_pause = False
            if self.prosody.knows:
                if self.prosody.next_stroke(*STROKE_LEAD) is not None:
                    self._strike(hands)
            elif self._peaked(opening):
                self._stress()
                self._strike(hands)
            self._hands(dt, hands)
        elif not self._in_pause and quiet >= PAUSE:
            self._in_pause = True
            accents.pause = True
            self._glide_goal = self._random.uniform((-2.6, -1.6), (2.6, 1.6))
            if quiet > 2.0:
                self._spoken = 0.0
        elif quiet > 2.0:
            self._spoken = 0.0
            self._glide_goal = np.zeros(2)
        self._lower(dt, speaking, hands)
        self._mean += (opening - self._mean) * min(1.0, dt / 1.5)
        self._before = (self._before[1], opening)
        self.prosody.step(dt)
        self._move(dt, speaking, into)
        t = self._brow_at
        accents.brow = self.prosody.brow
        if t < 0.6:
            accents.brow += self._brow * keyed(((0.12, 1.0), (0.26, 1.0), (0.55, 0.0)), t)
        return accents

    _sides = "r"

    def _peaked(self, opening: float) -> bool:
        two_ago, one_ago = self._before
        return one_ago > two_ago and one_ago >= opening and one_ago > max(0.22, 1.15 * self._mean)

    def _stress(self) -> None:
        if self._since_nod > NOD_REST and float(self._random.random()) < 0.18:
            self._nods.append(_Nod(float(self._random.uniform(1.6, 3.6))))
            self._since_nod = 0.0
            self._nodded += 1
        if self._brow_at > 3.6 and float(self._random.random()) < 0.085:
            self._brow_at, self._brow = 0.0, float(self._random.uniform(0.18, 0.38))

    def _strike(self, hands: Gestures) -> None:
        """A stressed syllable while the hands are up: they go down with it."""
        if self._up > 0.0 and hands.held and self._stroke > STROKE_REST:
            self._stroke, self._stroke_size = 0.0, self.vigour * float(self._random.uniform(0.55, 1.0))

    def _lower(self, dt: float, speaking: bool, hands: Gestures) -> None:
        """Let the hands sink when their time is over, or when talk stops; and keep the stroke's time."""
        before, self._stroke = self._stroke, self._stroke + dt
        self.stroked = before < STROKE[0][0] <= self._stroke
        if self._up > 0.0:
            self._up -= dt
            if not hands.name.startswith("beat"):
                self._up = 0.0
            elif self._up <= 0.0 or not speaking:
                self._up = 0.0
                hands.release()

    def _hands(self, dt: float, hands: Gestures) -> None:
        self._until_beat -= dt * self.vigour
        known = self.prosody.knows
        timely = not known or self.prosody.next_stroke(*PREPARED) is not None
        if self._spoken > 1.5 and self._until_beat <= 0.0 and timely and not hands.busy:
            name = str(self._random.choice([name for name, _ in BEATS], p=[chance for _, chance in BEATS]))
            hands.play(name, keep=True)
            self._sides = {"beat right": "r", "beat left": "l"}.get(name, "rl")
            self._up = float(self._random.uniform(*HELD))
            self._until_beat = lognormal(self._random, 5.2, 0.35, *BEAT_REST) + 1.5

    def _move(self, dt: float, speaking: bool, into: Channels) -> None:
        nod = self.prosody.pitch
        for one in self._nods:
            one.t += dt
            nod += one.value()
        self._nods = [one for one in self._nods if one.t < 0.5]
        into[AT["head.pitch"]] += 0.65 * nod
        into[AT["neck.pitch"]] += 0.35 * nod
        weight = float(self._weight.step(1.0 if speaking else 0.0, dt))
        yaw, roll = self._glide.step(self._glide_goal, dt)
        lively = [drift.step(dt) * weight for drift in self._tempo]
        into[AT["head.yaw"]] += weight * yaw + 0.8 * lively[0] + self.prosody.yaw
        into[AT["head.roll"]] += weight * roll + self.prosody.roll
        into[AT["head.pitch"]] += 0.7 * lively[1]
        into[AT["upperChest.yaw"]] += 0.35 * weight * yaw
        stroke = self._stroke_size * keyed(STROKE, self._stroke) if self._stroke < STROKE[-1][0] else 0.0
        for side in self._sides:
            for part, degrees in STROKES.items():
                into[AT[f"{side}.{part}"]] += stroke * degrees * (1.0 if side == "r" else 0.85)
