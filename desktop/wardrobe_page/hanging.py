"""Clothes for a picture: dressed on the person in the resting pose, and all of her left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from avatars.stage.still_life import Hung, hung
from avatars.vrm.load import load_avatar
from avatars.vrm.model import Model, Primitive
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.dressing import Dresser
from avatars.wardrobe.garment_file import read_garment
from avatars.wardrobe.look import Look, Worn

HEAD: Final = frozenset({"face", "lips", "details", "strokes", "iris", "lights"})
"""Nodes of her file that hair is shown on, with all of her below: without a head it is hard to tell what it would look like."""
PAIR: Final = 2.5
"""What is so many times as wide as high hangs on two ears: seen whole it would be two specks."""


class Hanger:
    """Works in a thread of its own. Reads the person's file when first asked."""

    def __init__(self, person: Path, catalogue: Catalogue) -> None:
        self._person, self._catalogue = person, catalogue
        self._dresser: Dresser | None = None

    def close(self) -> None:
        """Let go of the dresser's threads."""
        if self._dresser is not None:
            self._dresser.house.close()

    def hang(self, worn: Sequence[Worn]) -> Hung:
        """These clothes, hung. Raises `avatars.errors.AvatarError` or ValueError where they cannot be."""
        names = {piece.name for one in worn for piece in read_garment(self._catalogue.file(one.garment)).pieces}
        if self._dresser is None:
            self._dresser = Dresser(load_avatar(self._person), self._catalogue)
        model = self._dresser.dressed(Look(tuple(worn)))
        there = [(index, node.name) for index, node in enumerate(model.nodes) if node.mesh is not None]
        if any(self._catalogue.garments[one.garment].slot == "hair" for one in worn):
            seen = [index for index, name in there if name in names | HEAD]
            return hung(model, seen, [index for index, _ in there if index not in seen])
        seen = [index for index, name in there if name in names]
        clothes = hung(model, seen)
        pair = all(self._catalogue.garments[one.garment].slot == "ears" for one in worn) and clothes.spread > PAIR
        return hung(one_side(model, seen), seen) if pair else clothes


def one_side(model: Model, nodes: Sequence[int]) -> Model:
    """The model with only that half of these nodes' meshes that is on her left."""
    meshes = list(model.meshes)
    for number in {model.nodes[index].mesh for index in nodes} - {None}:
        assert number is not None
        meshes[number] = replace(meshes[number], primitives=tuple(left_half(each) for each in meshes[number].primitives))
    return replace(model, meshes=tuple(meshes))


def left_half(primitive: Primitive) -> Primitive:
    """Its triangles and points on her left; all of it where there are none."""
    triangles = primitive.indices.reshape(-1, 3)
    kept = triangles[primitive.positions[triangles, 0].mean(axis=1) > 0]
    if not len(kept):
        return primitive
    points, indices = np.unique(kept, return_inverse=True)
    joints = None if primitive.joints is None else primitive.joints[points]
    weights = None if primitive.weights is None else primitive.weights[points]
    return replace(
        primitive, positions=primitive.positions[points], normals=primitive.normals[points], uvs=primitive.uvs[points],
        indices=indices.astype(np.uint32).reshape(-1), joints=joints, weights=weights, morphs=(),
    )
