"""The clicks one taps along with: short, soft and even."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

RATE: Final = 44_100
PERIOD: Final = 0.8
"""Seconds from click to click: an easy pace, and long enough that a quarter of a second is never taken for the next one."""
BEATS: Final = 14
LEAD: Final = 1.0
"""Seconds before the first."""
PITCH, FADE, LOUD = 1150.0, 0.012, 0.4


def beat_times() -> list[float]:
    """When the clicks come, in seconds of their sound."""
    return [LEAD + PERIOD * beat for beat in range(BEATS)]


def clicks() -> npt.NDArray[np.int16]:
    """Mono int16 at `RATE`, with a second of silence behind the last click."""
    sound = np.zeros(int(RATE * (beat_times()[-1] + 1.0)), np.float64)
    at = np.arange(int(RATE * 0.08)) / RATE
    click = LOUD * np.sin(2 * np.pi * PITCH * at) * np.exp(-at / FADE)
    for beat in beat_times():
        start = round(beat * RATE)
        sound[start : start + len(click)] += click
    return (sound * 32767).astype(np.int16)
