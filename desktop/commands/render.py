"""``hearth render --out F.png``: a picture of her. The same arguments always give the same picture."""

from __future__ import annotations

import argparse
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from PIL.Image import Image

    from desktop.render.view import View

LARGEST: Final = 4096
SHEETS: Final = (
    "expressions", "visemes", "poses", "outfits", "wardrobe", "trimmings", "looks", "hair", "skin", "random", "people", "bond",
    "lights", "turn",
)  # fmt: skip


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this door."""
    door.add_argument("--out", metavar="F.png", type=Path, help="the picture to write")
    door.add_argument("--sheet", metavar="F.png", type=Path, help="a sheet of many pictures instead")
    door.add_argument("--of", metavar="KIND", default="expressions", help=f"what the sheet shows: {', '.join(SHEETS)}")
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
    from desktop.render.fault import PictureFault
    from desktop.render.image import save
    from desktop.render.sources import person_file
    from desktop.render.view import picture

    if args.transparent and args.background:
        raise PictureFault("--transparent and --background exclude each other.")
    if (args.out is None) == (args.sheet is None):
        raise PictureFault("say where to: either --out for a picture or --sheet for a sheet.")
    avatar = args.avatar or person_file(args.person)
    out = args.out or args.sheet
    width, height = args.size
    image = sheet_of(args.of, avatar) if args.sheet else picture(avatar, view(args), width, height, args.time)
    save(image, out)
    print(f"{out} {image.width}x{image.height}", flush=True)
    return Exit.OK


def view(args: argparse.Namespace) -> View:
    """What was asked for."""
    from desktop.render.view import ROOM, View

    return View(
        "", args.camera, args.turn, dict(args.expression), dict(args.viseme), args.outfit, args.pose, args.light,
        None if args.transparent else args.background or ROOM,
    )


def sheet_of(kind: str, avatar: Path) -> Image:
    """A contact sheet of this kind."""
    from tempfile import TemporaryDirectory

    from desktop.render.kinds import KINDS
    from desktop.render.sheet import sheet
    from desktop.render.view import known, picture, pictures

    chosen = KINDS[known(kind, tuple(KINDS), "sheet of")]
    layout = chosen.layout
    with TemporaryDirectory() as folder:
        if chosen.one_stage:
            views = (view for _, view in chosen.shots(avatar, Path(folder)))
            return sheet(chosen.title, layout, list(pictures(avatar, views, layout.width, layout.height)))
        tiles = [
            (view.caption, picture(file, view, layout.width, layout.height)) for file, view in chosen.shots(avatar, Path(folder))
        ]
    return sheet(chosen.title, layout, tiles)
