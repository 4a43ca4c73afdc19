"""A garment's file: a glTF 2.0 binary on the plain body (1.61 m, T-pose), read and checked before anything is worn.

The root's ``extras.hearth.garment`` tells what glTF has no place for: id, slot, layer, the zones in the order of the channels of
the zones' pictures, by material the neutral shade, the zones and the dyes it comes with, and how deep the body lies beneath it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.shape.reshape import world_places
from avatars.vrm.accessors import Accessors
from avatars.vrm.checked import Checked
from avatars.vrm.container import Container, read_bytes, read_file
from avatars.vrm.humanoid import BONES
from avatars.vrm.images import Pictures, read_images
from avatars.vrm.load import KNOWN
from avatars.vrm.materials import read_materials
from avatars.vrm.meshes import check_joints, read_meshes, read_skins
from avatars.vrm.model import Material, Mesh, Node, Primitive, Skin, Spring
from avatars.vrm.nodes import read_nodes
from avatars.vrm.shape import read_shape
from avatars.vrm.springbone import read_springs
from avatars.wardrobe.look import SLOTS
from avatars.wardrobe.press import Press
from avatars.wardrobe.refusing import as_garment

Floats = npt.NDArray[np.float32]
MOST_VERTICES: Final = 60_000
LARGEST_PICTURE: Final = 2048
"""Texels of a side."""
MOST_ZONES: Final = 4
OFF: Final = 2e-4
"""Metres a bind may lie beside its joint."""
UNTURNED: Final = 1e-5
UNCOVERED: Final = -128
STEP: Final = 0.0005
"""Metres of one step of `Cover`."""


@dataclass(frozen=True, slots=True)
class Cloth:
    """How a material is dyed. `shade` and `zones` are numbers of pictures (`shade` None: it has no texture, `zones` None: nothing
    is dyed), `metre` texels to a metre of cloth (0: no patterns), `dyes` (#rrggbb) by zone as it comes."""

    shade: int | None
    zones: int | None
    metre: float
    dyes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """How deep each point of the bare skin lies beneath the garment: `steps` (n,) of `STEP`, `UNCOVERED` where nothing covers
    it; `skin` is the `avatars.wardrobe.beneath.fingerprint` of the skin that was measured."""

    skin: str
    steps: npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Piece:
    """One mesh of a garment, of one material: `primitive.joints` are nodes of the file. `shapes`: by face slider the number of
    the morph that is its way from 0 to 1 (hair and glasses follow the head's shape)."""

    name: str
    primitive: Primitive
    shapes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class GarmentFile:
    """A garment as read. Places in metres on the plain body."""

    file: str
    id: str
    slot: str
    layer: int
    zones: tuple[str, ...]
    nodes: tuple[Node, ...]
    places: npt.NDArray[np.float64]
    """Of the nodes, in the world (n,3)."""
    pieces: tuple[Piece, ...]
    materials: tuple[Material, ...]
    cloths: dict[str, Cloth]
    """By material's name."""
    images: Pictures
    springs: tuple[Spring, ...]
    """Chains and their colliders on the plain body."""
    cover: Cover | None
    press: Press | None
    """Where a hat holds the hair down."""


def read_garment(path: Path) -> GarmentFile:
    """Read a garment's file. Raises `avatars.errors.GarmentRefused` with file and place."""
    with as_garment():
        return _read(read_file(path))


def read_garment_bytes(data: bytes, file: str) -> GarmentFile:
    """Like `read_garment`, from memory."""
    with as_garment():
        return _read(read_bytes(data, file))


def _read(container: Container) -> GarmentFile:
    root = container.root
    for extension in root.each("extensionsRequired", "required extension", 256):
        if extension.text() not in KNOWN:
            raise extension.refuse(f"{extension.text('', 60)} is unknown here")
    told = root.get("extras").get("hearth").get("garment")
    if not told.present:
        raise root.refuse("is no garment: its extras name none")
    accessors = Accessors(container)
    images = read_images(root, accessors)
    for number, size in enumerate(images.sizes):
        if max(size) > LARGEST_PICTURE:
            raise root.get(f"image {number}").refuse(f"is {size[0]}x{size[1]}; a garment has {LARGEST_PICTURE} a side at most")
    materials = read_materials(root, len(images))
    meshes, skins = read_meshes(root, accessors, len(materials) - 1), read_skins(root, accessors)
    nodes = read_nodes(root, len(meshes), len(skins), ())
    skinned = [(node.mesh, node.skin) for node in nodes if node.mesh is not None and node.skin is not None]
    check_joints(root, skinned, meshes, skins)
    places = world_places(nodes)
    _check_rig(root, nodes, skins, places)
    names = tuple(_text(zone) for zone in told.each("zones", "zone", MOST_ZONES))
    cloths = {name: _cloth(item, images, len(names)) for name, item in told.get("materials").members(64)}
    return GarmentFile(
        root.file, _text(told.get("id")), told.get("slot").choice((*SLOTS, "skin"), "top"),
        told.get("layer").integer(0, 20, 5), names, nodes, places, _pieces(root, nodes, meshes, skins), materials, cloths,
        images, read_springs(root.get("extensions").get("VRMC_springBone"), nodes), _cover(told.get("cover"), accessors),
        _press(told.get("press")),
    )  # fmt: skip


def _check_rig(root: Checked, nodes: tuple[Node, ...], skins: tuple[Skin, ...], places: npt.NDArray[np.float64]) -> None:
    """Every joint is a bone of the body or hangs from one, stands straight at rest, and is bound where it stands."""
    turns = np.array([(*node.rotation[:3], node.rotation[3] - 1.0, *(s - 1.0 for s in node.scale)) for node in nodes])
    for index in np.flatnonzero(np.abs(turns).max(axis=1) > UNTURNED):
        raise root.get(f"node {index}").refuse("turns or scales at rest; a garment's nodes do neither")
    on_body = _on_body(nodes)
    for number, skin in enumerate(skins):
        joints = np.asarray(skin.joints)
        off = np.abs(skin.inverse_bind[:, :3, :3] - np.eye(3)).max(axis=(1, 2)) > OFF
        off |= np.abs(skin.inverse_bind[:, :3, 3] + places[joints]).max(axis=1) > OFF
        for row in np.flatnonzero(~on_body[joints] | off):
            place, name = root.get(f"skin {number}").get(f"joint {row}"), nodes[joints[row]].name
            if not on_body[joints[row]]:
                raise place.refuse(f"{name!r} is no bone of the body and hangs from none")
            raise place.refuse(f"{name!r} is bound in another place than it stands in")


def _on_body(nodes: tuple[Node, ...]) -> npt.NDArray[np.bool_]:
    """Which nodes are bones of the body or hang from one."""
    found = np.zeros(len(nodes), dtype=bool)
    for index in range(len(nodes)):
        at = index
        while at != -1 and nodes[at].name not in BONES and not found[at]:
            at = nodes[at].parent
        found[index] = at != -1
    return found


def _pieces(root: Checked, nodes: tuple[Node, ...], meshes: tuple[Mesh, ...], skins: tuple[Skin, ...]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    shapes = read_shape(root, nodes, meshes)[1]
    vertices = 0
    for index, node in enumerate(nodes):
        if node.mesh is None or not node.drawn:
            continue
        for primitive in meshes[node.mesh].primitives:
            if node.skin is None or primitive.joints is None:
                raise root.get(f"node {index}").refuse(f"{node.name!r} hangs on no joints")
            vertices += len(primitive.positions)
            if vertices > MOST_VERTICES:
                raise root.get(f"node {index}").refuse(f"the garment has more than {MOST_VERTICES} vertices")
            joints = np.asarray(skins[node.skin].joints, np.uint32)[primitive.joints]
            follows = {slider: morph for slider, pairs in shapes.items() for at, morph in pairs if at == index}
            found.append(Piece(node.name, replace(primitive, joints=joints), follows))
    if not found:
        raise root.refuse("has nothing to wear: no mesh is drawn")
    return tuple(found)


def _cloth(item: Checked, images: Pictures, zones: int) -> Cloth:
    shade = item.get("shade").index(len(images))
    weights = item.get("zones").index(len(images))
    if weights is not None and shade is None:
        raise item.get("zones").refuse("lies on no shade")
    if weights is not None and shade is not None and images.sizes[weights] != images.sizes[shade]:
        raise item.get("zones").refuse(f"is {images.sizes[weights]}, its shade {images.sizes[shade]}")
    dyes = tuple(_dye(dye) for dye in item.each("dyes", "dye", MOST_ZONES))
    if weights is not None and len(dyes) != zones:
        raise item.get("dyes").refuse(f"has {len(dyes)} for {zones} zones")
    return Cloth(shade, weights, item.get("metre").number(0.0, 0.0, 1e5), dyes)


def _cover(item: Checked, accessors: Accessors) -> Cover | None:
    if not item.present or not item.get("accessor").present:
        return None
    steps = accessors.floats(item.get("accessor"), ("SCALAR",))[:, 0]
    return Cover(item.get("skin").text("", 64), np.clip(steps, -128, 127).astype(np.int8))


def _press(item: Checked) -> Press | None:
    if not item.present:
        return None
    try:
        return Press.from_json(item.value)
    except ValueError as fault:
        raise item.refuse(str(fault)) from None


def _text(item: Checked) -> str:
    text = item.text("", 61)
    if not text or len(text) > 60:
        raise item.refuse("has no short name")
    return text


def _dye(item: Checked) -> str:
    text = item.text()
    if len(text) != 7 or text[0] != "#" or any(c not in "0123456789abcdefABCDEF" for c in text[1:]):
        raise item.refuse("is no colour like #a1b2c3")
    return text.lower()
