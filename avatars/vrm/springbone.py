"""`VRMC_springBone` 1.0: chains, colliders and groups of colliders."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from avatars.vrm.checked import Checked
from avatars.vrm.model import Collider, Node, Spring, SpringJoint

MOST_JOINTS: Final = 4096


def read_springs(extension: Checked, nodes: tuple[Node, ...]) -> tuple[Spring, ...]:
    """All chains with their colliders. Chains shorter than two joints swing nothing and are left out."""
    colliders = [_collider(item, len(nodes)) for item in extension.each("colliders", "collider", 2048)]
    groups = []
    for item in extension.each("colliderGroups", "collider group", 1024):
        members = [member.must_index(len(colliders)) for member in item.each("colliders", "collider", 2048)]
        groups.append([colliders[index] for index in members])
    springs = []
    left = MOST_JOINTS
    for item in extension.each("springs", "spring", 1024):
        joints = tuple(_joint(joint, len(nodes)) for joint in item.each("joints", "joint", 512))
        left -= len(joints)
        if left < 0:
            raise item.refuse(f"there are more than {MOST_JOINTS} spring joints")
        _check_chain(joints, nodes, item)
        hit: list[Collider] = []
        for group in item.each("colliderGroups", "collider group", 256):
            hit += groups[group.must_index(len(groups))]
        center = item.get("center").index(len(nodes))
        if len(joints) > 1:
            springs.append(Spring(joints, tuple(dict.fromkeys(hit)), -1 if center is None else center))
    return tuple(springs)


def _check_chain(joints: tuple[SpringJoint, ...], nodes: tuple[Node, ...], item: Checked) -> None:
    for number, (one, two) in enumerate(pairwise(joints)):
        at = nodes[two.node].parent
        while at not in (-1, one.node):
            at = nodes[at].parent
        if at == -1:
            raise item.refuse(f"joint {number + 1} does not hang below joint {number}")


def _collider(item: Checked, nodes: int) -> Collider:
    node = item.get("node").must_index(nodes)
    shape = item.get("shape")
    capsule = shape.get("capsule")
    body = capsule if capsule.present else shape.get("sphere")
    offset: Any = body.get("offset").vector((0.0, 0.0, 0.0))
    tail: Any = body.get("tail").vector((0.0, 0.0, 0.0)) if capsule.present else offset
    return Collider(node, offset, tail, body.get("radius").number(0.0, 0.0, 100.0))


def _joint(item: Checked, nodes: int) -> SpringJoint:
    direction: Any = item.get("gravityDir").vector((0.0, -1.0, 0.0))
    return SpringJoint(
        item.get("node").must_index(nodes),
        item.get("stiffness").number(1.0, 0.0, 1000.0),
        item.get("dragForce").number(0.5, 0.0, 1.0),
        item.get("gravityPower").number(0.0, -1000.0, 1000.0),
        direction,
        item.get("hitRadius").number(0.0, 0.0, 10.0),
    )
