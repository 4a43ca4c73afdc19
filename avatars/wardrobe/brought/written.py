"""A brought garment as a file of the wardrobe: the form that `avatars.wardrobe.garment_file` reads."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from avatars.vrm.humanoid import PARENTS
from avatars.vrm.write.binary import INDICES, VERTICES, Binary, Json, container
from avatars.wardrobe.brought.cloths import Cloth, Dyeable
from avatars.wardrobe.brought.fitting import Fitted, FittedPiece, FleshPoints, four_strongest, used_bones
from avatars.wardrobe.garment import GarmentInfo

QUALITY: Final = 88
SHADE: Final = (0.80, 0.70, 0.76)
"""What shade multiplies cloth with, sRGB."""
OUTLINE: Final = 0.0006


def garment_bytes(
    info: GarmentInfo, fit: Fitted, cloths: Dyeable, flesh: FleshPoints, metre: float
) -> bytes:
    """The file. How deep the body lies beneath the garment is left to whoever dresses her, and measured there once."""
    binary = Binary()
    document: Json = {"asset": {"version": "2.0", "generator": "Hearth"}, "scene": 0, "nodes": [], "skins": [], "meshes": []}
    rows = _skeleton(document, binary, used_bones(fit.pieces, flesh), flesh.places)
    numbers, told = _surfaces(document, binary, info, cloths, metre)
    drawn = []
    for number, piece in enumerate(fit.pieces):
        document["meshes"].append(_mesh(piece, f"{info.id}-{number}", rows, numbers[piece.raw.primitive.material], flesh, binary))
        drawn.append(len(document["nodes"]))
        document["nodes"].append({"name": f"{info.id}-{number}", "mesh": number, "skin": 0})
    document["scenes"] = [{"nodes": [document["skins"][0]["joints"][0], *drawn]}]
    garment: Json = {
        "id": info.id, "slot": info.slot, "layer": info.layer, "zones": [zone.id for zone in cloths.zones], "materials": told,
    }
    document["extras"] = {"hearth": {"garment": garment}}
    document["extensionsUsed"] = ["VRMC_materials_mtoon"]
    chunk = binary.bytes()
    document |= {"accessors": binary.accessors, "bufferViews": binary.views, "buffers": [{"byteLength": len(chunk)}]}
    return container(document, chunk)


def _skeleton(document: Json, binary: Binary, bones: list[str], places: Mapping[str, npt.NDArray[np.float64]]) -> dict[str, int]:
    """Nodes and skin of these bones and all above them; each one's row."""
    wanted = set(bones)
    for bone in bones:
        at = bone
        while at in PARENTS:
            at = PARENTS[at]
            wanted.add(at)
    ordered = [bone for bone in ("hips", *PARENTS) if bone in wanted and bone in places]
    node = {bone: number for number, bone in enumerate(ordered)}
    binds = np.tile(np.eye(4, dtype=np.float32), (len(ordered), 1, 1))
    world: dict[str, npt.NDArray[np.float64]] = {}
    for bone in ordered:
        above = PARENTS.get(bone)
        origin = world[above] if above in world else np.zeros(3)
        local = np.round(places[bone] - origin, 6)
        world[bone] = origin + local
        document["nodes"].append({"name": bone, "translation": local.tolist()})
        if above in node:
            document["nodes"][node[above]].setdefault("children", []).append(node[bone])
        binds[node[bone], 3, :3] = -world[bone]
    accessor = binary.accessor(binds.reshape(-1, 16), "MAT4")
    document["skins"] = [{"joints": list(node.values()), "inverseBindMatrices": accessor}]
    return node


def _mesh(piece: FittedPiece, name: str, rows: Mapping[str, int], material: int, flesh: FleshPoints, binary: Binary) -> Json:
    columns, shares = four_strongest(piece.weights)
    table = np.array([rows.get(bone, 0) for bone in flesh.bones], np.uint8)
    joints = np.where(shares > 0, table[columns], 0).astype(np.uint8)
    count = len(piece.points)
    index = piece.raw.primitive.indices.reshape(-1, 1).astype(np.uint16 if count <= 0xFFFF else np.uint32)
    return {"name": name, "primitives": [{
        "attributes": {
            "POSITION": binary.accessor(piece.points.astype(np.float32), "VEC3", target=VERTICES, bounds=True),
            "NORMAL": binary.accessor(piece.raw.normals.astype(np.float32), "VEC3", target=VERTICES),
            "TEXCOORD_0": binary.accessor(piece.raw.primitive.uvs.astype(np.float32), "VEC2", target=VERTICES),
            "JOINTS_0": binary.accessor(joints, "VEC4", target=VERTICES),
            "WEIGHTS_0": binary.accessor(shares.astype(np.float32), "VEC4", target=VERTICES),
        },
        "indices": binary.accessor(index, "SCALAR", target=INDICES), "material": material, "mode": 4,
    }]}  # fmt: skip


def _surfaces(
    document: Json, binary: Binary, info: GarmentInfo, cloths: Dyeable, metre: float
) -> tuple[dict[int, int], dict[str, Json]]:
    """Materials and pictures; the new number of each old material, and what the extras tell of them."""
    document |= {"materials": [], "images": [], "textures": []}
    document["samplers"] = [{"magFilter": 9729, "minFilter": 9987, "wrapS": 10497, "wrapT": 10497}]
    numbers: dict[int, int] = {}
    told: dict[str, Json] = {}
    for old, cloth in cloths.cloths.items():
        name = f"{info.id}-{len(numbers)}"
        shade = _picture(document, binary, cloth.shade)
        zones = _picture(document, binary, cloth.zones, exact=True)
        document["textures"].append({"sampler": 0, "source": shade})
        numbers[old] = len(document["materials"])
        document["materials"].append(_material(name, cloth, len(document["textures"]) - 1))
        told[name] = {"shade": shade, "zones": zones, "metre": metre, "dyes": [zone.dye for zone in cloths.zones]}
    return numbers, told


def _picture(document: Json, binary: Binary, pixels: npt.NDArray[np.uint8], exact: bool = False) -> int:
    if pixels.shape[2] in (1, 2):
        pixels = np.concatenate([pixels, np.zeros((*pixels.shape[:2], 3 - pixels.shape[2]), np.uint8)], axis=-1)
    data = io.BytesIO()
    image = Image.fromarray(np.ascontiguousarray(pixels))
    if exact or pixels.shape[2] == 4:
        image.save(data, "PNG", optimize=True)
    else:
        image.save(data, "JPEG", quality=QUALITY, subsampling=0)
    kind = "image/png" if exact or pixels.shape[2] == 4 else "image/jpeg"
    document["images"].append({"mimeType": kind, "bufferView": binary.view(data.getvalue())})
    return len(document["images"]) - 1


def _material(name: str, cloth: Cloth, texture: int) -> Json:
    reference = {"index": texture}
    entry: Json = {
        "name": name,
        "pbrMetallicRoughness": {"baseColorTexture": reference, "metallicFactor": 0.0, "roughnessFactor": 0.9},
        "doubleSided": cloth.material.double_sided,
        "extensions": {"VRMC_materials_mtoon": {
            "specVersion": "1.0", "shadeColorFactor": [_linear(part) for part in SHADE], "shadeMultiplyTexture": reference,
            "shadingShiftFactor": -0.04, "shadingToonyFactor": 0.90, "outlineWidthMode": "worldCoordinates",
            "outlineWidthFactor": OUTLINE, "outlineColorFactor": [0.10, 0.05, 0.04], "outlineLightingMixFactor": 1.0,
        }},
    }  # fmt: skip
    if cloth.material.alpha != "OPAQUE" and cloth.shade.shape[2] == 4:
        entry["alphaMode"] = cloth.material.alpha
        if cloth.material.alpha == "MASK":
            entry["alphaCutoff"] = cloth.material.cutoff
    return entry


def _linear(value: float) -> float:
    """sRGB to linear (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
