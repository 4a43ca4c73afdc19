"""The avatar on her stage: commands in, frames out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from panda3d.core import NodePath, RenderState

from avatars.life.body import Body
from avatars.ports import Frame
from avatars.rig.face_zones import split_faces
from avatars.rig.puppet import Puppet
from avatars.stage.backdrop import backgrounds
from avatars.stage.camera import Camera, Proportions, proportions
from avatars.stage.figure import Figure
from avatars.stage.graphics import Device
from avatars.stage.light import LIGHTS
from avatars.stage.paint import Paint
from avatars.stage.performing import Performing
from avatars.stage.photo import photograph
from avatars.stage.picture import Picture
from avatars.stage.pouf import Pouf
from avatars.stage.setting import Setting
from avatars.stage.shadow import Shadow
from avatars.stage.viewing import Viewing
from avatars.stage.wearing import Wearing, alike
from avatars.vrm.load import load_avatar
from avatars.vrm.model import Model, Outfit, Pixels
from avatars.vrm.outfits import ONLY
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.look import Look

QUALITIES: Final = ("auto", "fast", "fine", "best")
SHADOWS: Final = {False: 2048, True: 768}
"""Side of the shadow map; a processor that draws gets by with less."""
SINKS: Final = 0.1
"""Metres her head has to go down before the camera goes along."""
STILL: Final = 0.004
SMALL: Final = 0.02  # metres that bones go at a small step of a slider
FOLLOWS: Final = 3.5
"""How fast it goes, 1/s."""


class LiveStage(Performing, Viewing):
    """A `Stage` and `Performer` over one avatar file. Use from one thread; `close` when done."""

    def __init__(
        self, model: Model, width: int, height: int, *, background: str | None, quality: str, seed: int,
        wardrobe: Catalogue | Path | None = None, look: Look | None = None,
    ) -> None:
        self._wearing = Wearing(model, wardrobe)
        if look is not None:
            model = self._wearing.in_look(look, model.shape)
            self._wearing.look = look
        self.model = model
        whole = split_faces(model)
        self.puppet = Puppet(whole)
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
        self._extras = extras
        self._figure = Figure(whole, self.puppet.skeleton, Paint(whole, software, extras), extras)
        self._figure.root.reparent_to(self._scene)
        self._setting = Setting(self._scene)
        self._pouf = Pouf(self._scene, software, extras)
        self._picture = Picture(
            self._device, self._scene, width, height, scale=self._scale, samples=samples,
            smooth=quality == "fast" or (software and quality == "auto"),
        )
        self._shadow = Shadow(self._device, self._figure.casters, SHADOWS[software and quality != "best"]) if shadows else None
        self._camera = Camera(self._proportions(), "bust", width / height)
        self._head_height = float(self.puppet.humanoid.positions["head"][1])
        self._sunk = 0.0
        self._seconds = 0.0
        self._outfit = self._wearing.person.outfit
        self._stale = True
        self.set_background(background)
        self.resize(width, height)
        self.body.look_from(self._camera.shot.ahead())
        self.update(0.0)

    def _proportions(self) -> Proportions:
        top = float(self._figure.extent()[1][1])
        return proportions(self.puppet.humanoid.positions, self.model.look_at.offset, top)

    # --- what there is ---

    @property
    def outfits(self) -> tuple[Outfit, ...]:
        """Outfits in this avatar's own file; `outfit` is the id of the one worn."""
        return self._wearing.person.outfits

    @property
    def outfit(self) -> str:
        """The id of the outfit worn, or of the last one while a look is worn."""
        return self._outfit

    @property
    def look(self) -> Look | None:
        """The look worn; None while she wears an outfit of her own file."""
        return self._wearing.look

    @property
    def backgrounds(self) -> tuple[str, ...]:
        """Rooms that can stand behind her."""
        return backgrounds()

    @property
    def lights(self) -> tuple[str, ...]:
        """Names of the lights."""
        return tuple(LIGHTS)

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
        lives = self.body.update(dt, self.puppet)
        if self._pouf.update(self.body.seat, dt):
            lives = True
            self._setting.sit(self._pouf)
            if self._pouf.paint is not None:
                self._pouf.paint.resize(self._picture.height * self._scale)
        moved |= self._follow(dt)
        if self._camera.stand_off(self.body.apart):
            self._aim()
            self._show_below(self._camera.shot.y - self._camera.shot.height / 2 - 0.1)
            moved = True
        if lives or moved:
            self._figure.pose()
            self._figure.shape(self.puppet.morphs)
            self._figure.paint.repaint(self.puppet.painted)
            self._stand()
            self._stale = True
        return self._stale

    def _follow(self, dt: float) -> bool:
        """Go down with her head when she sits or lies; what breath and weight move is left alone. True if it moved."""
        lower = self._head_height - float(self.puppet.skeleton.world[self.model.humanoid["head"], 1, 3])
        wanted = lower if abs(lower) > SINKS else 0.0
        if abs(wanted - self._sunk) < STILL:
            return False
        self._sunk += (wanted - self._sunk) * (1.0 - math.exp(-FOLLOWS * dt))
        self._camera.follow(self._sunk)
        self._aim()
        self._show_below(None)
        return True

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
        thrower = self._figure.thrower(self._setting.toward(self._camera), self.puppet.morphs)
        if thrower is None:
            self._shadow.draw()
            return
        self._setting.follow(self._shadow.follow(thrower))

    def resize(self, width: int, height: int) -> None:
        """The size of coming frames, in device pixels."""
        width, height = max(1, width), max(1, height)
        if (width, height) != (self._picture.width, self._picture.height):
            self._picture.resize(width, height)
        self._camera.resize(width / height)
        self._show_below(self._camera.shot.y - self._camera.shot.height / 2 - 0.1)
        self._figure.paint.resize(height * self._scale)
        self._aim()
        self._stale = True

    def close(self) -> None:
        """Let go of the graphics. Closing twice is fine."""
        if self._device is None:
            return
        self._wearing.close()
        self._figure.remove()
        self._picture.close()
        if self._shadow is not None:
            self._shadow.close()
        self._scene.remove_node()
        self._device.close()
        RenderState.garbage_collect()  # or the states of what was drawn keep its textures alive
        self._device = None  # type: ignore[assignment]

    # --- Performer ---

    def wear(self, outfit: str) -> None:
        """Change into an outfit of her own file; KeyError names an unknown one."""
        if outfit not in {one.id for one in self.outfits}:
            raise KeyError(outfit)
        if self._wearing.look is not None:
            self._wearing.look, self._outfit = None, outfit
            self._embody(self._wearing.in_outfits(self.model.shape), outfit)
        self._figure.wear(outfit)
        if self._shadow is not None:
            self._shadow.outdate()
        self._outfit = outfit
        self._stale = True

    def dress(self, look: Look) -> None:
        """Change into a look of garments from the wardrobe. Pose, mood and shape stay, and hair swings on.

        Raises ValueError that names an unknown garment, or for an avatar who has her own clothes only, and
        `avatars.errors.GarmentRefused` for a broken file; she then stays as she is.
        """
        model = self._wearing.in_look(look, self.model.shape)
        self._wearing.look = look
        if alike(model, self.model):
            self.model = model
            self._figure.paint.exchange(model)
            self._stale = True
        else:
            self._embody(model, ONLY.id)

    def become(self, person: Model, values: Mapping[str, float], look: Look) -> None:
        """Be this created person (`avatars.creator.embodied`), sliders at `values`, in this look. Pose and mood stay.

        Raises what `dress` and `shape` raise; the one who stood here then stays.
        """
        former, worn = self._wearing.person, self._wearing.look
        self._wearing.become(person, look)
        try:
            model = self._wearing.in_look(look, values)
        except Exception:
            self._wearing.become(former)
            self._wearing.look = worn
            raise
        self._wearing.look = look
        self._embody(model, ONLY.id, reshaped=True)

    def repaint(self, person: Model) -> None:
        """Other colours on the one who stands here (see `become`), at once and without a new figure: for what moves under a
        slider. What she wears stays."""
        self._wearing.become(person)
        self._figure.paint.recolour(person)
        self._stale = True

    def bring_picture(self, name: str, pixels: Pixels | None) -> None:
        """Know a picture (n,m,3|4) of the user's under this name, for patterns of the kind ``picture``; None forgets it."""
        self._wearing.dresser.house.bring(name, pixels)

    def use_wardrobe(self, wardrobe: Catalogue | Path) -> None:
        """Take garments from this wardrobe from now on: another folder, or the same one with garments added."""
        self._wearing.renew(wardrobe)

    def photo(self, width: int, height: int, scale: int = 1, transparent: bool = False) -> Frame:
        """A picture of this moment in the best quality, `scale` (1..4) times the size, as a copy; the live view goes on
        undisturbed. `transparent` leaves the place behind her out. ValueError beyond `avatars.stage.photo.MOST_PIXELS`."""
        camera = self._camera.still(width / height)
        self._figure.above(None)
        taken = photograph(
            self._device, self._setting, self._figure, camera, (width * scale, height * scale), self._seconds, transparent,
        )
        self._figure.paint.resize(self._picture.height * self._scale)
        self._show_below(self._camera.shot.y - self._camera.shot.height / 2 - 0.1)
        self._aim()
        RenderState.garbage_collect()  # the states drawn with the picture's shadow would keep its memory
        return taken

    def shape(self, values: Mapping[str, float]) -> None:
        """Move the sliders of `avatars.shape.sliders`; those left out go to 0. Pose, mood and clothes stay.

        Raises ValueError that names an unknown slider, a value out of range, or an avatar that has no sliders; she then
        stays as she is.
        """
        outfit = ONLY.id if self.look is not None else self._outfit
        self._embody(self._wearing.shaped(values), outfit, reshaped=True, slid=True)

    def _embody(self, model: Model, outfit: str, *, reshaped: bool = False, slid: bool = False) -> None:
        """Put another figure of the same person in the place of this one. `slid`: a slider moved, maybe by very little."""
        whole = split_faces(model)
        puppet, former = Puppet(whole), self.puppet
        paint = Paint(whole, self.software, self._extras, self._figure.paint)
        figure = Figure(whole, puppet.skeleton, paint, self._extras, outfit, self._figure)
        self._figure.remove()
        self.model, self.puppet, self._figure = model, puppet, figure
        figure.paint.resize(self._picture.height * self._scale)
        figure.root.reparent_to(self._scene)
        if self._shadow is not None:
            self._shadow.thrown_by(figure.casters)
        self._head_height = float(puppet.humanoid.positions["head"][1])
        self._camera.refit(self._proportions())
        leap = _leap(former, puppet) if slid else math.inf
        # under a slider hair and cloth swing on, after a leap they hang anew
        self.body.inhabit(puppet, former if not reshaped or leap < SMALL else None, same=leap < 1e-6)
        self._show_below(None)
        self._aim()
        self.update(0.0)
        self._stale = True

    @property
    def eager(self) -> bool:
        """Whether something quick goes on or begins at once: a window then asks for 30 frames a second, else for 10."""
        return self.body.busy or self._camera.moving

    # --- surroundings ---

    @property
    def light(self) -> str:
        """The name of the light she stands in."""
        return self._setting.light

    @property
    def background(self) -> str | None:
        """The name of the place behind her; None where the picture is clear."""
        return self._setting.background

    def set_light(self, name: str) -> None:
        """Change the light to one of `lights`. KeyError names an unknown one."""
        self._setting.shine(name)
        self._aim()
        self._stale = True

    def set_background(self, name: str | None) -> None:
        """Change the place behind her; None leaves the picture clear. KeyError names an unknown one."""
        self._setting.backdrop.show(name)
        self._setting.background = name
        self._aim()
        self._stale = True

    def _aim(self) -> None:
        self._setting.aim(self._camera, self._picture.height * self._scale, self._seconds)
        self.body.look_from(self._camera.shot.ahead())
        self._stand()
        if self._shadow is not None:
            self._setting.cast(self._camera, self._shadow, self._figure.casters)

    def _stand(self) -> None:
        world, bones = self.puppet.skeleton.world, self.model.humanoid
        self._setting.stand(self._camera, [world[bones[f"{side}Foot"], :3, 3] for side in ("left", "right")])


def _leap(one: Puppet, other: Puppet) -> float:
    """The farthest way of a bone from one body to another of the same bones, metres."""
    before, after = one.humanoid.positions, other.humanoid.positions
    return max((float(abs(after[name] - before[name]).max()) for name in after if name in before), default=math.inf)


def open_stage(
    avatar: Path, width: int, height: int, *, background: str | None = None, transparent: bool = False,
    quality: str = "auto", seed: int = 1, wardrobe: Catalogue | Path | None = None, look: Look | None = None,
) -> LiveStage:
    """Put an avatar on a stage of `width` x `height` pixels.

    `background` names a room of `LiveStage.backgrounds`; `transparent` leaves it out. `quality`: ``fast`` one sample a
    pixel with its stairs smoothed, ``fine`` four by the driver, ``best`` four by drawing twice as large, ``auto`` what the
    driver does well. `wardrobe` is the folder garments come from (the shipped one if None), `look` what she wears at first.
    Raises `avatars.errors.AvatarRefused` for a file that fails its checks, `StageFault` where nothing can be drawn.
    """
    if quality not in QUALITIES:
        raise ValueError(quality)
    model = load_avatar(avatar, clothes=look is None)
    return LiveStage(
        model, width, height, background=None if transparent else background, quality=quality, seed=seed, wardrobe=wardrobe,
        look=look,
    )
