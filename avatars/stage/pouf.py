"""What she sits on: a round knitted pouf, turned on a lathe by code, that swells up softly when she sits down."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import CullFaceAttrib, NodePath

from avatars.stage.paint import Paint
from avatars.stage.part import Part, drawable
from avatars.stage.shaders import shader
from avatars.stage.textures import BoneTexture
from avatars.vrm.model import LookAt, Material, Meta, Model, Primitive, Sampling

Array = npt.NDArray[Any]

RADIUS: Final = 0.255
"""Metres at its widest."""
HEIGHT: Final = 0.44
"""Metres of the mesh; it is stretched to the seat's height."""
RIBS: Final = 14
AROUND, ROWS = 84, 22
SECONDS: Final = 0.5
"""To swell up or sink down."""
WOOL, OAT, EMBER, PINE = (0.905, 0.835, 0.760), (0.790, 0.690, 0.610), (0.800, 0.420, 0.315), (0.270, 0.470, 0.450)


def lathe(u: Array, v: Array) -> Array:
    """Points (...,3) of the surface: `u` 0..1 around, `v` 0 below .. 1 in the middle of the top."""
    turn = np.pi * (v - 0.5)
    lift = np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** 0.62
    reach = np.abs(np.cos(turn)) ** 0.42
    rib = 1.0 - 0.045 * (1.0 - np.abs(np.sin(np.pi * RIBS * u)) ** 0.8) * np.clip(reach * 1.6, 0.0, 1.0)
    dimple = 0.045 * np.exp(-((reach / 0.22) ** 2)) * (v > 0.5)
    radius = RADIUS * reach * rib
    y = HEIGHT * (0.5 + 0.5 * lift) - dimple - 0.012 * (1.0 - rib) / 0.045 * (lift > 0.4)
    angle = 2 * np.pi * u
    return np.stack((radius * np.sin(angle), y, radius * np.cos(angle)), axis=-1)


def pouf_mesh() -> Primitive:
    """The lathe's surface as triangles."""
    v, u = np.meshgrid(np.linspace(0.0, 1.0, ROWS + 1), np.linspace(0.0, 1.0, AROUND + 1), indexing="ij")
    step = 1e-4
    inner = np.clip(v, 0.004, 0.996)
    along = lathe(u + step, inner) - lathe(u - step, inner)
    upward = lathe(u, inner + step) - lathe(u, inner - step)
    normals = np.cross(along, upward)
    normals /= np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-12)
    corner = np.arange(ROWS * (AROUND + 1)).reshape(ROWS, AROUND + 1)[:, :-1]
    above = corner + AROUND + 1
    faces = np.stack((corner, corner + 1, above + 1, corner, above + 1, above), axis=-1)
    uvs = np.stack((u * 2.0, 1.0 - v), axis=-1)
    return Primitive(
        lathe(u, v).reshape(-1, 3).astype(np.float32), normals.reshape(-1, 3).astype(np.float32),
        uvs.reshape(-1, 2).astype(np.float32), faces.ravel().astype(np.uint32), None, None, 0, (),
    )


def pouf_texture(width: int = 448, height: int = 448) -> npt.NDArray[np.uint8]:
    """Knit: rows of small V, in wool with a band of ember and two lines of pine, darker in the furrows between the ribs."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    v, u = 1.0 - (y + 0.5) / height, (x + 0.5) / width
    stitches, rows = 49, 44
    across = (u * stitches) % 1.0 - 0.5
    row = (v * rows + 0.9 * np.abs(across)) % 1.0
    leaf = np.clip(1.0 - (np.abs(row - 0.5) / 0.5) ** 2, 0.0, 1.0) * np.clip(1.25 - np.abs(np.abs(across) - 0.25) / 0.25, 0, 1)
    level = np.floor(v * rows + 0.9 * np.abs(across)) / rows
    colour = np.empty((height, width, 3))
    colour[:] = WOOL
    for low, high, tint in ((0.40, 0.58, EMBER), (0.345, 0.37, PINE), (0.61, 0.635, PINE), (0.0, 0.12, OAT), (0.93, 1.0, EMBER)):
        colour[(level >= low) & (level < high)] = tint
    furrow = 1.0 - 0.16 * (1.0 - np.abs(np.sin(np.pi * RIBS * u / 2.0)) ** 0.5)
    shaded = colour * (0.86 + 0.14 * leaf)[..., None] * furrow[..., None]
    made = np.full((height, width, 4), 255, np.uint8)
    made[..., :3] = np.clip(np.round(shaded * 255), 0, 255)
    return made


def pouf_model() -> Model:
    """Its one material, in the form the paint takes."""
    wool = Sampling(0)
    material = Material(
        "pouf", texture=wool, shade_texture=wool, shade=(0.60, 0.42, 0.44), shift=-0.03, toony=0.84, rim=(0.01, 0.008, 0.006),
        rim_power=3.5, outline_mode="worldCoordinates", outline_width=0.0008, outline_colour=(0.42, 0.26, 0.22), outline_mix=0.6,
    )
    return Model(
        "pouf", Meta(), (), (), (), (material,), (pouf_texture(),), {}, {}, LookAt(), (), (), (), "", frozenset(),
    )


class Pouf:
    """Stands in the scene while she sits."""

    def __init__(self, scene: NodePath, software: bool, extras: frozenset[str]) -> None:
        self._scene, self._software, self._extras = scene, software, extras
        self._root: NodePath | None = None
        self._seat: Array = np.zeros(3)
        self._way = 0.0
        self.paint: Paint | None = None

    @property
    def shown(self) -> float:
        """How far it has come, 0..1."""
        return self._way * self._way * (3.0 - 2.0 * self._way)

    @property
    def place(self) -> Array | None:
        """Where the middle of its top is; None where there is none."""
        return self._seat if self._way > 0.0 else None

    def update(self, seat: tuple[float, float, float] | None, dt: float, *, at_once: bool = False) -> bool:
        """Come or go; True if it changed. `seat`: the middle of the top of what she sits on."""
        goal = 0.0 if seat is None else 1.0
        if seat is not None and (self._way == 0.0 or float(np.abs(self._seat - seat).max()) > 1e-4):
            self._seat = np.array(seat)
        elif self._way == goal:
            return False
        step = 1.0 if at_once else dt / SECONDS
        self._way = min(goal, self._way + step) if goal > self._way else max(goal, self._way - step)
        if self._root is None:
            self._root = self._built()
        if self._way == 0.0:
            self._root.hide()
            return True
        self._root.show()
        swell, width = self.shown, 0.86 + 0.14 * self.shown
        matrix = np.diag([width, swell * self._seat[1] / HEIGHT, width, 1.0])
        matrix[[0, 2], 3] = self._seat[[0, 2]]
        self._bones.write(matrix[None])
        return True

    def _built(self) -> NodePath:
        root = self._scene.attach_new_node("pouf")
        self._bones = BoneTexture(1)
        root.set_shader_input("bones", self._bones.texture)
        self.paint = Paint(pouf_model(), self._software, self._extras)
        part = Part(pouf_mesh(), 0, np.array([False]))
        influences = frozenset({f"INFLUENCES {part.influences}"})
        surface, outline = drawable(part.geom, root), drawable(part.geom, root)
        surface.set_shader(shader("surface", self.paint.features(0) | influences))
        surface.set_bin("fixed", 10)
        outline.set_shader(shader("outline", self.paint.outline_features(0) | influences))
        outline.set_attrib(CullFaceAttrib.make(CullFaceAttrib.M_cull_counter_clockwise))
        outline.set_bin("fixed", 12)
        for path in (surface, outline):
            self.paint.on(path, 0)
        return root
