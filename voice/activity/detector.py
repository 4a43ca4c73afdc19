"""Whether somebody speaks, frame by frame."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.activity.bands import FRAME, RATE, Bands, Decibels
from voice.activity.noise_floor import NoiseFloor

STRICTEST: Final = 3
"""WebRTC's mode that takes the least for speech."""

STANDS_OUT: Final = 1.0
STAYS_OUT: Final = 0.8
"""dB by which a frame must stand out of the room, the mean of all bands, for a voice to begin and to go on."""

ONSET: Final = 3
AMONG: Final = 5
"""So many of the last five frames must be speech before somebody speaks: a click is one or two."""

HOLD: Final = 15
"""Frames (0.15 s) without speech after which nobody speaks: the closure of a slow "t" is shorter."""

LONGEST: Final = 800
"""Frames (8 s) without a gap after which what goes on is the room's: people breathe."""

LOUDEST: Final = 8
"""Frames, the loudest of which counts while somebody speaks: within a word some sounds are weak."""

QUIETEST: Final = -65.0
"""dB of full scale below which nothing is a voice."""

FULL_SCALE: Final = 90.3
"""dB of int16's full scale over one unit."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What the newest frame says. `since`: the second at which the voice began or, where none is, ended, in the clock of `at`.

    `level_db` and `floor_db` are of full scale: the sound now, and the room without a voice.
    """

    voiced: bool
    level_db: float
    floor_db: float
    since: float = 0.0


class VoiceActivity:
    """WebRTC's detector (mode 3, 10 ms) where the sound also stands out of a noise floor of nine bands.

    Each alone fails: the one on hum and low noise, the other on weak consonants; together they hold from 40 to 5 dB of
    signal over noise. 16 kHz mono int16 in pieces of any length. About 0.03 ms a frame.
    """

    def __init__(self, rate: int = RATE) -> None:
        import webrtcvad

        if rate != RATE:
            raise ValueError("voice activity is looked for at 16 kHz")
        self._vad = webrtcvad.Vad(STRICTEST)
        self._bands, self._floor = Bands(), NoiseFloor()
        self._rest: npt.NDArray[np.int16] = np.zeros(0, np.int16)
        self._votes: deque[bool] = deque([False] * AMONG, AMONG)
        self._lately: deque[float] = deque([0.0] * LOUDEST, LOUDEST)
        self._quiet = self._spell = 0
        self._now = Activity(False, -FULL_SCALE, -FULL_SCALE)

    def feed(self, pcm: npt.NDArray[np.int16], at: float) -> Activity:
        """The next piece, whose first sample came at second `at`; what is so at its end. Frames are looked at once whole."""
        sound = np.concatenate((self._rest, pcm)) if len(self._rest) else pcm
        at -= len(self._rest) / RATE
        count = len(sound) // FRAME
        self._rest = sound[count * FRAME :].copy()
        if count:
            data = np.ascontiguousarray(sound[: count * FRAME], dtype="<i2")
            rows, raw = self._bands.feed(data), data.tobytes()
            levels = loudness(rows)
            for number in range(count):
                speech = self._vad.is_speech(raw[2 * number * FRAME : 2 * (number + 1) * FRAME], RATE)
                self._look(rows[number], float(levels[number]), speech, at + number * FRAME / RATE)
            self._now = replace(self._now, floor_db=float(loudness(self._floor.bands)))
        return self._now

    def skip(self, count: int, at: float) -> Activity:
        """Leave out `count` samples in which nobody can be heard; the noise floor stays as it is."""
        for number in range(count // FRAME):
            self._votes.append(False)
            self._settle(False, at + number * FRAME / RATE, self._now.level_db, self._now.floor_db)
        return self._now

    def _look(self, row: Decibels, level: float, speech: bool, at: float) -> None:
        """One frame, which began at `at`."""
        voiced = self._now.voiced
        self._lately.append(self._floor.above(row, voiced and self._spell < LONGEST))
        out = max(self._lately) if voiced else sum(list(self._lately)[-3:]) / 3
        vote = speech and out > (STAYS_OUT if voiced else STANDS_OUT) and level > QUIETEST
        self._votes.append(vote)
        self._settle(vote, at, level, self._now.floor_db)

    def _settle(self, vote: bool, at: float, level: float, floor: float) -> None:
        before = self._now
        self._quiet = 0 if vote else self._quiet + 1
        self._spell = self._spell + 1 if before.voiced else 0
        if before.voiced and self._quiet > HOLD:
            self._now = Activity(False, level, floor, at - HOLD * FRAME / RATE)
        elif not before.voiced and sum(self._votes) >= ONSET:
            self._now = Activity(True, level, floor, at - (AMONG - 1 - self._votes.index(True)) * FRAME / RATE)
        else:
            self._now = Activity(before.voiced, level, floor, before.since)


def loudness(bands: Decibels) -> Decibels:
    """All bands together, the last axis, dB of full scale."""
    total: Decibels = 10.0 * np.log10(np.add.reduce(10.0 ** (bands * 0.1), axis=-1)) - FULL_SCALE
    return total
