"""A person without the clothes and the skin of her own file: head and hair, on the least bones they need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from avatars.shape.reshape import world_places
from avatars.vrm.model import Expression, Mesh, Model, Node, Primitive, Skin, Spring
from avatars.vrm.outfits import ONLY

HAIR: Final = frozenset({"hair", "hair_tie"})
"""Names of the nodes that a garment in the slot ``hair`` takes the place of."""
BODY_SKIN: Final = "body_skin"
"""The person's material that all bare skin takes."""
SKIN: Final = frozenset({"neck", "hands"})
"""Names of the nodes that are skin below the head: the wardrobe's own skin, which is the same, takes their place."""


def undressed(model: Model, leave_out: Collection[str]) -> Model:
    """The model without its outfits and the nodes named in `leave_out`.

    All that is left hangs on one skin whose rows are the nodes that are joints, in their order. Raises ValueError for an avatar
    that was not made for this wardrobe: one whose neck and hands are no meshes of their own.
    """
    if not {node.name for node in model.nodes if node.mesh is not None} >= SKIN:
        raise ValueError(f"{model.file} has its own clothes only: it was not made for this wardrobe")
    gone = {node for outfit in model.outfits for node in outfit.nodes}
    drawn = [
        index for index, node in enumerate(model.nodes)
        if node.mesh is not None and node.drawn and index not in gone and node.name not in leave_out
    ]  # fmt: skip
    joints = _joints(model, drawn)
    kept = sorted(joints) + drawn
    at = {old: new for new, old in enumerate(kept)}
    meshes = {mesh: number for number, mesh in enumerate(dict.fromkeys(_mesh(model, index) for index in drawn))}
    rows = {old: row for row, old in enumerate(sorted(joints))}
    made = tuple(_on_one_skin(model, mesh, next(i for i in drawn if model.nodes[i].mesh == mesh), rows) for mesh in meshes)
    nodes = tuple(_node(model.nodes[old], at, meshes) for old in kept)
    springs = tuple(_spring(spring, at) for spring in model.springs if all(joint.node in joints for joint in spring.joints))
    return replace(
        model, nodes=nodes, meshes=made, skins=(bound(nodes, range(len(joints))),),
        humanoid={name: at[node] for name, node in model.humanoid.items()},
        expressions={name: _expression(face, at) for name, face in model.expressions.items()},
        springs=springs, outfits=(ONLY,), outfit=ONLY.id, hidden=frozenset(at[node] for node in model.hidden if node in at),
        constraints=tuple(
            replace(c, node=at[c.node], source=at[c.source]) for c in model.constraints if c.node in at and c.source in at
        ),
        shape_morphs={
            slider: tuple((at[node], morph) for node, morph in pairs if node in at)
            for slider, pairs in model.shape_morphs.items()
        },
    )  # fmt: skip


def bound(nodes: tuple[Node, ...], joints: range) -> Skin:
    """The skin of these joints, bound where they stand; none of them turns or scales."""
    inverse = np.tile(np.eye(4, dtype=np.float32), (len(joints), 1, 1))
    inverse[:, :3, 3] = -world_places(nodes)[joints.start : joints.stop]
    return Skin(tuple(joints), inverse)


def _joints(model: Model, drawn: list[int]) -> set[int]:
    """The bones of the body, what moves the drawn meshes, the chains that go with it, and all above them."""
    found = set(model.humanoid.values())
    for index in drawn:
        found |= _moving(model, index)
    for spring in model.springs:
        if any(joint.node in found for joint in spring.joints):
            found |= {joint.node for joint in spring.joints}
    for node in list(found):
        at = model.nodes[node].parent
        while at != -1 and at not in found:
            found.add(at)
            at = model.nodes[at].parent
    return found


def _moving(model: Model, index: int) -> set[int]:
    skin = model.nodes[index].skin
    if skin is None:
        raise ValueError(f"{model.nodes[index].name} hangs on no joints")
    joints = np.asarray(model.skins[skin].joints)
    found: set[int] = set()
    for primitive in model.meshes[_mesh(model, index)].primitives:
        if primitive.joints is None or primitive.weights is None:
            raise ValueError(f"{model.nodes[index].name} hangs on no joints")
        felt = np.bincount(primitive.joints.ravel(), primitive.weights.ravel(), len(joints)) > 0
        found |= set(joints[felt].tolist())
    return found


def _mesh(model: Model, index: int) -> int:
    mesh = model.nodes[index].mesh
    assert mesh is not None
    return mesh


def _on_one_skin(model: Model, mesh: int, node: int, rows: Mapping[int, int]) -> Mesh:
    """The mesh with joints that are rows of the one skin; joints without weight become row 0."""
    skin = model.nodes[node].skin
    assert skin is not None
    table = np.array([rows.get(joint, 0) for joint in model.skins[skin].joints], np.uint32)

    def moved(primitive: Primitive) -> Primitive:
        return replace(primitive, joints=table[primitive.joints])

    found = model.meshes[mesh]
    return replace(found, primitives=tuple(moved(primitive) for primitive in found.primitives))


def _node(node: Node, at: Mapping[int, int], meshes: Mapping[int, int]) -> Node:
    if node.mesh is None:
        return replace(node, parent=at.get(node.parent, -1))
    return replace(node, parent=at.get(node.parent, -1), mesh=meshes[node.mesh], skin=0)


def _spring(spring: Spring, at: Mapping[int, int]) -> Spring:
    return Spring(
        tuple(replace(joint, node=at[joint.node]) for joint in spring.joints),
        tuple(replace(collider, node=at[collider.node]) for collider in spring.colliders if collider.node in at),
        at.get(spring.center, -1),
    )


def _expression(face: Expression, at: Mapping[int, int]) -> Expression:
    return replace(face, morphs=tuple((at[node], morph, weight) for node, morph, weight in face.morphs if node in at))
