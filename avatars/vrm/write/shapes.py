"""Meshes, morph targets and skins as glTF 2.0."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from avatars.vrm.model import Mesh, Model, Morph, Primitive
from avatars.vrm.write.binary import INDICES, VERTICES, Binary, Json
from avatars.vrm.write.shown import Shown


def write_shapes(model: Model, kept: Shown, binary: Binary, document: Json) -> None:
    """Adds meshes and skins to the document."""
    document["meshes"] = [_mesh(model.meshes[old], kept, binary) for old in kept.meshes]
    document["skins"] = []
    for old in kept.skins:
        skin = model.skins[old]
        binds = np.ascontiguousarray(skin.inverse_bind.transpose(0, 2, 1).reshape(-1, 16), np.float32)
        document["skins"].append({
            "joints": [kept.nodes[joint] for joint in skin.joints],
            "inverseBindMatrices": binary.accessor(binds, "MAT4"),
        })


def _mesh(mesh: Mesh, kept: Shown, binary: Binary) -> Json:
    made: Json = {"name": mesh.name, "primitives": [_primitive(p, kept, binary) for p in mesh.primitives]}
    if mesh.weights:
        made["weights"] = [float(weight) for weight in mesh.weights]
    return made


def _primitive(primitive: Primitive, kept: Shown, binary: Binary) -> Json:
    count = len(primitive.positions)
    attributes = {
        "POSITION": binary.accessor(primitive.positions.astype(np.float32), "VEC3", target=VERTICES, bounds=True),
        "NORMAL": binary.accessor(_unit(primitive.normals), "VEC3", target=VERTICES),
        "TEXCOORD_0": binary.accessor(primitive.uvs.astype(np.float32), "VEC2", target=VERTICES),
    }
    if primitive.joints is not None and primitive.weights is not None:
        weights = (primitive.weights / np.maximum(primitive.weights.sum(axis=1, keepdims=True), 1e-12)).astype(np.float32)
        # Where a weight is 0, glTF wants joint 0.
        joints = np.where(weights > 0, primitive.joints, 0)
        kind = np.uint8 if int(joints.max(initial=0)) < 256 else np.uint16
        attributes["JOINTS_0"] = binary.accessor(joints.astype(kind), "VEC4", target=VERTICES)
        attributes["WEIGHTS_0"] = binary.accessor(weights, "VEC4", target=VERTICES)
    index = primitive.indices.reshape(-1, 1).astype(np.uint16 if count <= 0xFFFF else np.uint32)
    made: Json = {
        "attributes": attributes,
        "indices": binary.accessor(index, "SCALAR", target=INDICES),
        "material": kept.materials[primitive.material],
        "mode": 4,
    }
    if primitive.morphs:
        turning = any(bool(np.abs(morph.normals).max(initial=0.0) > 0) for morph in primitive.morphs)
        made["targets"] = [_target(morph, count, turning, binary) for morph in primitive.morphs]
    return made


def _target(morph: Morph, count: int, turning: bool, binary: Binary) -> Json:
    made = {"POSITION": binary.sparse(_spread(morph.rows, morph.positions, count), "VEC3")}
    if turning:
        made["NORMAL"] = binary.sparse(_spread(morph.rows, morph.normals, count), "VEC3")
    return made


def _spread(rows: npt.NDArray[np.uint32], values: npt.NDArray[np.float32], count: int) -> npt.NDArray[np.float32]:
    every = np.zeros((count, 3), np.float32)
    every[rows] = values
    return every


def _unit(normals: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.where(length < 1e-6, np.array([0.0, 1.0, 0.0]), normals / np.maximum(length, 1e-6)).astype(np.float32)
