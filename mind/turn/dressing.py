"""What she wears, and whose choice it was: hers holds for the day, the user's for that day and the next."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, Literal

from mind.bond.dress import chosen_outfit
from mind.bond.manner import manner_of
from mind.ports import UnitOfWork
from mind.turn.person import OUTFIT, worn_outfit
from mind.turn.scene import Household
from mind.turn.terms import read_terms

CHOICE: Final = "outfit.choice"
HOLDS: Final = 1
"""Days after its own that a choice of the user's holds."""
Chooser = Literal["user", "her"]


def put_on(uow: UnitOfWork, outfit: str, by: Chooser, now: datetime) -> None:
    """Keep what she wears from now on, and who chose it; the caller commits."""
    uow.keepsakes.put(OUTFIT, outfit)
    uow.keepsakes.put(CHOICE, {"by": by, "on": now.date().isoformat()})


def dress_for_day(uow: UnitOfWork, house: Household, now: datetime, country: str | None = None) -> str | None:
    """On a new day, what she chose to put on where it is something else than she wears; None where she stays as she is.

    She does not change on the day the two meet, in the middle of a day, nor while a choice of the user's holds. Commits.
    """
    if not house.outfits or not uow.turns.recent(1) or not _may_choose(uow, now):
        return None
    worn = worn_outfit(uow, house.outfits)
    manner = manner_of(uow.ledger.summary(now), read_terms(uow).relation)
    wet = house.scene.startswith("rain")
    chosen = chosen_outfit(house.outfits, now, manner, before=worn, wet=wet, country=country, seed=house.seed)
    put_on(uow, chosen, "her", now)
    uow.commit()
    return chosen if chosen != worn else None


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
