"""How thick a body is around its bones, measured once on its own mesh: where chin, chest and hips are to be touched.

All in the rest pose (T-pose, metres, facing +Z). A body without a usable mesh gets the proportions of a plain adult.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.vrm.model import Model, Primitive

Array = npt.NDArray[np.float64]

TRUNK: Final = ("hips", "spine", "chest", "upperChest")
STEP: Final = 0.02
"""Metres between the levels a trunk is measured at."""
NARROW: Final = 0.3
"""Parts of the shoulders' half width below which a level is not the whole trunk."""
MIDDLE: Final = 0.35
"""Part of the half width within which the front counts as the front."""


class Surface:
    """`front`, `back` and `half` of the trunk by height, and the places of the face."""

    def __init__(self, model: Model, rest: Mapping[str, Array], rest_world: npt.NDArray[Any]) -> None:
        self._rest = rest
        skin = _Skin(model, rest_world)
        self._levels, self._front, self._back, self._half = self._profile(skin.near(model, TRUNK))
        face = skin.near(model, ("head",), morphed=True)
        self.chin = self._chin(face)
        """The lowest point of the chin's front."""
        self.face = self._depth(face)
        """How far the face stands before the head joint."""
        ears = np.abs(face[:, 0]) if len(face) else np.zeros(0)
        self.head_half = float(np.percentile(ears, 98)) if len(ears) > 20 else 0.9 * self._eye_height()
        """Half the width of the head."""

    def _eye_height(self) -> float:
        rest = self._rest
        eyes = [rest[name][1] for name in ("leftEye", "rightEye")]
        return max(float(np.mean(eyes) - rest["head"][1]), 0.06)

    def _depth(self, face: Array) -> float:
        if len(face) < 20:
            return 1.15 * self._eye_height()
        return float(np.percentile(face[:, 2], 97) - self._rest["head"][2])

    def _chin(self, face: Array) -> Array:
        head, high = self._rest["head"], self._eye_height()
        middle = face[np.abs(face[:, 0] - head[0]) < 0.25 * high] if len(face) else face
        middle = middle[middle[:, 1] < head[1] + high] if len(middle) else middle
        if len(middle) < 6:
            return np.array([head[0], head[1] - 0.35 * high, head[2] + 0.95 * high])
        deep = head[2] + 0.6 * (float(middle[:, 2].max()) - head[2])
        before = middle[middle[:, 2] > deep]
        return np.asarray(before[np.argmin(before[:, 1])], np.float64)

    def _profile(self, points: Array) -> tuple[Array, Array, Array, Array]:
        rest = self._rest
        low, high = rest["leftUpperLeg"][1] - 0.02, rest["leftUpperArm"][1]
        levels = np.arange(low, high, STEP)
        shoulder = abs(rest["leftUpperArm"][0])
        plain = (0.75 * shoulder, -0.75 * shoulder, 0.95 * shoulder)
        front, back, half = (np.full(len(levels), number) for number in plain)
        for i, level in enumerate(levels):
            near = points[np.abs(points[:, 1] - level) < 0.6 * STEP] if len(points) else points
            if len(near) < 6 or np.abs(near[:, 0]).max() < NARROW * shoulder:
                continue  # a seam between the legs is no trunk
            half[i] = np.abs(near[:, 0]).max()
            middle = near[np.abs(near[:, 0]) < MIDDLE * half[i]]
            if len(middle) >= 2:
                front[i], back[i] = middle[:, 2].max(), middle[:, 2].min()
        # arms begin where the trunk suddenly widens: there it counts as wide as below
        widest = float(np.median(half)) * 1.35
        return levels, front, back, np.minimum(half, widest)

    def front(self, height: float) -> float:
        """z of the trunk's front in its middle at a height."""
        return float(np.interp(height, self._levels, self._front))

    def back(self, height: float) -> float:
        """z of the trunk's back at a height."""
        return float(np.interp(height, self._levels, self._back))

    def half(self, height: float) -> float:
        """Half the trunk's width at a height."""
        return float(np.interp(height, self._levels, self._half))

    def before(self, x: float, height: float) -> float:
        """z of the trunk's front beside its middle: an ellipse through `front` and `half`."""
        front, back, half = self.front(height), self.back(height), self.half(height)
        middle = 0.5 * (front + back)
        return middle + (front - middle) * float(np.sqrt(max(1.0 - (x / half) ** 2, 0.05)))

    def inside_trunk(self, points: npt.NDArray[Any]) -> Array:
        """How deep points (n,3) of the rest pose lie in the trunk, metres; negative outside."""
        y = points[:, 1]
        front, back = np.interp(y, self._levels, self._front), np.interp(y, self._levels, self._back)
        half = np.interp(y, self._levels, self._half)
        deep = 0.5 * (front - back)
        z = (points[:, 2] - 0.5 * (front + back)) / deep
        across = np.sqrt((points[:, 0] / half) ** 2 + z**2)
        depth = (1.0 - across) * np.minimum(half, deep)
        beyond = np.maximum(self._levels[0] - y, y - self._levels[-1])
        return np.asarray(np.where(beyond > 0, np.minimum(depth, -beyond), depth))

    def outward(self, point: Array) -> Array:
        """The way out of the trunk from a point (3,) of the rest pose: the normal of the level's ellipse."""
        y = float(point[1])
        front, back, half = self.front(y), self.back(y), self.half(y)
        way = np.array([point[0] / half**2, 0.0, (point[2] - 0.5 * (front + back)) / (0.5 * (front - back)) ** 2])
        return np.asarray(way / max(float(np.linalg.norm(way)), 1e-9))

    def inside_head(self, points: npt.NDArray[Any]) -> Array:
        """How deep points (n,3) of the rest pose lie in an ellipsoid from the chin to the crown; negative outside."""
        head = self._rest["head"]
        high = self._eye_height()
        crown = head[1] + 2.35 * high
        middle = np.array([head[0], 0.5 * (crown + self.chin[1]), head[2] + 0.12 * self.face])
        radii = np.array([0.92 * self.head_half, 0.5 * (crown - self.chin[1]), 0.86 * self.face])
        across = np.sqrt((((points - middle) / radii) ** 2).sum(axis=1))
        return np.asarray((1.0 - across) * radii.min())


class _Skin:
    """The drawn vertices in the rest pose, each with the node that moves it most."""

    def __init__(self, model: Model, rest_world: npt.NDArray[Any]) -> None:
        worn = next((o.nodes for o in model.outfits if o.id == model.outfit), ())
        others = {node for o in model.outfits for node in o.nodes} - set(worn)
        self._parts: list[tuple[Array, npt.NDArray[Any], bool]] = []
        for index, node in enumerate(model.nodes):
            if node.mesh is None or not node.drawn or index in others or node.skin is None:
                continue
            skin = model.skins[node.skin]
            bind = rest_world[list(skin.joints)] @ skin.inverse_bind
            for primitive in model.meshes[node.mesh].primitives:
                self._add(primitive, bind, np.array(skin.joints))

    def _add(self, primitive: Primitive, bind: npt.NDArray[Any], joints: npt.NDArray[Any]) -> None:
        if primitive.joints is None or primitive.weights is None:
            return
        strongest = primitive.joints[np.arange(len(primitive.joints)), primitive.weights.argmax(axis=1)].astype(np.int64)
        matrices = bind[strongest]
        places = np.einsum("nij,nj->ni", matrices[:, :3, :3], primitive.positions) + matrices[:, :3, 3]
        self._parts.append((places, joints[strongest], bool(primitive.morphs)))

    def near(self, model: Model, bones: tuple[str, ...], *, morphed: bool = False) -> Array:
        """Vertices (n,3) that hang on these bones; with `morphed` only those of meshes that have morphs, if any do."""
        nodes = [model.humanoid[bone] for bone in bones if bone in model.humanoid]
        found = [(places[np.isin(joints, nodes)], morphs) for places, joints, morphs in self._parts]
        chosen = [places for places, morphs in found if morphs and len(places)] if morphed else []
        chosen = chosen or [places for places, _ in found]
        return np.concatenate(chosen) if chosen else np.zeros((0, 3))
