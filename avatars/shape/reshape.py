"""A loaded avatar with its sliders moved: what the forge would have built, in the blink of an eye and without the forge.

An avatar's file holds the person already bent. `Unbent` takes the bend back once; `shaped` bends anew for any values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from avatars.shape.bends import Points
from avatars.shape.body_shape import BodyShape, across
from avatars.shape.eyelids import LID_EXPRESSIONS, lid_gain
from avatars.shape.sliders import checked
from avatars.shape.swinging import resprung
from avatars.vrm.model import Mesh, Model, Morph, Node, Primitive, Skin

EYES = ("leftEye", "rightEye")


def reshaped(model: Model, values: Mapping[str, float]) -> Model:
    """`model` with its sliders at `values` (what they leave out goes to 0). For many values keep an `Unbent`.

    Raises ValueError that names an unknown slider, one out of range, or a model that is not of the forge's making.
    """
    return Unbent(model).shaped(values)


@dataclass(frozen=True, slots=True)
class _Surface:
    """A primitive of the plain body: points, normals (n,3) and the morphs' deltas, all in float64."""

    points: Points
    normals: Points
    morphs: tuple[Points, ...]


class Unbent:
    """An avatar on the plain body."""

    def __init__(self, model: Model) -> None:
        if any(not np.allclose(node.rotation, (0, 0, 0, 1)) or not np.allclose(node.scale, 1) for node in model.nodes):
            raise ValueError("only avatars whose nodes neither turn nor scale at rest can be reshaped")
        self._model = model
        self._values = checked(model.shape)
        body = BodyShape(self._values)
        self._places = body.restored(world_places(model.nodes))
        self._lids = {
            (model.nodes[node].mesh, morph)
            for name in LID_EXPRESSIONS & model.expressions.keys()
            for node, morph, _ in model.expressions[name].morphs
        }
        self._surfaces = [[_unbent(primitive, body) for primitive in mesh.primitives] for mesh in model.meshes]

    def shaped(self, values: Mapping[str, float]) -> Model:
        """The avatar with its sliders at `values`."""
        wanted = checked(values)
        body = BodyShape(wanted)
        moves, gain = self._moves(wanted), lid_gain(wanted, self._values)
        meshes = tuple(self._bent(index, mesh, body, moves, gain) for index, mesh in enumerate(self._model.meshes))
        places = body.moved(self._places + self._eyes(moves))
        nodes = tuple(_put(node, index, places) for index, node in enumerate(self._model.nodes))
        before = world_places(self._model.nodes)
        skins = tuple(_bound(skin, before, places) for skin in self._model.skins)
        model = self._model
        springs = resprung(model.springs, BodyShape(self._values), body, before, places)
        head = model.humanoid["head"]
        seen = BodyShape(self._values).restored([before[head] + model.look_at.offset])
        look_at = replace(model.look_at, offset=_vector(body.moved(seen)[0] - places[head]))
        return replace(model, nodes=nodes, meshes=meshes, skins=skins, springs=springs, look_at=look_at, shape=wanted)

    def _moves(self, wanted: Mapping[str, float]) -> dict[tuple[int, int], float]:
        """How far each (mesh, morph) of a face slider goes from where the file has it."""
        found: dict[tuple[int, int], float] = {}
        for slider, targets in self._model.shape_morphs.items():
            step = wanted.get(slider, 0.0) - self._values.get(slider, 0.0)
            for node, morph in targets if step else ():
                mesh = self._model.nodes[node].mesh
                if mesh is not None:
                    found[mesh, morph] = step
        return found

    def _bent(
        self, index: int, mesh: Mesh, body: BodyShape, moves: Mapping[tuple[int, int], float], lids: float
    ) -> Mesh:
        """`lids`: how much farther than in the file lids travel to close."""
        made = []
        for primitive, plain in zip(mesh.primitives, self._surfaces[index], strict=True):
            points = plain.points.copy()
            for number, morph in enumerate(primitive.morphs):
                step = moves.get((index, number))
                if step:
                    points[morph.rows] += step * plain.morphs[number]
            there = body.moved(points)
            slopes = body.slopes(points, there)
            deltas = [
                delta * lids if (index, number) in self._lids else delta
                for number, delta in enumerate(_mapped(slopes, primitive.morphs, plain.morphs))
            ]
            morphs = tuple(replace(m, positions=_floats(d)) for m, d in zip(primitive.morphs, deltas, strict=True))
            normals = across(slopes, plain.normals)
            made.append(replace(primitive, positions=_floats(there), normals=_floats(normals), morphs=morphs))
        return replace(mesh, primitives=tuple(made))

    def _eyes(self, moves: Mapping[tuple[int, int], float]) -> Points:
        """The eyes' joints go with what hangs on them."""
        shift = np.zeros_like(self._places)
        for name in EYES:
            joint = self._model.humanoid.get(name)
            if joint is not None and moves:
                shift[joint] = self._carried(joint, moves)
        return shift

    def _carried(self, joint: int, moves: Mapping[tuple[int, int], float]) -> Points:
        """The mean way of the points that follow a joint."""
        total, count = np.zeros(3), 0
        for node in self._model.nodes:
            if node.mesh is None or node.skin is None or joint not in self._model.skins[node.skin].joints:
                continue
            row = self._model.skins[node.skin].joints.index(joint)
            for number, primitive in enumerate(self._model.meshes[node.mesh].primitives):
                mine = following(primitive, row)
                count += int(mine.sum())
                for target, morph in enumerate(primitive.morphs):
                    step = moves.get((node.mesh, target), 0.0)
                    if step:
                        total += step * self._surfaces[node.mesh][number].morphs[target][mine[morph.rows]].sum(axis=0)
        return total / max(count, 1)


def following(primitive: Primitive, row: int) -> npt.NDArray[np.bool_]:
    """Which points of a primitive follow the joint in this row of the skin for the most part."""
    if primitive.joints is None or primitive.weights is None:
        return np.zeros(len(primitive.positions), dtype=bool)
    return np.asarray((primitive.weights * (primitive.joints == row)).sum(axis=1) > 0.5)


def world_places(nodes: tuple[Node, ...]) -> Points:
    """Where nodes (n,3) that do not turn stand in the world."""
    ways = np.array([node.translation for node in nodes], dtype=np.float64).reshape(-1, 3)
    above = np.array([node.parent for node in nodes], dtype=np.int64)
    places, at = ways.copy(), above
    while (hanging := np.flatnonzero(at >= 0)).size:
        places[hanging] += ways[at[hanging]]
        at = np.where(at >= 0, above[at], -1)
    return places


def _unbent(primitive: Primitive, body: BodyShape) -> _Surface:
    points = body.restored(primitive.positions)
    slopes = body.slopes(points)
    # The inverse of the map's inverse transpose is its transpose.
    raw: npt.NDArray[Any] = np.einsum("nji,nj->ni", slopes, primitive.normals)
    normals = raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-12)
    deltas = tuple(morph.positions.astype(np.float64) for morph in primitive.morphs)
    back: Points = np.asarray(np.linalg.inv(slopes), dtype=np.float64) if deltas else slopes
    return _Surface(points, np.asarray(normals, dtype=np.float64), _mapped(back, primitive.morphs, deltas))


def _mapped(slopes: Points, morphs: tuple[Morph, ...], deltas: tuple[Points, ...]) -> tuple[Points, ...]:
    """The deltas of morphs under a map with these Jacobians (n,3,3). A face only grows: that is one factor."""
    grown = slopes[0, 0, 0] if len(slopes) else 1.0
    if not np.abs(slopes - grown * np.eye(3)).max(initial=0.0):
        return tuple(delta * grown for delta in deltas)
    return tuple(
        np.asarray(np.einsum("nij,nj->ni", slopes[morph.rows], delta)) for morph, delta in zip(morphs, deltas, strict=True)
    )


def _put(node: Node, index: int, places: Points) -> Node:
    if node.mesh is not None:
        return node  # drawn by its skin's joints, wherever it stands
    above = places[node.parent] if node.parent >= 0 else np.zeros(3)
    return replace(node, translation=_vector(places[index] - above))


def _bound(skin: Skin, before: Points, places: Points) -> Skin:
    binds = skin.inverse_bind.astype(np.float64)
    for row, joint in enumerate(skin.joints):
        binds[row, :3, 3] += binds[row, :3, :3] @ (before[joint] - places[joint])
    return replace(skin, inverse_bind=_floats(binds))


def _floats(array: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    return np.ascontiguousarray(array, dtype=np.float32)


def _vector(v: npt.NDArray[Any]) -> tuple[float, float, float]:
    return (float(v[0]), float(v[1]), float(v[2]))
