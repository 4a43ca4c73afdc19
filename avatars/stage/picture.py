"""From the scene to a frame: the output buffer, its size, supersampling, and the bytes handed out."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from panda3d.core import Camera as SceneCamera
from panda3d.core import GraphicsOutput, MatrixLens, NodePath, OmniBoundingVolume, Texture

from avatars.ports import Frame
from avatars.stage.graphics import Device
from avatars.stage.smooth import Smoothing


class Picture:
    """The buffer her frames are drawn into. `scale`: pixels drawn for one handed out, along each side; `smooth`: stairs
    are smoothed after drawing."""

    def __init__(
        self, device: Device, scene: NodePath, width: int, height: int, *, scale: int, samples: int, smooth: bool = False
    ) -> None:
        self._device = device
        self._scale = scale
        self.width, self.height = width, height
        self._texture = Texture("frame")
        self._buffer = device.output("picture", 10, width * scale, height * scale, samples=samples)
        self._buffer.set_clear_color_active(True)
        self._buffer.set_clear_color((0, 0, 0, 0))
        self._buffer.set_clear_depth_active(True)
        region = self._buffer.make_display_region()
        self._camera = _camera(scene)
        region.set_camera(self._camera)
        self._smoothing = Smoothing(device, self._buffer, width * scale, height * scale) if smooth else None
        self._outputs = [self._buffer]
        if self._smoothing is not None:
            self._smoothing.buffer.make_display_region().set_camera(_camera(self._smoothing.scene))
            self._outputs.append(self._smoothing.buffer)
        self._outputs[-1].add_render_texture(self._texture, GraphicsOutput.RTM_copy_ram)
        self._activate(False)
        self._pixels = np.zeros((height, width, 4), np.uint8)

    def _activate(self, active: bool) -> None:
        for output in self._outputs:
            output.set_active(active)

    def resize(self, width: int, height: int) -> None:
        """The size of coming frames."""
        self.width, self.height = width, height
        self._buffer.set_size(width * self._scale, height * self._scale)
        if self._smoothing is not None:
            self._smoothing.resize(width * self._scale, height * self._scale)
        self._pixels = np.zeros((height, width, 4), np.uint8)

    def draw(self) -> Frame:
        """Draw everything and read it back."""
        # the engine draws every active buffer of the process: this one only when it is asked for
        self._activate(True)
        self._device.engine.render_frame()
        self._activate(False)
        drawn = np.frombuffer(memoryview(self._texture.get_ram_image()), np.uint8)
        scale = self._scale
        rows = drawn.reshape(self.height * scale, self.width * scale, 4)[::-1]
        if scale == 1:
            np.copyto(self._pixels, rows)
        else:
            self._pixels[:] = _average(rows, scale)
        return Frame(self.width, self.height, self._pixels.data.cast("B"))

    def close(self) -> None:
        """Give the buffers back."""
        if self._smoothing is not None:
            self._smoothing.close()
        self._camera.remove_node()
        self._device.engine.remove_window(self._buffer)


def _average(rows: npt.NDArray[Any], scale: int) -> npt.NDArray[Any]:
    """The mean of each block of `scale` by `scale` pixels; colour is premultiplied, so edges stay clean."""
    height, width = rows.shape[0] // scale, rows.shape[1] // scale
    total = np.zeros((height, width, 4), np.uint16)
    for i in range(scale):
        for j in range(scale):
            total += rows[i::scale, j::scale]
    return ((total + scale * scale // 2) // (scale * scale)).astype(np.uint8)


def _camera(scene: NodePath) -> NodePath:
    """A camera for a scene whose shaders bring their own matrices."""
    node = SceneCamera("camera", MatrixLens())
    node.set_bounds(OmniBoundingVolume())
    node.set_final(True)
    return scene.attach_new_node(node)


def matrix_input(matrix: npt.NDArray[Any]) -> Any:
    """A column-vector matrix as a shader input (the library's own matrices act on rows)."""
    from panda3d.core import LMatrix4f

    return LMatrix4f(*np.asarray(matrix, np.float64).T.ravel().tolist())
