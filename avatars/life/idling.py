"""When idle hands do something: rarely, after a rest, never the same twice running, and not while anybody talks."""

from __future__ import annotations

from typing import Final

import numpy as np

from avatars.life.easing import Occasion, Random
from avatars.life.fidgets import FIDGETS, HANDS_FREE, SELF_TOUCH
from avatars.life.gestures import Gestures
from avatars.ports import Activity

RATE: Final = 1.1
"""Fidgets a minute at idle."""
REST: Final = 20.0
TOUCH_REST: Final = 120.0
"""Seconds between two touches of herself, at least."""
STRETCH: Final = (0.02, 600.0)
"""Stretches a minute, and seconds between two."""
QUIET: Final = 2.5
"""Seconds after anything happened in which hands keep still."""
MEMORY: Final = 90.0
"""Half-life, in seconds, of how much less she likes to do what she has just done."""


class Idling:
    """Chooses fidgets. Told every frame what she does; starts them in `Gestures`."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._fidget = Occasion(random, RATE, REST)
        self._stretch = Occasion(random, *STRETCH)
        self._since = dict.fromkeys(FIDGETS, 1000.0)
        self._last = ""
        self._touch = float(random.uniform(30.0, TOUCH_REST))
        self._quiet = 0.0
        self.restless = 1.0
        """How many times as often hands do something."""

    def disturb(self) -> None:
        """Something happened that she attends to."""
        self._quiet = QUIET

    def update(self, dt: float, state: Activity, gestures: Gestures, *, free: bool, upset: bool) -> None:
        """Advance; `free`: her hands hang; `upset`: nothing that could look nervous."""
        for name in self._since:
            self._since[name] += dt
        self._touch -= dt
        self._quiet -= dt
        factor = {"idle": 1.0, "reading": 0.5, "listening": 0.25}.get(state, 0.0)
        if factor == 0.0 or gestures.busy or self._quiet > 0.0:
            return
        if state == "idle" and free and self._stretch.due(dt):
            gestures.play("stretch")
        elif self._fidget.due(dt, factor * self.restless):
            name = self._choose(free, upset)
            gestures.play(name, clip=FIDGETS[name])
            self._since[name], self._last = 0.0, name
            if name in SELF_TOUCH:
                self._touch = TOUCH_REST

    def _choose(self, free: bool, upset: bool) -> str:
        names = [
            name for name in FIDGETS
            if name != self._last and (free or name in HANDS_FREE)
            and (name not in SELF_TOUCH or (self._touch <= 0.0 and not upset))
        ]
        weights = np.array([1.0 - 0.7 * 0.5 ** (self._since[name] / MEMORY) for name in names])
        return str(self._random.choice(names, p=weights / weights.sum()))
