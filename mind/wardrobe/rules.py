"""Which garments go together: one a slot, a dress in the place of top and bottom, and never less than decent.

The same rules as the body's own (`avatars.wardrobe.layering`), which the mind does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from mind.wardrobe.garment import SLOTS, GarmentEntry, Slot
from mind.wardrobe.look import Look, Worn

Garments = Mapping[str, GarmentEntry]
REPLACES: Final[Mapping[Slot, tuple[Slot, ...]]] = {"dress": ("top", "bottom")}
STAYS_ON: Final[frozenset[Slot]] = frozenset({"hair", "top", "bottom", "dress"})
"""Slots that are changed but never taken off."""


def worn_in(look: Look, slot: Slot, garments: Garments) -> Worn | None:
    """What is worn in a slot."""
    return next((one for one in look.worn if one.garment in garments and garments[one.garment].slot == slot), None)


def put_on(look: Look, worn: Worn, garments: Garments) -> Look:
    """The look with this garment on, in its slot's place; hair in another cut keeps its colour. KeyError for one that does not
    exist."""
    entry = garments[worn.garment]
    worn = _in_its_colour(worn, entry, worn_in(look, "hair", garments))
    gone = {entry.slot, *replaced_by(entry)}

    def stays(other: Worn) -> bool:
        known = garments.get(other.garment)
        return known is not None and known.slot not in gone and entry.slot not in replaced_by(known)

    kept = [other for other in look.worn if stays(other)]
    return replace(look, worn=_in_order([*kept, worn], garments))


def take_off(look: Look, slot: Slot, garments: Garments) -> Look:
    """The look without what is worn in the slot. ValueError for a slot that stays on."""
    if slot in STAYS_ON:
        raise ValueError(f"the {slot} stays on")
    return replace(look, worn=tuple(w for w in look.worn if w.garment in garments and garments[w.garment].slot != slot))


def filled(look: Look, garments: Garments, fallback: Iterable[Worn]) -> Look:
    """The look with what must not be missing: something on body and legs, and shoes. Taken from `fallback`, in its order."""
    for worn in fallback:
        entry = garments.get(worn.garment)
        if entry is None or entry.slot not in missing(look, garments):
            continue
        if entry.slot == "dress" and (worn_in(look, "top", garments) or worn_in(look, "bottom", garments)):
            continue
        look = put_on(look, worn, garments)
    return look


def missing(look: Look, garments: Garments) -> frozenset[Slot]:
    """The slots that must be filled and are not. A dress does for top and bottom, a closed coat for a top, and her own hair is
    always there."""
    there: set[Slot] = {garments[one.garment].slot for one in look.worn if one.garment in garments}
    wanted: set[Slot] = set()
    if "shoes" not in there:
        wanted.add("shoes")
    if "dress" not in there and "bottom" not in there:
        wanted.add("bottom")
    if not there & {"top", "outer", "dress"}:
        wanted.add("top")
    if {"top", "bottom"} <= wanted:
        wanted.add("dress")
    return frozenset(wanted)


def wearable(look: Look, garments: Garments) -> tuple[Look, tuple[str, ...]]:
    """The look with only garments that exist, one a slot (the last wins), and the ids of those that do not."""
    made = Look(background=look.background)
    for worn in look.worn:
        if worn.garment in garments:
            made = put_on(made, worn, garments)
    return made, tuple(worn.garment for worn in look.worn if worn.garment not in garments)


def replaced_by(entry: GarmentEntry) -> frozenset[Slot]:
    """The slots that are empty while a garment is worn."""
    return frozenset((*entry.replaces, *REPLACES.get(entry.slot, ())))


def _in_its_colour(worn: Worn, entry: GarmentEntry, hair: Worn | None) -> Worn:
    """A cut of hair that comes without dyes, in those of the `hair` before it."""
    if entry.slot != "hair" or hair is None or hair.garment == worn.garment or worn.dyes:
        return worn
    zones = {zone.id for zone in entry.zones}
    return replace(worn, dyes={zone: dye for zone, dye in hair.dyes.items() if zone in zones})


def _in_order(worn: list[Worn], garments: Garments) -> tuple[Worn, ...]:
    return tuple(sorted(worn, key=lambda one: SLOTS.index(garments[one.garment].slot)))
