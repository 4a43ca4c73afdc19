"""How values move: exact critically damped followers, minimum-jerk steps, and drifting noise that never repeats."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

Random = np.random.Generator


def smooth(u: float) -> float:
    """Minimum jerk from 0 to 1 (quintic); clamped outside."""
    u = min(max(u, 0.0), 1.0)
    return u * u * u * (10.0 - 15.0 * u + 6.0 * u * u)


def lognormal(random: Random, median: float, spread: float, low: float = 0.0, high: float = math.inf) -> float:
    """A duration: skewed to the right, as pauses and dwells are."""
    return float(min(max(median * math.exp(float(random.normal(0.0, spread))), low), high))


class Follower:
    """A value (or an array) that goes to its goal as a critically damped spring: exact for any step."""

    def __init__(self, value: Any, omega: float) -> None:
        self.value: Any = value
        self.speed: Any = value * 0.0
        self.omega = omega

    def step(self, goal: Any, dt: float, omega: float | None = None) -> Any:
        """Advance `dt` seconds toward `goal`; the new value."""
        y = self.omega if omega is None else omega
        away = self.value - goal
        rush = self.speed + y * away
        fade = math.exp(-y * dt)
        self.value = goal + (away + rush * dt) * fade
        self.speed = (self.speed - rush * y * dt) * fade
        return self.value

    def jump(self, value: Any) -> None:
        """Be there at once."""
        self.value = value
        self.speed = value * 0.0


class Drift:
    """Smooth noise of about unit rms: minimum-jerk ways between random places at irregular times."""

    def __init__(self, random: Random, seconds: float) -> None:
        self._random = random
        self._seconds = seconds
        self._from = float(random.normal())
        self._to = float(random.normal())
        self._span = self._draw()
        self._at = float(random.uniform(0, self._span))

    def _draw(self) -> float:
        return self._seconds * float(self._random.uniform(0.6, 1.5))

    def step(self, dt: float) -> float:
        """Advance; the value now."""
        self._at += dt
        while self._at >= self._span:
            self._at -= self._span
            self._from, self._to = self._to, float(np.clip(self._random.normal(), -2.2, 2.2))
            self._span = self._draw()
        return 1.15 * (self._from + (self._to - self._from) * smooth(self._at / self._span))


class Drifts:
    """Several drifts at once, as an array, each `weights`-summed over the `seconds` of its parts."""

    def __init__(self, random: Random, count: int, seconds: tuple[float, ...], weights: tuple[float, ...]) -> None:
        self._parts = [[Drift(random, s) for s in seconds] for _ in range(count)]
        norm = math.sqrt(sum(w * w for w in weights))
        self._weights = [w / norm for w in weights]

    def step(self, dt: float) -> npt.NDArray[Any]:
        """Advance; the values (count,), about unit rms each."""
        return np.array([
            sum(weight * part.step(dt) for weight, part in zip(self._weights, parts, strict=True)) for parts in self._parts
        ])


class Occasion:
    """Something that happens now and then: `rate` a minute on average, never within `rest` seconds of the last time."""

    def __init__(self, random: Random, rate: float, rest: float) -> None:
        self._random = random
        self._rate = rate / 60.0
        self._rest = rest
        self._since = float(random.uniform(0.0, rest * 2))

    def due(self, dt: float, factor: float = 1.0) -> bool:
        """Whether it happens in this step; `factor` multiplies the rate."""
        self._since += dt
        if self._since < self._rest:
            return False
        ready = 1.0 - math.exp(-(self._since - self._rest) / max(self._rest, 1e-3))
        if float(self._random.random()) < self._rate * factor * ready * dt * 1.6:
            self._since = 0.0
            return True
        return False
