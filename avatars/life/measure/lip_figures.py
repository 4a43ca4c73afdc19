"""How the mouth keeps to the voice."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.measure.log import Log

LAGS: Final = np.arange(-0.14, 0.141, 0.01)
"""Seconds the mouth is tried before (negative) and after the sound."""


def _lag(times: npt.NDArray[Any], mouth: npt.NDArray[Any], log: Log) -> float:
    """The lag with the highest correlation, ms; positive when the mouth leads."""
    assert log.speech is not None
    matches = []
    for lag in LAGS:
        sound = np.array([log.speech.loudness(t - lag) for t in times])
        if sound.std() < 1e-9 or mouth.std() < 1e-9:
            return float("nan")
        matches.append(float(np.corrcoef(mouth, sound)[0, 1]))
    top = int(np.clip(np.argmax(matches), 1, len(LAGS) - 2))
    before, here, after = matches[top - 1 : top + 2]
    bend = before - 2 * here + after
    between = 0.5 * (before - after) / bend if abs(bend) > 1e-12 else 0.0  # the top of the parabola through three lags
    return -1000 * float(LAGS[top] + between * (LAGS[1] - LAGS[0]))


def lags(log: Log) -> tuple[float, float]:
    """How far the mouth leads the sound, ms: over all, and the spread (sd) from one stretch of three seconds to the next.

    A frame is seen from its time on for its whole length, so the mouth stands in its middle.
    """
    said = log.array("said")
    sounding = said >= 0
    if log.speech is None or not sounding.any():
        return float("nan"), float("nan")
    times, mouth = said[sounding] + 0.5 / log.fps, log.array("opening")[sounding]
    length = 3 * log.fps
    parts = [_lag(times[i : i + length], mouth[i : i + length], log) for i in range(0, len(times) - length, length)]
    return _lag(times[:3600], mouth[:3600], log), float(np.nanstd(parts)) if parts else float("nan")


def closures(log: Log) -> tuple[float, float]:
    """Per cent of closures that a frame shows shut, and the widest opening in the middle of one."""
    if log.speech is None:
        return float("nan"), float("nan")
    said, gate, opening = log.array("said"), log.array("gate"), log.array("opening")
    shut, widest = [], 0.0
    for start, end in log.speech.closures:
        frames = np.flatnonzero((said >= start - 0.06) & (said <= end + 0.03))
        if len(frames) and said[frames[-1]] >= end:
            shut.append(bool((gate[frames] >= 0.95).any()))
            widest = max(widest, float(opening[frames][np.argmax(gate[frames])]))
    return (100 * float(np.mean(shut)), widest) if shut else (float("nan"), float("nan"))
