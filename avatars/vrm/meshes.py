"""Meshes, morphs and skins: checked so that no index, joint or row can point outside."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.vrm.accessors import Accessors
from avatars.vrm.checked import Checked
from avatars.vrm.model import Floats, Indices, Mesh, Morph, Primitive, Skin

TRIANGLES: Final = 4
MOST_PRIMITIVES: Final = 4096
MOST_MORPHS: Final = 1024
MOST_JOINTS: Final = 1024
STILL: Final = 1e-7
"""A morph row that moves less (metres) does not move."""


def read_meshes(root: Checked, accessors: Accessors, materials: int) -> tuple[Mesh, ...]:
    """All meshes. A primitive without material gets the index `materials`: the default the loader appends."""
    meshes = []
    left = MOST_PRIMITIVES
    for item in root.each("meshes", "mesh", MOST_PRIMITIVES):
        primitives = []
        for part in item.each("primitives", "primitive", MOST_PRIMITIVES):
            left -= 1
            if left < 0:
                raise part.refuse(f"is one of more than {MOST_PRIMITIVES}")
            if part.get("mode").integer(0, 6, TRIANGLES) == TRIANGLES:
                primitives.append(_primitive(part, accessors, materials))
        weights = tuple(weight.number() for weight in item.each("weights", "weight", MOST_MORPHS))
        count = max((len(primitive.morphs) for primitive in primitives), default=0)
        meshes.append(Mesh(item.get("name").text("", 200), tuple(primitives), (weights + (0.0,) * count)[:count]))
    return tuple(meshes)


def _primitive(part: Checked, accessors: Accessors, materials: int) -> Primitive:
    attributes = part.get("attributes")
    positions = accessors.floats(attributes.get("POSITION"), ("VEC3",))
    count = len(positions)
    if part.get("indices").present:
        indices = accessors.whole(part.get("indices"), ("SCALAR",), count)[:, 0]
    else:
        indices = np.arange(count, dtype=np.uint32)
    if len(indices) % 3:
        raise part.refuse(f"has {len(indices)} indices, no whole number of triangles")
    normal = attributes.get("NORMAL")
    normals = accessors.floats(normal, ("VEC3",), count) if normal.present else _normals(positions, indices)
    uv = attributes.get("TEXCOORD_0")
    uvs = accessors.floats(uv, ("VEC2",), count) if uv.present else np.zeros((count, 2), np.float32)
    joints, weights = _influences(attributes, accessors, count)
    material = part.get("material").index(materials)
    morphs = tuple(_morph(target, accessors, count) for target in part.each("targets", "morph", MOST_MORPHS))
    return Primitive(
        positions, normals, uvs, indices, joints, weights, materials if material is None else material, morphs
    )


def _influences(attributes: Checked, accessors: Accessors, count: int) -> tuple[Indices | None, Floats | None]:
    where = attributes.get("JOINTS_0")
    if not where.present:
        return None, None
    joints = accessors.whole(where, ("VEC4",), MOST_JOINTS, count)
    weights = np.maximum(accessors.floats(attributes.get("WEIGHTS_0"), ("VEC4",), count), 0)
    total = weights.sum(axis=1, keepdims=True)
    if bool((total < 1e-6).any()):
        raise attributes.get("WEIGHTS_0").refuse("a vertex hangs on no joint")
    return joints, (weights / total).astype(np.float32)


def _morph(target: Checked, accessors: Accessors, count: int) -> Morph:
    position, normal = target.get("POSITION"), target.get("NORMAL")
    nothing = np.zeros((count, 3), np.float32)
    moves = accessors.floats(position, ("VEC3",), count) if position.present else nothing
    turns = accessors.floats(normal, ("VEC3",), count) if normal.present else nothing
    moved = _beyond(moves, STILL)
    rows = np.flatnonzero(moved | _beyond(turns, 1e-4) if normal.present else moved)
    return Morph(rows.astype(np.uint32), moves[rows], turns[rows])


def _beyond(rows: Floats, least: float) -> npt.NDArray[np.bool_]:
    """Which rows (n,3) have a number beyond `least`: three columns are quicker than one axis."""
    far = np.abs(rows) > least
    return np.asarray(far[:, 0] | far[:, 1] | far[:, 2])


def _normals(positions: Floats, indices: Indices) -> Floats:
    corners = positions[indices.reshape(-1, 3)].astype(np.float64)
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros(positions.shape, np.float64)
    np.add.at(normals, indices, np.repeat(faces, 3, axis=0))
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.asarray(normals / np.maximum(length, 1e-12), np.float32)


def read_skins(root: Checked, accessors: Accessors) -> tuple[Skin, ...]:
    """All skins."""
    nodes = len(root.each("nodes", "node"))
    skins = []
    for item in root.each("skins", "skin", 1024):
        joints = tuple(joint.must_index(nodes) for joint in item.each("joints", "joint", MOST_JOINTS))
        if not joints:
            raise item.refuse("has no joints")
        binds = item.get("inverseBindMatrices")
        if binds.present:
            rows = accessors.floats(binds, ("MAT4",), len(joints))
            matrices = np.ascontiguousarray(rows.reshape(-1, 4, 4).transpose(0, 2, 1))
        else:
            matrices = np.tile(np.eye(4, dtype=np.float32), (len(joints), 1, 1))
        skins.append(Skin(joints, matrices))
    return tuple(skins)


def check_joints(root: Checked, pairs: list[tuple[int, int]], meshes: tuple[Mesh, ...], skins: tuple[Skin, ...]) -> None:
    """Refuse a mesh that hangs on more joints than its skin has. `pairs`: (mesh, skin) of each skinned node."""
    for mesh, skin in pairs:
        for number, primitive in enumerate(meshes[mesh].primitives):
            if primitive.joints is not None and int(primitive.joints.max()) >= len(skins[skin].joints):
                why = f"points to joint {int(primitive.joints.max())}, skin {skin} has {len(skins[skin].joints)}"
                raise Checked(None, root.file, f"mesh {mesh}, primitive {number}, JOINTS_0").refuse(why)
