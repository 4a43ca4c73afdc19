"""How loud the room is when nobody speaks, and how far a sound stands out of it."""

from __future__ import annotations

from typing import Final

import numpy as np

from voice.activity.bands import COUNT, Decibels

REMEMBERED: Final = 150
"""Frames (1.5 s) in the quietest fifth of which the room is heard, even through speech: no one speaks without gaps."""

FIRST: Final = 10
"""Frames in which the room is first got to know; nothing stands out of it so early."""

LOW: Final = 0.2
EVERY: Final = 10
"""Frames after which that is looked up again."""

STEADY_FRAMES: Final = 40
STEADY: Final = 3.2
"""dB of spread over 0.4 s, the mean of all bands, below which a sound is a machine's: noise has 1.5 to 2.8, speech 5 and more."""

FALL: Final = 0.1
RISE: Final = 0.03
"""Parts of the way to a quieter and to a louder frame that the floor goes within one frame: 0.1 s down, 0.3 s up."""

SPREAD: Final = 0.03
MARGIN: Final = 2.5
SPREADS: Final = 1.5
"""A band stands out by what is left above the floor, 2.5 dB and 1.5 times the room's own spread."""

TALLEST: Final = 25.0


class NoiseFloor:
    """The floor of every band, in dB. It falls quickly and rises slowly, and not at all while somebody speaks, except that
    the quietest fifth of the last 1.5 s, or a sound as steady as a fan's, lifts it."""

    def __init__(self) -> None:
        self._frames = np.zeros((REMEMBERED, COUNT), np.float32)
        self._seen = 0
        self._spread = np.full(COUNT, 2.0, np.float32)
        self._margin = MARGIN + SPREADS * self._spread
        self.bands: Decibels = np.zeros(COUNT, np.float32)

    def above(self, frame: Decibels, voiced: bool) -> float:
        """How far this frame stands out of the room, dB, the mean of all bands; the floor then moves. `voiced`: before it."""
        self._frames[self._seen % REMEMBERED] = frame
        self._seen += 1
        if self._seen <= FIRST:
            self.bands = self._frames[: self._seen].mean(axis=0)
            return 0.0
        if self._seen % EVERY == 0:
            self._lift()
        apart = frame - self.bands
        out = float(np.add.reduce(np.minimum(np.maximum(apart - self._margin, 0.0), TALLEST))) / COUNT
        falls = np.minimum(apart, 0.0)
        if voiced:
            self.bands = self.bands + FALL * falls
            return out
        self.bands = self.bands + RISE * apart + (FALL - RISE) * falls
        self._spread += SPREAD * (np.abs(apart) - self._spread)
        self._margin = MARGIN + SPREADS * self._spread
        return out

    def _lift(self) -> None:
        seen = min(self._seen, REMEMBERED)
        low = np.partition(self._frames[:seen], int(LOW * (seen - 1)), axis=0)[int(LOW * (seen - 1))]
        if seen >= STEADY_FRAMES:
            lately = self._frames[np.arange(self._seen - STEADY_FRAMES, self._seen) % REMEMBERED]
            if float(lately.std(axis=0).mean()) < STEADY:
                low = np.maximum(low, lately.mean(axis=0))
        newest = self._frames[np.arange(self._seen - EVERY, self._seen) % REMEMBERED].mean(axis=0)
        self.bands = np.maximum(self.bands, np.minimum(low, newest))
