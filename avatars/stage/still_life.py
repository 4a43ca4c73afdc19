"""A picture of clothes without the person in them: as they would hang on her, standing at ease, nothing else drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import NodePath, RenderState

from avatars.life.body import Body
from avatars.ports import Frame
from avatars.rig.puppet import Puppet
from avatars.rig.skeleton import Skeleton
from avatars.stage.camera import Camera, Proportions, Shot
from avatars.stage.figure import Figure
from avatars.stage.graphics import Device
from avatars.stage.paint import Paint
from avatars.stage.picture import Picture
from avatars.stage.setting import Setting
from avatars.stage.shadow import Shadow
from avatars.vrm.model import Model, Outfit

ROUGH: Final = 128
"""Pixels along the longer side of the first look, which finds where the clothes are."""
SEEN: Final = 24
"""Alpha from which a pixel counts as cloth."""
AIR: Final = 0.05
"""Of the picture, left free on every side."""
CLOSEST: Final = 0.034
"""Metres a picture is high at the least: what the camera would have to go nearer to would be cut away."""
ALONE: Final = "alone"
FINE: Final = 2
"""Each pixel is the mean of so many along each side."""
SHADOW: Final = 768
FEET: Final = (np.zeros(3), np.zeros(3))


@dataclass(frozen=True, slots=True)
class Hung:
    """Clothes in the place and pose in which she stands at ease, ready to be drawn."""

    model: Model
    skeleton: Skeleton
    sight: Model
    """What the picture is framed to; the rest may reach over its edge."""

    @property
    def spread(self) -> float:
        """How many times as wide as high the framed meshes are, as they were modelled."""
        meshes = [self.model.meshes[node.mesh] for node in self.sight.nodes if node.drawn and node.mesh is not None]
        points = np.concatenate([primitive.positions for mesh in meshes for primitive in mesh.primitives])
        wide, high, _ = np.ptp(points, axis=0)
        return float(wide / max(high, 1e-4))


def hung(model: Model, nodes: Collection[int], beside: Collection[int] = ()) -> Hung:
    """The meshes of these nodes of a dressed model, and `beside` them what may reach over the picture's edge.

    Needs no device, and any thread may do it. ValueError where none of `nodes` has a mesh.
    """
    sight = alone(model, nodes)
    only = alone(model, [*nodes, *beside]) if beside else sight
    puppet = Puppet(model)
    body = Body(puppet, 1)
    body.still = True
    body.update(0.0, puppet)
    return Hung(only, puppet.skeleton, sight)


class StillLife:
    """Draws on a device of its own, beside any stage. Use from one thread; `close` when done. Raises `StageFault`."""

    def __init__(self) -> None:
        self._device = Device()
        self._scene = NodePath("still life")
        self._setting = Setting(self._scene)
        self._extras = frozenset({"QUICK"} if self._device.software else ())
        self._rough = Picture(self._device, self._scene, ROUGH, ROUGH, scale=1, samples=0)
        self._fine = Picture(self._device, self._scene, ROUGH, ROUGH, scale=FINE, samples=0)
        self._shadow: Shadow | None = None
        self._setting.backdrop.stand(*FEET, (0.0, 0.0, 0.0), np.array([0.0, 1.0, 0.0]), False)
        self._setting.backdrop.veil(True)

    def take(self, clothes: Hung, width: int, height: int, *, turn: float = 0.0, lift: float = 0.0) -> Frame:
        """See `steps`."""
        return list(self.steps(clothes, width, height, turn=turn, lift=lift))[-1]  # type: ignore[return-value]

    def steps(
        self, clothes: Hung, width: int, height: int, *, turn: float = 0.0, lift: float = 0.0
    ) -> Iterator[Frame | None]:
        """The picture in pieces of work: None while there is more to do, at last the frame, valid until the next picture.

        The clothes are as large as `width` x `height` pixels allow, clear around them. `turn`: degrees the camera stands to
        her left; `lift`: metres it stands above them. ValueError where nothing of them can be seen.
        """
        aspect = width / height
        figure = self._figure(clothes.sight, clothes.skeleton)
        try:
            yield None
            camera = framed(figure.extent(), 1.0, turn, lift)
            self._setting.aim(camera, ROUGH, 0.0)
            shot = nearer(camera.shot, aspect, self._rough.draw())
            if clothes.model is not clothes.sight:
                figure.remove()
                figure = self._figure(clothes.model, clothes.skeleton)
            yield None
            camera.resize(aspect)
            camera.shot = shot
            yield self._finely(figure, camera, width, height)
        finally:
            figure.remove()
            RenderState.garbage_collect()  # or the states of what was drawn keep its textures alive

    def _figure(self, model: Model, skeleton: Skeleton) -> Figure:
        figure = Figure(model, skeleton, Paint(model, self._device.software, self._extras), self._extras)
        figure.root.reparent_to(self._scene)
        return figure

    def _finely(self, figure: Figure, camera: Camera, width: int, height: int) -> Frame:
        if self._shadow is None:
            self._shadow = Shadow(self._device, figure.casters, SHADOW)
        else:
            self._shadow.thrown_by(figure.casters)
        figure.refine(True)
        figure.paint.resize(height * FINE)
        if (width, height) != (self._fine.width, self._fine.height):
            self._fine.resize(width, height)
        self._setting.cast(camera, self._shadow, figure.casters)
        self._shadow.draw()
        self._setting.aim(camera, height * FINE, 0.0)
        frame = self._fine.draw()
        self._shadow.rest()
        return frame

    def close(self) -> None:
        """Let go of the graphics. Closing twice is fine."""
        if self._device is None:
            return
        self._rough.close()
        self._fine.close()
        if self._shadow is not None:
            self._shadow.close()
        self._scene.remove_node()
        self._device.close()
        self._device = None  # type: ignore[assignment]


def alone(model: Model, nodes: Collection[int]) -> Model:
    """The model with no meshes but those of `nodes`. ValueError where none of them has one."""
    wanted = frozenset(index for index in nodes if model.nodes[index].mesh is not None)
    if not wanted:
        raise ValueError("there is nothing to draw")
    kept = tuple(replace(node, drawn=index in wanted) for index, node in enumerate(model.nodes))
    return replace(model, nodes=kept, outfits=(Outfit(ALONE, {}, {}, ()),), outfit=ALONE, hidden=frozenset())


def framed(extent: tuple[npt.NDArray[Any], npt.NDArray[Any]], aspect: float, turn: float, lift: float) -> Camera:
    """A camera that sees all of a box, whichever way it is turned."""
    low, high = extent
    middle, size = (low + high) / 2, high - low
    around = float(np.hypot(size[0], size[2]))
    tall = max(float(size[1]) + around * abs(lift), around / aspect, CLOSEST) * 1.1
    camera = Camera(Proportions(float(high[1]), float(high[1]) - 0.1, 0.0), "full", aspect)
    x, y, z = (float(each) for each in middle)
    camera.shot = Shot(x, y, z, tall, y + lift, float(np.radians(turn)))
    return camera


def nearer(shot: Shot, aspect: float, frame: Frame) -> Shot:
    """A square view drawn in to what is seen in its picture, with a little air around it, for a picture of another shape.

    ValueError for an empty picture.
    """
    alpha = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)[..., 3] > SEEN
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not len(rows):
        raise ValueError("nothing of it can be seen")
    top, bottom = rows[0] / frame.height, (rows[-1] + 1) / frame.height
    left, right = columns[0] / frame.width, (columns[-1] + 1) / frame.width
    share = max(bottom - top, (right - left) / aspect) / (1 - 2 * AIR)
    share = max(share, CLOSEST / shot.height)
    y = shot.y + (0.5 - (top + bottom) / 2) * shot.height
    side = shot.side + ((left + right) / 2 - 0.5) * shot.height
    return replace(shot, y=y, side=side, height=shot.height * share, camera=y + (shot.camera - shot.y) * share)
