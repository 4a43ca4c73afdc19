"""Looks at garments: python -m avatars.forge.wardrobe.preview ID ... --out PNG [--kai] [--dye ID.ZONE=#a1b2c3] [--built DIR].

The person wears these garments and nothing else, as the app would dress her, seen from the front, three quarters and behind.
They are made anew, or taken from a folder where they were built.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from avatars.forge.wardrobe.build import build_into
from avatars.wardrobe.look import Look, Worn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.ports import Frame, Framing

PEOPLE: Final = Path(__file__).resolve().parents[3] / "assets" / "avatars"
VIEWS: Final = ((0.0, "front"), (40.0, "three quarters"), (180.0, "back"))
SIZE: Final = (420, 760)
SETTLE: Final = 60
"""Frames that cloth and hair are given to come to rest."""


def pictures(
    person: str, wardrobe: Path, look: Look, camera: Framing = "full", pose: str | None = None, zoom: float = 1.0
) -> list[Image.Image]:
    """One of our people in a look of garments of this wardrobe, from all sides."""
    from avatars.stage import open_stage

    stage = open_stage(PEOPLE / f"{person}.vrm", *SIZE, quality="best")
    try:
        stage.set_background("room-day")
        stage.set_light("day")
        stage.hold_still(True)
        stage.use_wardrobe(wardrobe)
        stage.dress(look)
        if pose is not None:
            stage.pose(pose)
        stage.frame(camera, 0.0)
        stage.zoom(zoom, 0.0)
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


def beside(tiles: Sequence[Image.Image]) -> Image.Image:
    """All of them in a row."""
    strip = Image.new("RGB", (sum(tile.width for tile in tiles), tiles[0].height))
    for i, tile in enumerate(tiles):
        strip.paste(tile, (i * tile.width, 0))
    return strip


def _image(frame: Frame) -> Image.Image:
    pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
    return Image.fromarray(np.ascontiguousarray(pixels[..., 2::-1]))


def _dyes(given: Sequence[str]) -> Mapping[str, dict[str, str]]:
    """Dyes by garment and zone. ValueError for what is not written ID.ZONE=#a1b2c3."""
    found: dict[str, dict[str, str]] = {}
    for one in given:
        place, _, dye = one.partition("=")
        garment, _, zone = place.rpartition(".")
        if not (garment and zone and dye):
            raise ValueError(f"{one!r} is not written ID.ZONE=#a1b2c3")
        found.setdefault(garment, {})[zone] = dye
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m avatars.forge.wardrobe.preview", description=__doc__)
    parser.add_argument("garments", nargs="+", metavar="ID")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--kai", action="store_true", help="on Kai, not on Mira")
    parser.add_argument("--dye", action="append", default=[], metavar="ID.ZONE=#a1b2c3")
    parser.add_argument("--built", type=Path, help="a folder with the garments, instead of making them anew")
    parser.add_argument("--camera", default="full", choices=("full", "bust", "face"))
    parser.add_argument("--pose")
    parser.add_argument("--zoom", type=float, default=1.0)
    chosen = parser.parse_args(arguments)
    dyes = _dyes(chosen.dye)
    look = Look(tuple(Worn(name, dyes.get(name, {})) for name in chosen.garments))
    with tempfile.TemporaryDirectory() as folder:
        wardrobe = chosen.built or Path(folder)
        if chosen.built is None:
            build_into(wardrobe, chosen.garments)
        person = "kai" if chosen.kai else "mira"
        beside(pictures(person, wardrobe, look, chosen.camera, chosen.pose, chosen.zoom)).save(chosen.out)
    print(chosen.out, file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
