"""What of a person's own head changes with what is worn: her own earrings come out, her own hair goes under a hat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from avatars.shape.body_shape import BodyShape
from avatars.vrm.model import Model, Primitive
from avatars.wardrobe.press import Press
from avatars.wardrobe.undress import HAIR

JEWELLERY: Final = "jewellery"
"""The tag of earrings that take the place of her own."""
_DETAILS: Final = "details"
"""The node that holds small opaque things of the face, her own earrings among them."""
_GOLD: Final = (0.5, 0.25, 0.75, 0.5)
"""The place on its texture that only her own earrings use: left, top, right, bottom."""


def without_earrings(model: Model) -> Model:
    """The person without the earrings her file comes with; the same model where it has none."""

    def bare(primitive: Primitive) -> Primitive:
        if primitive.uvs is None:
            return primitive
        triangles = primitive.indices.reshape(-1, 3)
        left, top, right, low = _GOLD
        there = np.asarray((primitive.uvs > (left, top)) & (primitive.uvs < (right, low))).all(axis=1)
        gold = np.asarray(there)[triangles].all(axis=1)
        return replace(primitive, indices=np.ascontiguousarray(triangles[~gold].ravel())) if gold.any() else primitive

    return _changed(model, frozenset({_DETAILS}), bare)


def hair_held(model: Model, press: Press, body: BodyShape) -> Model:
    """The person with the hair of her own file under a hat; `body` is the shape she has."""

    def held(primitive: Primitive) -> Primitive:
        plain = body.restored(primitive.positions)
        triangles = primitive.indices.reshape(-1, 3)
        shown = triangles[~press.over(plain)[triangles].all(axis=1)]
        points = body.moved(press.pressed(plain)).astype(np.float32)
        return replace(primitive, positions=points, indices=np.ascontiguousarray(shown.ravel()))

    return _changed(model, HAIR, held)


def _changed(model: Model, names: frozenset[str], change: Callable[[Primitive], Primitive]) -> Model:
    numbers = {node.mesh for node in model.nodes if node.mesh is not None and node.name in names}
    meshes = tuple(
        replace(mesh, primitives=tuple(change(one) for one in mesh.primitives)) if number in numbers else mesh
        for number, mesh in enumerate(model.meshes)
    )
    return replace(model, meshes=meshes)
