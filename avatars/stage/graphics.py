"""The graphics device: one pipe a process, one host buffer a view, no window system.

The pipe stays until the process ends: releasing it before its contexts makes the driver complain.
"""

from __future__ import annotations

import sys
from typing import Any, Final

from avatars.errors import StageFault

SETTINGS: Final = """
window-type offscreen
audio-library-name null
gl-version 3 2
notify-level-display error
notify-level-gobj error
notify-level-glgsg error
textures-power-2 none
gl-coordinate-system default
"""
SOFTWARE: Final = ("llvmpipe", "softpipe", "swrast", "swiftshader", "software")
PIPES: Final = ("p3headlessgl", "pandagl") if sys.platform.startswith("linux") else ("pandagl",)
"""Headless EGL is in the Linux wheels only. p3tinydisplay has no shaders and cannot show her."""
REMEDY: Final = (
    "Install OpenGL: on Debian or Ubuntu `apt install libegl1 libgl1 libgl1-mesa-dri`, elsewhere the graphics driver."
)

_pipe: Any = None


def pipe() -> Any:
    """The process's pipe. Raises `StageFault` with the remedy where no OpenGL is to be had."""
    global _pipe
    if _pipe is None:
        from panda3d.core import GraphicsPipeSelection, load_prc_file_data

        load_prc_file_data("hearth", SETTINGS)
        selection = GraphicsPipeSelection.get_global_ptr()
        for name in PIPES:
            found = selection.make_module_pipe(name)
            if found is not None and found.is_valid():
                _pipe = found
                break
        else:
            raise StageFault("no OpenGL on this machine: she cannot be drawn", REMEDY)
    return _pipe


class Device:
    """One view's context: a 1x1 host buffer that shares its objects with every output of the view."""

    def __init__(self) -> None:
        from panda3d.core import FrameBufferProperties, GraphicsEngine, GraphicsPipe, WindowProperties

        self.engine = GraphicsEngine.get_global_ptr()
        properties = FrameBufferProperties()
        properties.set_rgba_bits(8, 8, 8, 8)
        properties.set_depth_bits(24)
        self.host = self.engine.make_output(
            pipe(), "host", 0, properties, WindowProperties.size(1, 1), GraphicsPipe.BF_refuse_window
        )
        if self.host is None or self.host.gsg is None:
            raise StageFault("OpenGL opens no picture buffer: she cannot be drawn", REMEDY)
        self.engine.render_frame()  # the driver tells its abilities with the first frame
        self.host.set_active(False)
        gsg = self.host.gsg
        self.renderer = str(gsg.driver_renderer)
        if not gsg.supports_glsl:
            self.close()
            raise StageFault(f"the graphics driver ({self.renderer}) has no shaders: she cannot be drawn", REMEDY)
        self.software = any(word in self.renderer.casefold() for word in SOFTWARE)

    def output(self, name: str, sort: int, width: int, height: int, *, samples: int = 0, depth: Any = None) -> Any:
        """A buffer of its own size; `depth`: a texture that takes its depth instead of colour."""
        from panda3d.core import FrameBufferProperties, GraphicsOutput, GraphicsPipe, WindowProperties

        properties = FrameBufferProperties()
        properties.set_depth_bits(24)
        if depth is None:
            properties.set_rgba_bits(8, 8, 8, 8)
            properties.set_multisamples(samples)
        buffer = self.engine.make_output(
            pipe(), name, sort, properties, WindowProperties.size(width, height),
            GraphicsPipe.BF_refuse_window | GraphicsPipe.BF_resizeable, self.host.gsg, self.host,
        )
        if buffer is None:
            raise StageFault("OpenGL opens no picture buffer: she cannot be drawn", REMEDY)
        if depth is not None:
            buffer.add_render_texture(depth, GraphicsOutput.RTM_bind_or_copy, GraphicsOutput.RTP_depth)
        return buffer

    def close(self) -> None:
        """Let go of the host and with it of the context."""
        self.engine.remove_window(self.host)
