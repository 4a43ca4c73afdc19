"""One view of her: what she wears and does, in which light, seen from where. The same view always gives the same picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from desktop.render.fault import PictureFault

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from avatars.ports import Bearing, Framing
    from avatars.stage import LiveStage
    from avatars.wardrobe.look import Look

VISEMES: Final = ("aa", "ih", "ou", "ee", "oh")
ROOM: Final = "room-day"
FPS: Final = 30
SETTLE: Final = 3.0
"""Seconds an asked-for face and the hair are given to settle."""


@dataclass(frozen=True, slots=True)
class View:
    """`turn` in degrees around her; weights 0..1; None leaves outfit and pose alone and takes the light of the background."""

    caption: str = ""
    camera: Framing = "bust"
    turn: float = 0.0
    expressions: Mapping[str, float] = field(default_factory=dict)
    visemes: Mapping[str, float] = field(default_factory=dict)
    outfit: str | None = None
    pose: str | None = None
    light: str | None = None
    background: str | None = ROOM
    zoom: float = 1.0
    bearing: Bearing | None = None
    """How she carries herself toward the user; None as a friend in no mood."""
    look: Look | None = None
    """Garments of the wardrobe instead of an outfit."""


def picture(avatar: Path, view: View, width: int, height: int, seconds: float | None = None) -> Image:
    """The view of an avatar file: a still phase, or after living for so many seconds.

    Raises `PictureFault` that names the valid ones, `avatars.errors.AvatarError` where nothing can be drawn.
    """
    from desktop.render.image import image_of

    with opened(avatar, width, height) as stage:
        dress(stage, view)
        stage.hold_still(seconds is None)
        stage.face(expressions(stage, view))
        live(stage, SETTLE, view)
        if view.pose is not None:
            live(stage, strike(stage, view.pose), view)
        if seconds:
            live(stage, seconds, view)
        return image_of(stage.render())


def pictures(avatar: Path, views: Iterable[View], width: int, height: int) -> Iterator[tuple[str, Image]]:
    """Still views of one avatar, each with its caption, on one stage: for sheets of many."""
    from desktop.render.image import image_of

    with opened(avatar, width, height) as stage:
        stage.hold_still(True)
        for view in views:
            dress(stage, view)
            stage.face(expressions(stage, view))
            live(stage, SETTLE, view)
            yield view.caption, image_of(stage.render())


@contextmanager
def opened(avatar: Path, width: int, height: int) -> Iterator[LiveStage]:
    """A stage in its best quality, closed at the end."""
    from avatars.stage import open_stage

    stage = open_stage(avatar, width, height, quality="best")
    try:
        yield stage
    finally:
        stage.close()


def dress(stage: LiveStage, view: View) -> None:
    """Outfit, room, light and camera."""
    from avatars.stage.light import LIGHT_OF

    chosen(view.outfit, [outfit.id for outfit in stage.outfits], "outfit", stage.wear)
    if view.look is not None:
        stage.dress(view.look)
    if view.background is None:
        stage.set_background(None)
    else:
        chosen(view.background, stage.backgrounds, "background", stage.set_background)
    chosen(view.light or LIGHT_OF.get(stage.background or "", "day"), stage.lights, "light", stage.set_light)
    if view.bearing is not None:
        stage.bear(view.bearing, 0.0)
    stage.frame(view.camera, 0.0)
    stage.turn(view.turn, 0.0)
    stage.zoom(view.zoom, 0.0)


def chosen(name: str | None, names: Iterable[str], kind: str, use: Callable[[str], None]) -> None:
    """Use `name` if it was given; names are matched without regard to case."""
    if name is not None:
        use(known(name, tuple(names), kind))


def known(name: str, names: tuple[str, ...], kind: str) -> str:
    """The name as it is spelt. Raises `PictureFault` that lists the names."""
    found = next((one for one in names if one.casefold() == name.casefold()), None)
    if found is None:
        raise PictureFault(f"there is no {kind} {name!r}.", f"There are: {', '.join(names) or 'none'}.")
    return found


def expressions(stage: LiveStage, view: View) -> Mapping[str, float]:
    """The view's expressions, all of which she has."""
    for name in view.expressions:
        if not stage.shows(name):
            raise PictureFault(f"she has no expression {name!r}.", f"There are: {', '.join(stage.expressions)}.")
    return view.expressions


def live(stage: LiveStage, seconds: float, view: View) -> None:
    """Time passes, the mouth held."""
    visemes = {known(name, VISEMES, "viseme"): weight for name, weight in view.visemes.items()}
    frames = max(1, round(seconds * FPS))
    for _ in range(frames):
        stage.mouth(visemes)
        stage.update(seconds / frames)


def strike(stage: LiveStage, name: str) -> float:
    """Begin a pose or a gesture; seconds until it is fully there."""
    from avatars.life.clips import CLIPS

    found = known(name, tuple(dict.fromkeys((*stage.poses, *stage.gestures))), "pose")
    if found in stage.poses:
        stage.pose(found)
        return SETTLE
    stage.gesture(found)
    clip = CLIPS[found]
    strokes = [max(keys, key=lambda key: abs(key[1]))[0] for keys in clip.keys.values()]
    return clip.rise + min(0.45, 0.8 * clip.hold) if clip.pose else max(strokes, default=0.0)
