"""What ships of the wardrobe: its garments, and looks put together for a body."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from avatars.wardrobe.look import Look, look_from_json
from desktop.composition import BROUGHT
from mind.wardrobe.look import look_to_json

if TYPE_CHECKING:
    from avatars.wardrobe.brought.shelf import Shelf
    from avatars.wardrobe.catalogue import Catalogue
    from mind.languages import Lang
    from mind.wardrobe.garment import Closet

log = logging.getLogger("hearth.wardrobe")


@dataclass(frozen=True, slots=True)
class ReadyLook:
    """A look that ships, with its names by language."""

    id: str
    names: Mapping[Lang, str]
    look: Look


def read_catalogue(folder: Path, data: Path) -> Catalogue | None:
    """The garments of a folder and those brought to the data folder `data`; None where the folder has none, or their list is
    broken: she has outfits then. A broken list of brought ones leaves those of the folder; `shelf_fault` tells it."""
    from avatars.errors import GarmentRefused
    from avatars.wardrobe.catalogue import NAME, Catalogue

    if not (folder / NAME).is_file():
        return None
    try:
        shipped = Catalogue.load(folder)
    except GarmentRefused as fault:
        log.warning("no_wardrobe=%s", fault.message)
        return None
    try:
        return shipped.joined(shelf(data).catalogue())
    except GarmentRefused as fault:
        log.warning("no_shelf=%s", fault.message)
        return shipped


def shelf(data: Path) -> Shelf:
    """Where garments lie that were brought to a data folder."""
    from avatars.wardrobe.brought.shelf import Shelf

    return Shelf(data / BROUGHT)


def shelf_fault(data: Path) -> str:
    """What is wrong with the list of brought garments, and what to do; empty where nothing is."""
    from avatars.errors import GarmentRefused

    try:
        shelf(data).catalogue()
    except GarmentRefused as fault:
        return f"{fault.message} {fault.remedy}"
    return ""


def ready_looks(closet: Closet) -> tuple[ReadyLook, ...]:
    """The looks of a closet as the stage knows them."""
    return tuple(ReadyLook(one.id, one.names, look_from_json(look_to_json(one.look))) for one in closet.looks)
