"""How loud a microphone is, in figures and in one word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from voice.devices.clipping import ClippingWatch
from voice.devices.room_floor import RoomFloor
from voice.devices.silence import BLOCK
from voice.loudness import SCALE, SILENT, decibels, on_meter, peak_decibels

Verdict = Literal["silence", "quiet", "soft", "good", "loud", "clips"]
"""``silence``: nobody spoke yet; ``quiet``: too soft to be understood for sure; ``loud`` comes close to the top."""

HOLD: Final = 8.0
"""Seconds after which what was said counts no more."""

SPOKE: Final = 10.0
"""Decibels above the room's noise at which somebody speaks."""

BOUNDS: Final[tuple[tuple[float, Verdict], ...]] = ((-48.0, "quiet"), (-36.0, "soft"), (-6.0, "good"))
"""Decibels of the loudest tenth of a second below which speech is so called."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`level` and `peak` 0..1 on a scale of 60 dB, `peak` of single samples; `floor_db` of the room without a voice, decibels
    below full scale."""

    level: float
    peak: float
    floor_db: float
    clips: bool
    verdict: Verdict


class LevelMeter:
    """Feed it everything; `read` gives what came since it was last read, and a word on the last seconds."""

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.int16)
        self._clipping = ClippingWatch()
        self._level = self._peak = 0.0
        self._floor = RoomFloor()
        self._loudest: list[float] = []

    def feed(self, pcm: npt.NDArray[np.int16], rate: int) -> None:
        """The next piece, mono."""
        if not len(pcm):
            return
        self._peak = max(self._peak, on_meter(peak_decibels(pcm)))
        self._level = max(self._level, on_meter(decibels(pcm)))
        size = max(1, round(BLOCK * rate))
        held = np.concatenate((self._rest, pcm))
        whole = len(held) // size * size
        self._rest = held[whole:].copy()
        for block in held[:whole].reshape(-1, size):
            self._judge(block)

    def read(self) -> Reading:
        """Since the last time."""
        reading = Reading(self._level, self._peak, self.floor, self._clipping.clips, self.verdict())
        self._level = self._peak = 0.0
        return reading

    @property
    def floor(self) -> float:
        """The room's noise, decibels below full scale."""
        return -SCALE if self._floor.level is None else self._floor.level

    def verdict(self) -> Verdict:
        """On what was said in the last seconds."""
        loudest = max(self._loudest, default=SILENT)
        if self._clipping.clips:
            return "clips"
        if loudest < self.floor + SPOKE:
            return "silence"
        return next((word for bound, word in BOUNDS if loudest < bound), "loud")

    def _judge(self, block: npt.NDArray[np.int16]) -> None:
        level = decibels(block)
        self._clipping.feed(block, level)
        if level > SILENT:  # digital silence is no room
            self._floor.feed(level)
        self._loudest = [*self._loudest[1 - round(HOLD / BLOCK) :], level]
