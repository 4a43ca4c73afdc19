"""What of her clothes is read and kept in one unit of work: what came, what she wears, what the user gave her.

Whatever is kept is read with doubt: garments that a catalogue no longer has are left out of what she wears, never lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from mind.bond.dress import EVENING, warmth_wanted
from mind.bond.milestones import milestones
from mind.domain import BondChange, BondEvent, LoopStatus
from mind.ports import UnitOfWork
from mind.turn.household import Household
from mind.turn.person import OUTFIT, worn_outfit
from mind.wardrobe.garment import GarmentEntry
from mind.wardrobe.holdings import ChosenBy, Owned, Wardrobe, WardrobeView, WornLook
from mind.wardrobe.look import NOTHING, Look, look_from_json, look_to_json
from mind.wardrobe.rules import wearable
from mind.wardrobe.seasons import season_of, seasons_at
from mind.wardrobe.unlocking import Shared, arriving, not_yet

PLANNER: Final = "planner"
RITUAL: Final = "us.ritual."
NOTE: Final = 200
"""Characters of the giver's words that are kept."""
BEFORE: Final = 4
"""Earlier looks that are at hand in a talk."""
YEAR: Final = 365
KEPT: Final[tuple[LoopStatus, ...]] = ("kept",)
ENDED: Final = "ended:"
"""Marks a story told to the end among what was played."""


@dataclass(frozen=True, slots=True)
class NowWorn:
    """What she wears: the look without what no longer exists, the ready look's id where it is one, and whose choice it was."""

    look: Look = NOTHING
    outfit: str = ""
    by: ChosenBy = "her"


# --- reading


def worn_now(uow: UnitOfWork, house: Household) -> NowWorn:
    """What she wears. Who never changed wears the outfit that was kept, else the first look there is."""
    for kept in uow.clothes.worn():
        look = readable(kept, house.closet.garments)
        if look.worn:
            return NowWorn(look, kept.outfit, kept.by)
    ids = {ready.id for ready in house.closet.looks}
    outfit = worn_outfit(uow, house.outfits)
    ready = house.closet.look(outfit if outfit in ids else "") or next(iter(house.closet.looks), None)
    return NowWorn(wearable(ready.look, house.closet.garments)[0], ready.id) if ready is not None else NowWorn()


def readable(kept: WornLook, garments: Mapping[str, GarmentEntry]) -> Look:
    """A look as it was kept, without what does not exist; nothing where it is none."""
    try:
        return wearable(look_from_json(kept.look), garments)[0]
    except ValueError:
        return NOTHING


def read_wardrobe(uow: UnitOfWork, house: Household, now: datetime) -> Wardrobe | None:
    """All that planning a reply may know of her clothes."""
    if not house.closet.garments:
        return None
    garments = house.closet.garments
    owned = {one.id: one for one in uow.clothes.owned() if one.id in garments}
    at_hand = garments if house.all_clothes else {k: e for k, e in garments.items() if k in owned or e.origin == "hers"}
    worn = worn_now(uow, house)
    before = tuple(readable(one, garments) for one in uow.clothes.worn(BEFORE)[1:])
    return Wardrobe(
        house.closet, owned, at_hand, worn.look, worn.outfit, uow.clothes.looks(), tuple(look for look in before if look.worn),
        house.character.id, warmth_wanted(now, house.country), house.scene.startswith("rain"),
        seasons_at(now.date(), house.country),
    )  # fmt: skip


def view(uow: UnitOfWork, house: Household, now: datetime) -> WardrobeView:
    """All that a page or a door shows; what is hers from the start even where it was never kept."""
    garments, worn, kept = house.closet.garments, worn_now(uow, house), uow.clothes.owned()
    known, first = {one.id for one in kept}, uow.turns.first()
    met = first.at if first is not None else now
    start = (Owned(name, met, "hers") for name, entry in garments.items() if entry.origin == "hers" and name not in known)
    owned = (*kept, *start)
    waiting = not_yet(garments, {one.id for one in owned})
    return WardrobeView(
        owned, waiting, uow.clothes.looks(), look_to_json(worn.look), worn.outfit, house.all_clothes, worn.by,
        len(uow.clothes.worn(2)) > 1,
    )  # fmt: skip


# --- what comes


def stock(uow: UnitOfWork, house: Household, now: datetime) -> tuple[Owned, ...]:
    """Keep what comes to her now; what that is. What is hers from the start came when they met. The caller commits."""
    garments = house.closet.garments
    if not garments:
        return ()
    owned = {one.id for one in uow.clothes.owned()}
    if all(name in owned or entry.origin in ("gift", "yours") for name, entry in garments.items()):
        return ()
    first = uow.turns.first()
    met = first.at if first is not None and not owned else now
    came = [
        uow.clothes.add(name, met if by == "hers" else now, by)
        for name, by in arriving(garments, owned, shared(uow, house, now))
    ]
    return tuple(one for one in came if one is not None)


def shared(uow: UnitOfWork, house: Household, now: datetime) -> Shared:
    """What the two shared so far, as garments unlock by it."""
    lines = uow.ledger.milestones()
    sayings = uow.memories.telling([RITUAL])
    found = milestones(uow.turns.first(), lines, sayings)
    played = _played(uow)
    stories = frozenset(one.removeprefix(ENDED) for one in played if one.startswith(ENDED))
    games = [one for one in played if not one.startswith((ENDED, "story:"))]
    kept = len(uow.loops.find("promise", KEPT))
    marks = {str(one.kind) for one in found} | {name for name, there in (("story", stories), ("game", games)) if there}
    marks |= {name for name, there in _moments(uow, now, house.country) if there}
    marks |= {"gift"} if any(one.by == "user" for one in uow.clothes.owned()) else set()
    stage = max((one.stage or 0 for one in found if one.kind == "stage"), default=0)
    moments = len(found) + len(stories) + len(games) // 2 + max(0, len(sayings) - 1) + max(0, kept - 1)
    return Shared(stage, frozenset(marks), stories, moments, seasons_at(now.date(), house.country))


def _moments(uow: UnitOfWork, now: datetime, country: str | None) -> tuple[tuple[str, bool], ...]:
    """Moments that stand in no list: something told of oneself, a year of knowing each other, a winter's evening together."""
    first = uow.turns.first()
    evening = now.hour >= EVENING[0] and season_of(now.date(), country) == "winter"
    year = first is not None and (now - first.at).days >= YEAR
    return ("secret", bool(uow.memories.named(1))), ("year", year), ("winter-evening", evening)


def _played(uow: UnitOfWork) -> list[str]:
    kept: Any = uow.keepsakes.get(PLANNER)
    state = kept.get("state") if isinstance(kept, dict) else None
    games = state.get("games") if isinstance(state, dict) else None
    return [str(one) for one in games] if isinstance(games, list) else []


def give(
    uow: UnitOfWork, house: Household, garment: str, note: str, now: datetime, turn_id: int | None = None
) -> tuple[Owned, tuple[BondChange, ...]]:
    """The user gives her a garment: hers from now on, with their words, and a line of the ledger that moves nothing.

    KeyError for one that does not exist, ValueError for one that is hers already. The caller commits.
    """
    entry = house.closet.garments[garment]
    stock(uow, house, now)
    if entry.origin == "hers" or any(one.id == garment for one in uow.clothes.owned()):
        raise ValueError(f"hers already: {garment}")
    words = " ".join(note.split())[:NOTE]
    changes = uow.ledger.apply([BondEvent("gift", words, confirmed=True, origin="user")], now, turn_id)
    event = next((one.event_id for one in changes if one.cause == "gift"), None)
    owned = uow.clothes.add(garment, now, "user", note=words, event_id=event, turn_id=turn_id)
    assert owned is not None, "it was looked for a moment ago"
    return owned, changes


# --- changing


def wear(uow: UnitOfWork, house: Household, look: Look, by: ChosenBy, now: datetime, outfit: str = "") -> None:
    """She wears this from now on. The first change ever keeps what was worn before, to go back to. The caller commits."""
    if not uow.clothes.worn():
        before = worn_now(uow, house)
        if before.look.worn:
            uow.clothes.wear(look_to_json(before.look), "her", now, before.outfit)
    uow.clothes.wear(look_to_json(look), by, now, outfit)
    if outfit:
        uow.keepsakes.put(OUTFIT, outfit)


def checked(uow: UnitOfWork, house: Household, data: Any) -> Look:
    """A look from outside that she can wear. ValueError for one that is none, names nothing that exists, or what is not hers."""
    look = look_from_json(data)
    made, unknown = wearable(look, house.closet.garments)
    if unknown:
        raise ValueError(f"there is no garment {unknown[0]!r}")
    if not house.all_clothes:
        hers = {one.id for one in uow.clothes.owned()}
        for one in made.worn:
            if one.garment not in hers and house.closet.garments[one.garment].origin != "hers":
                raise ValueError(f"not hers yet: {one.garment}")
    return made


def ready_id(house: Household, look: Look) -> str:
    """The id of the ready look that is exactly this; empty where none is."""
    return next((one.id for one in house.closet.looks if wearable(one.look, house.closet.garments)[0] == look), "")
