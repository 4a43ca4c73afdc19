"""The avatar as drawable things: vertex buffers, morphs, materials, outlines, what casts shadows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import ColorBlendAttrib, CullFaceAttrib, NodePath

from avatars.rig.skeleton import Skeleton
from avatars.stage.paint import Paint
from avatars.stage.part import Part, drawable
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
    """Everything of one avatar on one device. `root` holds what is seen, `casters` what throws shadows.

    `paint` has the look of the model's materials; `outfit` is the one worn at first if not the model's own. `former` is the
    figure whose place this one takes: what both wear alike keeps its buffers.
    """

    def __init__(
        self, model: Model, skeleton: Skeleton, paint: Paint, extras: frozenset[str] = frozenset(), outfit: str | None = None,
        former: Figure | None = None,
    ) -> None:
        self._model = model
        self._skeleton = skeleton
        self._bones, self._first = _bone_rows(model)
        self.root, self.casters = NodePath("figure"), NodePath("casters")
        self._fine_casters = self.casters.attach_new_node("only in fine pictures")
        self.bones = BoneTexture(len(self._bones[0]))
        for top in (self.root, self.casters):
            top.set_shader_input("bones", self.bones.texture)
        self.paint = paint
        self._parts: dict[int, list[Part]] = {}
        self._surfaces: list[tuple[NodePath, int, frozenset[str]]] = []
        self._all_cast = "QUICK" not in extras
        self._head = self._on_head()
        self._head_nodes = np.unique(self._bones[0][self._head])
        self._on_legs = self._legs()
        self._kept = former._buffers(self._on_legs) if former is not None else {}
        self._floor: float | None = None
        self._weights: dict[int, npt.NDArray[Any]] = {}
        self.refine(False)
        self.wear(outfit or model.outfit)
        self._kept = {}
        self.pose()

    def _build(self, index: int) -> None:
        """Bring a node's mesh to the device."""
        node, parts = self._model.nodes[index], self._parts.setdefault(index, [])
        if node.mesh is None:
            return
        for primitive in self._model.meshes[node.mesh].primitives:
            part = self._part(primitive, self._first[index])
            self._place(part, primitive.material)
            part.above(self._floor)
            if index in self._weights:
                part.shape(self._weights[index])
            parts.append(part)

    def _part(self, primitive: Primitive, first: int) -> Part:
        """Its buffers: those of the former figure where they hold the same."""
        double_sided = self._model.materials[primitive.material].double_sided
        kept = self._kept.pop(id(primitive.positions), None)
        if kept is not None and kept.serves(primitive, first, double_sided):
            kept.paths = []
            return kept
        return Part(primitive, first, self._on_legs, double_sided)

    def _buffers(self, legs: npt.NDArray[Any]) -> dict[int, Part]:
        """What a figure with these rows of bones on its legs may take over, by the array of its places."""
        if not np.array_equal(legs, self._on_legs):
            return {}
        return {id(part.primitive.positions): part for parts in self._parts.values() for part in parts}

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

    def _place(self, part: Part, material: int) -> None:
        look = self._model.materials[material]
        surface = drawable(part.geom, self.root)
        influences = frozenset({f"INFLUENCES {part.influences}"})
        surface.set_shader(shader("surface", self.paint.features(material, self._fine) | influences))
        self._surfaces.append((surface, material, influences))
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
            outline = drawable(part.geom, self.root)
            outline.set_shader(shader("outline", self.paint.outline_features(material) | influences))
            outline.set_attrib(CullFaceAttrib.make(CullFaceAttrib.M_cull_counter_clockwise))
            outline.set_attrib(OVER)
            outline.set_bin("fixed", OUTLINE_BIN)
            part.paths.append(outline)
            self.paint.on(outline, material)
        if look.alpha != "BLEND" and not look.unlit and not look.shadowless:
            # the hair's and the chin's shadow are what a face needs; a processor that draws leaves out the rest
            always = self._all_cast or part.mostly_on(self._head)
            caster = drawable(part.geom, self.casters if always else self._fine_casters)
            caster.set_shader(shader("shadow", influences | ({"MASK"} if look.alpha == "MASK" else set())))
            caster.set_two_sided(True)
            part.paths.append(caster)
            self.paint.on(caster, material)

    def refine(self, fine: bool) -> None:
        """Draw as finely as can be, for a picture to keep, or again as the device likes it."""
        self._fine = fine
        for surface, material, influences in self._surfaces:
            surface.set_shader(shader("surface", self.paint.features(material, fine) | influences))
        if fine:
            self._fine_casters.show()
        else:
            self._fine_casters.hide()

    def above(self, floor: float | None) -> None:
        """Draw no legs below this height (metres): they are under the picture. None draws everything."""
        self._floor = floor
        for parts in self._parts.values():
            for part in parts:
                part.above(floor)

    def wear(self, outfit: str) -> None:
        """Show the nodes of this outfit and those that belong to none. KeyError names an unknown one."""
        chosen = {o.id: o for o in self._model.outfits}[outfit]
        others = {node for o in self._model.outfits for node in o.nodes} - set(chosen.nodes)
        for index, node in enumerate(self._model.nodes):
            if node.mesh is None or not node.drawn or index in self._model.hidden:
                continue
            shown = index not in others
            if shown and index not in self._parts:
                self._build(index)
            for part in self._parts.get(index, ()):
                part.show(shown)
        self.paint.forget_images()

    def pose(self) -> None:
        """Take the skeleton's world matrices."""
        nodes, inverse = self._bones
        self.bones.write(self._skeleton.world[nodes] @ inverse)

    def shape(self, weights: Mapping[int, npt.NDArray[Any]]) -> bool:
        """Take morph weights per node; True if any vertex moved."""
        moved = False
        self._weights = dict(weights)
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
