"""What surrounds her: the light she stands in, the place behind her, the floor and the seat under her, the camera's matrices."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import LVecBase3f, NodePath

from avatars.stage.backdrop import Backdrop
from avatars.stage.camera import Camera
from avatars.stage.light import LIGHTS
from avatars.stage.picture import matrix_input
from avatars.stage.pouf import RADIUS, Pouf
from avatars.stage.shadow import Shadow

Tile = tuple[float, float, float, float]
WHOLE: Final[Tile] = (0.0, 0.0, 1.0, 1.0)
"""Left, bottom, width, height of a part of the picture."""
SOLE: Final = 0.04
"""Metres from the ankle forward to the middle of the foot."""
FLOOR_SEEN: Final = 0.05
"""The floor is in the picture where the lowest thing seen stands lower than this, metres."""


class Setting:
    """Keeps the scene's inputs in order. `scene` is what the picture's camera draws."""

    def __init__(self, scene: NodePath) -> None:
        self.scene = scene
        self.backdrop = Backdrop(scene)
        self.light = "day"
        self.background: str | None = None
        self._light_matrix = np.eye(4)
        self.shine("day")

    def shine(self, name: str) -> None:
        """Change the light. KeyError names an unknown one."""
        light = LIGHTS[name]
        self.light = name
        self.scene.set_shader_inputs(
            key=LVecBase3f(*light.key), grazed=LVecBase3f(*light.grazed), fill=LVecBase3f(*light.fill),
            bounce=LVecBase3f(*light.bounce), even=LVecBase3f(*light.even), line=LVecBase3f(*light.line),
            warmth=LVecBase3f(*light.warmth), rim_light=LVecBase3f(*light.rim), feet=LVecBase3f(*light.feet),
        )

    def toward(self, camera: Camera) -> npt.NDArray[Any]:
        """The unit vector to the key light: it goes around her with the camera, as the room in the picture does."""
        return np.asarray(camera.shot.around() @ LIGHTS[self.light].toward())

    def aim(self, camera: Camera, height: float, seconds: float, tile: Tile = WHOLE) -> None:
        """See through this camera, or a part of its picture; `height` of the whole in pixels drawn."""
        shot, view, projection = camera.shot, camera.view(), camera.projection()
        left, bottom, wide, high = tile
        part = np.diag([1 / wide, 1 / high, 1.0, 1.0])
        part[:2, 3] = (1 - 2 * left - wide) / wide, (1 - 2 * bottom - high) / high
        self.scene.set_shader_inputs(
            view_projection=matrix_input(part @ projection @ view), view=matrix_input(view),
            eye=LVecBase3f(*shot.eye()), key_direction=LVecBase3f(*self.toward(camera)),
            rim_direction=LVecBase3f(*(shot.around() @ LIGHTS[self.light].rim_toward())),
            pixels_per_metre=float(projection[1, 1]) * height / 2, seconds=seconds,
        )
        self.backdrop.fit(camera.aspect, tile)

    def cast(self, camera: Camera, shadow: Shadow, casters: NodePath) -> None:
        """Point a shadow map at what the camera frames."""
        shadow.outdate()
        self._light_matrix = shadow.matrix(camera.shot, self.toward(camera))
        matrix = matrix_input(self._light_matrix)
        casters.set_shader_input("shadow_matrix", matrix)
        self.scene.set_shader_inputs(
            shadow_matrix=matrix, shadow_map=shadow.texture, shadow_bias=shadow.bias,
            shadow_texel=1.0 / shadow.texture.get_x_size(),
        )

    def follow(self, moved: npt.NDArray[Any]) -> None:
        """Read the shadow map from where things were when it was drawn; `moved` takes them there."""
        self.scene.set_shader_input("shadow_matrix", matrix_input(self._light_matrix @ moved))

    def stand(self, camera: Camera, ankles: list[npt.NDArray[Any]]) -> None:
        """Her shadow under the feet, where the floor is in the picture."""
        shot = camera.shot
        left, right = (ankle + np.array([0.0, 0.0, SOLE]) for ankle in ankles)
        seen = shot.y - shot.height / 2 < FLOOR_SEEN
        self.backdrop.stand(left, right, LIGHTS[self.light].floor, self.toward(camera), seen)

    def sit(self, pouf: Pouf) -> None:
        """The shadow under her seat."""
        self.backdrop.sit(pouf.place, RADIUS, pouf.shown)
