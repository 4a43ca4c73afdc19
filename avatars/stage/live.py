"""The avatar on her stage: commands in, frames out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from panda3d.core import LVecBase3f, NodePath, RenderState

from avatars.life.body import Body
from avatars.ports import Activity, Frame, Framing
from avatars.rig.face_zones import split_faces
from avatars.rig.puppet import Puppet
from avatars.stage.backdrop import Backdrop, backgrounds
from avatars.stage.camera import Camera, proportions
from avatars.stage.figure import Figure
from avatars.stage.graphics import Device
from avatars.stage.light import LIGHTS
from avatars.stage.picture import Picture, matrix_input
from avatars.stage.shadow import Shadow
from avatars.vrm.load import load_avatar
from avatars.vrm.model import Model, Outfit

QUALITIES: Final = ("auto", "fast", "fine", "best")
SHADOWS: Final = {False: 2048, True: 768}
"""Side of the shadow map; a processor that draws gets by with less."""


class LiveStage:
    """A `Stage` and `Performer` over one avatar file. Use from one thread; `close` when done."""

    def __init__(
        self, model: Model, width: int, height: int, *, background: str | None, quality: str, seed: int
    ) -> None:
        model = split_faces(model)
        self.puppet = Puppet(model)
        self.body = Body(self.puppet, seed)
        self._device = Device()
        software = self._device.software
        self._scale = 2 if quality == "best" else 1
        # a processor that draws can spare the shadow's soft edge, a picture that is looked at cannot
        shadows = frozenset({"SHADOW"} if software and quality != "best" else {"SHADOW", "SOFT_SHADOW"})
        if quality == "fast":
            shadows = frozenset()
        extras = shadows | ({"QUICK"} if software and quality != "best" else set())
        samples = 4 if quality == "fine" or (quality == "auto" and not software) else 0
        self._scene = NodePath("scene")
        self._figure = Figure(model, self.puppet.skeleton, software, extras)
        self.model = replace(model, images=())  # the device has the pictures now
        self._figure.root.reparent_to(self._scene)
        self._backdrop = Backdrop(self._scene)
        self._picture = Picture(
            self._device, self._scene, width, height, scale=self._scale, samples=samples, smooth=software and quality == "auto",
        )
        self._shadow = Shadow(self._device, self._figure.casters, SHADOWS[software and quality != "best"]) if shadows else None
        top = float(self._figure.extent()[1][1])
        self._camera = Camera(proportions(self.puppet.humanoid.positions, model.look_at.offset, top), "bust", width / height)
        self._seconds = 0.0
        self._outfit = model.outfit
        self._stale = True
        self.light = "day"
        self.background: str | None = None
        self.set_light("day")
        self.set_background(background)
        self.resize(width, height)
        self.body.look_from(self._camera.shot.ahead())
        self.update(0.0)

    # --- what there is ---

    @property
    def outfits(self) -> tuple[Outfit, ...]:
        """Outfits of this avatar; `outfit` is the id of the one worn."""
        return self.model.outfits

    @property
    def outfit(self) -> str:
        """The id of the outfit worn."""
        return self._outfit

    @property
    def expressions(self) -> tuple[str, ...]:
        """Expressions of this avatar, presets and its own."""
        return self.puppet.mixer.names

    @property
    def gestures(self) -> tuple[str, ...]:
        """Gestures she knows."""
        return self.body.gestures

    @property
    def backgrounds(self) -> tuple[str, ...]:
        """Rooms that can stand behind her."""
        return backgrounds()

    @property
    def lights(self) -> tuple[str, ...]:
        """Names of the lights."""
        return tuple(LIGHTS)

    def shows(self, expression: str) -> bool:
        """Whether this avatar shows an expression, by itself or by a stand-in; names match in any case."""
        return self.puppet.mixer.has(expression)

    @property
    def software(self) -> bool:
        """Whether the processor draws, not a graphics card: the window may then ask for fewer frames."""
        return self._device.software

    @property
    def renderer(self) -> str:
        """The graphics driver's name."""
        return self._device.renderer

    # --- Stage ---

    def update(self, dt: float) -> bool:
        """Live for `dt` seconds; True if the picture changed."""
        self._seconds += dt
        if self._camera.moving and not self._wide:
            self._show_below(None)
        moved = self._camera.update(dt)
        if moved:
            self._aim()
            if not self._camera.moving:
                self._show_below(self._camera.shot.y - self._camera.shot.height / 2 - 0.1)
        if dt > 0 and self._figure.paint.scrolls:
            self._scene.set_shader_input("seconds", self._seconds)
            self._stale = True
        if self.body.update(dt, self.puppet) or moved:
            self._figure.pose()
            self._figure.shape(self.puppet.morphs)
            self._figure.paint.repaint(self.puppet.painted)
            self._stand()
            self._stale = True
        return self._stale

    def _show_below(self, floor: float | None) -> None:
        """Leave out what lies under the picture while the camera rests."""
        self._wide = floor is None
        self._figure.above(None if floor is not None and floor < 0.1 else floor)

    def render(self) -> Frame:
        """Draw the current pose."""
        self._stale = False
        self._throw()
        frame = self._picture.draw()
        if self._shadow is not None:
            self._shadow.rest()
        return frame

    def _throw(self) -> None:
        """Take her shadow along with her head, and draw it anew where that would be seen."""
        if self._shadow is None:
            return
        thrower = self._figure.thrower(self._toward(), self.puppet.morphs)
        if thrower is None:
            self._shadow.draw()
            return
        seen = matrix_input(self._light_matrix @ self._shadow.follow(thrower))
        self._scene.set_shader_input("shadow_matrix", seen)

    def resize(self, width: int, height: int) -> None:
        """The size of coming frames, in device pixels."""
        width, height = max(1, width), max(1, height)
        if (width, height) != (self._picture.width, self._picture.height):
            self._picture.resize(width, height)
        self._camera.resize(width / height)
        self._show_below(self._camera.shot.y - self._camera.shot.height / 2 - 0.1)
        self._backdrop.fit(width / height)
        self._figure.paint.resize(height * self._scale)
        self._aim()
        self._stale = True

    def close(self) -> None:
        """Let go of the graphics. Closing twice is fine."""
        if self._device is None:
            return
        self._figure.remove()
        self._picture.close()
        if self._shadow is not None:
            self._shadow.close()
        self._scene.remove_node()
        self._device.close()
        RenderState.garbage_collect()  # or the states of what was drawn keep its textures alive
        self._device = None  # type: ignore[assignment]

    # --- Performer ---

    def express(self, name: str, weight: float, hold: float = 4.0) -> None:
        """Ease into an expression for `hold` seconds; `neutral` lets go of all."""
        self.body.express(name, weight, hold)

    def gesture(self, name: str) -> bool:
        """Play a gesture once; False if she knows none of that name."""
        return self.body.gesture(name)

    @property
    def poses(self) -> tuple[str, ...]:
        """Poses she can hold."""
        return self.body.poses

    def pose(self, name: str | None) -> bool:
        """Take a pose and hold it; None stands at ease again. False if she knows none of that name."""
        return self.body.pose(name)

    def mouth(self, visemes: Mapping[str, float], closed: float = 0.0) -> None:
        """The lips now."""
        self.body.mouth(visemes, closed)

    def activity(self, state: Activity) -> None:
        """What she is doing."""
        self.body.activity(state)

    def wear(self, outfit: str) -> None:
        """Change into an outfit; KeyError names an unknown one."""
        self._figure.wear(outfit)
        if self._shadow is not None:
            self._shadow.outdate()
        self._outfit = outfit
        self._stale = True

    def frame(self, framing: Framing, seconds: float = 1.2) -> None:
        """Move the camera."""
        self._camera.move(framing, seconds)
        if seconds <= 0:
            self._aim()
            self._show_below(self._camera.shot.y - self._camera.shot.height / 2 - 0.1)
            self._stale = True

    def turn(self, degrees: float, seconds: float = 0.8) -> None:
        """Take the camera around her, and the light with it: 0 front, 90 her left side, 180 her back. Her eyes stay ahead."""
        self._camera.turn(degrees, seconds)
        if seconds <= 0:
            self._aim()
            self._stale = True

    @property
    def eager(self) -> bool:
        """Whether something quick goes on or begins at once: a window then asks for 30 frames a second, else for 10."""
        return self.body.busy or self._camera.moving

    def face(self, weights: Mapping[str, float]) -> None:
        """Keep exactly these expressions, together, until told otherwise: for pictures."""
        self.body.express("neutral", 1.0)
        for name, weight in weights.items():
            self.body.express(name, weight, hold=math.inf, alone=False)

    def hold_still(self, still: bool) -> None:
        """Stand in the neutral phase of all idle motion, for pictures that have to repeat exactly."""
        self.body.still = still

    # --- surroundings ---

    def set_light(self, name: str) -> None:
        """Change the light to one of `lights`. KeyError names an unknown one."""
        light = LIGHTS[name]
        self.light = name
        self._scene.set_shader_inputs(
            key=LVecBase3f(*light.key), grazed=LVecBase3f(*light.grazed), fill=LVecBase3f(*light.fill),
            bounce=LVecBase3f(*light.bounce), even=LVecBase3f(*light.even), line=LVecBase3f(*light.line),
            warmth=LVecBase3f(*light.warmth), rim_light=LVecBase3f(*light.rim), feet=LVecBase3f(*light.feet),
        )
        self._aim()
        self._stale = True

    def set_background(self, name: str | None) -> None:
        """Change the room behind her; None leaves the picture clear. KeyError names an unknown one."""
        self._backdrop.show(name)
        self._backdrop.fit(self._picture.width / self._picture.height)
        self.background = name
        self._stale = True

    def _aim(self) -> None:
        shot, view = self._camera.shot, self._camera.view()
        eye = shot.eye()
        projection = self._camera.projection()
        self._scene.set_shader_inputs(
            view_projection=matrix_input(projection @ view), view=matrix_input(view), eye=LVecBase3f(*eye),
            key_direction=LVecBase3f(*self._toward()),
            rim_direction=LVecBase3f(*(shot.around() @ LIGHTS[self.light].rim_toward())),
            pixels_per_metre=float(projection[1, 1]) * self._picture.height * self._scale / 2, seconds=self._seconds,
        )
        self.body.look_from(shot.ahead())
        self._stand()
        self._cast()

    def _toward(self) -> npt.NDArray[Any]:
        """The unit vector to the key light: it goes around her with the camera, as the room in the picture does."""
        return np.asarray(self._camera.shot.around() @ LIGHTS[self.light].toward())

    def _cast(self) -> None:
        """Point the shadow map at what the camera frames."""
        if self._shadow is None:
            return
        self._shadow.outdate()
        self._light_matrix = self._shadow.matrix(self._camera.shot, self._toward())
        matrix = matrix_input(self._light_matrix)
        self._figure.casters.set_shader_input("shadow_matrix", matrix)
        self._scene.set_shader_inputs(
            shadow_matrix=matrix, shadow_map=self._shadow.texture, shadow_bias=self._shadow.bias,
            shadow_texel=1.0 / self._shadow.texture.get_x_size(),
        )

    def _stand(self) -> None:
        """Her shadow on the floor, where the floor is in the picture."""
        shot = self._camera.shot
        feet = [self.puppet.skeleton.world[self.model.humanoid[f"{side}Foot"], :3, 3] for side in ("left", "right")]
        ahead = [foot + np.array([0.0, 0.0, 0.04]) for foot in feet]
        self._backdrop.stand(ahead[0], ahead[1], LIGHTS[self.light].floor, self._toward(), shot.y - shot.height / 2 < 0.05)


def open_stage(
    avatar: Path, width: int, height: int, *, background: str | None = None, transparent: bool = False,
    quality: str = "auto", seed: int = 1,
) -> LiveStage:
    """Put an avatar on a stage of `width` x `height` pixels.

    `background` names a room of `LiveStage.backgrounds`; `transparent` leaves it out. `quality`: ``fast`` one sample a
    pixel, ``fine`` four by the driver, ``best`` four by drawing twice as large, ``auto`` what the driver does well.
    Raises `avatars.errors.AvatarRefused` for a file that fails its checks, `StageFault` where nothing can be drawn.
    """
    if quality not in QUALITIES:
        raise ValueError(quality)
    model = load_avatar(avatar)
    return LiveStage(model, width, height, background=None if transparent else background, quality=quality, seed=seed)
