"""Breath: in over 40 % of a cycle, out over 45 %, then rest; every cycle a little different (liveliness figures)."""

from __future__ import annotations

from typing import Final

from avatars.life.channels import AT, Channels
from avatars.life.easing import Follower, Random, smooth

RATE: Final = 15.0
"""Breaths a minute at ease."""
MOODS: Final = {
    "happy": (17.0, 1.1), "relaxed": (12.0, 1.1), "sad": (12.0, 0.9), "angry": (19.0, 1.15), "surprised": (20.0, 0.9),
    "shy": (17.0, 0.85), "worried": (18.0, 0.75), "sleepy": (9.5, 1.3), "laughing": (20.0, 1.2),
}
"""Breaths a minute and their depth: quicker and deeper when glad or angry, quicker and shallow in worry, slow at rest."""
SHARES: Final = {
    "spine.pitch": -0.4, "chest.pitch": -1.2, "upperChest.pitch": -0.8, "neck.pitch": 1.6, "head.pitch": 0.8,
    "l.up": 1.0, "r.up": 1.0, "l.z": -0.6, "r.z": -0.5,
}
"""Degrees at a full breath; the neck gives back what the chest takes, so that the eyes stay level."""


class Breath:
    """`update` adds to the channels; `inhale` begins a deep breath now, as before a sentence."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._rate, self._depth = RATE, 1.0
        self._at = 0.0
        self._period = 60.0 / RATE
        self._deep = 1.0
        self._value = Follower(0.0, 14.0)
        self._draw()
        self._at = float(random.uniform(0, self._period))

    def _draw(self, deep: float = 1.0) -> None:
        self._period = 60.0 / self._rate * min(max(float(self._random.normal(1.0, 0.08)), 0.75), 1.3)
        self._deep = deep * self._depth * min(max(float(self._random.normal(1.0, 0.12)), 0.6), 1.5)

    def mood(self, name: str | None) -> None:
        """Breathe as this emotion does."""
        self._rate, self._depth = MOODS.get(name or "", (RATE, 1.0))

    @property
    def fullness(self) -> float:
        """0 empty, 1 a usual breath."""
        return float(self._value.value)

    def inhale(self, depth: float = 1.4) -> None:
        """Draw breath now."""
        self._at = 0.0
        self._draw(depth)

    def update(self, dt: float, into: Channels) -> float:
        """Advance; adds to the channels, returns how full the chest is."""
        self._at += dt
        if self._at >= self._period:
            self._at -= self._period
            sigh = float(self._random.random()) < 1.0 / 75.0
            self._draw(1.8 if sigh else 1.0)
        u = self._at / self._period
        full = smooth(u / 0.40) if u < 0.40 else (1.0 - min((u - 0.40) / 0.45, 1.0)) ** 1.6
        value = float(self._value.step(full * self._deep, dt))
        for name, degrees in SHARES.items():
            into[AT[name]] += degrees * value
        into[AT["hips.y"]] += 0.0008 * value
        return value
