"""Whether hands and forearms go into trunk or head: points along them against the body's measured surface."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.rig.humanoid import INDEX
from avatars.rig.rotation import Array, inverse, rotate
from avatars.rig.surface import Surface

THICK: Final = {"Hand": 0.014, "finger": 0.005, "forearm": 0.022}
"""Radii in metres that flesh has around the bones; a sleeve or a palm gives way by some millimetres."""
FINGERS: Final = ("ThumbDistal", "IndexIntermediate", "IndexDistal", "MiddleDistal", "RingDistal", "LittleDistal")
LEVELS: Final = ("hips", "spine", "chest", "upperChest")


class Contact:
    """Knows one body at rest."""

    def __init__(self, rest: Mapping[str, Array], surface: Surface) -> None:
        self._rest, self._surface = rest, surface
        tops = [rest[name][1] for name in LEVELS[1:]] + [rest["leftUpperArm"][1]]
        lows = [rest[name][1] - (0.04 if name == "hips" else 0.0) for name in LEVELS]
        self._levels = list(zip(LEVELS, lows, tops, strict=True))

    def depth(
        self, turns: npt.NDArray[Any], places: npt.NDArray[Any], sides: tuple[str, ...] = ("left", "right")
    ) -> float:
        """How deep the deepest point is, metres; negative: how far the nearest is off."""
        points, radii = self._points(places, sides)
        deepest = -1.0
        for bone, low, high in self._levels:
            back = self._home(bone, points, turns, places)
            within = (back[:, 1] >= low) & (back[:, 1] < high)
            if bool(within.any()):
                deepest = max(deepest, float((self._surface.inside_trunk(back[within]) + radii[within]).max()))
        home = self._home("head", points, turns, places)
        return max(deepest, float((self._surface.inside_head(home) + radii).max()))

    def _points(self, places: npt.NDArray[Any], sides: tuple[str, ...]) -> tuple[Array, Array]:
        points, radii = [], []
        for side in sides:
            elbow, wrist = places[INDEX[f"{side}LowerArm"]], places[INDEX[f"{side}Hand"]]
            knuckle = places[INDEX[f"{side}MiddleProximal"]]
            for share in (0.35, 0.6, 0.85):
                points.append(elbow + share * (wrist - elbow))
                radii.append(THICK["forearm"] * (1.2 - 0.4 * share))
            points += [0.5 * (wrist + knuckle), knuckle]
            radii += [THICK["Hand"]] * 2
            points += [places[INDEX[f"{side}{finger}"]] for finger in FINGERS]
            radii += [THICK["finger"]] * len(FINGERS)
        return np.array(points), np.array(radii)

    def _home(self, bone: str, points: Array, turns: npt.NDArray[Any], places: npt.NDArray[Any]) -> Array:
        """World points taken back to the rest pose with a bone."""
        row = INDEX[bone]
        return np.asarray(rotate(inverse(turns[row]), points - places[row]) + self._rest[bone])
