"""The normalised humanoid: poses in world-aligned axes that fit every avatar.

A pose is an array (len(BONES), 4) of quaternions: what each bone turns, from the T-pose, in axes that at rest are the
world's (VRM 1.0, "normalised" bones). +X pitches forward, +Y yaws to her left, +Z rolls toward her right shoulder.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.rig.rotation import IDENTITY, Array, inverse, multiply, rotate
from avatars.rig.skeleton import Skeleton
from avatars.vrm.humanoid import BONES, PARENTS

INDEX: Final = {name: i for i, name in enumerate(BONES)}
STANDS_FOR: Final = (
    ("upperChest", "chest"), ("chest", "spine"), ("neck", "head"), ("leftShoulder", "leftUpperArm"),
    ("rightShoulder", "rightUpperArm"),
)
"""Where an avatar lacks the first bone, the second takes its turn too; in this order."""


def rest_pose() -> Array:
    """The T-pose."""
    return np.tile(IDENTITY, (len(BONES), 1))


class Humanoid:
    """Writes poses into the skeleton of one avatar."""

    def __init__(self, skeleton: Skeleton, bones: Mapping[str, int]) -> None:
        self._skeleton = skeleton
        self.bones = dict(bones)
        names = [name for name in BONES if name in bones]
        self._rows = np.array([INDEX[name] for name in names])
        self._nodes = np.array([bones[name] for name in names])
        parents = skeleton.parents[self._nodes]
        above = np.where(parents[:, None] >= 0, skeleton.rest_turn[parents], IDENTITY)
        self._above, self._below = above, inverse(above)
        self._rest = skeleton.rest_rotation[self._nodes]
        self._folds = [(INDEX[gone], INDEX[kept], gone not in ("upperChest", "chest"))
                       for gone, kept in STANDS_FOR if gone not in bones]
        self.positions = self._rest_positions()

    def apply(self, pose: npt.NDArray[Any], hips: npt.NDArray[Any]) -> None:
        """Set the bones to `pose`, the hips moved by `hips` (3,) metres from rest. World matrices are not yet updated."""
        if self._folds:
            pose = pose.copy()
            for gone, kept, before in self._folds:
                first, second = (gone, kept) if before else (kept, gone)
                pose[kept] = multiply(pose[first], pose[second])
        turned = multiply(multiply(multiply(self._below, pose[self._rows]), self._above), self._rest)
        self._skeleton.rotation[self._nodes] = turned
        node = self.bones["hips"]
        parent = self._skeleton.parents[node]
        offset = hips if parent < 0 else np.linalg.solve(self._skeleton.rest_world[parent, :3, :3], hips)
        self._skeleton.translation[node] = self._skeleton.rest_translation[node] + offset

    def turn_bone(self, name: str, q: npt.NDArray[Any]) -> None:
        """Set one bone's normalised rotation; nothing if the avatar lacks it."""
        if name not in self.bones:
            return
        row = int(np.flatnonzero(self._rows == INDEX[name])[0])
        turned = multiply(multiply(multiply(self._below[row], q), self._above[row]), self._rest[row])
        self._skeleton.rotation[self._nodes[row]] = turned

    def _rest_positions(self) -> dict[str, Array]:
        """World rest position of every bone; a missing one lies where the nearest bone above it does."""
        found: dict[str, Array] = {}
        for name in BONES:
            if name in self.bones:
                found[name] = self._skeleton.rest_world[self.bones[name], :3, 3].copy()
            else:
                found[name] = found[PARENTS[name]].copy()
        return found


def _depth(name: str) -> int:
    return 0 if name == "hips" else 1 + _depth(PARENTS[name])


LEVELS: Final = tuple(
    (np.array([INDEX[name] for name in names]), np.array([INDEX[PARENTS[name]] for name in names]))
    for names in ([name for name in BONES if _depth(name) == depth] for depth in range(1, 1 + max(map(_depth, BONES))))
)
"""Bones and their parents, a generation after the other."""


def world_turns(pose: npt.NDArray[Any]) -> Array:
    """World rotations of all bones of a normalised pose."""
    turns = pose.copy()
    for bones, above in LEVELS:
        turns[bones] = multiply(turns[above], pose[bones])
    return turns


def world_positions(
    pose: npt.NDArray[Any], hips: npt.NDArray[Any], rest: Mapping[str, Array], turns: npt.NDArray[Any] | None = None
) -> Array:
    """World positions (len(BONES), 3) of all bones of a normalised pose; `turns` if its world rotations are known."""
    turns = world_turns(pose) if turns is None else turns
    home = np.array([rest[name] for name in BONES])
    places = np.zeros((len(BONES), 3))
    places[0] = rest["hips"] + hips
    for bones, above in LEVELS:
        places[bones] = places[above] + rotate(turns[above], home[bones] - home[above])
    return places
