"""The key light's shadow map: her hair on her forehead, her chin on her neck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import Camera as SceneCamera
from panda3d.core import MatrixLens, NodePath, OmniBoundingVolume, SamplerState, Texture

from avatars.stage.camera import Shot
from avatars.stage.graphics import Device

DEPTH: Final = 1.6
"""Metres in front of and behind the middle that can throw shadows."""
BIAS: Final = 0.009
"""Metres a surface has to lie behind another to be in its shadow; keeps strands from shading themselves."""


MOVED: Final = 0.004
"""Metres hair may swing on the head before its shadow is drawn anew; well under `BIAS`."""
TURNED: Final = float(np.cos(np.radians(1.0)))
"""Cosine of the angle the head may turn in the light."""
SHAPED: Final = 0.4
"""Weight a morph may change by; a jaw that opens by this moves less than `BIAS`."""


@dataclass(frozen=True, slots=True)
class Thrower:
    """What a head's shadow depends on: the head's world matrix, where the bones of face and hair are in the head's frame
    (n,3), where the light comes from in it (3,), and the weights of the face's morphs (k,)."""

    head: npt.NDArray[Any]
    places: npt.NDArray[Any]
    light: npt.NDArray[Any]
    weights: npt.NDArray[Any]

    def like(self, other: Thrower) -> bool:
        """Whether the two throw the same shadow, for the eye."""
        return bool(
            float(self.light @ other.light) > TURNED
            and float(np.abs(self.places - other.places).max(initial=0.0)) < MOVED
            and float(np.abs(self.weights - other.weights).max(initial=0.0)) < SHAPED
        )


class Shadow:
    """A depth picture from the key light over what the camera frames."""

    def __init__(self, device: Device, casters: NodePath, size: int) -> None:
        self._device = device
        self.texture = Texture("shadow")
        self.texture.setup_2d_texture(size, size, Texture.T_float, Texture.F_depth_component24)
        self.texture.set_minfilter(SamplerState.FT_shadow)
        self.texture.set_magfilter(SamplerState.FT_shadow)
        self.texture.set_wrap_u(SamplerState.WM_clamp)
        self.texture.set_wrap_v(SamplerState.WM_clamp)
        self._buffer = device.output("shadow", 0, size, size, depth=self.texture)
        self._buffer.set_clear_depth_active(True)
        node = SceneCamera("light", MatrixLens())
        node.set_bounds(OmniBoundingVolume())
        node.set_final(True)
        self._camera = casters.attach_new_node(node)
        self._buffer.make_display_region().set_camera(self._camera)
        self.rest()
        self._thrown: Thrower | None = None
        self.bias = BIAS / (2.0 * DEPTH)

    def thrown_by(self, casters: NodePath) -> None:
        """Draw the shadows of these from now on."""
        self._camera.reparent_to(casters)
        self.outdate()

    def matrix(self, shot: Shot, toward: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """World to the light's clip space, column vectors, around what `shot` frames."""
        middle = np.array([shot.x, shot.y + 0.1 * shot.height, shot.z])
        radius = min(max(0.55 * shot.height, 0.2), 1.1)
        right = np.cross(np.array([0.0, 1.0, 0.0]), toward)
        right /= np.linalg.norm(right)
        view = np.eye(4)
        view[:3, :3] = np.stack((right, np.cross(toward, right), toward))
        view[:3, 3] = -view[:3, :3] @ middle
        return np.diag([1 / radius, 1 / radius, -1 / DEPTH, 1.0]) @ view

    def draw(self) -> None:
        """Draw the map in the coming frame. A face that moved on through an old map would lie in its own shadow; `follow`
        takes the map along instead."""
        self._buffer.set_active(True)

    def follow(self, thrower: Thrower) -> npt.NDArray[Any]:
        """The world as the map has seen it: moves what is on the head now to where the head was when the map was drawn.
        Asks for a new map when the head has turned in the light or its hair has swung."""
        if self._thrown is None or not self._thrown.like(thrower):
            self._thrown = thrower
            self.draw()
        return np.asarray(self._thrown.head @ np.linalg.inv(thrower.head))

    def outdate(self) -> None:
        """Light, camera or clothes changed: the map is no good any more."""
        self._thrown = None

    def rest(self) -> None:
        """Draw nothing while other views are drawn."""
        self._buffer.set_active(False)

    def close(self) -> None:
        """Give the buffer back."""
        self._device.engine.remove_window(self._buffer)
        self._camera.remove_node()
