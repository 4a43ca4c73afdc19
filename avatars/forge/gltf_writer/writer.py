"""Puts bones, meshes, materials and extensions together as one VRM 1.0 file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.gltf_writer import geometry, materials, person, springs
from avatars.forge.gltf_writer.binary import Binary, Json, container
from avatars.shape.body_shape import BodyShape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.forge.outfits import Outfit
    from avatars.forge.part import Joint, Made, Part

GENERATOR = "Hearth forge"


def vrm(
    name: str, made: Sequence[Made], joints: Sequence[Joint], outfits: Sequence[Outfit], fingerprint: str,
    shape: Mapping[str, float] | None = None,
) -> bytes:
    """The bytes of the file. `fingerprint` tells which parameters made it, `shape` where the sliders stand.

    The first outfit is the one worn in viewers that know nothing of outfits.
    Raises ValueError where a part breaks its promises or names a joint or material nobody made.
    """
    binary = Binary()
    document: Json = {"asset": {"version": "2.0", "generator": GENERATOR}, "scene": 0, "scenes": [], "nodes": []}
    node = _bones(document["nodes"], joints)
    skin = _skin(document, joints, node, binary)
    number = materials.write([m for one in made for m in one.materials], binary, document)
    parts = [part for one in made for part in one.parts]
    at = _meshes(document, parts, skin, number, binary)
    default = outfits[0].id
    worn = [at[p.name] for p in parts if not p.outfits or default in p.outfits]
    document["scenes"] = [{"name": name, "nodes": [node[joints[0].name], *worn]}]
    chains = [spring for one in made for spring in one.springs]
    document["extensions"] = {
        "VRMC_vrm": person.extension(name, joints, node, _morphs(parts, at)),
        "VRMC_springBone": springs.extension(chains, joints, node, BodyShape(shape or {})),
    }
    document["extensionsUsed"] = _used(document)
    told = {"parameters": fingerprint, "shape": dict(shape or {}), "shapeMorphs": _shape_morphs(parts, at)}
    document["extras"] = {"hearth": {**_wardrobe(outfits, parts, at), **told}}
    chunk = binary.bytes()
    document |= {"accessors": binary.accessors, "bufferViews": binary.views, "buffers": [{"byteLength": len(chunk)}]}
    return container(document, chunk)


def _bones(nodes: list[Json], joints: Sequence[Joint]) -> dict[str, int]:
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


def _skin(document: Json, joints: Sequence[Joint], node: dict[str, int], binary: Binary) -> dict[str, int]:
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


def _meshes(
    document: Json, parts: Sequence[Part], skin: dict[str, int], number: dict[str, int], binary: Binary
) -> dict[str, int]:
    document["meshes"] = []
    at: dict[str, int] = {}
    for part in parts:
        if part.material not in number:
            raise ValueError(f"{part.name}: nobody made the material {part.material}")
        unknown = set(part.joints) - set(skin)
        if unknown or part.name in at:
            raise ValueError(f"{part.name}: its name is taken or nobody made the joints {sorted(unknown)}")
        document["meshes"].append(geometry.mesh(part, skin, number[part.material], binary))
        at[part.name] = len(document["nodes"])
        document["nodes"].append({"name": part.name, "mesh": len(document["meshes"]) - 1, "skin": 0})
    return at


def _morphs(parts: Sequence[Part], at: dict[str, int]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for part in parts:
        for i, (name, delta) in enumerate(part.morphs.items()):
            if np.abs(delta).max() >= geometry.SMALLEST_MORPH:
                found.setdefault(name, []).append((at[part.name], i))
    return found


def _shape_morphs(parts: Sequence[Part], at: dict[str, int]) -> dict[str, list[list[int]]]:
    """Face slider -> [node, morph target] pairs; they stand after the expressions' targets."""
    found: dict[str, list[list[int]]] = {}
    for part in parts:
        for i, (name, delta) in enumerate(part.shapes.items(), start=len(part.morphs)):
            if np.abs(delta).max() >= geometry.SMALLEST_MORPH:
                found.setdefault(name, []).append([at[part.name], i])
    return found


def _used(document: Json) -> list[str]:
    used = set(document["extensions"])
    for material in document["materials"]:
        used |= set(material.get("extensions", {}))
    return sorted(used)


def _wardrobe(outfits: Sequence[Outfit], parts: Sequence[Part], at: dict[str, int]) -> Json:
    rows = []
    for outfit in outfits:
        nodes = [at[p.name] for p in parts if outfit.id in p.outfits]
        rows.append({**outfit.described(), "nodes": nodes})
    return {"outfits": rows, "default": outfits[0].id}
