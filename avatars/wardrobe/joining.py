"""A person and her clothes become one model: one skeleton, one skin, one list of materials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from avatars.shape.body_shape import BodyShape
from avatars.shape.reshape import world_places
from avatars.shape.swinging import carried
from avatars.vrm.model import Floats, Indices, Material, Mesh, Model, Node, Primitive, Sampling, Spring
from avatars.wardrobe.garment_file import GarmentFile, Piece
from avatars.wardrobe.images import Dyed, WornPictures
from avatars.wardrobe.undress import BODY_SKIN, bound

PLAIN = BodyShape({})


@dataclass(frozen=True, slots=True)
class Fitted:
    """A piece of a garment as it is worn: `positions`, `normals` (n,3) on the person's shape, `indices` of what is drawn."""

    piece: Piece
    positions: Floats
    normals: Floats
    indices: Indices


@dataclass(frozen=True, slots=True)
class Dressed:
    """One garment as it is worn. `materials` as its file has them, in their dyes; the pictures they number are `images`."""

    file: GarmentFile
    pieces: tuple[Fitted, ...]
    materials: tuple[Material, ...]
    images: tuple[Dyed, ...]


def joined(base: Model, body: BodyShape, garments: Sequence[Dressed]) -> Model:
    """The person (as `undress.undressed` leaves her, bent by `body`) in these garments.

    Joints are merged by name: a bone the person or an earlier garment has is not added again, nor is a chain that swings
    already. Raises ValueError where a garment hangs on a bone she does not have.
    """
    nodes, springs = [node for node in base.nodes if node.mesh is None], list(base.springs)
    joints = len(nodes)
    if any(node.mesh is not None for node in base.nodes[:joints]):
        raise ValueError("joints do not come before meshes")
    maps = [_grown(nodes, springs, garment.file, body) for garment in garments]
    shift = len(nodes) - joints
    drawn = [replace(node, parent=_after(node.parent, joints, shift)) for node in base.nodes[joints:]]
    meshes, materials, dyed = list(base.meshes), list(base.materials), list[Dyed]()
    own_skin = next((i for i, material in enumerate(materials) if material.name == BODY_SKIN), None)
    for garment, at in zip(garments, maps, strict=True):
        first, picture = len(materials), len(base.images) + len(dyed)
        materials += [_with_images(material, picture) for material in garment.materials]
        dyed += garment.images
        for fitted in garment.pieces:
            skin = garment.materials[fitted.piece.primitive.material].name == BODY_SKIN and own_skin is not None
            material = own_skin if skin and own_skin is not None else first + fitted.piece.primitive.material
            drawn.append(Node(fitted.piece.name, -1, (0, 0, 0), (0, 0, 0, 1), (1, 1, 1), len(meshes), 0, True))
            meshes.append(Mesh(fitted.piece.name, (_primitive(fitted, at, material),), ()))
    moved = _moved_on(base, joints, shift)
    every = (*nodes, *drawn)
    return replace(
        moved, nodes=every, meshes=tuple(meshes), skins=(bound(every, range(len(nodes))),), materials=tuple(materials),
        images=WornPictures(base.images, dyed), springs=tuple(springs),
    )  # fmt: skip


def _grown(nodes: list[Node], springs: list[Spring], file: GarmentFile, body: BodyShape) -> npt.NDArray[np.uint32]:
    """Adds the bones and chains of a garment that are not there yet; gives the new number of each of its nodes."""
    known = {node.name: index for index, node in enumerate(nodes)}
    places = world_places(tuple(nodes)).tolist()
    there = body.moved(file.places)
    at = np.zeros(len(file.nodes), np.uint32)
    for index in _parents_first(file.nodes):
        node = file.nodes[index]
        if node.mesh is not None:
            continue
        if node.name not in known:
            parent = int(at[node.parent]) if node.parent >= 0 else -1
            if parent < 0:
                raise ValueError(f"{file.file}: {node.name!r} hangs from no bone of hers")
            known[node.name] = len(nodes)
            way = there[index] - np.array(places[parent])
            nodes.append(replace(node, parent=parent, translation=(float(way[0]), float(way[1]), float(way[2])), drawn=True))
            places.append(there[index].tolist())
        at[index] = known[node.name]
    _swinging(springs, file, body, at, there)
    return at


def _parents_first(nodes: tuple[Node, ...]) -> list[int]:
    depths = []
    for node in nodes:
        depth, at = 0, node.parent
        while at != -1:
            depth, at = depth + 1, nodes[at].parent
        depths.append(depth)
    return sorted(range(len(nodes)), key=depths.__getitem__)


def _swinging(
    springs: list[Spring], file: GarmentFile, body: BodyShape, at: npt.NDArray[np.uint32], there: npt.NDArray[np.float64]
) -> None:
    there_already = {tuple(joint.node for joint in spring.joints) for spring in springs}
    colliders = list(dict.fromkeys(collider for spring in file.springs for collider in spring.colliders))
    bent = carried(colliders, PLAIN, body, file.places, there)
    moved = {old: replace(new, node=int(at[new.node])) for old, new in zip(colliders, bent, strict=True)}
    for spring in file.springs:
        chain = tuple(replace(joint, node=int(at[joint.node])) for joint in spring.joints)
        if tuple(joint.node for joint in chain) not in there_already:
            center = int(at[spring.center]) if spring.center >= 0 else -1
            springs.append(Spring(chain, tuple(moved[collider] for collider in spring.colliders), center))


def _primitive(fitted: Fitted, at: npt.NDArray[np.uint32], material: int) -> Primitive:
    plain = fitted.piece.primitive
    return replace(
        plain, positions=fitted.positions, normals=fitted.normals, indices=fitted.indices, joints=at[plain.joints],
        material=material, morphs=(),
    )  # fmt: skip


def _with_images(material: Material, first: int) -> Material:
    def moved(sampling: Sampling | None) -> Sampling | None:
        return None if sampling is None else replace(sampling, image=sampling.image + first)

    return replace(
        material, texture=moved(material.texture), shade_texture=moved(material.shade_texture),
        emissive_texture=moved(material.emissive_texture), matcap_texture=moved(material.matcap_texture),
        outline_texture=moved(material.outline_texture),
    )  # fmt: skip


def _moved_on(base: Model, joints: int, shift: int) -> Model:
    """The base with the numbers of its mesh nodes raised: new joints stand before them."""
    def after(node: int) -> int:
        return _after(node, joints, shift)

    faces = {
        name: replace(face, morphs=tuple((after(node), morph, weight) for node, morph, weight in face.morphs))
        for name, face in base.expressions.items()
    }
    morphs: Mapping[str, tuple[tuple[int, int], ...]] = {
        slider: tuple((after(node), morph) for node, morph in pairs) for slider, pairs in base.shape_morphs.items()
    }
    return replace(base, expressions=faces, shape_morphs=morphs, hidden=frozenset(after(node) for node in base.hidden))


def _after(node: int, joints: int, shift: int) -> int:
    return node + shift if node >= joints else node
