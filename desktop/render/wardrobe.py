"""Sheets of the wardrobe: every garment on the person, beside plain clothes, and every look that is ready to wear."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from desktop.render.fault import PictureFault
from desktop.render.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from avatars.ports import Framing
    from avatars.wardrobe.catalogue import Catalogue
    from avatars.wardrobe.garment import GarmentInfo
    from avatars.wardrobe.look import Look, Slot

PLAIN: Final = ("turtleneck", "slim-trousers", "penny-loafers")
"""What is worn beside a garment that is shown."""
ON_THE_HEAD: Final[frozenset[Slot]] = frozenset({"hair", "headwear", "glasses", "ears", "neck"})
SIDES: Final = ((25.0, "front"), (180.0, "back"))


def catalogue() -> Catalogue:
    """The shipped wardrobe. Raises `PictureFault` where there is none."""
    from assets import asset
    from avatars.wardrobe.catalogue import NAME, Catalogue

    folder = asset("wardrobe")
    if not (folder / NAME).is_file():
        raise PictureFault("there is no wardrobe here.", "Build it: hearth forge build.")
    return Catalogue.load(folder)


def clothes(avatar: Path, _: Path) -> Iterator[tuple[Path, View]]:
    """Every garment of trunk and limbs from the front and behind."""
    known = catalogue()
    for info in known.garments.values():
        if info.slot not in ON_THE_HEAD:
            for turn, side in SIDES:
                yield avatar, View(f"{info.id}, {side}", "full", turn, look=beside_plain(info, known))


def trimmings(avatar: Path, _: Path) -> Iterator[tuple[Path, View]]:
    """Every cut of hair, and what is worn on head and neck, from near."""
    known = catalogue()
    for info in known.garments.values():
        if info.slot in ON_THE_HEAD:
            camera: Framing = "bust" if info.slot == "neck" else "face"
            look = beside_plain(info, known)
            yield avatar, View(info.id, camera, 20.0, look=look)
            if info.slot in ("hair", "headwear"):
                yield avatar, View(f"{info.id}, back", camera, 200.0, look=look)


def looks(avatar: Path, _: Path) -> Iterator[tuple[Path, View]]:
    """Every look that is made for this person."""
    from avatars.wardrobe.look import look_from_json

    told = json.loads((catalogue().folder / "looks.json").read_text("utf-8"))
    for one in told["looks"]:
        if not one["people"] or avatar.stem in one["people"]:
            for turn, side in SIDES:
                yield avatar, View(f"{one['id']}, {side}", "full", turn, look=look_from_json(one["look"]))


def beside_plain(info: GarmentInfo, known: Catalogue) -> Look:
    """A look of this garment and plain clothes beside it."""
    from avatars.wardrobe.layering import put_on
    from avatars.wardrobe.look import Look, Worn

    look = Look()
    for name in (*(plain for plain in PLAIN if plain in known.garments), info.id):
        look = put_on(look, Worn(name), known.garments)
    return look
