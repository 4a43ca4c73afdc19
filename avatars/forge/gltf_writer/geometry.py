"""Parts as glTF meshes: rounded floats, four weights in bytes, sparse morph targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.gltf_writer.binary import INDICES, VERTICES, Binary, Json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from avatars.forge.part import Part

_POSITION, _NORMAL, _UV, _MORPH = 5, 3, 6, 5
"""Decimals kept: a hundredth of a millimetre, and enough for light and textures."""
SHAPE = "shape:"
"""Begins the names of morph targets that are face sliders."""
SMALLEST_MORPH = 2e-5
"""Metres: smaller moves are nothing but noise and are dropped."""


def mesh(part: Part, joint_index: Mapping[str, int], material: int, binary: Binary, small: bool = False) -> Json:
    """The mesh of a part. `small` writes normals and, where they lie in 0..1, texture places as integers (KHR_mesh_quantization).

    Raises ValueError if the part breaks its promises.
    """
    check(part)
    positions = rounded(part.positions)
    joints, shares = four_weights(part, joint_index)
    attributes = {
        "POSITION": binary.accessor(positions, "VEC3", target=VERTICES, bounds=True),
        "NORMAL": _normals(part, binary) if small else binary.accessor(unit(part.normals), "VEC3", target=VERTICES),
        "TEXCOORD_0": _places(part, binary, small),
        "JOINTS_0": binary.accessor(joints, "VEC4", target=VERTICES),
        "WEIGHTS_0": binary.accessor(shares, "VEC4", target=VERTICES, normalized=True),
    }
    index = part.triangles.reshape(-1, 1).astype(np.uint16 if len(positions) <= 0xFFFF else np.uint32)
    primitive: Json = {
        "attributes": attributes,
        "indices": binary.accessor(index, "SCALAR", target=INDICES),
        "material": material,
        "mode": 4,
    }
    made: Json = {"name": part.name, "primitives": [primitive]}
    targets = {**part.morphs, **{SHAPE + name: delta for name, delta in part.shapes.items()}}
    if targets:
        primitive["targets"] = [{"POSITION": binary.sparse(_delta(d), "VEC3")} for d in targets.values()]
        made["weights"] = [0.0] * len(targets)
        made["extras"] = {"targetNames": list(targets)}
    return made


def _normals(part: Part, binary: Binary) -> int:
    """Normals in steps of a 127th, each in four bytes."""
    steps = np.round(unit(part.normals) * 127.0).astype(np.int8)
    return binary.accessor(steps, "VEC3", target=VERTICES, normalized=True, stride=4)


def _places(part: Part, binary: Binary, small: bool) -> int:
    """Texture places; as 65535ths where the texture does not repeat."""
    if small and part.uvs.min() >= 0.0 and part.uvs.max() <= 1.0:
        return binary.accessor(np.round(part.uvs * 65535.0).astype(np.uint16), "VEC2", target=VERTICES, normalized=True)
    return binary.accessor(_rounded(part.uvs, _UV), "VEC2", target=VERTICES)


def check(part: Part) -> None:
    """The promises of `Part`, as far as they can be counted."""
    count = len(part.positions)
    shapes = (part.positions.shape, part.normals.shape, part.uvs.shape, part.weights.shape)
    if shapes != ((count, 3), (count, 3), (count, 2), (count, len(part.joints))):
        raise ValueError(f"{part.name}: shapes disagree: {shapes}")
    if len(part.triangles) == 0 or int(part.triangles.max()) >= count:
        raise ValueError(f"{part.name}: triangles point outside its {count} vertices")
    for name, array in (("positions", part.positions), ("normals", part.normals), ("weights", part.weights)):
        if not np.isfinite(array).all():
            raise ValueError(f"{part.name}: {name} are not all finite")
    for name, delta in (*part.morphs.items(), *part.shapes.items()):
        if delta.shape != (count, 3) or not np.isfinite(delta).all():
            raise ValueError(f"{part.name}: morph {name} does not fit")


def four_weights(
    part: Part, joint_index: Mapping[str, int]
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """The four strongest joints of every vertex, in bytes that sum to 255."""
    table = np.asarray(part.weights, dtype=float)
    best = np.argsort(-table, axis=1, kind="stable")[:, :4]
    if best.shape[1] < 4:
        best = np.pad(best, ((0, 0), (0, 4 - best.shape[1])))
        shares = np.take_along_axis(table, best, axis=1)
        shares[:, table.shape[1] :] = 0.0
    else:
        shares = np.take_along_axis(table, best, axis=1)
    total = shares.sum(axis=1, keepdims=True)
    if (total <= 0).any():
        raise ValueError(f"{part.name}: a vertex without weight")
    steps = np.floor(shares / total * 255.0 + 0.5).astype(int)
    steps[:, 0] += 255 - steps.sum(axis=1)
    numbers = np.array([joint_index[name] for name in part.joints])[best]
    # glTF wants joint 0 where the weight is 0.
    return np.where(steps > 0, numbers, 0).astype(np.uint8), steps.astype(np.uint8)


def unit(normals: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Rounded, then of length 1 again."""
    coarse = np.round(np.asarray(normals, dtype=float), _NORMAL)
    length = np.linalg.norm(coarse, axis=1, keepdims=True)
    coarse = np.where(length < 1e-6, np.array([0.0, 1.0, 0.0]), coarse / np.maximum(length, 1e-6))
    return coarse.astype(np.float32)


def rounded(positions: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Places as they are written."""
    return _rounded(positions, _POSITION)


def _rounded(array: npt.NDArray[np.float32], decimals: int) -> npt.NDArray[np.float32]:
    return (np.round(np.asarray(array, dtype=float), decimals) + 0.0).astype(np.float32)


def _delta(array: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    moved = np.linalg.norm(array, axis=1, keepdims=True) >= SMALLEST_MORPH
    return _rounded(np.where(moved, array, 0.0), _MORPH)
