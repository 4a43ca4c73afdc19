"""A tiny but whole VRM 1.0 avatar, built in code: skin, morphs, springs, two outfits, MToon with outline."""

from __future__ import annotations

import copy
import io
import json
import struct
from typing import Any

import numpy as np
from PIL import Image

BONES = {
    "hips": (None, (0.0, 0.90, 0.0)), "spine": ("hips", (0.0, 0.98, 0.0)), "chest": ("spine", (0.0, 1.08, 0.0)),
    "neck": ("chest", (0.0, 1.325, -0.02)), "head": ("neck", (0.0, 1.40, -0.01)),
    "leftEye": ("head", (0.033, 1.48, 0.06)), "rightEye": ("head", (-0.033, 1.48, 0.06)),
    **{
        f"{side}{bone}": (parent if parent in ("hips", "chest") else f"{side}{parent}", (sign * x, y, z))
        for side, sign in (("left", 1), ("right", -1))
        for bone, parent, x, y, z in (
            ("Shoulder", "chest", 0.025, 1.285, -0.02), ("UpperArm", "Shoulder", 0.135, 1.285, -0.02),
            ("LowerArm", "UpperArm", 0.365, 1.285, -0.02), ("Hand", "LowerArm", 0.583, 1.285, -0.02),
            ("IndexProximal", "Hand", 0.665, 1.285, 0.0),
            ("UpperLeg", "hips", 0.086, 0.865, 0.0), ("LowerLeg", "UpperLeg", 0.094, 0.475, 0.0),
            ("Foot", "LowerLeg", 0.098, 0.075, -0.022), ("Toes", "Foot", 0.102, 0.02, 0.075),
        )
    },
}
FACE_MORPHS = ("happy", "sad", "surprised", "relaxed", "angry", "aa", "ih", "ou", "ee", "oh", "blink")


class Builder:
    """Gathers binary data and the JSON that points into it."""

    def __init__(self) -> None:
        self.binary = bytearray()
        self.document: dict[str, Any] = {
            "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": []}], "nodes": [], "meshes": [], "skins": [],
            "materials": [], "textures": [], "images": [], "bufferViews": [], "accessors": [],
            "extensionsUsed": ["VRMC_vrm", "VRMC_materials_mtoon", "VRMC_springBone"], "extensions": {},
        }

    def view(self, data: bytes) -> int:
        """Bytes as a bufferView."""
        self.binary += b"\0" * (-len(self.binary) % 4)
        self.document["bufferViews"].append({"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)})
        self.binary += data
        return len(self.document["bufferViews"]) - 1

    def accessor(self, values: Any, kind: str, component: int = 5126) -> int:
        """An array as an accessor."""
        types = {5126: np.float32, 5123: np.uint16, 5125: np.uint32}
        array = np.ascontiguousarray(values, types[component])
        self.document["accessors"].append({
            "bufferView": self.view(array.tobytes()), "componentType": component, "type": kind,
            "count": len(array.reshape(-1, {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}[kind])),
        })
        return len(self.document["accessors"]) - 1

    def bytes(self) -> bytes:
        """The GLB."""
        self.document["buffers"] = [{"byteLength": len(self.binary)}]
        return pack(self.document, bytes(self.binary))


def pack(document: dict[str, Any], binary: bytes) -> bytes:
    """A GLB from its two parts."""
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    body = struct.pack("<II", len(text), 0x4E4F534A) + text + struct.pack("<II", len(binary), 0x004E4942) + binary
    return struct.pack("<III", 0x46546C67, 2, 12 + len(body)) + body


def unpack(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The two parts of a GLB."""
    length = struct.unpack_from("<I", data, 12)[0]
    return json.loads(data[20 : 20 + length]), data[28 + length :]


def box(low: tuple[float, float, float], high: tuple[float, float, float], cuts: int = 6) -> tuple[Any, Any, Any, Any]:
    """A closed tube of `cuts` rings: positions, normals, uvs, triangles."""
    low_, high_ = np.array(low), np.array(high)
    middle, half = (low_ + high_) / 2, (high_ - low_) / 2
    positions, normals, uvs, triangles = [], [], [], []
    for ring in range(cuts + 1):
        for k in range(8):
            angle = k * np.pi / 4
            out = np.array([np.cos(angle), 0, np.sin(angle)])
            y = low_[1] + (high_[1] - low_[1]) * ring / cuts
            positions.append([middle[0] + half[0] * out[0], y, middle[2] + half[2] * out[2]])
            normals.append(out)
            uvs.append([k / 8, ring / cuts])
    for ring in range(cuts):
        for k in range(8):
            a, b = ring * 8 + k, ring * 8 + (k + 1) % 8
            triangles += [(a, a + 8, b), (b, a + 8, b + 8)]
    return np.array(positions), np.array(normals), np.array(uvs), np.array(triangles)


def png(colour: tuple[int, int, int] = (230, 190, 170), size: int = 8) -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (size, size), colour).save(out, "PNG")
    return out.getvalue()


def small_vrm(**changes: Any) -> bytes:
    """The avatar as bytes. `changes` replace members of the JSON's root before it is written."""
    document, binary = unpack(whole())
    document.update(copy.deepcopy(changes))
    return pack(document, binary)


def whole() -> bytes:
    """The avatar, unchanged."""
    b = Builder()
    nodes = _nodes(b)
    _materials(b)
    _skin(b, nodes)
    _mesh(b, nodes, "face", (-0.08, 1.37, -0.1), (0.08, 1.62, 0.08), "head", 0, FACE_MORPHS)
    _mesh(b, nodes, "body", (-0.14, 0.86, -0.09), (0.14, 1.33, 0.09), "chest", 1, ())
    plain = _mesh(b, nodes, "skirt", (-0.16, 0.5, -0.11), (0.16, 0.9, 0.11), "hips", 1, (), listed=False)
    coat = _mesh(b, nodes, "coat", (-0.17, 0.5, -0.12), (0.17, 1.2, 0.12), "hips", 1, (), listed=False)
    _extensions(b, nodes)
    b.document["extras"] = {"hearth": {"default": "plain", "outfits": [
        {"id": "plain", "names": {"en": "Plain", "zh": "日常", "ja": "ふだん"}, "words": {"en": ["plain"]}, "nodes": [plain]},
        {"id": "coat", "names": {"en": "Coat", "zh": "外套", "ja": "コート"}, "words": {"en": ["coat"]}, "nodes": [coat]},
    ]}}
    return b.bytes()


def _nodes(b: Builder) -> dict[str, int]:
    listed = b.document["nodes"]
    index: dict[str, int] = {}
    chain = {f"hair{i}": ("head" if i == 0 else f"hair{i - 1}", (0.0, 1.58 - 0.06 * i, -0.11)) for i in range(4)}
    for name, (parent, place) in (BONES | chain).items():
        above = (BONES | chain)[parent][1] if parent else (0.0, 0.0, 0.0)
        index[name] = len(listed)
        listed.append({"name": name, "translation": [p - q for p, q in zip(place, above, strict=True)]})
        if parent:
            listed[index[parent]].setdefault("children", []).append(index[name])
        else:
            b.document["scenes"][0]["nodes"].append(index[name])
    return index


def _materials(b: Builder) -> None:
    for colour in ((240, 200, 180), (90, 120, 200)):
        b.document["images"].append({"bufferView": b.view(png(colour)), "mimeType": "image/png"})
        b.document["textures"].append({"source": len(b.document["images"]) - 1})
        texture = {"index": len(b.document["textures"]) - 1}
        b.document["materials"].append({
            "name": "cloth", "pbrMetallicRoughness": {"baseColorTexture": texture, "baseColorFactor": [1, 1, 1, 1]},
            "extensions": {"VRMC_materials_mtoon": {
                "specVersion": "1.0", "shadeColorFactor": [0.6, 0.4, 0.4], "shadeMultiplyTexture": texture,
                "shadingToonyFactor": 0.9, "outlineWidthMode": "worldCoordinates", "outlineWidthFactor": 0.0008,
                "outlineColorFactor": [0.2, 0.1, 0.1],
            }},
        })


def _skin(b: Builder, nodes: dict[str, int]) -> None:
    every = list(nodes)
    inverse = []
    chain = {f"hair{i}": (0.0, 1.58 - 0.06 * i, -0.11) for i in range(4)}
    for name in every:
        place = chain.get(name) or BONES[name][1]
        matrix = np.eye(4)
        matrix[:3, 3] = [-p for p in place]
        inverse.append(matrix.T.ravel())
    b.document["skins"].append({
        "joints": [nodes[name] for name in every], "inverseBindMatrices": b.accessor(np.array(inverse), "MAT4"),
    })


def _mesh(b: Builder, nodes: dict[str, int], name: str, low: Any, high: Any, bone: str, material: int,
          morphs: tuple[str, ...], listed: bool = True) -> int:
    positions, normals, uvs, triangles = box(low, high)
    joints = np.zeros((len(positions), 4), int)
    joints[:, 0] = list(nodes).index(bone)
    weights = np.zeros((len(positions), 4))
    weights[:, 0] = 1
    primitive: dict[str, Any] = {
        "attributes": {
            "POSITION": b.accessor(positions, "VEC3"), "NORMAL": b.accessor(normals, "VEC3"),
            "TEXCOORD_0": b.accessor(uvs, "VEC2"), "JOINTS_0": b.accessor(joints, "VEC4", 5123),
            "WEIGHTS_0": b.accessor(weights, "VEC4"),
        },
        "indices": b.accessor(triangles.ravel(), "SCALAR", 5125), "material": material,
    }
    if morphs:
        primitive["targets"] = [{"POSITION": b.accessor(_morph(positions, morph), "VEC3")} for morph in morphs]
    b.document["meshes"].append({"name": name, "primitives": [primitive]})
    b.document["nodes"].append({"name": name, "mesh": len(b.document["meshes"]) - 1, "skin": 0})
    node = len(b.document["nodes"]) - 1
    if listed:
        b.document["scenes"][0]["nodes"].append(node)
    return node


def _morph(positions: Any, name: str) -> Any:
    """Vowels move the mouth's rows, blink the lids', emotions all of them."""
    y = positions[:, 1]
    mouth, lids, brows = (y < 1.43), (y > 1.44) & (y < 1.50), (y > 1.52)
    rows = {"blink": lids}.get(name, mouth if len(name) == 2 else mouth | lids | brows)
    delta = np.zeros_like(positions)
    delta[rows] = (0.0, -0.01, 0.004)
    return delta


def _extensions(b: Builder, nodes: dict[str, int]) -> None:
    face = next(i for i, node in enumerate(b.document["nodes"]) if node["name"] == "face")
    presets = {
        name: {"morphTargetBinds": [{"node": face, "index": i, "weight": 1.0}]} for i, name in enumerate(FACE_MORPHS)
    }
    reach = {"inputMaxValue": 22.0, "outputScale": 22.0}
    b.document["extensions"] = {
        "VRMC_vrm": {
            "specVersion": "1.0", "meta": {"name": "Small", "authors": ["the tests"], "licenseUrl": "https://vrm.dev/licenses/1.0/"},
            "humanoid": {"humanBones": {name: {"node": nodes[name]} for name in BONES}},
            "expressions": {"preset": presets, "custom": {"wink": {"isBinary": True, "morphTargetBinds": [
                {"node": face, "index": FACE_MORPHS.index("blink"), "weight": 0.5}]}}},
            "lookAt": {"type": "bone", "offsetFromHeadBone": [0, 0.08, 0], "rangeMapHorizontalInner": reach,
                       "rangeMapHorizontalOuter": reach, "rangeMapVerticalDown": reach, "rangeMapVerticalUp": reach},
        },
        "VRMC_springBone": {
            "specVersion": "1.0",
            "colliders": [{"node": nodes["head"], "shape": {"sphere": {"offset": [0, 0.1, 0], "radius": 0.09}}}],
            "colliderGroups": [{"colliders": [0]}],
            "springs": [{"joints": [
                {"node": nodes[f"hair{i}"], "stiffness": 0.3, "dragForce": 0.3, "gravityPower": 0.05, "hitRadius": 0.01}
                for i in range(4)], "colliderGroups": [0]}],
        },
    }
