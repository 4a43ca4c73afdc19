"""From channels to a normalised pose: trunk, arms and fingers by angle, legs by inverse kinematics onto planted feet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.channels import ARM, AT, TRUNK, Channels
from avatars.rig.humanoid import INDEX, rest_pose
from avatars.rig.rotation import Array, about, cross, from_matrix, inverse, multiply, rotate, unit
from avatars.vrm.humanoid import FINGERS, finger_bones

CURLS: Final = {
    "Thumb": ((0, 10, 12), (10, 40, 55)), "Index": ((12, 18, 8), (75, 95, 55)), "Middle": ((18, 26, 12), (75, 95, 55)),
    "Ring": ((24, 30, 14), (75, 95, 55)), "Little": ((28, 32, 16), (75, 95, 55)),
}
"""Degrees of root, middle and tip: relaxed, and closed to a fist."""
SPREADS: Final = np.array([0.0, 3.0, 0.0, -3.0, -6.0])
"""Degrees of each finger, thumb first, at a relaxed spread."""
RELAXED_CURL: Final = np.array([CURLS[finger][0] for finger in FINGERS], np.float64)
FIST_CURL: Final = np.array([CURLS[finger][1] for finger in FINGERS], np.float64)
THUMB_IN: Final = 15.0
REACH: Final = 0.999
"""A leg is never quite straight, or the knee would snap."""
SOFT: Final = 0.03
ARM_BONES: Final = ("Shoulder", "UpperArm", "LowerArm", "Hand")


def _turn(channels: Channels, name: str) -> Array:
    yaw, pitch, roll = (channels[AT[f"{name}.{turn}"]] for turn in ("yaw", "pitch", "roll"))
    return multiply(multiply(about("y", yaw), about("x", pitch)), about("z", roll))


class Poser:
    """Knows the rest positions of one avatar's bones; holds no state between calls."""

    def __init__(self, rest: Mapping[str, npt.NDArray[Any]]) -> None:
        self._rest = rest
        self._legs = [_Leg(side, rest) for side in ("left", "right")]
        self._fingers = {side: [INDEX[name] for name in finger_bones(side)] for side in ("left", "right")}
        leg = sum(float(np.linalg.norm(rest[f"{s}UpperLeg"] - rest[f"{s}Foot"])) for s in ("left", "right")) / 2
        self.size = leg / 0.80
        """How large this body is beside the one the numbers were tuned on: scales every length."""

    def pose(self, channels: Channels) -> tuple[Array, Array]:
        """The pose, and the hips' offset in metres."""
        pose = rest_pose()
        for bone in TRUNK:
            pose[INDEX[bone]] = _turn(channels, bone)
        for side, sign in (("left", 1.0), ("right", -1.0)):
            self._arm(pose, channels, side, sign)
            self._hand(pose, channels, side, sign)
        hips = self.size * channels[[AT["hips.x"], AT["hips.y"], AT["hips.z"]]]
        for leg in self._legs:
            hips = leg.within_reach(hips, pose[0], channels, self.size)
        for leg in self._legs:
            leg.plant(pose, hips, channels, self.size)
        return pose, hips

    @staticmethod
    def _arm(pose: Array, channels: Channels, side: str, sign: float) -> None:
        at = {part: channels[AT[f"{side[0]}.{part}"]] for part in ARM}
        pose[INDEX[f"{side}Shoulder"]] = multiply(about("z", sign * at["up"]), about("y", -sign * at["in"]))
        upper = multiply(multiply(about("y", sign * at["y"]), about("z", sign * at["z"])), about("x", at["x"]))
        pose[INDEX[f"{side}UpperArm"]] = upper
        pose[INDEX[f"{side}LowerArm"]] = multiply(about("y", -sign * at["elbow"]), about("x", at["fore"]))
        pose[INDEX[f"{side}Hand"]] = multiply(about("y", sign * at["hand.y"]), about("z", sign * at["hand.z"]))

    def _hand(self, pose: Array, channels: Channels, side: str, sign: float) -> None:
        spread = channels[AT[f"{side[0]}.spread"]]
        curls = channels[[AT[f"{side[0]}.{finger.lower()}"] for finger in FINGERS]][:, None]
        bends = RELAXED_CURL * np.minimum(curls, 1.0) + (FIST_CURL - RELAXED_CURL) * np.clip(curls - 1.0, 0.0, 1.0)
        turns = about("z", -sign * bends)
        turns[:, 0] = multiply(about("y", sign * spread * SPREADS), turns[:, 0])
        turns[0] = about("y", -sign * 0.9 * bends[0])
        turns[0, 0] = multiply(turns[0, 0], about("x", THUMB_IN * min(float(curls[0, 0]), 1.6)))
        pose[self._fingers[side]] = turns.reshape(15, 4)


class _Leg:
    """Two bones and a foot that stays where it stands."""

    def __init__(self, side: str, rest: Mapping[str, npt.NDArray[Any]]) -> None:
        self._upper, self._lower, self._foot = (INDEX[f"{side}{bone}"] for bone in ("UpperLeg", "LowerLeg", "Foot"))
        self._key = f"foot.{side[0]}"
        hip, knee, ankle = (rest[f"{side}{bone}"] for bone in ("UpperLeg", "LowerLeg", "Foot"))
        self._from_hips = hip - rest["hips"]
        self._hips = rest["hips"]
        self._thigh, self._shin = knee - hip, ankle - knee
        self._a, self._b = float(np.linalg.norm(self._thigh)), float(np.linalg.norm(self._shin))
        self._ankle = ankle
        across = np.array([1.0, 0.0, 0.0])
        self._thigh_frame = _frame(self._thigh, across)
        self._shin_frame = _frame(self._shin, across)

    def _target(self, channels: Channels, size: float) -> Array:
        x, z = channels[AT[f"{self._key}.x"]], channels[AT[f"{self._key}.z"]]
        return self._ankle + size * np.array([x, 0.0, z])

    def within_reach(self, hips: Array, turn: Array, channels: Channels, size: float) -> Array:
        """The hips lowered, if this leg could not reach its foot."""
        target = self._target(channels, size)
        socket = self._hips + hips + rotate(turn, self._from_hips)
        flat = float(np.hypot(socket[0] - target[0], socket[2] - target[2]))
        longest = (self._a + self._b) * REACH
        highest = target[1] + float(np.sqrt(max(longest * longest - flat * flat, 1e-6)))
        return np.asarray(hips - np.array([0.0, max(0.0, socket[1] - highest), 0.0]))

    def plant(self, pose: Array, hips: Array, channels: Channels, size: float) -> None:
        """Bend the leg so that the ankle stands on its place and the sole stays flat."""
        turn = pose[0]
        socket = self._hips + hips + rotate(turn, self._from_hips)
        way = self._target(channels, size) - socket
        distance = min(float(np.linalg.norm(way)), (self._a + self._b) * REACH)
        direction = way / max(float(np.linalg.norm(way)), 1e-9)
        yaw = channels[AT[f"{self._key}.yaw"]]
        knee_yaw = about("y", 0.6 * yaw + 0.4 * channels[AT["hips.yaw"]])
        across = rotate(knee_yaw, np.array([1.0, 0.0, 0.0]))
        cosine = (self._a**2 + distance**2 - self._b**2) / (2 * self._a * distance)
        bend = float(np.arccos(np.clip(cosine, -1.0, 1.0)))
        normal = unit3(across - direction * float(across @ direction))
        forward = cross(normal, direction)
        thigh = direction * np.cos(bend) - forward * np.sin(bend)
        knee = socket + thigh * self._a
        shin = unit3(socket + direction * distance - knee)
        upper = _turn_between(self._thigh_frame, _frame(thigh, normal))
        lower = _turn_between(self._shin_frame, _frame(shin, normal))
        pose[self._upper] = multiply(inverse(turn), upper)
        pose[self._lower] = multiply(inverse(upper), lower)
        pose[self._foot] = multiply(inverse(lower), about("y", yaw))


def unit3(v: npt.NDArray[Any]) -> Array:
    """A vector of length one."""
    return np.asarray(v / max(float(np.linalg.norm(v)), 1e-12))


def _frame(along: npt.NDArray[Any], across: npt.NDArray[Any]) -> Array:
    """Columns: along, across made square to it, and their cross product."""
    along = unit3(along)
    across = unit3(across - along * float(across @ along))
    return np.stack((along, across, cross(along, across)), axis=1)


def _turn_between(rest: Array, now: Array) -> Array:
    return unit(from_matrix(now @ rest.T))
