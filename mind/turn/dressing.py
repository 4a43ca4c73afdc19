"""What she wears, and whose choice it was: hers holds for the day, the user's for that day and the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal

from mind.bond.dress import chosen_outfit
from mind.bond.manner import manner_of
from mind.ports import Json, Plan, UnitOfWork
from mind.turn.household import Household
from mind.turn.person import OUTFIT, worn_outfit
from mind.turn.terms import read_terms
from mind.turn.wearing import checked, read_wardrobe, ready_id, wear, worn_now
from mind.wardrobe.days import Choice, choices
from mind.wardrobe.look import Look, look_to_json

CHOICE: Final = "outfit.choice"
HOLDS: Final = 1
"""Days after its own that a choice of the user's holds."""
Chooser = Literal["user", "her"]


@dataclass(frozen=True, slots=True)
class Changed:
    """What she changed into: the id of an outfit or ready look where it is one, and the look where she has garments."""

    outfit: str = ""
    look: Json | None = None


def put_on(uow: UnitOfWork, house: Household, chosen: str | Look, by: Chooser, now: datetime) -> Changed:
    """Keep what she wears from now on, and who chose it; the caller commits. `chosen` is a look, or the id of an outfit."""
    uow.keepsakes.put(CHOICE, {"by": by, "on": now.date().isoformat()})
    if isinstance(chosen, Look):
        outfit = ready_id(house, chosen)
        wear(uow, house, chosen, by, now, outfit)
        return Changed(outfit, look_to_json(chosen))
    uow.keepsakes.put(OUTFIT, chosen)
    ready = house.closet.look(chosen)
    if ready is None:
        return Changed(chosen)
    wear(uow, house, ready.look, by, now, chosen)
    return Changed(chosen, look_to_json(ready.look))


def planned_change(uow: UnitOfWork, house: Household, plan: Plan, worn: str, now: datetime) -> Changed | None:
    """What a plan changes her into, as the user's choice; None where it leaves her as she is. The caller commits."""
    if plan.look is not None and house.closet.garments:
        look = checked(uow, house, plan.look)
        return put_on(uow, house, look, "user", now) if look != worn_now(uow, house).look else None
    if not plan.outfit or plan.outfit == worn:
        return None
    return put_on(uow, house, plan.outfit, "user", now)


def dress_for_day(uow: UnitOfWork, house: Household, now: datetime, country: str | None = None) -> Changed | None:
    """On a new day, what she chose to put on where it is something else than she wears; None where she stays as she is.

    She does not change on the day the two meet, in the middle of a day, nor while a choice of the user's holds. Commits.
    """
    if not house.outfits or not uow.turns.recent(1) or not _may_choose(uow, now):
        return None
    manner = manner_of(uow.ledger.summary(now), read_terms(uow).relation)
    wet = house.scene.startswith("rain")
    offered = _offered(uow, house, now)
    before = _worn_choice(uow, house, offered)
    chosen = chosen_outfit(
        [one.outfit for one in offered], now, manner, before=before, wet=wet, country=country, seed=house.seed,
        leaning={one.outfit.id: one.leaning for one in offered},
    )  # fmt: skip
    found = next(one for one in offered if one.outfit.id == chosen)
    changed = put_on(uow, house, chosen if found.look is None else found.look, "her", now)
    uow.commit()
    return changed if chosen != before else None


def _offered(uow: UnitOfWork, house: Household, now: datetime) -> tuple[Choice, ...]:
    """What she chooses among: ready and saved looks of what is hers, else the outfits of her body."""
    wardrobe = read_wardrobe(uow, house, now)
    found = choices(wardrobe) if wardrobe is not None else ()
    return found or tuple(Choice(outfit) for outfit in house.outfits)


def _worn_choice(uow: UnitOfWork, house: Household, offered: tuple[Choice, ...]) -> str:
    """Which of what is offered she wears; empty where it is none of it."""
    if not house.closet.garments:
        return worn_outfit(uow, house.outfits)
    look = worn_now(uow, house).look
    return next((one.outfit.id for one in offered if one.look == look), "")


def _may_choose(uow: UnitOfWork, now: datetime) -> bool:
    """Whether this is a day on which nothing was chosen yet and no choice of the user's holds. Clocks may jump back."""
    today = now.date()
    kept: Any = uow.keepsakes.get(CHOICE)
    if not isinstance(kept, dict):
        return uow.turns.recent(1)[-1].at.astimezone(now.tzinfo).date() != today
    try:
        days = abs((today - date.fromisoformat(str(kept.get("on")))).days)
    except ValueError:
        return True
    return days > (HOLDS if kept.get("by") == "user" else 0)
