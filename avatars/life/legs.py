"""A leg of two bones whose foot stays where it stands: inverse kinematics with a knee that never snaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.channels import AT, Channels
from avatars.life.frames import frame, turn_between, unit3
from avatars.rig.humanoid import INDEX
from avatars.rig.rotation import Array, about, cross, inverse, multiply, rotate

REACH: Final = 0.999
"""Part of its length a leg stretches at most."""
SOFT: Final = 0.004
"""Part of its length over which the hips sink softly instead of the knee going straight."""


class Leg:
    """Knows the lengths and the foot's place of one leg at rest."""

    def __init__(self, side: str, rest: Mapping[str, npt.NDArray[Any]]) -> None:
        self._rows = [INDEX[f"{side}{bone}"] for bone in ("UpperLeg", "LowerLeg", "Foot", "Toes")]
        self._sign = 1.0 if side == "left" else -1.0
        key = f"foot.{side[0]}"
        self._at = {part: AT[f"{key}.{part}"] for part in ("x", "y", "z", "yaw", "heel")} | {"knee": AT[f"knee.{side[0]}"]}
        hip, knee, ankle, toes = (rest[f"{side}{bone}"] for bone in ("UpperLeg", "LowerLeg", "Foot", "Toes"))
        self._from_hips = hip - rest["hips"]
        self._hips = rest["hips"]
        self._thigh, self._shin = knee - hip, ankle - knee
        self._a, self._b = float(np.linalg.norm(self._thigh)), float(np.linalg.norm(self._shin))
        self._ankle = ankle
        # a body without toe bones rolls over a point where they would be
        ball = toes if float(np.linalg.norm(toes - ankle)) > 1e-3 else ankle + np.array([0.0, 0.02 - ankle[1], 0.1])
        self._to_ball = np.array([ball[0] - ankle[0], min(ball[1], 0.03) - ankle[1], ball[2] - ankle[2]])
        across = np.array([1.0, 0.0, 0.0])
        self._thigh_frame = frame(self._thigh, across)
        self._shin_frame = frame(self._shin, across)

    def _foot(self, channels: Channels, size: float) -> tuple[Array, Array]:
        """Where the ankle goes, and the foot's turn in the world: the ball of the foot stays, the heel rises over it."""
        x, y, z, yaw, heel = (float(channels[self._at[part]]) for part in ("x", "y", "z", "yaw", "heel"))
        level = about("y", yaw)
        turn = multiply(level, about("x", heel)) if abs(heel) > 1e-9 else level
        place = self._ankle + size * np.array([x, y, z])
        if abs(heel) > 1e-9:
            place = place + rotate(level, self._to_ball) - rotate(turn, self._to_ball)
        return np.asarray(place), turn

    def within_reach(self, hips: Array, turn: Array, channels: Channels, size: float) -> Array:
        """The hips lowered, softly, if this leg could hardly reach its foot."""
        target, _ = self._foot(channels, size)
        socket = self._hips + hips + rotate(turn, self._from_hips)
        flat = float(np.hypot(socket[0] - target[0], socket[2] - target[2]))
        longest = (self._a + self._b) * REACH
        highest = target[1] + float(np.sqrt(max(longest * longest - flat * flat, 1e-6)))
        soft = SOFT * longest
        over = (socket[1] - highest) / soft
        down = soft * (over if over > 30 else float(np.log1p(np.exp(over))))
        return np.asarray(hips - np.array([0.0, down, 0.0]))

    def plant(self, pose: Array, hips: Array, channels: Channels, size: float) -> None:
        """Bend the leg so that the ankle stands on its place and the sole stays flat, or rolls over the toes."""
        upper_row, lower_row, foot_row, toes_row = self._rows
        turn = pose[0]
        target, foot = self._foot(channels, size)
        socket = self._hips + hips + rotate(turn, self._from_hips)
        way = target - socket
        distance = min(float(np.linalg.norm(way)), (self._a + self._b) * REACH)
        direction = way / max(float(np.linalg.norm(way)), 1e-9)
        out = self._sign * float(channels[self._at["knee"]])
        yaw = about("y", 0.6 * channels[self._at["yaw"]] + 0.4 * channels[AT["hips.yaw"]] + out)
        across = rotate(yaw, np.array([1.0, 0.0, 0.0]))
        cosine = (self._a**2 + distance**2 - self._b**2) / (2 * self._a * distance)
        bend = float(np.arccos(np.clip(cosine, -1.0, 1.0)))
        normal = unit3(across - direction * float(across @ direction))
        forward = cross(normal, direction)
        thigh = direction * np.cos(bend) - forward * np.sin(bend)
        knee = socket + thigh * self._a
        shin = unit3(socket + direction * distance - knee)
        upper = turn_between(self._thigh_frame, frame(thigh, normal))
        lower = turn_between(self._shin_frame, frame(shin, normal))
        pose[upper_row] = multiply(inverse(turn), upper)
        pose[lower_row] = multiply(inverse(upper), lower)
        pose[foot_row] = multiply(inverse(lower), foot)
        heel = float(channels[self._at["heel"]])
        if abs(heel) > 1e-9:
            pose[toes_row] = about("x", -heel)
