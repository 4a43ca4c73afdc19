"""A loaded avatar, as she is now, becomes a VRM 1.0 file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from avatars.vrm.model import Meta, Model, Node
from avatars.vrm.write.binary import Binary, Json, container
from avatars.vrm.write.person import spring_extension, vrm_extension
from avatars.vrm.write.shapes import write_shapes
from avatars.vrm.write.shown import Shown, shown
from avatars.vrm.write.surfaces import write_surfaces

GENERATOR: Final = "Hearth"


def vrm_bytes(model: Model, meta: Meta | None = None) -> bytes:
    """The file (GLB) of what is shown; clothes that are not worn stay out. `meta` in the place of the model's own.

    Sliders stay live for Hearth: they are morph targets named in ``extras.hearth`` as in the file she came from.
    """
    kept, binary = shown(model), Binary()
    meta = meta or model.meta
    document: Json = {"asset": {"version": "2.0", "generator": GENERATOR}, "scene": 0}
    document["nodes"] = [_node(model, old, kept) for old in kept.nodes]
    roots = [new for old, new in kept.nodes.items() if model.nodes[old].parent not in kept.nodes]
    document["scenes"] = [{"name": meta.name, "nodes": roots}]
    write_shapes(model, kept, binary, document)
    write_surfaces(model, kept, binary, document)
    document["extensions"] = {"VRMC_vrm": vrm_extension(model, meta, kept)}
    swinging = spring_extension(model.springs, kept)
    if swinging is not None:
        document["extensions"]["VRMC_springBone"] = swinging
    if model.shape_morphs:
        document["extras"] = {"hearth": {"shape": dict(model.shape), "shapeMorphs": _sliders(model, kept)}}
    document["extensionsUsed"] = sorted({*document["extensions"], *_used(document)})
    chunk = binary.bytes()
    document |= {"accessors": binary.accessors, "bufferViews": binary.views, "buffers": [{"byteLength": len(chunk)}]}
    return container({name: value for name, value in document.items() if value != []}, chunk)


def _node(model: Model, old: int, kept: Shown) -> Json:
    node = model.nodes[old]
    made: Json = {"name": node.name}
    children = [new for other, new in kept.nodes.items() if model.nodes[other].parent == old]
    if children:
        made["children"] = children
    made |= _place(node)
    if node.mesh is not None:
        made["mesh"] = kept.meshes[node.mesh]
        if node.skin is not None:
            made["skin"] = kept.skins[node.skin]
    return made


def _place(node: Node) -> Json:
    made: Json = {}
    if tuple(node.translation) != (0.0, 0.0, 0.0):
        made["translation"] = [float(v) for v in node.translation]
    if tuple(node.rotation) != (0.0, 0.0, 0.0, 1.0):
        made["rotation"] = [float(v) for v in node.rotation]
    if tuple(node.scale) != (1.0, 1.0, 1.0):
        made["scale"] = [float(v) for v in node.scale]
    return made


def _sliders(model: Model, kept: Shown) -> Json:
    return {
        slider: [[kept.nodes[node], morph] for node, morph in targets if node in kept.nodes]
        for slider, targets in model.shape_morphs.items()
    }


def _used(document: Json) -> Iterable[str]:
    """Extensions of materials and their textures."""
    waiting: list[object] = list(document["materials"])
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if isinstance(item.get("extensions"), dict):
                yield from item["extensions"]
            waiting += item.values()
