"""Node constraints (`VRMC_node_constraint` 1.0): roll, aim and rotation, applied in the order of their sources."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.rig.rotation import IDENTITY, between, inverse, mix, multiply, rotate
from avatars.rig.skeleton import Skeleton
from avatars.vrm.model import Constraint

AXES: Final[dict[str, npt.NDArray[Any]]] = {
    "X": np.array([1.0, 0, 0]), "Y": np.array([0, 1.0, 0]), "Z": np.array([0, 0, 1.0]),
    "PositiveX": np.array([1.0, 0, 0]), "PositiveY": np.array([0, 1.0, 0]), "PositiveZ": np.array([0, 0, 1.0]),
    "NegativeX": np.array([-1.0, 0, 0]), "NegativeY": np.array([0, -1.0, 0]), "NegativeZ": np.array([0, 0, -1.0]),
}


class Constraints:
    """The constrained nodes of one avatar."""

    def __init__(self, constraints: tuple[Constraint, ...], skeleton: Skeleton) -> None:
        self._constraints = constraints
        self._skeleton = skeleton

    def apply(self) -> None:
        """Turn every constrained node. Local rotations of the sources have to be up to date, world ones for aims."""
        for one in self._constraints:
            rest = self._skeleton.rest_rotation[one.node]
            wanted = {"roll": self._roll, "aim": self._aim, "rotation": self._copy}[one.kind](one, rest)
            self._skeleton.rotation[one.node] = mix(rest, wanted, one.weight)
            self._skeleton.refresh(np.array([one.node]))

    def _moved(self, node: int) -> npt.NDArray[Any]:
        """The source's turn from its rest, in its own rest axes."""
        return multiply(inverse(self._skeleton.rest_rotation[node]), self._skeleton.rotation[node])

    def _copy(self, one: Constraint, rest: npt.NDArray[Any]) -> npt.NDArray[Any]:
        return multiply(rest, self._moved(one.source))

    def _roll(self, one: Constraint, rest: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The twist of the source about the axis, without its swing."""
        axis = AXES[one.axis]
        source_rest = self._skeleton.rest_rotation[one.source]
        moved = self._skeleton.rotation[one.source]
        in_parent = multiply(moved, inverse(source_rest))
        local = multiply(multiply(inverse(rest), in_parent), rest)
        swing = between(axis, rotate(local, axis))
        return multiply(rest, multiply(inverse(swing), local))

    def _aim(self, one: Constraint, rest: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The axis points at the source."""
        skeleton = self._skeleton
        parent = skeleton.parents[one.node]
        above = IDENTITY if parent < 0 else skeleton.turn[parent]
        way = skeleton.world[one.source, :3, 3] - skeleton.world[one.node, :3, 3]
        length = float(np.linalg.norm(way))
        if length < 1e-6:
            return rest
        turn = multiply(above, rest)
        swing = between(rotate(turn, AXES[one.axis]), way / length)
        return multiply(inverse(above), multiply(swing, turn))
