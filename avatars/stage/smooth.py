"""The pass that smooths stairs, for a processor that draws: a twentieth of the picture is edges, only they cost much."""

from __future__ import annotations

from typing import Any, Final

from panda3d.core import GraphicsOutput, LVecBase2f, NodePath, SamplerState, Texture

from avatars.stage.backdrop import screen_quad
from avatars.stage.graphics import Device
from avatars.stage.shaders import shader

FEATURES: Final = frozenset({"REACH 6.0"})
"""Pixels along an edge that one pixel may take its colour from, half of it each way."""


class Smoothing:
    """Reads what another buffer drew, writes the smoothed picture into a buffer of its own."""

    def __init__(self, device: Device, drawn: Any, width: int, height: int) -> None:
        self._device = device
        self._source = Texture("drawn")
        self._source.set_minfilter(SamplerState.FT_linear)
        self._source.set_magfilter(SamplerState.FT_linear)
        self._source.set_wrap_u(SamplerState.WM_clamp)
        self._source.set_wrap_v(SamplerState.WM_clamp)
        drawn.add_render_texture(self._source, GraphicsOutput.RTM_bind_or_copy)
        self.buffer = device.output("smooth", 20, width, height)
        self.buffer.set_clear_color_active(False)
        self.buffer.set_clear_depth_active(False)
        self._scene = NodePath("smooth")
        quad = screen_quad(self._scene)
        quad.set_shader(shader("smooth", FEATURES))
        quad.set_shader_input("drawn", self._source)
        quad.set_depth_test(False)
        quad.set_depth_write(False)
        self._scene_size(width, height)

    @property
    def scene(self) -> NodePath:
        """What the buffer's camera sees."""
        return self._scene

    def resize(self, width: int, height: int) -> None:
        """Follow the picture."""
        self.buffer.set_size(width, height)
        self._scene_size(width, height)

    def _scene_size(self, width: int, height: int) -> None:
        self._scene.set_shader_input("pixel", LVecBase2f(1.0 / width, 1.0 / height))

    def close(self) -> None:
        """Give the buffer back."""
        self._device.engine.remove_window(self.buffer)
        self._scene.remove_node()
