"""``hearth render --out F.png``: a picture of her. The same arguments always give the same picture."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from avatars.stage import LiveStage

LARGEST: Final = 4096
VISEMES: Final = ("aa", "ih", "ou", "ee", "oh")
ROOM: Final = "room-day"
SETTLE: Final = 3.0
"""Seconds an asked-for face and the hair are given to settle, before the picture or before `--time` begins."""


class PictureFault(Exception):
    """The picture cannot be made as asked: `message`, `remedy`, `kind` as for every fault."""

    def __init__(self, message: str, remedy: str = "", kind: str = "usage") -> None:
        super().__init__(message)
        self.message, self.remedy, self.kind = message, remedy, kind


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this door."""
    door.add_argument("--out", metavar="F.png", type=Path, required=True, help="the picture to write")
    who = door.add_mutually_exclusive_group()
    who.add_argument("--avatar", metavar="F.vrm", type=Path, help="an avatar file")
    who.add_argument("--person", metavar="NAME", default="mira", help="one of ours: mira, kai (mira)")
    door.add_argument("--outfit", metavar="NAME", help="what she wears")
    door.add_argument("--expression", metavar="NAME=W", type=share, action="append", default=[], help="for example happy=1")
    door.add_argument("--viseme", metavar="NAME=W", type=share, action="append", default=[], help="for example aa=.8")
    door.add_argument("--camera", choices=("face", "bust", "full"), default="bust", help="how near (bust)")
    door.add_argument("--turn", metavar="DEG", type=degrees, default=0.0, help="around her: 0 front, 90 her left, 180 back")
    door.add_argument("--pose", metavar="NAME", help="a pose, or a gesture at its height")
    door.add_argument("--size", metavar="WxH", type=size, default=(960, 1080), help="pixels (960x1080)")
    door.add_argument("--transparent", action="store_true", help="nothing behind her")
    door.add_argument("--time", metavar="S", type=seconds, help="after living for so many seconds (else a still phase)")
    door.add_argument("--light", metavar="NAME", help="day, golden or night")
    door.add_argument("--background", metavar="NAME", help="the room behind her")


def share(text: str) -> tuple[str, float]:
    """``happy=1`` as a name and a weight in 0..1."""
    name, equals, weight = text.partition("=")
    try:
        value = float(weight) if equals else 1.0
    except ValueError:
        value = -1.0
    if not name or not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=WEIGHT with a weight from 0 to 1")
    return name, value


def size(text: str) -> tuple[int, int]:
    """``640x720`` as width and height."""
    found = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text)
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(16 <= side <= LARGEST for side in sides):
        raise argparse.ArgumentTypeError(f"{text!r} is not WxH, each side from 16 to {LARGEST}")
    return sides


def seconds(text: str) -> float:
    """Seconds from 0 to 600."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 600.0:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to 600")
    return value


def degrees(text: str) -> float:
    """An angle from -360 to 360."""
    try:
        value = float(text)
    except ValueError:
        value = math.inf
    if not abs(value) <= 360.0:
        raise argparse.ArgumentTypeError(f"{text!r} is no angle from -360 to 360 degrees")
    return value


def run(args: argparse.Namespace) -> int:
    """Draw; the answer is one line: the file and its size."""
    from avatars.stage import open_stage

    width, height = args.size
    stage = open_stage(args.avatar or person_file(args.person), width, height, quality="best")
    try:
        dress(stage, args)
        stage.hold_still(args.time is None)
        pose(stage, args)
        write(stage, args.out)
    finally:
        stage.close()
    print(f"{args.out} {width}x{height}", flush=True)
    return Exit.OK


def person_file(name: str) -> Path:
    """The file of one of our people. Raises `PictureFault` that names those there are."""
    from assets import asset

    file = asset("avatars", f"{name.casefold()}.vrm")
    if not file.is_file():
        people = ", ".join(sorted(path.stem for path in asset("avatars").glob("*.vrm"))) or "none"
        raise PictureFault(f"there is no person {name!r} here.", f"There are: {people}.")
    return file


def dress(stage: LiveStage, args: argparse.Namespace) -> None:
    """Outfit, light, room and camera. Raises `PictureFault` that names the valid ones."""
    from avatars.stage.light import LIGHT_OF

    chosen(args.outfit, [outfit.id for outfit in stage.outfits], "outfit", stage.wear)
    if args.transparent and args.background:
        raise PictureFault("--transparent and --background exclude each other.")
    if not args.transparent:
        chosen(args.background or ROOM, list(stage.backgrounds), "background", stage.set_background)
    light = args.light or LIGHT_OF.get(stage.background or "", "day")
    chosen(light, list(stage.lights), "light", stage.set_light)
    stage.frame(args.camera, 0.0)
    stage.turn(args.turn, 0.0)


def chosen(name: str | None, names: Sequence[str], kind: str, use: object) -> None:
    """Use `name` if it was given; names are matched without regard to case."""
    if name is None:
        return
    found = next((known for known in names if known.casefold() == name.casefold()), None)
    if found is None:
        raise PictureFault(f"there is no {kind} {name!r}.", f"There are: {', '.join(names) or 'none'}.")
    use(found)  # type: ignore[operator]


def pose(stage: LiveStage, args: argparse.Namespace) -> None:
    """The asked-for face and pose, then her life until the asked-for time."""
    for name, _ in args.expression:
        if not stage.shows(name):
            raise PictureFault(f"she has no expression {name!r}.", f"There are: {', '.join(stage.expressions)}.")
    stage.face(dict(args.expression))
    visemes = {}
    for name, weight in args.viseme:
        if name.casefold() not in VISEMES:
            raise PictureFault(f"there is no viseme {name!r}.", f"There are: {', '.join(VISEMES)}.")
        visemes[name.casefold()] = weight
    live(stage, SETTLE, visemes)
    if args.pose is not None:
        live(stage, strike(stage, args.pose), visemes)
    if args.time is None:
        return
    frames = round(args.time * 30)
    for frame in range(frames):
        stage.mouth(visemes)
        stage.update(args.time / frames if frame < frames else 0.0)


def live(stage: LiveStage, seconds: float, visemes: dict[str, float]) -> None:
    """Time passes, the mouth held."""
    for _ in range(round(seconds * 30)):
        stage.mouth(visemes)
        stage.update(1 / 30)


def strike(stage: LiveStage, name: str) -> float:
    """Begin a pose or a gesture; seconds until it is fully there. Raises `PictureFault` that names the valid ones."""
    from avatars.life.clips import CLIPS

    poses = tuple(getattr(stage, "poses", ()))
    known = tuple(dict.fromkeys((*poses, *stage.gestures)))
    found = next((one for one in known if one.casefold() == name.casefold()), None)
    if found is None:
        raise PictureFault(f"there is no pose {name!r}.", f"There are: {', '.join(known) or 'none'}.")
    if found in poses:
        stage.pose(found)  # type: ignore[attr-defined]
        return SETTLE
    stage.gesture(found)
    clip = CLIPS[found]
    strokes = [max(keys, key=lambda key: abs(key[1]))[0] for keys in clip.keys.values()]
    return clip.rise + min(0.45, 0.8 * clip.hold) if clip.pose else max(strokes, default=0.0)


def write(stage: LiveStage, out: Path) -> None:
    """The frame as a PNG with straight alpha. Raises `PictureFault` where it cannot be written."""
    import numpy as np
    from PIL import Image

    frame = stage.render()
    pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
    alpha = pixels[..., 3:].astype(np.float32)
    colour = np.minimum(pixels[..., 2::-1] * (255.0 / np.maximum(alpha, 1.0)), 255.0)
    straight = np.concatenate((np.round(colour), alpha), axis=2).astype(np.uint8)
    if bool((straight[..., 3] == 255).all()):
        straight = straight[..., :3]
    try:
        Image.fromarray(np.ascontiguousarray(straight)).save(out, "PNG")
    except OSError as fault:
        raise PictureFault(f"{out} cannot be written: {fault.strerror or fault}.", "Choose another place.") from fault
