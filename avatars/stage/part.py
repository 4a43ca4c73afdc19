"""One primitive of an avatar on the device: its buffers, its morphs, and the triangles that are drawn."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import (
    Geom,
    GeomEnums,
    GeomNode,
    GeomTriangles,
    GeomVertexArrayFormat,
    GeomVertexData,
    GeomVertexFormat,
    InternalName,
    NodePath,
    OmniBoundingVolume,
)

from avatars.stage.order import front_first
from avatars.vrm.model import Primitive

STILL: Final = ("positions", "normals", "uvs", "weights", "indices")


class Part:
    """A moving array (place, normal) and a still one (uv, joints, weights). `legs` tells of each bone row whether it hangs
    below the hips. What is `double_sided` is drawn the viewer's side first."""

    def __init__(self, primitive: Primitive, first_bone: int, legs: npt.NDArray[Any], double_sided: bool = False) -> None:
        self.primitive, self._first, self._double_sided = primitive, first_bone, double_sided
        self._rest = np.hstack((primitive.positions, primitive.normals)).astype(np.float32)
        self._morphs = [
            (morph.rows, np.hstack((morph.positions, morph.normals)).astype(np.float32)) for morph in primitive.morphs
        ]
        rows = [rows for rows, _ in self._morphs if len(rows)]
        self._moving = np.unique(np.concatenate(rows)) if rows else np.zeros(0, np.uint32)
        self._weights = np.zeros(len(self._morphs))
        count = len(self._rest)
        if primitive.joints is None or primitive.weights is None:
            self._joints = np.full((count, 4), first_bone, np.float32)
            self._influence = np.tile(np.array([1, 0, 0, 0], np.float32), (count, 1))
        else:
            self._joints, self._influence = _strongest(primitive.joints, primitive.weights)
            self._joints += first_bone
        self.influences = int((self._influence > 0).sum(axis=1).max())
        still = np.hstack((primitive.uvs, self._joints, self._influence)).astype(np.float32)
        self.data = GeomVertexData("part", _format(), GeomEnums.UH_dynamic if rows else GeomEnums.UH_static)
        self.data.unclean_set_num_rows(count)
        _fill(self.data, 0, self._rest)
        _fill(self.data, 1, still)
        self.geom = Geom(self.data)
        self._indices = front_first(primitive.positions, primitive.indices) if double_sided else primitive.indices
        self._on_legs = legs[self._joints[:, 0].astype(np.int64)]
        self.geom.add_primitive(_triangles(self._indices))
        self._floor: float | None = None
        self.paths: list[Any] = []

    def serves(self, primitive: Primitive, first_bone: int, double_sided: bool) -> bool:
        """Whether these buffers hold just that primitive: the same still arrays, hung on the same bone rows."""
        mine = self.primitive
        if mine.morphs or primitive.morphs or (self._first, self._double_sided) != (first_bone, double_sided):
            return False
        if any(getattr(mine, name) is not getattr(primitive, name) for name in STILL):
            return False
        return primitive.joints is mine.joints or np.array_equal(primitive.joints, mine.joints)  # type: ignore[arg-type]

    def above(self, floor: float | None) -> None:
        """Leave out what is on the legs and lies below this height in the resting pose; None draws all."""
        if floor == self._floor or not bool(self._on_legs.any()):
            return
        self._floor = floor
        indices = self._indices
        if floor is not None:
            below = (self._on_legs & (self._rest[:, 1] < floor))[indices].reshape(-1, 3).all(axis=1)
            indices = indices.reshape(-1, 3)[~below].ravel()
        self.geom.set_primitive(0, _triangles(indices if len(indices) else self._indices[:3]))
        for path in self.paths:
            path.node().set_geom(0, self.geom)

    def mostly_on(self, rows: npt.NDArray[Any]) -> bool:
        """Whether most of this part hangs on these bone rows."""
        return float(rows[self._joints[:, 0].astype(np.int64)].mean()) > 0.5

    def show(self, shown: bool) -> None:
        """Draw it, or not."""
        for path in self.paths:
            if shown:
                path.show()
            else:
                path.hide()

    def shape(self, weights: npt.NDArray[Any]) -> bool:
        """Write the rows that morphs move, if the weights changed by what an eye could see."""
        wanted = np.asarray(weights[: len(self._morphs)], np.float64)
        if not len(self._moving) or float(np.abs(wanted - self._weights).max()) < 1e-4:
            return False
        mixed = self._rest.copy()
        for (rows, deltas), weight in zip(self._morphs, wanted, strict=True):
            if abs(weight) > 1e-5:
                mixed[rows] += deltas * np.float32(weight)
        self._weights = wanted.copy()
        _fill(self.data, 0, mixed)
        return True

    def corners(self, matrices: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Bounds of the skinned vertices."""
        rest = self._rest[:, :3]
        if self._still_in(matrices):
            return rest.min(axis=0).astype(np.float64), rest.max(axis=0).astype(np.float64)
        joints = self._joints.astype(np.int64)
        places = np.zeros((len(rest), 3))
        home = np.hstack((rest, np.ones((len(rest), 1))))
        for k in range(4):
            bound = matrices[joints[:, k], :3]
            places += self._influence[:, k, None] * np.matmul(bound, home[:, :, None])[:, :, 0]
        return places.min(axis=0), places.max(axis=0)

    def _still_in(self, matrices: npt.NDArray[Any]) -> bool:
        """Whether no bone has left its place, as before the first pose: then skinning moves nothing."""
        used = matrices[int(self._joints.min()) : int(self._joints.max()) + 1]
        return bool(np.abs(used - np.eye(4)).max() < 1e-6)


def _strongest(joints: npt.NDArray[Any], weights: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Influences sorted, the strongest first; those under a half percent left out, for every one costs on each vertex."""
    order = np.argsort(-weights, axis=1, kind="stable")
    weights = np.take_along_axis(weights, order, axis=1)
    weights = np.where(weights < 0.005, 0.0, weights)
    weights = weights / weights.sum(axis=1, keepdims=True)
    return np.take_along_axis(joints, order, axis=1).astype(np.float32), weights.astype(np.float32)


def _format() -> GeomVertexFormat:
    moving, still = GeomVertexArrayFormat(), GeomVertexArrayFormat()
    moving.add_column(InternalName.get_vertex(), 3, GeomEnums.NT_float32, GeomEnums.C_point)
    moving.add_column(InternalName.get_normal(), 3, GeomEnums.NT_float32, GeomEnums.C_normal)
    still.add_column(InternalName.get_texcoord(), 2, GeomEnums.NT_float32, GeomEnums.C_texcoord)
    still.add_column(InternalName.make("joints"), 4, GeomEnums.NT_float32, GeomEnums.C_other)
    still.add_column(InternalName.make("weights"), 4, GeomEnums.NT_float32, GeomEnums.C_other)
    both = GeomVertexFormat()
    both.add_array(moving)
    both.add_array(still)
    return GeomVertexFormat.register_format(both)


def _fill(data: GeomVertexData, array: int, rows: npt.NDArray[Any]) -> None:
    view = memoryview(data.modify_array(array)).cast("B")
    view[:] = np.ascontiguousarray(rows, np.float32).tobytes()


def _triangles(indices: npt.NDArray[Any]) -> GeomTriangles:
    triangles = GeomTriangles(GeomEnums.UH_static)
    triangles.set_index_type(GeomEnums.NT_uint32)
    vertices = triangles.modify_vertices()
    vertices.unclean_set_num_rows(len(indices))
    view = memoryview(vertices).cast("B")
    view[:] = np.ascontiguousarray(indices, np.uint32).tobytes()
    return triangles


def drawable(geom: Geom, parent: NodePath) -> NodePath:
    """A node that draws this."""
    node = GeomNode("part")
    node.add_geom(geom)
    # skinning happens on the device, so the box of the resting vertices says nothing
    node.set_bounds(OmniBoundingVolume())
    node.set_final(True)
    return parent.attach_new_node(node)
