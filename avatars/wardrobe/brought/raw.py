"""The glTF file of a garment that somebody made: what of it can be worn, in metres, standing straight."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.vrm.accessors import Accessors
from avatars.vrm.checked import Checked
from avatars.vrm.container import Container, read_bytes, read_file
from avatars.vrm.humanoid import BONES
from avatars.vrm.images import Pictures, read_images
from avatars.vrm.load import KNOWN
from avatars.vrm.materials import read_materials
from avatars.vrm.meshes import check_joints, read_meshes, read_skins
from avatars.vrm.model import Material, Node, Primitive, Skin
from avatars.vrm.nodes import read_nodes
from avatars.wardrobe.refusing import as_garment

Doubles = npt.NDArray[np.float64]
MOST_TRIANGLES: Final = 40_000
MOST_VERTICES: Final = 60_000
LARGEST_PICTURE: Final = 4096
PERMITTED: Final = KNOWN


@dataclass(frozen=True, slots=True)
class RawPiece:
    """A primitive in the world: points and unit normals (n,3); by bone of the body the weights (n,) it came with, if any."""

    name: str
    primitive: Primitive
    points: Doubles
    normals: Doubles
    weights: dict[str, npt.NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class RawGarment:
    """What the file holds. `joints`: by bone of the body where the file's rig has it (world)."""

    file: str
    pieces: tuple[RawPiece, ...]
    materials: tuple[Material, ...]
    images: Pictures
    joints: dict[str, npt.NDArray[np.float64]]


def read_raw(path: Path) -> RawGarment:
    """Read and check a glTF binary. Raises `GarmentRefused` with file and place."""
    with as_garment():
        return _read(read_file(path))


def read_raw_bytes(data: bytes, file: str) -> RawGarment:
    """Like `read_raw`, from memory."""
    with as_garment():
        return _read(read_bytes(data, file))


def _read(container: Container) -> RawGarment:
    root = container.root
    for extension in root.each("extensionsRequired", "required extension", 256):
        if extension.text() not in PERMITTED:
            raise extension.refuse(f"{extension.text('', 60)} is unknown here; export without it")
    accessors = Accessors(container)
    images = read_images(root, accessors)
    for number, size in enumerate(images.sizes):
        if max(size) > LARGEST_PICTURE:
            raise root.get(f"image {number}").refuse(f"is {size[0]}x{size[1]}; at most {LARGEST_PICTURE} a side are read")
    materials = read_materials(root, len(images))
    meshes, skins = read_meshes(root, accessors, len(materials) - 1), read_skins(root, accessors)
    nodes = read_nodes(root, len(meshes), len(skins), ())
    check_joints(root, [(n.mesh, n.skin) for n in nodes if n.mesh is not None and n.skin is not None], meshes, skins)
    world = _world(nodes)
    pieces = []
    triangles = vertices = 0
    for index, node in enumerate(nodes):
        if node.mesh is None or not node.drawn:
            continue
        for primitive in meshes[node.mesh].primitives:
            triangles, vertices = triangles + len(primitive.indices) // 3, vertices + len(primitive.positions)
            if triangles > MOST_TRIANGLES or vertices > MOST_VERTICES:
                raise root.get(f"node {index}").refuse(
                    f"has more than {MOST_TRIANGLES} triangles or {MOST_VERTICES} points; make it simpler"
                )
            pieces.append(_piece(root, node, primitive, world[index], world, skins, nodes))
    if not pieces:
        raise root.refuse("has nothing to wear: no mesh is drawn")
    joints = {node.name: world[i][:3, 3] for i, node in enumerate(nodes) if node.name in BONES}
    return RawGarment(root.file, tuple(pieces), materials, images, joints)


def _piece(
    root: Checked, node: Node, primitive: Primitive, own: Doubles, world: list[Doubles], skins: tuple[Skin, ...],
    nodes: tuple[Node, ...],
) -> RawPiece:  # fmt: skip
    points = np.concatenate([primitive.positions.astype(np.float64), np.ones((len(primitive.positions), 1))], axis=1)
    weights: dict[str, npt.NDArray[np.float64]] = {}
    if node.skin is not None and primitive.joints is not None and primitive.weights is not None:
        skin = skins[node.skin]
        matrices = np.array([world[joint] @ bind for joint, bind in zip(skin.joints, skin.inverse_bind, strict=True)])
        mixed = np.einsum("nk,nkij->nij", primitive.weights.astype(np.float64), matrices[primitive.joints])
        placed = np.einsum("nij,nj->ni", mixed[:, :3], points)
        turned = np.einsum("nij,nj->ni", mixed[:, :3, :3], primitive.normals)
        weights = _bone_weights(primitive, skin, nodes)
    else:
        placed, turned = points @ own[:3].T, primitive.normals @ own[:3, :3].T
    if not np.isfinite(placed).all() or np.abs(placed).max() > 1e4:
        raise root.get(f"node {node.name!r}").refuse("has points that are nowhere")
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    return RawPiece(node.name or "garment", primitive, placed, turned / np.maximum(length, 1e-9), weights)


def _bone_weights(primitive: Primitive, skin: Skin, nodes: tuple[Node, ...]) -> dict[str, npt.NDArray[np.float64]]:
    """Weights by bone of the body; a joint of another name counts for the nearest bone above it, and none of them for nothing."""
    found: dict[str, npt.NDArray[np.float64]] = {}
    assert primitive.joints is not None and primitive.weights is not None
    for row, joint in enumerate(skin.joints):
        at = joint
        while at != -1 and nodes[at].name not in BONES:
            at = nodes[at].parent
        felt = (primitive.weights * (primitive.joints == row)).sum(axis=1).astype(np.float64)
        if at != -1 and felt.any():
            found[nodes[at].name] = found.get(nodes[at].name, 0.0) + felt
    return found


def _world(nodes: tuple[Node, ...]) -> list[Doubles]:
    """The matrix (4,4) of every node."""
    made: dict[int, Doubles] = {}

    def of(index: int) -> Doubles:
        if index not in made:
            node = nodes[index]
            above = of(node.parent) if node.parent >= 0 else np.eye(4)
            made[index] = above @ _local(node)
        return made[index]

    return [of(index) for index in range(len(nodes))]


def _local(node: Node) -> Doubles:
    x, y, z, w = node.rotation
    turn: Any = np.array([
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ])
    matrix = np.eye(4)
    matrix[:3, :3] = turn * np.array(node.scale)
    matrix[:3, 3] = node.translation
    return matrix
