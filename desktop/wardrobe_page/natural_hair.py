"""The colour a person's hair has of itself, in which a cut is tried before any has been dyed."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from avatars.creator.chance import created, hair_dyes
from avatars.creator.people import PEOPLE
from avatars.creator.people_folder import PeopleFolder
from avatars.errors import AvatarError
from avatars.wardrobe.layering import in_its_colour, worn_in
from avatars.wardrobe.look import Look, Worn

if TYPE_CHECKING:
    from avatars.wardrobe.garment import GarmentInfo
    from avatars.wardrobe.layering import Garments
    from desktop.settings.model import LookSettings

log = logging.getLogger("hearth.wardrobe")


def natural_hair(settings: LookSettings, folder: Path) -> str:
    """The hair colour of who stands on the stage; empty where nobody knows it, as of an avatar that was brought."""
    if settings.person:
        try:
            return PeopleFolder(folder / "people").load(settings.person).hair_colour
        except AvatarError as fault:
            log.warning("person_refused=%s", fault.kind)
            return ""
    person = PEOPLE.get(settings.avatar)
    return created(person).hair_colour if person is not None else ""


def as_hers(worn: Worn, info: GarmentInfo, look: Look, garments: Garments, natural: str) -> Worn:
    """A cut without dyes, in the colour of the hair worn in the look, else the natural one; any other garment as it is."""
    if info.slot != "hair" or worn.dyes:
        return worn
    hair = worn_in(look, "hair", garments)
    if hair is not None:
        return in_its_colour(worn, info, hair)
    dyes = hair_dyes(info, natural) if natural else {}
    own = {zone.id: zone.dye for zone in info.zones}
    return worn if all(own[zone] == dye for zone, dye in dyes.items()) else Worn(worn.garment, dyes, worn.patterns)
