"""VRM 0.x, turned into VRM 1.0 once, at load: the runtime knows only 1.0.

A 0.x avatar faces -Z; its roots get half a turn about Y, and what is given in its left-handed space changes the sign of z.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from avatars.rig.rotation import multiply
from avatars.vrm.checked import Checked
from avatars.vrm.constraints import read_constraints
from avatars.vrm.humanoid import BONES, checked_bones
from avatars.vrm.model import (
    Collider,
    Expression,
    LookAt,
    Mesh,
    Meta,
    Model,
    Node,
    Pixels,
    RangeMap,
    Skin,
    Spring,
    SpringJoint,
)
from avatars.vrm.model import Material as Toon
from avatars.vrm.outfits import ONLY

PRESETS: Final = {
    "joy": "happy", "angry": "angry", "sorrow": "sad", "fun": "relaxed", "neutral": "neutral",
    "a": "aa", "i": "ih", "u": "ou", "e": "ee", "o": "oh",
    "blink": "blink", "blink_l": "blinkLeft", "blink_r": "blinkRight",
    "lookup": "lookUp", "lookdown": "lookDown", "lookleft": "lookLeft", "lookright": "lookRight",
}
HALF_TURN: Final = np.array([0.0, 1.0, 0.0, 0.0])


def convert(
    root: Checked, old: Checked, nodes: tuple[Node, ...], meshes: tuple[Mesh, ...], skins: tuple[Skin, ...],
    materials: tuple[Toon, ...], images: Sequence[Pixels],
) -> Model:
    """The whole avatar in VRM 1.0 terms."""
    turned = tuple(_turned(node) if node.parent == -1 else node for node in nodes)
    toon = tuple(_material(material, old, i) for i, material in enumerate(materials))
    return Model(
        root.file, _meta(old.get("meta")), turned, meshes, skins, toon, images, _bones(old.get("humanoid"), len(nodes)),
        _expressions(old.get("blendShapeMaster"), turned, meshes), _look_at(old.get("firstPerson")),
        _springs(old.get("secondaryAnimation"), turned), read_constraints(root), (ONLY,), ONLY.id, frozenset(),
    )


def _turned(node: Node) -> Node:
    x, y, z = node.translation
    a, b, c, w = multiply(HALF_TURN, np.array(node.rotation)).tolist()
    return replace(node, translation=(-x, y, -z), rotation=(a, b, c, w))


def _meta(meta: Checked) -> Meta:
    author, licence = meta.get("author").text("", 200), meta.get("licenseName").text("", 60)
    free = licence.startswith(("CC0", "CC_BY"))
    return Meta(
        meta.get("title").text("", 200), meta.get("version").text("", 100), (author,) if author else (),
        licence=meta.get("otherLicenseUrl").text("", 500) or licence,
        avatar_permission="everyone" if meta.get("allowedUserName").text() == "Everyone" else "onlyAuthor",
        commercial="corporation" if meta.get("commercialUssageName").text() == "Allow" else "personalNonProfit",
        redistribution=free, modification="allowModification" if free and "ND" not in licence else "prohibited",
        vrm="0.x",
    )


def _bones(humanoid: Checked, nodes: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for bone in humanoid.each("humanBones", "bone", 256):
        name = bone.get("bone").text("", 60)
        # the thumb's joints are named one further out in 1.0
        name = name.replace("ThumbProximal", "ThumbMetacarpal").replace("ThumbIntermediate", "ThumbProximal")
        node = bone.get("node").integer(-1, nodes - 1, -1)
        if name in BONES and node >= 0:
            found.setdefault(name, node)
    return checked_bones(found, humanoid)


def _expressions(master: Checked, nodes: tuple[Node, ...], meshes: tuple[Mesh, ...]) -> dict[str, Expression]:
    found: dict[str, Expression] = {}
    for group in master.each("blendShapeGroups", "blend shape", 1024):
        given = group.get("presetName").text("unknown", 60).casefold()
        name = PRESETS.get(given) or group.get("name").text("", 60)
        morphs: list[tuple[int, int, float]] = []
        for bind in group.each("binds", "bind", 1024):
            mesh = bind.get("mesh").must_index(len(meshes))
            morph = bind.get("index").must_index(len(meshes[mesh].weights))
            weight = bind.get("weight").number(100.0, -1000.0, 1000.0) / 100
            morphs += [(i, morph, weight) for i, node in enumerate(nodes) if node.mesh == mesh]
            if len(morphs) > 65536:
                raise bind.refuse("moves too many meshes")
        if name and name not in found:
            found[name] = Expression(name, tuple(morphs), binary=group.get("isBinary").flag())
    return found


def _look_at(first: Checked) -> LookAt:
    bone = first.get("lookAtTypeName").text() != "BlendShape"
    usual = 10.0 if bone else 1.0
    offset = first.get("firstPersonBoneOffset")
    x, y, z = (offset.get(axis).number(0.06 if axis == "y" else 0.0) for axis in "xyz")
    inner, outer, down, up = (
        RangeMap(first.get(key).get("xRange").number(90.0, 0, 180), first.get(key).get("yRange").number(usual, 0, 180))
        for key in ("lookAtHorizontalInner", "lookAtHorizontalOuter", "lookAtVerticalDown", "lookAtVerticalUp")
    )
    return LookAt("bone" if bone else "expression", (x, y, -z), inner, outer, down, up)


def _springs(secondary: Checked, nodes: tuple[Node, ...]) -> tuple[Spring, ...]:
    groups: list[tuple[Collider, ...]] = []
    for item in secondary.each("colliderGroups", "collider group", 1024):
        node = item.get("node").must_index(len(nodes))
        groups.append(tuple(_ball(ball, node) for ball in item.each("colliders", "collider", 256)))
    children: dict[int, list[int]] = {}
    for index, node_ in enumerate(nodes):
        children.setdefault(node_.parent, []).append(index)
    springs: list[Spring] = []
    for item in secondary.each("boneGroups", "bone group", 512):
        named = [group.must_index(len(groups)) for group in item.each("colliderGroups", "collider group", 256)]
        hit = tuple(dict.fromkeys(ball for index in named for ball in groups[index]))
        for bone in item.each("bones", "bone", 512):
            chains = _chains(bone.must_index(len(nodes)), children)
            springs += [Spring(tuple(_joint(item, node) for node in chain), hit) for chain in chains if len(chain) > 1]
            if len(springs) > 1024:
                raise item.refuse("swings too many chains")
    return tuple(springs)


def _ball(ball: Checked, node: int) -> Collider:
    x, y, z = (ball.get("offset").get(axis).number(0.0) for axis in "xyz")
    return Collider(node, (x, y, -z), (x, y, -z), ball.get("radius").number(0.0, 0.0, 100.0))


def _joint(item: Checked, node: int) -> SpringJoint:
    x, y, z = (item.get("gravityDir").get(axis).number(-1.0 if axis == "y" else 0.0) for axis in "xyz")
    return SpringJoint(
        node, item.get("stiffiness").number(1.0, 0.0, 1000.0), item.get("dragForce").number(0.4, 0.0, 1.0),
        item.get("gravityPower").number(0.0, -1000, 1000), (x, y, -z), item.get("hitRadius").number(0.02, 0.0, 10.0),
    )


def _chains(start: int, children: dict[int, list[int]]) -> list[list[int]]:
    """The chain from `start` down its first children, and one for each branch that leaves it."""
    chains, waiting = [], [start]
    while waiting:
        chain = [waiting.pop()]
        while below := children.get(chain[-1], []):
            waiting += below[1:]
            chain.append(below[0])
        chains.append(chain)
    return chains


def _linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def _material(material: Toon, old: Checked, index: int) -> Toon:
    """MToon 0.x values, by the conversion that the VRM 1.0 text gives."""
    listed = old.each("materialProperties", "material property", 1024)
    if index >= len(listed) or "MToon" not in listed[index].get("shader").text("", 100):
        return material
    floats, vectors = listed[index].get("floatProperties"), listed[index].get("vectorProperties")

    def colour(key: str, usual: tuple[float, ...]) -> tuple[float, float, float]:
        r, g, b, _ = (_linear(c) for c in vectors.get(key).colour(usual))
        return r, g, b

    shift = floats.get("_ShadeShift").number(0.0, -1, 1)
    toony = floats.get("_ShadeToony").number(0.9, 0, 1)
    toony = toony + (1 - toony) * (0.5 + 0.5 * shift)
    modes: tuple[Any, ...] = ("none", "worldCoordinates", "screenCoordinates")
    return replace(
        material, unlit=False, shade=colour("_ShadeColor", (0.97, 0.81, 0.86, 1.0)), shade_texture=material.texture,
        toony=toony, shift=-shift - (1 - toony), rim=colour("_RimColor", (0.0, 0.0, 0.0, 1.0)),
        rim_power=floats.get("_RimFresnelPower").number(1.0, 0, 1000), rim_lift=floats.get("_RimLift").number(0.0, -10, 10),
        outline_mode=modes[round(floats.get("_OutlineWidthMode").number(0.0, 0, 2))],
        outline_width=min(floats.get("_OutlineWidth").number(0.0, 0, 50) * 0.01, 0.5),
        outline_colour=colour("_OutlineColor", (0.0, 0.0, 0.0, 1.0)),
    )
