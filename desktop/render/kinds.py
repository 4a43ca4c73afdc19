"""What the sheets show: for each kind its title, its layout, and the views of whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.render import wardrobe
from desktop.render.sheet import Layout
from desktop.render.sources import people, person_file
from desktop.render.view import VISEMES, View, opened

if TYPE_CHECKING:
    from avatars.ports import Framing
    from avatars.stage import LiveStage

Shot = tuple[Path, View]
"""A picture to take: the avatar's file and the view of it."""
Shots = Callable[[Path, Path], Iterator[Shot]]
"""From the avatar's file and a folder for files that are made on the way."""
NEAR: Final = 1.45
"""Zoom of the sheets that show what a face does."""
TURNS: Final = ((0.0, "front"), (45.0, "three quarters"), (90.0, "left side"), (135.0, "from behind"), (180.0, "back"),
                (270.0, "right side"))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of sheet."""

    title: str
    layout: Layout
    shots: Shots
    one_stage: bool = False
    """Whether all are still views of one avatar, which may share a stage."""


def _has(avatar: Path, what: Callable[[LiveStage], tuple[str, ...]]) -> tuple[str, ...]:
    with opened(avatar, 64, 64) as stage:
        return what(stage)


def expressions(avatar: Path, _: Path) -> Iterator[Shot]:
    """Her faces, the presets first, and the looks."""
    names = _has(avatar, lambda stage: stage.expressions)
    for name in ("neutral", *(one for one in names if one not in VISEMES and one != "neutral")):
        yield avatar, View(name, "face", expressions={} if name == "neutral" else {name: 1.0}, zoom=NEAR)


def visemes(avatar: Path, _: Path) -> Iterator[Shot]:
    """The mouth of each vowel, plain and under a smile."""
    for mood in ("neutral", "happy"):
        for name in ("closed", *VISEMES):
            weights, smile = {} if name == "closed" else {name: 1.0}, {"happy": 1.0} if mood == "happy" else {}
            yield avatar, View(f"{name}, {mood}", "face", visemes=weights, expressions=smile, zoom=NEAR)


def poses(avatar: Path, _: Path) -> Iterator[Shot]:
    """Every pose, and every gesture at its height."""
    for name in dict.fromkeys(_has(avatar, lambda stage: (*stage.poses, *stage.gestures))):
        yield avatar, View(name.replace("_", " "), "full", pose=name, zoom=0.88)


def outfits(avatar: Path, _: Path) -> Iterator[Shot]:
    """All outfits, front, three quarters and back."""
    for name in _has(avatar, lambda stage: tuple(outfit.id for outfit in stage.outfits)):
        for turn, side in ((0.0, "front"), (40.0, "three quarters"), (180.0, "back")):
            yield avatar, View(f"{name}, {side}", "full", turn, outfit=name)


def turn(avatar: Path, _: Path) -> Iterator[Shot]:
    """Around her."""
    for camera in ("full", "bust"):
        for degrees, side in TURNS:
            yield avatar, View(side, camera, degrees)


def company(_: Path, __: Path) -> Iterator[Shot]:
    """Everyone of ours from far, near and around."""
    views = (View("full", "full"), View("bust", "bust"), View("face", "face"), View("three quarters", "bust", 40.0),
             View("side", "bust", 90.0), View("full, three quarters", "full", 40.0), View("full, back", "full", 180.0))
    for name in people():
        for view in views:
            yield person_file(name), replace(view, caption=f"{name.capitalize()}, {view.caption}")


def bond(_: Path, __: Path) -> Iterator[Shot]:
    """Both of ours at every stage of the bond, hurt and teasing: half of them, and the face."""
    from desktop.bearing.shown import bearing_of
    from desktop.bearing.stages import captions, manners

    views = (View("", "bust", zoom=0.7), View("face", "face", zoom=1.2))
    for name in people():
        for view in views:
            for key, caption in captions().items():
                who = f"{name.capitalize()}, {caption}" if view is views[0] else caption
                yield person_file(name), replace(view, caption=who, bearing=bearing_of(manners(name)[key]))


def lights(avatar: Path, _: Path) -> Iterator[Shot]:
    """Every place in its light: near, half, whole and from the side; then each light by itself."""
    from avatars.stage.light import LIGHT_OF

    cameras: tuple[tuple[Framing, float, str], ...] = (("face", 0.0, "near"), ("bust", -35.0, "turned"), ("full", 0.0, "whole"))
    rooms, all_lights = (_has(avatar, lambda stage: stage.backgrounds), _has(avatar, lambda stage: stage.lights))
    for room in (*(name for name in LIGHT_OF if name in rooms), *(name for name in rooms if name not in LIGHT_OF)):
        for camera, turn, what in cameras:
            yield avatar, View(f"{room}, {LIGHT_OF.get(room, 'day')} light, {what}", camera, turn, background=room)
    for light in all_lights:
        yield avatar, View(f"{light} light alone", "bust", 60.0, light=light, background="plain-day")


def hair(_: Path, folder: Path) -> Iterator[Shot]:
    """Every cut from the front, the side and behind."""
    from desktop import forged

    for caption, file in forged.built(forged.hair_styles(), folder):
        for degrees, side in ((0.0, "front"), (65.0, "side"), (180.0, "back")):
            yield file, View(f"{caption}, {side}", "face", degrees)


def skin(_: Path, folder: Path) -> Iterator[Shot]:
    """The range of skins."""
    from desktop import forged

    for caption, file in forged.built(forged.skins(), folder):
        yield file, View(caption, "face", zoom=1.2)


def strangers(_: Path, folder: Path) -> Iterator[Shot]:
    """People from the dice, near and whole."""
    from desktop import forged

    for caption, file in forged.built(forged.strangers(), folder):
        yield file, View(caption, "bust", 20.0)
        yield file, View(f"{caption}, full", "full")


KINDS: Final[dict[str, Kind]] = {
    "expressions": Kind("Expressions", Layout(6, 300, 330), expressions),
    "visemes": Kind("Visemes, plain and smiling", Layout(6, 300, 330), visemes),
    "poses": Kind("Poses and gestures", Layout(6, 300, 440), poses),
    "outfits": Kind("Outfits", Layout(6, 300, 560), outfits),
    "wardrobe": Kind("The wardrobe", Layout(10, 200, 380), wardrobe.clothes, one_stage=True),
    "trimmings": Kind("Hair, hats and trimmings", Layout(8, 250, 280), wardrobe.trimmings, one_stage=True),
    "looks": Kind("Looks", Layout(8, 270, 500), wardrobe.looks, one_stage=True),
    "hair": Kind("Hair", Layout(6, 300, 330), hair),
    "skin": Kind("Skin", Layout(7, 280, 310), skin),
    "random": Kind("From the dice", Layout(4, 400, 560), strangers),
    "people": Kind("Our people", Layout(7, 300, 520), company),
    "bond": Kind("How the bond shows", Layout(7, 270, 330), bond),
    "lights": Kind("Lights and places", Layout(6, 340, 400), lights),
    "turn": Kind("Around", Layout(6, 300, 540), turn),
}
