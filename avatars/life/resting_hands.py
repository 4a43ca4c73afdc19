"""Where her hands rest while nobody asks for a pose: mostly they hang; before her with somebody new, around an arm when she
is hurt, on a hip while she teases. In turns of half a minute or so, for nobody stands like a picture."""

from __future__ import annotations

from typing import Final

from avatars.life.bearing import part
from avatars.life.clip import arm
from avatars.life.easing import Random, lognormal
from avatars.life.pose import Pose
from avatars.life.poses import POSES
from avatars.life.reach import Reach
from avatars.ports import Bearing

HANGING: Final = "stand"
RESTS: Final[dict[str, Pose]] = {
    "hands before": Pose(POSES["relaxed"].channels, POSES["relaxed"].reaches, seconds=1.7),
    "holding an arm": Pose(
        arm("r", -78, -64, -30, 74, 10, (0, -5), curl=1.15) | arm("l", 2, -77, 30, 14, -10, (6, -8), up=-1.0, curl=1.0),
        (Reach("r", "other elbow", (0.030, 0.022, 0.030), "palm", (-0.86, 0.10, -0.50), (0.35, -0.15, -0.92),
               (0.72, -0.68, 0.15)),),
        seconds=1.9, sway=0.8,
    ),
    "hand on hip": Pose(POSES["lean"].channels, POSES["lean"].reaches, seconds=1.3, sway=0.6),
}
"""Taken and left more slowly than a pose that was asked for."""
HELD: Final = (38.0, 0.35, 18.0, 80.0)
"""Seconds of one turn: median, spread, least and most."""
SOON: Final = (1.0, 4.0)
"""Seconds until a changed bearing shows in the hands."""
LEAST: Final = 0.12
"""A rest she would take for less of the time than this she does not take."""


def shares(bearing: Bearing) -> dict[str, float]:
    """For how much of the time the hands rest where."""
    new, _ = part(bearing)
    kept = {
        "hands before": 0.8 * new**1.5 * (1.0 - bearing.guard), "holding an arm": 0.8 * max(0.0, bearing.guard - 0.15) / 0.85,
        "hand on hip": 0.55 * bearing.tension,
    }
    kept = {name: share for name, share in kept.items() if share >= LEAST}
    total = sum(kept.values())
    return {name: share / max(1.0, total / 0.9) for name, share in kept.items()}


class RestingHands:
    """Chooses; `name` is where they rest now."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._left = 0.0
        self._shares: dict[str, float] = {}
        self.name = HANGING

    @property
    def pose(self) -> Pose | None:
        """The pose of it; None hangs."""
        return RESTS.get(self.name)

    def suit(self, bearing: Bearing, *, now: bool = False) -> None:
        """The bearing she is on her way to; `now` takes what suits it best at once, without a draw."""
        self._shares = shares(bearing)
        best = max(self._shares, key=lambda name: self._shares[name], default=HANGING)
        fits = self.name == best or (self.name == HANGING and self._shares.get(best, 0.0) < 0.5)
        if now:
            self.name = best if self._shares.get(best, 0.0) >= 0.4 else HANGING
            self._left = self._held()
        elif not fits:
            self._left = min(self._left, float(self._random.uniform(*SOON)))

    def update(self, dt: float) -> bool:
        """Advance; True when the hands go somewhere else."""
        self._left -= dt
        if self._left > 0.0 or (not self._shares and self.name == HANGING):
            return False
        before, hang = self.name, 1.0 - sum(self._shares.values())
        names = [HANGING, *self._shares]
        if before in self._shares and hang > 0.02:
            names = [HANGING]  # from one rest to another through hanging arms
        weights = [hang if name == HANGING else self._shares[name] for name in names]
        draw = float(self._random.random()) * sum(weights)
        for name, weight in zip(names, weights, strict=True):
            draw -= weight
            self.name = name
            if draw <= 0.0:
                break
        rest = self._held()
        # hanging between two rests takes its share of the time, whatever the share of the draws
        self._left = rest if self.name != HANGING or not self._shares else max(4.0, rest * hang)
        return self.name != before

    def _held(self) -> float:
        return lognormal(self._random, *HELD)
