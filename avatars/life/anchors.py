"""Places on a body that hands go to, on any humanoid: each rides on a bone and is measured on the body's own surface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from avatars.life.bones import Bones
from avatars.rig.rotation import Array, rotate
from avatars.rig.surface import Surface

SIDED: Final = ("cheek", "hair", "hip", "lap", "forearm", "elbow", "hand")
"""Places there are two of: the plain name is the one on the reaching hand's own side, ``other ...`` the one across."""
PLACES: Final = ("chin", "mouth", "heart", "sternum", "belly", "low", "front", "neck", *SIDED)
NAMES: Final = (*PLACES, *(f"other {name}" for name in SIDED))


class Anchors:
    """World places and turns of the anchors in a pose."""

    def __init__(self, rest: Mapping[str, Array], surface: Surface, size: float) -> None:
        self._rest = rest
        head, chest = rest["head"], rest["upperChest"]
        chin = surface.chin
        high = max(float((rest["leftEye"] + rest["rightEye"])[1] / 2 - chin[1]), 0.05)
        sternum = chest[1] + 0.35 * (rest["neck"][1] - chest[1])
        navel = 0.5 * (rest["spine"][1] + rest["chest"][1])
        low = rest["hips"][1] - 0.01
        across = 0.045 * size
        self._fixed: dict[str, tuple[str, Array]] = {
            "chin": ("head", chin),
            "mouth": ("head", chin + np.array([0.0, 0.36 * high, 0.06 * high])),
            "heart": ("upperChest", np.array([across, sternum - 0.01, surface.before(across, sternum - 0.01)])),
            "sternum": ("upperChest", np.array([0.0, sternum, surface.front(sternum)])),
            "front": ("upperChest", np.array([0.0, chin[1] - 0.16 * size, rest["leftUpperArm"][2]])),
            "neck": ("neck", np.array([0.0, rest["neck"][1], rest["neck"][2]])),
            "belly": ("spine", np.array([0.0, navel, surface.front(navel)])),
            "low": ("hips", np.array([0.0, low, surface.front(low)])),
        }
        ear = surface.head_half
        hip = rest["hips"][1] + 0.055 * size
        thigh = 0.62
        for side, sign in (("l", 1.0), ("r", -1.0)):
            long = "left" if side == "l" else "right"
            leg, knee = rest[f"{long}UpperLeg"], rest[f"{long}LowerLeg"]
            elbow, wrist = rest[f"{long}LowerArm"], rest[f"{long}Hand"]
            over = leg + thigh * (knee - leg)
            places = {
                "cheek": ("head", chin + np.array([sign * 0.72 * ear, 0.55 * high, -0.25 * surface.face])),
                "hair": ("head", np.array([sign * 1.03 * ear, chin[1] + 0.75 * high, head[2] + 0.35 * surface.face])),
                "hip": ("hips", np.array([sign * surface.half(hip), hip, 0.5 * (surface.front(hip) + surface.back(hip))])),
                "lap": (f"{long}UpperLeg", over + np.array([0.0, 0.0, 0.075 * size])),
                "forearm": (f"{long}LowerArm", elbow + 0.72 * (wrist - elbow)),
                "elbow": (f"{long}LowerArm", elbow + np.array([0.0, -0.02, -0.02]) * size),
                "hand": (f"{long}Hand", wrist + 0.6 * (rest[f"{long}MiddleProximal"] - wrist)),
            }
            self._fixed |= {f"{name}.{side}": place for name, place in places.items()}

    def find(self, name: str, side: str) -> tuple[str, Array]:
        """The bone an anchor rides on and its place at rest, for a hand of `side`."""
        if name.startswith("other "):
            name, side = name.removeprefix("other "), "r" if side == "l" else "l"
        return self._fixed[f"{name}.{side}" if name in SIDED else name]

    def place(self, name: str, side: str, bones: Bones) -> tuple[Array, Array]:
        """World place of an anchor, and the turn (quaternion) of its frame: its bone's, the chest's for places on an arm."""
        bone, rest = self.find(name, side)
        on_arm = bone.endswith(("Arm", "Hand"))
        return bones.place(bone) + rotate(bones.turn(bone), rest - self._rest[bone]), bones.turn("upperChest" if on_arm else bone)
