"""Puts bones, meshes, materials and extensions together as one VRM 1.0 file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.gltf_writer import geometry, materials, person, scene, springs
from avatars.forge.gltf_writer.binary import Binary, Json, container
from avatars.shape.body_shape import BodyShape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.forge.outfits import Outfit
    from avatars.forge.part import Joint, Made, Part


def vrm(
    name: str, made: Sequence[Made], joints: Sequence[Joint], outfits: Sequence[Outfit], fingerprint: str,
    shape: Mapping[str, float] | None = None,
) -> bytes:
    """The bytes of the file. `fingerprint` tells which parameters made it, `shape` where the sliders stand.

    The first outfit is the one worn in viewers that know nothing of outfits.
    Raises ValueError where a part breaks its promises or names a joint or material nobody made.
    """
    binary = Binary()
    document: Json = {"asset": {"version": "2.0", "generator": scene.GENERATOR}, "scene": 0, "scenes": [], "nodes": []}
    node = scene.bones(document["nodes"], joints)
    skin = scene.bound(document, joints, node, binary)
    number = materials.write([m for one in made for m in one.materials], binary, document)
    parts = [part for one in made for part in one.parts]
    at = scene.meshes(document, parts, skin, number, binary)
    default = outfits[0].id
    worn = [at[p.name] for p in parts if not p.outfits or default in p.outfits]
    document["scenes"] = [{"name": name, "nodes": [node[joints[0].name], *worn]}]
    chains = [spring for one in made for spring in one.springs]
    document["extensions"] = {
        "VRMC_vrm": person.extension(name, joints, node, _morphs(parts, at)),
        "VRMC_springBone": springs.extension(chains, joints, node, BodyShape(shape or {})),
    }
    document["extensionsUsed"] = scene.extensions_used(document)
    told = {"parameters": fingerprint, "shape": dict(shape or {}), "shapeMorphs": scene.shape_morphs(parts, at)}
    document["extras"] = {"hearth": {**_wardrobe(outfits, parts, at), **told}}
    chunk = binary.bytes()
    document |= {"accessors": binary.accessors, "bufferViews": binary.views, "buffers": [{"byteLength": len(chunk)}]}
    return container(document, chunk)


def _morphs(parts: Sequence[Part], at: dict[str, int]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for part in parts:
        for i, (name, delta) in enumerate(part.morphs.items()):
            if np.abs(delta).max() >= geometry.SMALLEST_MORPH:
                found.setdefault(name, []).append((at[part.name], i))
    return found


def _wardrobe(outfits: Sequence[Outfit], parts: Sequence[Part], at: dict[str, int]) -> Json:
    rows = []
    for outfit in outfits:
        nodes = [at[p.name] for p in parts if outfit.id in p.outfits]
        rows.append({**outfit.described(), "nodes": nodes})
    return {"outfits": rows, "default": outfits[0].id}
