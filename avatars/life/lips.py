"""The mouth in speech: follows the given visemes, rests between phrases, shuts in silence, and tells how far it is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from avatars.life.easing import Follower
from avatars.vrm.expressions import VISEMES

UP, DOWN = 150.0, 110.0
"""How fast (1/s) a vowel comes and goes: the voice's own track is damped already, and every delay here comes off its lead.
The closing gate is not smoothed."""
SILENCE: Final = 0.25
"""Seconds without word from the voice after which the mouth shuts."""
OPENING: Final = np.array([1.0, 0.35, 0.35, 0.5, 0.7])
"""How far the jaw opens for aa ih ou ee oh."""
UNDER_SMILE: Final = np.array([0.9, 0.85, 1.15, 0.85, 1.15])
"""What a smile does to the vowels: spread ones need less, round ones more."""
PARTED: Final = 0.04
"""How far (`aa`) lips stay parted in the pauses of speech."""
PAUSE: Final = 0.5
"""Seconds without speech after which they meet again."""
SMILING_JAW: Final = 0.45
"""How far a full smile opens the jaw by itself, of `aa`: the two together open it no farther than `aa` alone."""


class Lips:
    """`say` takes what the voice wants now; `update` gives weights by viseme."""

    def __init__(self) -> None:
        self._goal = np.zeros(5)
        self._closed = 0.0
        self._gate = 0.0
        self._age = 10.0
        self._vowels = Follower(np.zeros(5), UP)
        self._talk = Follower(0.0, 12.0)
        self._parted = Follower(0.0, 10.0)
        self._quiet = 10.0
        self.opening = 0.0
        """How far the mouth is open, 0..1."""

    @property
    def talking(self) -> float:
        """0 in silence, 1 in speech, eased: what makes room for the vowels on a smiling mouth."""
        return float(np.clip(self._talk.value, 0.0, 1.0))

    @property
    def busy(self) -> bool:
        """Whether the mouth moves."""
        asked = self._age < SILENCE and max(float(self._goal.max()), self._closed) > 0.01
        return asked or float(np.abs(self._vowels.value).max()) > 0.01

    @property
    def quiet(self) -> float:
        """Seconds since the mouth was last open."""
        return self._quiet

    def say(self, visemes: Mapping[str, float], closed: float) -> None:
        """The lips now: weights of the five vowels, and how firmly they are pressed together."""
        named = {name.casefold(): weight for name, weight in visemes.items()}
        self._goal = np.array([min(max(named.get(viseme, 0.0), 0.0), 1.0) for viseme in VISEMES])
        self._closed = min(max(closed, 0.0), 1.0)
        self._age = 0.0

    def update(self, dt: float, smile: float) -> dict[str, float]:
        """Advance; `smile` 0..1 is the smile on the mouth."""
        if self._age >= SILENCE:
            self._goal, self._closed = np.zeros(5), 0.0
        self._age += dt
        rising = float(self._goal.sum()) > float(np.sum(self._vowels.value))
        vowels = np.clip(self._vowels.step(self._goal, dt, UP if rising else DOWN), 0.0, 1.0)
        self._gate = self._closed
        shown = vowels * (1.0 + (UNDER_SMILE - 1.0) * smile)
        shown[0] = min(shown[0], 1.0 - SMILING_JAW * smile)
        total, room = float(shown.sum()), 1.0 - self._gate
        if total > room:  # the voice's own weights leave it already; pressed lips leave nothing to anybody
            shown = shown * (room / total)
        self.opening = float(np.clip(shown @ OPENING, 0.0, 1.0))
        speaks = float(self._goal.sum()) > 0.03 or self._closed > 0.1
        self._quiet = 0.0 if speaks else self._quiet + dt
        pausing = self._quiet < PAUSE and self._age < SILENCE
        parted = PARTED * float(self._parted.step(1.0 if pausing else 0.0, dt, 10.0 if pausing else 14.0)) * (1.0 - self._gate)
        shown[0] += max(0.0, parted - self.opening)
        self._talk.step(1.0 if self._quiet < 0.3 else 0.0, dt, 13.0 if speaks else 6.0)
        return {viseme: float(weight) for viseme, weight in zip(VISEMES, shown, strict=True) if weight > 1e-3}

    @property
    def gate(self) -> float:
        """How firmly the lips are pressed together now."""
        return self._gate
