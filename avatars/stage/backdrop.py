"""What stands behind and below her: a painted room that covers the picture, and her shadow on the floor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from panda3d.core import (
    ColorBlendAttrib,
    Geom,
    GeomEnums,
    GeomNode,
    GeomTriangles,
    GeomVertexData,
    GeomVertexFormat,
    GeomVertexWriter,
    LVecBase2f,
    LVecBase4f,
    NodePath,
    OmniBoundingVolume,
    Texture,
)
from PIL import Image

from assets import asset
from avatars.errors import AvatarRefused
from avatars.stage.figure import OVER
from avatars.stage.shaders import shader
from avatars.stage.textures import picture

SCENES = "scenes"
UNDER = ColorBlendAttrib.make(
    ColorBlendAttrib.M_add, ColorBlendAttrib.O_one_minus_fbuffer_alpha, ColorBlendAttrib.O_one
)
"""Behind what is there already, where that lets it shine through."""


def backgrounds() -> tuple[str, ...]:
    """The rooms that exist, by name."""
    return tuple(sorted(path.stem for path in asset(SCENES).glob("*.jpg")))


class Backdrop:
    """Behind and below the figure."""

    def __init__(self, root: NodePath) -> None:
        self._room = screen_quad(root)
        self._room.set_shader(shader("backdrop"))
        self._room.set_bin("fixed", 20)  # after what hides it, before what shines through
        self._room.set_depth_write(False)
        self._room.set_depth_test(False)
        self._room.set_attrib(UNDER)
        self._room.hide()
        self._floor = _quad(((-1.6, 0, -1.6), (-1.6, 0, 1.6), (1.6, 0, 1.6), (1.6, 0, -1.6)), root)
        self._floor.set_shader(shader("floor"))
        self._floor.set_bin("fixed", 21)
        self._floor.set_depth_write(False)
        self._floor.set_attrib(OVER)
        self._floor.set_two_sided(True)
        self._texture: Texture | None = None
        self._bare = True
        self.sit(None)

    def show(self, name: str | None) -> None:
        """Paint this room, or none. Raises KeyError for an unknown name."""
        self._bare = name is None
        if name is None:
            self._room.hide()
            return
        if name not in backgrounds():
            raise KeyError(name)
        path: Path = asset(SCENES, f"{name}.jpg")
        try:
            with Image.open(path) as opened:
                pixels = np.array(opened.convert("RGBA"), np.uint8)
        except OSError as fault:
            raise AvatarRefused(f"{path.name}: the picture of the room is damaged") from fault
        self._texture = picture(pixels, name, mipmaps=False, linear=True)
        self._room.set_shader_input("room", self._texture)
        self._room.show()

    def fit(self, aspect: float, tile: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)) -> None:
        """Cover a picture of this shape: the room keeps its proportions and is cut evenly. `tile`: the part of the picture
        (left, bottom, width, height) that is drawn."""
        if self._texture is None:
            return
        room = self._texture.get_x_size() / self._texture.get_y_size()
        wide, high = (1.0, room / aspect) if aspect > room else (aspect / room, 1.0)
        left, bottom, across, up = tile
        place = ((1 - wide) / 2 + wide * left, (1 - high) / 2 + high * bottom, wide * across, high * up)
        self._room.set_shader_input("cover", LVecBase4f(*place))

    def veil(self, hidden: bool) -> None:
        """Leave the room out for a while, or show it again."""
        if hidden or self._texture is None or self._bare:
            self._room.hide()
        else:
            self._room.show()

    def stand(
        self, left: npt.NDArray[Any], right: npt.NDArray[Any], tint: tuple[float, ...], toward: npt.NDArray[Any], shown: bool
    ) -> None:
        """Where the feet stand, the shadow's colour and strength, the way to the light, and whether the floor is in the
        picture."""
        if not shown:
            self._floor.hide()
            return
        self._floor.show()
        away = -toward[[0, 2]] / max(float(np.hypot(toward[0], toward[2])), 1e-6)
        self._floor.set_shader_inputs(
            stand=LVecBase4f(left[0], left[2], right[0], right[2]), tint=LVecBase4f(*tint), away=LVecBase2f(*away),
        )

    def sit(self, seat: npt.NDArray[Any] | None, radius: float = 0.0, shown: float = 1.0) -> None:
        """Where a seat of this radius stands (x, y, z), how far it has come (0..1); None where there is none."""
        x, z = (0.0, 0.0) if seat is None else (float(seat[0]), float(seat[2]))
        self._floor.set_shader_input("seat", LVecBase4f(x, z, radius, 0.0 if seat is None else shown))


def screen_quad(parent: NodePath) -> NodePath:
    """A square from (0,0) to (1,1), for shaders that spread it over the picture."""
    return _quad(((0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)), parent)


def _quad(corners: tuple[tuple[float, float, float], ...], parent: NodePath) -> NodePath:
    data = GeomVertexData("quad", GeomVertexFormat.get_v3(), GeomEnums.UH_static)
    writer = GeomVertexWriter(data, "vertex")
    for corner in corners:
        writer.add_data3(*corner)
    triangles = GeomTriangles(GeomEnums.UH_static)
    triangles.add_vertices(0, 1, 2)
    triangles.add_vertices(0, 2, 3)
    geom = Geom(data)
    geom.add_primitive(triangles)
    node = GeomNode("quad")
    node.add_geom(geom)
    node.set_bounds(OmniBoundingVolume())
    node.set_final(True)
    return parent.attach_new_node(node)
