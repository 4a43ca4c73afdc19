"""What swings, and what it must not pass through: VRMC_springBone (specification 1.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.gltf_writer.binary import Json
from avatars.shape.body_shape import BodyShape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.forge.part import Joint, Spring

Offset = tuple[float, float, float]
_SPHERES: tuple[tuple[str, str, Offset, float], ...] = (
    # group, bone, offset from the bone, radius
    ("head", "head", (0.0, 0.085, -0.018), 0.086),
    ("head", "head", (0.0, 0.040, 0.020), 0.060),
    ("trunk", "upperChest", (0.055, 0.000, 0.010), 0.095),
    ("trunk", "upperChest", (-0.055, 0.000, 0.010), 0.095),
)
_CAPSULES: tuple[tuple[str, str, Offset, Offset, float], ...] = (
    # group, bone, offset and tail from the bone, radius
    ("trunk", "neck", (0.0, -0.010, 0.000), (0.0, 0.060, 0.010), 0.055),
    ("trunk", "upperChest", (0.035, 0.110, -0.022), (0.130, 0.095, -0.022), 0.052),
    ("trunk", "upperChest", (-0.035, 0.110, -0.022), (-0.130, 0.095, -0.022), 0.052),
    ("arms", "leftUpperArm", (0.0, 0.0, 0.0), (0.22, 0.0, 0.0), 0.056),
    ("arms", "rightUpperArm", (0.0, 0.0, 0.0), (-0.22, 0.0, 0.0), 0.056),
    ("legs", "leftUpperLeg", (0.0, 0.0, 0.0), (0.008, -0.39, 0.0), 0.082),
    ("legs", "rightUpperLeg", (0.0, 0.0, 0.0), (-0.008, -0.39, 0.0), 0.082),
    ("legs", "leftLowerLeg", (0.0, 0.0, 0.0), (0.004, -0.30, -0.02), 0.052),
    ("legs", "rightLowerLeg", (0.0, 0.0, 0.0), (-0.004, -0.30, -0.02), 0.052),
)


def extension(
    springs: Sequence[Spring], joints: Sequence[Joint], node: Mapping[str, int], shape: BodyShape | None = None
) -> Json:
    """The extension for these chains; what hangs from the head minds head, trunk and arms, the rest the legs.

    `joints` stand where `shape` has bent them; the colliders, given for the plain body, are bent alike.
    """
    fit = _Fit({joint.name: joint.position for joint in joints}, shape or BodyShape({}))
    colliders: list[Json] = []
    groups: dict[str, list[int]] = {}
    for group, bone, offset, radius in _SPHERES:
        groups.setdefault(group, []).append(len(colliders))
        sphere = {"offset": fit.place(bone, offset), "radius": fit.radius(bone, offset, radius)}
        colliders.append({"node": node[bone], "shape": {"sphere": sphere}})
    for group, bone, offset, tail, radius in _CAPSULES:
        groups.setdefault(group, []).append(len(colliders))
        ends = {"offset": fit.place(bone, offset), "tail": fit.place(bone, tail)}
        colliders.append({"node": node[bone], "shape": {"capsule": {**ends, "radius": fit.radius(bone, offset, radius)}}})
    number = {name: i for i, name in enumerate(groups)}
    parents = {joint.name: joint.parent for joint in joints}
    entries = []
    for spring in springs:
        minded = ("head", "trunk", "arms") if _hangs_from(spring.joints[0], "head", parents) else ("legs",)
        entries.append(
            {
                "name": spring.joints[0],
                "joints": [_joint(spring, name, node) for name in spring.joints],
                "colliderGroups": [number[name] for name in minded],
            }
        )
    return {
        "specVersion": "1.0",
        "colliders": colliders,
        "colliderGroups": [{"name": name, "colliders": members} for name, members in groups.items()],
        "springs": entries,
    }


class _Fit:
    """Places beside bones of the plain body, bent."""

    def __init__(self, bones: Mapping[str, Offset], shape: BodyShape) -> None:
        self._bones, self._shape = bones, shape

    def place(self, bone: str, offset: Offset) -> list[float]:
        """The offset from the bent bone."""
        moved = self._shape.moved(self._plain(bone, offset)[None])[0] - np.asarray(self._bones[bone])
        return [round(float(v), 5) for v in moved]

    def radius(self, bone: str, offset: Offset, radius: float) -> float:
        """The radius after the bend: the mean over six directions."""
        centre = self._plain(bone, offset)
        ways = np.concatenate([np.eye(3), -np.eye(3)]) * radius
        moved = self._shape.moved(np.concatenate([centre[None], centre + ways]))
        return round(float(np.linalg.norm(moved[1:] - moved[0], axis=1).mean()), 5)

    def _plain(self, bone: str, offset: Offset) -> npt.NDArray[np.float64]:
        plain: npt.NDArray[np.float64] = self._shape.restored(np.asarray(self._bones[bone])[None])[0] + np.asarray(offset)
        return plain


def _joint(spring: Spring, name: str, node: Mapping[str, int]) -> Json:
    return {
        "node": node[name],
        "hitRadius": spring.hit_radius,
        "stiffness": spring.stiffness,
        "gravityPower": spring.gravity,
        "gravityDir": [0.0, -1.0, 0.0],
        "dragForce": spring.drag,
    }


def _hangs_from(name: str, ancestor: str, parents: Mapping[str, str | None]) -> bool:
    at: str | None = name
    while at is not None:
        if at == ancestor:
            return True
        at = parents[at]
    return False
