"""What swings, and what it must not pass through: VRMC_springBone (specification 1.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.gltf_writer.binary import Json
from avatars.shape.body_shape import BodyShape
from avatars.shape.swinging import carried
from avatars.vrm.model import Collider

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.forge.part import Joint, Spring

Offset = tuple[float, float, float]
_SPHERES: tuple[tuple[str, str, Offset, float], ...] = (
    # group, bone, offset from the bone, radius
    ("head", "head", (0.0, 0.085, -0.018), 0.086),
    ("head", "head", (0.0, 0.040, 0.020), 0.060),
    ("head", "head", (0.0, 0.110, 0.019), 0.074),  # the forehead, for the fringe
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
    """The extension for these chains.

    `joints` stand where `shape` has bent them; the colliders, given for the plain body, are bent alike. Colliders on bones
    that the file does not have are left out.
    """
    at = {joint.name: i for i, joint in enumerate(joints)}
    after = np.array([joint.position for joint in joints])
    bend = shape or BodyShape({})
    rows = [row for row in (*((g, b, o, o, r) for g, b, o, r in _SPHERES), *_CAPSULES) if row[1] in at]
    given = [Collider(at[bone], offset, tail, radius) for _, bone, offset, tail, radius in rows]
    bent = carried(given, BodyShape({}), bend, bend.restored(after), after)
    colliders: list[Json] = []
    groups: dict[str, list[int]] = {}
    for (group, bone, *_), collider in zip(rows, bent, strict=True):
        groups.setdefault(group, []).append(len(colliders))
        colliders.append({"node": node[bone], "shape": _collider(collider)})
    number = {name: i for i, name in enumerate(groups)}
    parents = {joint.name: joint.parent for joint in joints}
    entries = []
    for spring in springs:
        minded = _minded(spring.joints[0], parents)
        entries.append(
            {
                "name": spring.joints[0],
                "joints": [_joint(spring, name, node) for name in spring.joints],
                "colliderGroups": [number[name] for name in minded if name in number],
            }
        )
    return {
        "specVersion": "1.0",
        "colliders": colliders,
        "colliderGroups": [{"name": name, "colliders": members} for name, members in groups.items()],
        "springs": entries,
    }


def minded_bones(springs: Sequence[Spring], joints: Sequence[Joint]) -> set[str]:
    """The bones whose colliders these chains mind."""
    parents = {joint.name: joint.parent for joint in joints}
    groups = {group for spring in springs for group in _minded(spring.joints[0], parents)}
    owners = [row[:2] for row in _SPHERES] + [row[:2] for row in _CAPSULES]
    return {bone for group, bone in owners if group in groups}


def _collider(collider: Collider) -> Json:
    """As VRMC_springBone writes it."""
    rounded = {"offset": [round(v, 5) for v in collider.offset], "radius": round(collider.radius, 5)}
    if collider.tail == collider.offset:
        return {"sphere": rounded}
    return {"capsule": {**rounded, "tail": [round(v, 5) for v in collider.tail]}}


def _joint(spring: Spring, name: str, node: Mapping[str, int]) -> Json:
    return {
        "node": node[name],
        "hitRadius": spring.hit_radius,
        "stiffness": spring.stiffness,
        "gravityPower": spring.gravity,
        "gravityDir": [0.0, -1.0, 0.0],
        "dragForce": spring.drag,
    }


def _minded(name: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """Hair minds head, trunk and arms; strings on the chest trunk and arms; skirts the legs."""
    if _hangs_from(name, "head", parents):
        return ("head", "trunk", "arms")
    return ("trunk", "arms") if _hangs_from(name, "spine", parents) else ("legs",)


def _hangs_from(name: str, ancestor: str, parents: Mapping[str, str | None]) -> bool:
    at: str | None = name
    while at is not None:
        if at == ancestor:
            return True
        at = parents[at]
    return False
