"""Keeping arms out of the trunk on their way: an arm whose forearm would enter it is swung out at the shoulder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from avatars.life.bones import Bones
from avatars.rig.humanoid import INDEX
from avatars.rig.rotation import Array, cross, from_vector, inverse, multiply, rotate
from avatars.rig.surface import Surface

ALONG: Final = (0.3, 0.6, 0.9)
"""Places along a forearm that are looked at."""
THICK: Final = (0.026, 0.022, 0.018)
"""Radii of a forearm there, metres."""
SOFT: Final = 0.008
"""Metres before contact at which the arm begins to give way."""
LEVELS: Final = ("hips", "spine", "chest", "upperChest")
ROUNDS: Final = 2


class Clearing:
    """Knows one body's surface at rest."""

    def __init__(self, rest: Mapping[str, Array], surface: Surface, size: float) -> None:
        self._rest, self._surface, self._size = rest, surface, size
        tops = [rest[name][1] for name in LEVELS[1:]] + [rest["leftUpperArm"][1]]
        lows = [rest["leftUpperLeg"][1] - 0.05, *tops[:-1]]
        self._levels = list(zip(LEVELS, lows, tops, strict=True))

    def clear(self, pose: Array, hips: Array) -> None:
        """Swing both upper arms of `pose` out as far as needed."""
        bones = Bones(pose, hips, self._rest)
        for side in ("left", "right"):
            for _ in range(ROUNDS):
                if not self._swing(pose, bones, side):
                    break
                bones.forget(side)

    def _swing(self, pose: Array, bones: Bones, side: str) -> bool:
        shoulder, elbow, wrist = (bones.place(f"{side}{bone}") for bone in ("UpperArm", "LowerArm", "Hand"))
        deepest, point, out = 0.0, elbow, elbow
        for share, thick in zip(ALONG, THICK, strict=True):
            here = elbow + share * (wrist - elbow)
            depth, way = self._depth(here, bones)
            depth = _soft(depth + thick * self._size)
            if depth > deepest:
                deepest, point, out = depth, here, way
        if deepest <= 1e-5:
            return False
        lever = point - shoulder
        axis = cross(lever, out)
        length = float(np.linalg.norm(axis))
        if length < 1e-6:
            return False
        angle = min(deepest / max(length, 0.05), 0.35)
        turn = from_vector(axis / length * angle)
        above = bones.turn(f"{side}Shoulder")
        row = INDEX[f"{side}UpperArm"]
        pose[row] = multiply(inverse(above), multiply(turn, multiply(above, pose[row])))
        return True

    def _depth(self, point: Array, bones: Bones) -> tuple[float, Array]:
        """How deep a world point is in the trunk (metres), and the way out in the world."""
        best, way = -1.0, point
        for bone, low, high in self._levels:
            turn = bones.turn(bone)
            home = rotate(inverse(turn), point - bones.place(bone)) + self._rest[bone]
            if not low - 0.02 <= home[1] < high + 0.02:
                continue
            depth = float(self._surface.inside_trunk(home[None])[0])
            # levels melt into each other over two centimetres, for a bent trunk has no steps
            edge = min(home[1] - (low - 0.02), high + 0.02 - home[1]) / 0.04
            depth -= 0.01 * (1.0 - min(max(edge, 0.0), 1.0))
            if depth > best:
                best, way = depth, rotate(turn, self._surface.outward(home))
        return best, way


def _soft(depth: float) -> float:
    """0 while far, the depth when inside, smooth between."""
    if depth <= -SOFT:
        return 0.0
    return depth if depth >= SOFT else (depth + SOFT) ** 2 / (4 * SOFT)
