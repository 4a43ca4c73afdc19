"""Looks at garments before they are built in: python -m avatars.forge.wardrobe.preview ID ... --out PNG [--kai] [--plain].

The person wears these garments over an outfit's others, seen from the front, three quarters and behind.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from avatars.forge.outfits import Outfit, outfits_of
from avatars.forge.people import PEOPLE
from avatars.forge.wardrobe import wardrobe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from avatars.forge.part import Made
    from avatars.forge.wardrobe.garment import Garment
    from avatars.ports import Frame, Framing

VIEWS: Final = ((0.0, "front"), (40.0, "three quarters"), (180.0, "back"))
SETTLE: Final = 60
"""Frames that cloth and hair are given to come to rest."""


def worn_file(person: str, garments: Sequence[Garment], beside: Sequence[str]) -> bytes:
    """The person's file in an outfit of these garments and of the makers named `beside` (``make_jeans``)."""
    from avatars.forge.build import build

    known = {maker.__name__: maker for outfit in outfits_of(person) for maker in outfit.garments}
    missing = set(beside) - set(known)
    if missing:
        raise ValueError(f"{person} has no {', '.join(sorted(missing))}; there are {', '.join(sorted(known))}")
    makers: list[Callable[[tuple[str, ...]], Made]] = [known[name] for name in beside]
    makers += [_maker(garment) for garment in garments if garment.info.slot != "hair"]
    return build(PEOPLE[person], (Outfit("preview", {"en": "Preview"}, {}, tuple(makers), (person,)),))


def _maker(garment: Garment) -> Callable[[tuple[str, ...]], Made]:
    def make(outfits: tuple[str, ...]) -> Made:
        made = garment.make().made
        return replace(made, parts=tuple(replace(part, outfits=outfits) for part in made.parts))

    return make


def pictures(file: Path, size: tuple[int, int], camera: Framing, pose: str | None) -> list[Image.Image]:
    """The file seen from all sides."""
    from avatars.stage import open_stage

    stage = open_stage(file, *size, quality="best")
    try:
        stage.set_background("room-day")
        stage.set_light("day")
        stage.hold_still(True)
        if pose is not None:
            stage.pose(pose)
        stage.frame(camera, 0.0)
        for _ in range(SETTLE):
            stage.update(1 / 30)
        made = []
        for turn, _ in VIEWS:
            stage.turn(turn, 0.0)
            stage.update(1 / 30)
            made.append(_image(stage.render()))
        return made
    finally:
        stage.close()


def _image(frame: Frame) -> Image.Image:
    pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
    return Image.fromarray(np.ascontiguousarray(pixels[..., 2::-1]))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m avatars.forge.wardrobe.preview", description=__doc__)
    parser.add_argument("garments", nargs="+", metavar="ID")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--kai", action="store_true", help="on Kai, not on Mira")
    parser.add_argument("--with", dest="beside", nargs="*", default=[], metavar="MAKER", help="makers to wear beside them")
    parser.add_argument("--camera", default="full", choices=("full", "bust", "face"))
    parser.add_argument("--pose", default=None)
    chosen = parser.parse_args(arguments)
    data = worn_file("kai" if chosen.kai else "mira", wardrobe.chosen(chosen.garments), chosen.beside)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "preview.vrm"
        file.write_bytes(data)
        tiles = pictures(file, (420, 760), chosen.camera, chosen.pose)
    strip = Image.new("RGB", (sum(tile.width for tile in tiles), tiles[0].height))
    for i, tile in enumerate(tiles):
        strip.paste(tile.convert("RGB"), (i * tile.width, 0))
    strip.save(chosen.out)
    print(chosen.out, file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
