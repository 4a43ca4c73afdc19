"""A dance to a hundred beats a minute: two phrases of eight beats that take turns, hands up in every fourth bar.

Everything is a function of the beat, so that it can start and end on one; the head comes half a beat late.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from avatars.life.channels import AT, Channels, blank
from avatars.life.easing import smooth

BEAT: Final = 0.6
"""Seconds."""
BAR: Final = 4
SWAY: Final = 0.030
DIP: Final = 0.018


def dance(seconds: float) -> Channels:
    """What the dance adds to its stance, `seconds` after it began."""
    beat = seconds / BEAT
    side = math.sin(math.pi * beat)
    half_late = math.sin(math.pi * (beat - 0.45))
    added = blank()
    at = {"hips.x": SWAY * side}
    at["hips.y"] = -DIP * (0.5 - 0.5 * math.cos(math.tau * (beat + 0.42)))
    at["hips.roll"] = -4.0 * side
    at["hips.yaw"] = 5.0 * math.sin(math.pi * (beat - 0.15))
    at["spine.roll"] = 3.0 * side
    at["chest.yaw"] = -3.0 * math.sin(math.pi * (beat - 0.2))
    at["upperChest.roll"] = 2.6 * math.sin(math.pi * (beat - 0.2))
    at["head.roll"] = 3.4 * half_late
    at["neck.roll"] = 1.2 * half_late
    at["head.pitch"] = 2.2 * math.sin(math.tau * (beat - 0.30))
    _heels(at, beat)
    for name, value in at.items():
        added[AT[name]] += value
    up = _hands_up(beat)
    added += (1.0 - up) * _low(beat) + up * _high(beat)
    return added


def _heels(at: dict[str, float], beat: float) -> None:
    """The heel of the leg without weight rises over its toes."""
    for side, sign in (("l", 1.0), ("r", -1.0)):
        free = max(0.0, -sign * math.sin(math.pi * (beat - 0.05)))
        at[f"foot.{side}.heel"] = 17.0 * free**2
        at[f"knee.{side}"] = -7.0 * free


def _phrase(beat: float) -> float:
    """0 in phrase A, 1 in phrase B; changes over half a beat."""
    at = beat % 16.0
    return smooth((at - 7.6) / 0.8) - smooth((at - 15.6) / 0.8) if at >= 0 else 0.0


def _hands_up(beat: float) -> float:
    """1 in every fourth bar."""
    at = beat % (4 * BAR)
    return smooth((at - (3 * BAR - 0.9)) / 1.1) - smooth((at - (4 * BAR - 1.1)) / 1.1)


def _low(beat: float) -> Channels:
    """Elbows bent, arms that swing past the hips (A) or roll before the chest (B)."""
    b = _phrase(beat)
    made = blank()
    for side, sign, late in (("l", 1.0, 0.0), ("r", -1.0, 0.07)):
        swing = math.sin(math.pi * (beat - 0.25 - late))
        double = math.sin(math.tau * (beat - 0.15 - late))
        made[AT[f"{side}.z"]] = (1 - b) * (6.0 * sign * swing) + b * 4.0 * double
        made[AT[f"{side}.y"]] = (1 - b) * (-12.0 * sign * swing) + b * -12.0
        made[AT[f"{side}.elbow"]] = (1 - b) * (8.0 * double) + b * (22.0 + 10.0 * sign * swing)
        made[AT[f"{side}.fore"]] = (1 - b) * 10.0 * swing * sign + b * 16.0 * double
        made[AT[f"{side}.up"]] = 1.5 * double + 1.5 * sign * swing
        made[AT[f"{side}.hand.z"]] = 7.0 * math.sin(math.tau * (beat - 0.35 - late))
    return made


def _high(beat: float) -> Channels:
    """Both hands over the head, swaying."""
    made = blank()
    for side, sign in (("l", 1.0), ("r", -1.0)):
        sway = math.sin(math.pi * (beat - 0.3))
        made[AT[f"{side}.z"]] = 92.0 + 6.0 * sign * sway
        made[AT[f"{side}.y"]] = -4.0
        made[AT[f"{side}.x"]] = -62.0
        made[AT[f"{side}.elbow"]] = -22.0 + 8.0 * math.sin(math.tau * (beat - 0.2))
        made[AT[f"{side}.up"]] = 9.0
        made[AT[f"{side}.hand.z"]] = 10.0 * sign * sway
        for finger in ("index", "middle", "ring", "little"):
            made[AT[f"{side}.{finger}"]] = -0.35
    return np.asarray(made)
