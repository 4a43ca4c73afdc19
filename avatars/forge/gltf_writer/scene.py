"""What a glTF file of ours is made of: bones as nodes, the skin that binds to them, and a mesh and a node for every part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.gltf_writer import geometry
from avatars.forge.gltf_writer.binary import Binary, Json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.part import Joint, Part

GENERATOR = "Hearth forge"


def bones(nodes: list[Json], joints: Sequence[Joint]) -> dict[str, int]:
    """Adds a node for every joint, parents first; gives their numbers by name. ValueError where two share a name."""
    at = {joint.name: joint.position for joint in joints}
    if len(at) != len(joints):
        raise ValueError("two joints share a name")
    node: dict[str, int] = {}
    for joint in joints:
        origin = np.array(at[joint.parent]) if joint.parent else np.zeros(3)
        place = [round(float(v), 6) for v in np.array(joint.position) - origin]
        node[joint.name] = len(nodes)
        nodes.append({"name": joint.name, "translation": place})
        if joint.parent:
            nodes[node[joint.parent]].setdefault("children", []).append(node[joint.name])
    return node


def bound(document: Json, joints: Sequence[Joint], node: dict[str, int], binary: Binary) -> dict[str, int]:
    """Adds the skin that binds to the joints' nodes; gives each joint's row in it by name."""
    if len(joints) > 256:
        raise ValueError(f"{len(joints)} joints: more than a byte can number")
    # The inverse binds follow the rounded translations, so that the rest pose is exact.
    world = {joint.name: np.zeros(3) for joint in joints}
    for joint in joints:
        local = np.array(document["nodes"][node[joint.name]]["translation"])
        world[joint.name] = local + (world[joint.parent] if joint.parent else 0.0)
    binds = np.tile(np.eye(4), (len(joints), 1, 1))
    for i, joint in enumerate(joints):
        binds[i, 3, :3] = -world[joint.name]
    accessor = binary.accessor(binds.reshape(-1, 16).astype(np.float32), "MAT4")
    document["skins"] = [
        {"joints": [node[j.name] for j in joints], "inverseBindMatrices": accessor, "skeleton": node[joints[0].name]}
    ]
    return {joint.name: i for i, joint in enumerate(joints)}


def meshes(
    document: Json, parts: Sequence[Part], skin: dict[str, int], number: dict[str, int], binary: Binary, small: bool = False
) -> dict[str, int]:
    """Adds a mesh and a node for every part (`small`: see `geometry.mesh`); gives the nodes by the part's name.

    Raises ValueError where a part breaks its promises or names a joint or material nobody made.
    """
    document["meshes"] = []
    at: dict[str, int] = {}
    for part in parts:
        if part.material not in number:
            raise ValueError(f"{part.name}: nobody made the material {part.material}")
        unknown = set(part.joints) - set(skin)
        if unknown or part.name in at:
            raise ValueError(f"{part.name}: its name is taken or nobody made the joints {sorted(unknown)}")
        document["meshes"].append(geometry.mesh(part, skin, number[part.material], binary, small))
        at[part.name] = len(document["nodes"])
        document["nodes"].append({"name": part.name, "mesh": len(document["meshes"]) - 1, "skin": 0})
    return at


def shape_morphs(parts: Sequence[Part], at: dict[str, int]) -> dict[str, list[list[int]]]:
    """Face slider -> [node, morph target] pairs; they stand after the expressions' targets."""
    found: dict[str, list[list[int]]] = {}
    for part in parts:
        for i, (name, delta) in enumerate(part.shapes.items(), start=len(part.morphs)):
            if np.abs(delta).max() >= geometry.SMALLEST_MORPH:
                found.setdefault(name, []).append([at[part.name], i])
    return found


def extensions_used(document: Json) -> list[str]:
    """The names of all extensions of the document and its materials."""
    used = set(document["extensions"])
    for material in document["materials"]:
        used |= set(material.get("extensions", {}))
    return sorted(used)
