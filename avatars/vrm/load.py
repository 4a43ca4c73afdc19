"""The one way in: a file becomes a `Model`, or is refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from avatars.vrm import zero
from avatars.vrm.accessors import Accessors
from avatars.vrm.constraints import read_constraints
from avatars.vrm.container import Container, read_bytes, read_file
from avatars.vrm.expressions import read_expressions
from avatars.vrm.humanoid import hidden_nodes, read_humanoid, read_meta
from avatars.vrm.images import read_images
from avatars.vrm.look_at import read_look_at
from avatars.vrm.materials import read_materials
from avatars.vrm.meshes import check_joints, read_meshes, read_skins
from avatars.vrm.model import Material, Mesh, Model, Node, Outfit
from avatars.vrm.nodes import read_nodes
from avatars.vrm.outfits import read_outfits
from avatars.vrm.shape import read_shape
from avatars.vrm.springbone import read_springs

KNOWN: Final = frozenset({
    "KHR_materials_unlit", "KHR_texture_transform", "KHR_materials_emissive_strength", "KHR_mesh_quantization",
    "VRM", "VRMC_vrm", "VRMC_materials_mtoon", "VRMC_springBone", "VRMC_node_constraint",
})


def load_avatar(path: Path, *, clothes: bool = True) -> Model:
    """Read a VRM 1.0 or 0.x file. Raises `avatars.errors.AvatarRefused` with file and place. Without `clothes` the pictures of
    its outfits stay folded: for one who is dressed otherwise."""
    return build(read_file(path), clothes=clothes)


def load_bytes(data: bytes, file: str) -> Model:
    """Like `load_avatar`, from memory."""
    return build(read_bytes(data, file))


def worn_images(
    nodes: Sequence[Node], meshes: Sequence[Mesh], materials: Sequence[Material], outfits: Sequence[Outfit], worn: str
) -> set[int]:
    """The pictures needed while `worn` is worn; those of other outfits may wait until they are."""
    others = {node for outfit in outfits if outfit.id != worn for node in outfit.nodes}
    others -= {node for outfit in outfits if outfit.id == worn for node in outfit.nodes}
    shown = (node.mesh for index, node in enumerate(nodes) if index not in others and node.mesh is not None)
    used = {primitive.material for mesh in shown for primitive in meshes[mesh].primitives}
    return {index for number in used for index in materials[number].pictures()}


def build(container: Container, *, clothes: bool = True) -> Model:
    """Check and gather all parts."""
    root = container.root
    for extension in root.each("extensionsRequired", "required extension", 256):
        if extension.text() not in KNOWN:
            raise extension.refuse(f"{extension.text('', 60)} is unknown here")
    extensions = root.get("extensions")
    old, new = extensions.get("VRM"), extensions.get("VRMC_vrm")
    if not old.present and not new.present:
        raise root.refuse("is no VRM: it names neither VRMC_vrm nor VRM")
    accessors = Accessors(container)
    images = read_images(root, accessors)
    materials = read_materials(root, len(images))
    meshes = read_meshes(root, accessors, len(materials) - 1)
    skins = read_skins(root, accessors)
    outfits, worn = read_outfits(root)
    nodes = read_nodes(root, len(meshes), len(skins), {node for outfit in outfits for node in outfit.nodes})
    skinned = [(node.mesh, node.skin) for node in nodes if node.mesh is not None and node.skin is not None]
    check_joints(root, skinned, meshes, skins)
    if not new.present:
        images.unfold(range(len(images)))
        return zero.convert(root, old, nodes, meshes, skins, materials, images)
    images.unfold(worn_images(nodes, meshes, materials, outfits, worn if clothes else ""))
    shape, shape_morphs = read_shape(root, nodes, meshes)
    return Model(
        root.file,
        read_meta(new.get("meta")),
        nodes,
        meshes,
        skins,
        materials,
        images,
        read_humanoid(new.get("humanoid").get("humanBones"), len(nodes)),
        read_expressions(new.get("expressions"), nodes, meshes, len(materials) - 1),
        read_look_at(new.get("lookAt")),
        read_springs(extensions.get("VRMC_springBone"), nodes),
        read_constraints(root),
        outfits,
        worn,
        hidden_nodes(new.get("firstPerson"), len(nodes)),
        shape,
        shape_morphs,
    )
