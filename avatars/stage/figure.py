"""The avatar as drawable things: vertex buffers, morphs, materials, outlines, what casts shadows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import (
    ColorBlendAttrib,
    CullFaceAttrib,
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

from avatars.rig.skeleton import Skeleton
from avatars.stage.order import front_first
from avatars.stage.paint import Paint
from avatars.stage.shaders import shader
from avatars.stage.shadow import Thrower
from avatars.stage.textures import BoneTexture
from avatars.vrm.model import Model, Primitive

OUTLINE_BIN: Final = 12
LEGS: Final = ("UpperLeg", "LowerLeg", "Foot", "Toes")
OVER: Final = ColorBlendAttrib.make(
    ColorBlendAttrib.M_add, ColorBlendAttrib.O_one, ColorBlendAttrib.O_one_minus_incoming_alpha
)
"""Premultiplied colour over what is there."""


class Figure:
    """Everything of one avatar on one device. `root` holds what is seen, `casters` what throws shadows."""

    def __init__(
        self, model: Model, skeleton: Skeleton, software: bool, extras: frozenset[str] = frozenset()
    ) -> None:
        self._model = model
        self._skeleton = skeleton
        self._bones, self._first = _bone_rows(model)
        self.root, self.casters = NodePath("figure"), NodePath("casters")
        self.bones = BoneTexture(len(self._bones[0]))
        for top in (self.root, self.casters):
            top.set_shader_input("bones", self.bones.texture)
        self.paint = Paint(model, software, extras)
        self._parts: dict[int, list[_Part]] = {}
        self._all_cast = "QUICK" not in extras
        self._head = self._on_head()
        self._head_nodes = np.unique(self._bones[0][self._head])
        legs = self._legs()
        for index, node in enumerate(model.nodes):
            if node.mesh is None or not node.drawn or index in model.hidden:
                continue
            for primitive in model.meshes[node.mesh].primitives:
                if model.materials[primitive.material].double_sided:
                    primitive = replace(primitive, indices=front_first(primitive.positions, primitive.indices))
                part = _Part(primitive, self._first[index], legs)
                self._place(part, primitive.material)
                self._parts.setdefault(index, []).append(part)
        self._model = replace(model, images=())  # they are textures now
        self.paint.forget_images()
        self.wear(model.outfit)
        self.pose()

    def _on_head(self) -> npt.NDArray[Any]:
        """Which bone rows are the head or hang on it."""
        head, on = self._model.humanoid["head"], set()
        for index in range(len(self._model.nodes)):
            way, at = [], index
            while at not in (-1, head) and at not in on:
                way.append(at)
                at = self._model.nodes[at].parent
            if at != -1:
                on.update(way)
        return np.array([int(node) in on or int(node) == head for node in self._bones[0]])

    def _legs(self) -> npt.NDArray[Any]:
        """Which bone rows stay below the hips whatever she does standing."""
        legs = {node for bone, node in self._model.humanoid.items() if bone.endswith(LEGS)}
        return np.array([int(node) in legs for node in self._bones[0]])

    def _place(self, part: _Part, material: int) -> None:
        look = self._model.materials[material]
        surface = _path(part.geom, self.root)
        influences = frozenset({f"INFLUENCES {part.influences}"})
        surface.set_shader(shader("surface", self.paint.features(material) | influences))
        if look.double_sided:
            surface.set_two_sided(True)
        if look.alpha == "BLEND":
            surface.set_attrib(OVER)
            surface.set_bin("fixed", 30 + look.order)
            surface.set_depth_write(look.depth_write)
        else:
            # what is drawn double-sided (hair, a skirt) lies in front: first, so that it spares what it hides
            surface.set_bin("fixed", 9 if look.double_sided else 10 if look.alpha == "OPAQUE" else 11)
        part.paths.append(surface)
        self.paint.on(surface, material)
        if look.outline_mode != "none" and look.outline_width > 0 and look.alpha != "BLEND":
            outline = _path(part.geom, self.root)
            outline.set_shader(shader("outline", self.paint.outline_features(material) | influences))
            outline.set_attrib(CullFaceAttrib.make(CullFaceAttrib.M_cull_counter_clockwise))
            outline.set_attrib(OVER)
            outline.set_bin("fixed", OUTLINE_BIN)
            part.paths.append(outline)
            self.paint.on(outline, material)
        # the hair's and the chin's shadow are what a face needs; a processor that draws leaves out the rest
        throws = look.alpha != "BLEND" and not look.unlit and (self._all_cast or part.mostly_on(self._head))
        if throws:
            caster = _path(part.geom, self.casters)
            caster.set_shader(shader("shadow", influences | ({"MASK"} if look.alpha == "MASK" else set())))
            caster.set_two_sided(True)
            part.paths.append(caster)
            self.paint.on(caster, material)

    def above(self, floor: float | None) -> None:
        """Draw no legs below this height (metres): they are under the picture. None draws everything."""
        for parts in self._parts.values():
            for part in parts:
                part.above(floor)

    def wear(self, outfit: str) -> None:
        """Show the nodes of this outfit and those that belong to none. KeyError names an unknown one."""
        chosen = {o.id: o for o in self._model.outfits}[outfit]
        belonging = {node for o in self._model.outfits for node in o.nodes}
        for index, parts in self._parts.items():
            shown = index not in belonging or index in chosen.nodes
            for part in parts:
                part.show(shown)

    def pose(self) -> None:
        """Take the skeleton's world matrices."""
        nodes, inverse = self._bones
        self.bones.write(self._skeleton.world[nodes] @ inverse)

    def shape(self, weights: Mapping[int, npt.NDArray[Any]]) -> bool:
        """Take morph weights per node; True if any vertex moved."""
        moved = False
        for node, values in weights.items():
            for part in self._parts.get(node, ()):
                moved |= part.shape(values)
        return moved

    def thrower(self, toward: npt.NDArray[Any], weights: Mapping[int, npt.NDArray[Any]]) -> Thrower | None:
        """What her shadow depends on, for a light from `toward`; None where more than the head throws one."""
        if self._all_cast:
            return None
        world = self._skeleton.world
        head = world[self._model.humanoid["head"]]
        home = np.linalg.inv(head)
        places = world[self._head_nodes, :3, 3] @ home[:3, :3].T + home[:3, 3]
        light = home[:3, :3] @ toward
        shapes = [weights[node] for node in sorted(weights)]
        morphs = np.concatenate(shapes) if shapes else np.zeros(0)
        return Thrower(head.copy(), places, light / np.linalg.norm(light), morphs.copy())

    def extent(self) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Lowest and highest corner of what is drawn, in the pose of the skeleton now."""
        nodes, inverse = self._bones
        matrices = self._skeleton.world[nodes] @ inverse
        corners = [part.corners(matrices) for parts in self._parts.values() for part in parts]
        return np.min([low for low, _ in corners], axis=0), np.max([high for _, high in corners], axis=0)

    def remove(self) -> None:
        """Leave the scene."""
        for top in (self.root, self.casters):
            top.remove_node()


def _bone_rows(model: Model) -> tuple[tuple[npt.NDArray[Any], npt.NDArray[Any]], dict[int, int]]:
    """Nodes and inverse binds of all bone rows, and each mesh node's first row. Equal skins share rows."""
    nodes: list[int] = []
    inverse: list[npt.NDArray[Any]] = []
    first: dict[int, int] = {}
    placed: dict[bytes, int] = {}
    for index, node in enumerate(model.nodes):
        if node.mesh is None or not node.drawn:
            continue
        if node.skin is None:
            first[index] = len(nodes)
            nodes.append(index)
            inverse.append(np.eye(4))
            continue
        skin = model.skins[node.skin]
        key = np.array(skin.joints).tobytes() + skin.inverse_bind.tobytes()
        if key not in placed:
            placed[key] = len(nodes)
            nodes += skin.joints
            inverse += list(skin.inverse_bind)
        first[index] = placed[key]
    if not nodes:
        nodes, inverse = [0], [np.eye(4)]
    return (np.array(nodes), np.array(inverse, np.float64)), first


class _Part:
    """One primitive on the device: a moving array (place, normal) and a still one (uv, joints, weights)."""

    def __init__(self, primitive: Primitive, first_bone: int, legs: npt.NDArray[Any]) -> None:
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
        self._indices = primitive.indices
        self._on_legs = legs[self._joints[:, 0].astype(np.int64)]
        self.geom.add_primitive(_triangles(self._indices))
        self._floor: float | None = None
        self.paths: list[Any] = []

    def above(self, floor: float | None) -> None:
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
        joints, rest = self._joints.astype(np.int64), self._rest
        places = np.zeros((len(rest), 3))
        home = np.hstack((rest[:, :3], np.ones((len(rest), 1))))
        for k in range(4):
            bound = matrices[joints[:, k], :3]
            places += self._influence[:, k, None] * np.matmul(bound, home[:, :, None])[:, :, 0]
        return places.min(axis=0), places.max(axis=0)


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


def _path(geom: Geom, parent: NodePath) -> NodePath:
    node = GeomNode("part")
    node.add_geom(geom)
    # skinning happens on the device, so the box of the resting vertices says nothing
    node.set_bounds(OmniBoundingVolume())
    node.set_final(True)
    return parent.attach_new_node(node)
