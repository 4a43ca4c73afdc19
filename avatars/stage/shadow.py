"""The key light's shadow map: her hair on her forehead, her chin on her neck."""

from __future__ import annotations

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
        self._buffer.make_display_region().set_camera(casters.attach_new_node(node))
        self.rest()
        self.bias = BIAS / (2.0 * DEPTH)

    def matrix(self, shot: Shot, toward: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """World to the light's clip space, column vectors, around what `shot` frames."""
        middle = np.array([shot.x, shot.y + 0.1 * shot.height, shot.z])
        radius = min(max(0.55 * shot.height, 0.28), 1.1)
        right = np.cross(np.array([0.0, 1.0, 0.0]), toward)
        right /= np.linalg.norm(right)
        view = np.eye(4)
        view[:3, :3] = np.stack((right, np.cross(toward, right), toward))
        view[:3, 3] = -view[:3, :3] @ middle
        return np.diag([1 / radius, 1 / radius, -1 / DEPTH, 1.0]) @ view

    def draw(self) -> None:
        """Draw the map in the coming frame. It may never be older than the frame: a face that has moved on would lie in
        its own shadow."""
        self._buffer.set_active(True)

    def rest(self) -> None:
        """Draw nothing while other views are drawn."""
        self._buffer.set_active(False)

    def close(self) -> None:
        """Give the buffer back."""
        self._device.engine.remove_window(self._buffer)
