"""Writes a garment as a glTF file of its own: meshes on the plain body, the bones it needs, textures without dyes."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from avatars.forge.body import SKIN
from avatars.forge.gltf_writer import geometry, materials, scene, springs
from avatars.forge.gltf_writer.binary import Binary, Json, container
from avatars.forge.skeleton import all_joints
from avatars.forge.wardrobe import skin as bare
from avatars.wardrobe.beneath import covered, fingerprint, stored
from avatars.wardrobe.dyes import neutral

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.forge.part import Joint, Made, Material, Part
    from avatars.forge.wardrobe.garment import Masks, Tailored
    from avatars.wardrobe.dyes import Pixels
    from avatars.wardrobe.garment import GarmentInfo, Zone

QUALITY: Final = 78
"""Of the shades' JPEGs: cloth hides what is lost."""
PACKED: Final = "KHR_mesh_quantization"
STEPS: Final = (32, 8)
"""Levels of a zone's weight: fewer where the picture would be large. The shade is reckoned from what is written."""
LARGE: Final = 60_000
"""Bytes of such a picture."""
COVERS: Final = frozenset({"top", "bottom", "dress", "outer", "shoes", "socks"})
"""Slots of what the body can lie beneath: how deep it does is measured here, not at every start."""
LEAST: Final = 1.0 / 510
"""A weight below half a byte is none."""


def garment_file(info: GarmentInfo, tailored: Tailored) -> bytes:
    """The bytes of the garment's file. The same garment gives the same bytes on one machine.

    `extras.hearth.garment` tells id, slot, layer, zones in the order of the weights' channels, and for each material the numbers
    of its images, its texels to a metre and the dyes it comes in. Raises ValueError where a promise of `Tailored` is broken.
    """
    made = tailored.made
    joints = _needed(made)
    binary = Binary()
    document: Json = {"asset": {"version": "2.0", "generator": scene.GENERATOR}, "scene": 0, "scenes": [], "nodes": []}
    node = scene.bones(document["nodes"], joints)
    skin = scene.bound(document, joints, node, binary)
    undyed = [_undyed(one, tailored.masks.get(one.name), info.zones) for one in made.materials]
    pale = {one.name for one, weights in undyed if weights is not None}
    number = materials.write([one for one, _ in undyed], binary, document, QUALITY, pale)
    told = {one.name: _told(info, one.name, weights, tailored, binary, document) for one, weights in undyed}
    parts = [_light(part, {joint.name for joint in joints}) for part in made.parts]
    at = scene.meshes(document, parts, skin, number, binary, small=True)
    document["scenes"] = [{"name": info.names.get("en", info.id), "nodes": [node[joints[0].name], *at.values()]}]
    document["extensions"] = {}
    if made.springs:
        document["extensions"]["VRMC_springBone"] = springs.extension(made.springs, joints, node)
    document["extensionsUsed"] = [PACKED, *scene.extensions_used(document)]
    document["extensionsRequired"] = [PACKED]
    document["extras"] = {"hearth": {
        "garment": {
            "id": info.id, "slot": info.slot, "layer": info.layer, "zones": [zone.id for zone in info.zones], "materials": told,
            **({"cover": _cover(made, binary)} if info.slot in COVERS else {}),
            **({"press": tailored.press.to_json()} if tailored.press else {}),
        },
        "shapeMorphs": scene.shape_morphs(parts, at),
    }}
    if not document["extensions"]:
        del document["extensions"]
    chunk = binary.bytes()
    document |= {"accessors": binary.accessors, "bufferViews": binary.views, "buffers": [{"byteLength": len(chunk)}]}
    return container(document, chunk)


def _cover(made: Made, binary: Binary) -> Json:
    """How deep every point of the bare skin lies beneath the garment."""
    parts = [part for part in bare.make_skin().made.parts if part.material == SKIN]
    points = np.concatenate([geometry.rounded(part.positions) for part in parts])
    ways = np.concatenate([part.normals for part in parts])
    cloth = np.concatenate([part.positions for part in made.parts]), np.concatenate([part.normals for part in made.parts])
    first = np.cumsum([0] + [len(part.positions) for part in made.parts[:-1]])
    faces = np.concatenate([part.triangles + start for part, start in zip(made.parts, first, strict=True)])
    steps = stored(covered(points, ways, *cloth, faces))
    return {"skin": fingerprint(points), "accessor": binary.accessor(steps.reshape(-1, 1), "SCALAR")}


def triangles(made: Made) -> int:
    """How many it has."""
    return sum(len(part.triangles) for part in made.parts)


def _needed(made: Made) -> list[Joint]:
    """Bones with weight or a swing, those whose colliders are minded, and all above them; parents first."""
    joints = all_joints([made])
    above = {joint.name: joint.parent for joint in joints}
    wanted = springs.minded_bones(made.springs, joints) | {name for spring in made.springs for name in spring.joints}
    for part in made.parts:
        felt = np.asarray(part.weights).max(axis=0) >= LEAST
        wanted |= {name for name, needed in zip(part.joints, felt, strict=True) if needed}
    unknown = wanted - set(above)
    if unknown:
        raise ValueError(f"nobody made the joints {sorted(unknown)}")
    for name in list(wanted):
        at = above[name]
        while at is not None:
            wanted.add(at)
            at = above[at]
    return [joint for joint in joints if joint.name in wanted]


def _light(part: Part, names: set[str]) -> Part:
    """The part without bones that do not move it."""
    kept = [i for i, name in enumerate(part.joints) if name in names]
    return replace(part, joints=tuple(part.joints[i] for i in kept), weights=part.weights[:, kept])


def _undyed(material: Material, masks: Masks | None, zones: Sequence[Zone]) -> tuple[Material, Pixels | None]:
    """The material with the shade for its texture, and the weights (h,w,k) of all the garment's zones."""
    if not masks:
        return material, None
    if material.texture is None:
        raise ValueError(f"{material.name}: it has zones but no texture")
    unknown = set(masks) - {zone.id for zone in zones}
    if unknown:
        raise ValueError(f"{material.name}: there is no zone {', '.join(sorted(unknown))}")
    size = material.texture.shape[:2]
    none = np.zeros(size, np.float32)
    given = [np.clip(masks.get(zone.id, none), 0.0, 1.0) for zone in zones]
    if any(mask.shape != size for mask in given):
        raise ValueError(f"{material.name}: a mask is not as large as the texture")
    for steps in STEPS:
        rounded = [np.round(mask * steps) / steps for mask in given]
        shade, weights = neutral(material.texture[..., :3], rounded, [zone.dye for zone in zones])
        if len(_png(weights)) <= LARGE:
            break
    if material.texture.shape[2] == 4:
        shade = np.concatenate([shade, material.texture[..., 3:]], axis=-1)
    return replace(material, texture=shade), weights


def _told(
    info: GarmentInfo, name: str, weights: Pixels | None, tailored: Tailored, binary: Binary, document: Json
) -> Mapping[str, object]:
    """What the file says of a material; writes its weights as an image."""
    number = next(i for i, entry in enumerate(document["materials"]) if entry["name"] == name)
    reference = document["materials"][number]["pbrMetallicRoughness"].get("baseColorTexture")
    shade = None if reference is None else document["textures"][reference["index"]]["source"]
    zones = None
    if weights is not None:
        data = _png(weights)
        zones = len(document["images"])
        document["images"].append({"name": f"{name}_zones", "mimeType": "image/png", "bufferView": binary.view(data)})
    dyes = [zone.dye for zone in info.zones]
    return {"shade": shade, "zones": zones, "metre": round(float(tailored.metre.get(name, 0.0)), 2), "dyes": dyes}


def _png(weights: Pixels) -> bytes:
    """One zone as grey, two or three as RGB, four as RGBA: a reader that asks for RGBA finds each in its channel."""
    count = weights.shape[2]
    if count == 2:
        weights = np.concatenate([weights, np.zeros_like(weights[..., :1])], axis=-1)
    image = Image.fromarray(np.ascontiguousarray(weights[..., 0] if count == 1 else weights))
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
