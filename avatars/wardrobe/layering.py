"""Which garments go together: one a slot, a dress in the place of top and bottom, all else beside and over each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from avatars.wardrobe.garment import GarmentInfo
from avatars.wardrobe.look import SLOTS, Look, Slot, Worn

Garments = Mapping[str, GarmentInfo]
"""The catalogue's garments by id."""
ALWAYS: Final[Mapping[Slot, tuple[Slot, ...]]] = {"dress": ("top", "bottom")}
"""What each slot replaces whatever the garment says."""


def worn_in(look: Look, slot: Slot, garments: Garments) -> Worn | None:
    """What is worn in a slot."""
    return next((worn for worn in look.worn if worn.garment in garments and garments[worn.garment].slot == slot), None)


def put_on(look: Look, worn: Worn, garments: Garments) -> Look:
    """The look with this garment on: what it replaces and what would have to be under it instead goes.

    A garment that is worn already takes the new dyes; hair in another cut keeps its colour. KeyError names one the catalogue does
    not have.
    """
    info = garments[worn.garment]
    worn = in_its_colour(worn, info, worn_in(look, "hair", garments))
    gone = {info.slot, *info.replaces, *ALWAYS.get(info.slot, ())}

    def stays(other: Worn) -> bool:
        known = garments.get(other.garment)
        return known is not None and known.slot not in gone and info.slot not in _replaced(known)

    kept = [other for other in look.worn if stays(other)]
    return replace(look, worn=_in_order([*kept, worn], garments))


def in_its_colour(worn: Worn, info: GarmentInfo, hair: Worn | None) -> Worn:
    """A cut of hair that comes without dyes, in those of the `hair` before it; anything else as it is."""
    if info.slot != "hair" or hair is None or hair.garment == worn.garment or worn.dyes:
        return worn
    zones = {zone.id for zone in info.zones}
    return replace(worn, dyes={zone: dye for zone, dye in hair.dyes.items() if zone in zones})


def take_off(look: Look, slot: Slot, garments: Garments) -> Look:
    """The look without what is worn in this slot. What must never be missing is filled in by who dresses her."""
    return replace(look, worn=tuple(w for w in look.worn if w.garment in garments and garments[w.garment].slot != slot))


def wearable(look: Look, garments: Garments) -> tuple[Look, tuple[str, ...]]:
    """The look with only garments that exist, one a slot (the last wins), and the ids of those that do not."""
    made = Look(background=look.background)
    for worn in look.worn:
        if worn.garment in garments:
            made = put_on(made, worn, garments)
    return made, tuple(worn.garment for worn in look.worn if worn.garment not in garments)


def _replaced(info: GarmentInfo) -> set[Slot]:
    return {*info.replaces, *ALWAYS.get(info.slot, ())}


def _in_order(worn: list[Worn], garments: Garments) -> tuple[Worn, ...]:
    return tuple(sorted(worn, key=lambda one: SLOTS.index(garments[one.garment].slot)))
