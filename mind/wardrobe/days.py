"""What she may put on of her own on a day: ready and saved looks of which everything is hers, and how much each pleases her."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from mind.domain import MadeFor, Outfit
from mind.wardrobe.garment import GarmentEntry
from mind.wardrobe.holdings import Wardrobe
from mind.wardrobe.look import Look, look_from_json
from mind.wardrobe.rules import missing, wearable
from mind.wardrobe.seasons import named_season
from mind.wardrobe.taste import liking, main_dye, taste_of

SAVED: Final = "saved:"
LARGE: Final = frozenset({"top", "bottom", "dress", "outer", "shoes"})
"""Slots that make a look what it is."""
FAVOURITE: Final = 0.5
IN_SEASON: Final = 1.2
OUT_OF_SEASON: Final = -3.0
"""What a festival's own clothes gain on its days and lose on all others."""
NIGHT: Final = -4.0
"""Nobody dresses for the day in what one sleeps in."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to put on, as an outfit with the days it is made for; `look` where it is put together of garments."""

    outfit: Outfit
    look: Look | None = None
    leaning: float = 0.0


def choices(wardrobe: Wardrobe) -> tuple[Choice, ...]:
    """All she may choose among: nothing that lacks a garment of its own, nor a saved look that is but a part of one."""
    found: list[tuple[Outfit, Look, bool]] = []
    for ready in wardrobe.closet.looks:
        found.append((Outfit(ready.id, ready.names, ready.words, ready.made_for), ready.look, False))
    for saved in wardrobe.saved:
        try:
            look = look_from_json(saved.look)
        except ValueError:
            continue
        outfit = Outfit(f"{SAVED}{saved.id}", {"en": saved.name}, made_for=days_of(look, wardrobe.at_hand))
        found.append((outfit, look, saved.favourite))
    return tuple(
        Choice(outfit, made, _leaning(wardrobe, made) + (FAVOURITE if favourite else 0.0))
        for outfit, look, favourite in found
        for made, unknown in (wearable(look, wardrobe.at_hand),)
        if not unknown and not (outfit.id.startswith(SAVED) and missing(made, wardrobe.at_hand))
    )


def days_of(look: Look, garments: Mapping[str, GarmentEntry]) -> MadeFor:
    """The days a look is for, by what its large garments are for: as warm as the warmest of them, as fit for rain."""
    entries = [garments[one.garment] for one in look.worn if one.garment in garments]
    large = [entry.made_for for entry in entries if entry.slot in LARGE]
    if not large:
        return MadeFor()
    warmth = 0.6 * max(one.warmth for one in large) + 0.4 * fmean(one.warmth for one in large)
    return MadeFor(warmth, fmean(one.evening for one in large), fmean(one.plain for one in large), max(one.wet for one in large))


def _leaning(wardrobe: Wardrobe, look: Look) -> float:
    taste = taste_of(wardrobe.taste_of)
    entries = [(wardrobe.at_hand[one.garment], one) for one in look.worn]
    large = [liking(taste, entry, main_dye(entry, worn)) for entry, worn in entries if entry.slot in LARGE]
    value = fmean(large) if large else 0.0
    value += 0.1 * sum(wardrobe.owned[entry.id].favourite for entry, _ in entries if entry.id in wardrobe.owned)
    festive = {season for entry, _ in entries if entry.origin == "season" and (season := named_season(entry.unlock)) is not None}
    if festive:
        value += IN_SEASON if festive & wardrobe.seasons else OUT_OF_SEASON
    if any("sleep" in entry.tags for entry, _ in entries):
        value += NIGHT
    return value
