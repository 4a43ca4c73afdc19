"""World turns and places of the bones of a normalised pose, worked out only where asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy.typing as npt

from avatars.rig.humanoid import INDEX
from avatars.rig.rotation import Array, multiply, rotate
from avatars.vrm.humanoid import PARENTS


class Bones:
    """Reads a pose as it is now; `forget` after changing bones of it."""

    def __init__(self, pose: npt.NDArray[Any], hips: npt.NDArray[Any], rest: Mapping[str, Array]) -> None:
        self._pose, self._hips, self._rest = pose, hips, rest
        self._turns: dict[str, Array] = {}
        self._places: dict[str, Array] = {}

    def turn(self, bone: str) -> Array:
        """World rotation of a bone (4,)."""
        if bone not in self._turns:
            own = self._pose[INDEX[bone]]
            self._turns[bone] = own if bone == "hips" else multiply(self.turn(PARENTS[bone]), own)
        return self._turns[bone]

    def place(self, bone: str) -> Array:
        """World place of a bone (3,)."""
        if bone not in self._places:
            if bone == "hips":
                self._places[bone] = self._rest["hips"] + self._hips
            else:
                above = PARENTS[bone]
                self._places[bone] = self.place(above) + rotate(self.turn(above), self._rest[bone] - self._rest[above])
        return self._places[bone]

    def forget(self, side: str) -> None:
        """The arm of "left" or "right" was changed."""
        for known in (self._turns, self._places):
            for bone in [bone for bone in known if bone.startswith(side)]:
                del known[bone]
