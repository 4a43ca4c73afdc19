"""From channels to a normalised pose: trunk, arms and fingers by angle, legs by inverse kinematics onto planted feet,
hands to what they touch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.anchors import Anchors
from avatars.life.arm_reach import Arms, Grips
from avatars.life.channels import ARM, AT, TRUNK, Channels
from avatars.life.clearing import Clearing
from avatars.life.legs import Leg
from avatars.rig.humanoid import INDEX, rest_pose
from avatars.rig.rotation import Array, about, multiply
from avatars.rig.surface import Surface
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
OPPOSED: Final = (70.0, 30.0)
"""Degrees a wholly opposed thumb turns before the palm, and away from the fingers."""


def _turn(channels: Channels, name: str) -> Array:
    yaw, pitch, roll = (channels[AT[f"{name}.{turn}"]] for turn in ("yaw", "pitch", "roll"))
    return multiply(multiply(about("y", yaw), about("x", pitch)), about("z", roll))


class Poser:
    """Knows the rest positions of one avatar's bones; holds no state between calls."""

    def __init__(self, rest: Mapping[str, npt.NDArray[Any]], surface: Surface) -> None:
        self._rest = rest
        self._legs = [Leg(side, rest) for side in ("left", "right")]
        self._fingers = {side: [INDEX[name] for name in finger_bones(side)] for side in ("left", "right")}
        leg = sum(float(np.linalg.norm(rest[f"{s}UpperLeg"] - rest[f"{s}Foot"])) for s in ("left", "right")) / 2
        self.size = leg / 0.80
        """How large this body is beside the one the numbers were tuned on: scales every length."""
        self.anchors = Anchors(rest, surface, self.size)
        self._arms = Arms(rest, self.anchors, self.size)
        self._clearing = Clearing(rest, surface, self.size)

    @property
    def sitting(self) -> tuple[float, float]:
        """`hips.y` and `hips.z` of sitting with level thighs over upright shins."""
        rest = self._rest
        hip, knee, ankle = (rest[f"left{bone}"] for bone in ("UpperLeg", "LowerLeg", "Foot"))
        thigh = float(np.linalg.norm(knee - hip))
        high = knee[1] + 0.015 * self.size
        return float((high - hip[1]) / self.size), float((ankle[2] + 0.02 * self.size - 0.98 * thigh - hip[2]) / self.size)

    def seat(self, surface: Surface) -> Array:
        """The middle of the top of the seat she sits on, in the world."""
        y, z = self.sitting
        hip = self._rest["leftUpperLeg"]
        deep = 0.5 * (surface.front(hip[1]) - surface.back(hip[1]))
        return np.array([0.0, hip[1] + self.size * y - 0.72 * deep, hip[2] + self.size * z])

    def pose(self, channels: Channels, grips: Grips = (), *, clear: bool = False) -> tuple[Array, Array]:
        """The pose, and the hips' offset in metres. `grips`: what the hands touch, each with its weight; `clear`: arms
        that would enter the trunk give way to it."""
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
        if grips:
            self._arms.bring(pose, hips, grips)
        if clear:
            self._clearing.clear(pose, hips)
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
        turns[:, 0] = multiply(about("y", -sign * spread * SPREADS), turns[:, 0])
        # the thumb bends toward the fingers, and goes before the palm the more it closes or opposes them
        opposed = float(channels[AT[f"{side[0]}.oppose"]])
        turns[0] = about("y", sign * 0.9 * bends[0])
        root = multiply(turns[0, 0], about("y", -sign * OPPOSED[1] * opposed))
        turns[0, 0] = multiply(about("x", THUMB_IN * min(float(curls[0, 0]), 1.6) + OPPOSED[0] * opposed), root)
        pose[self._fingers[side]] = turns.reshape(15, 4)
