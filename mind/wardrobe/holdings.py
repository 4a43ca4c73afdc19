"""What is hers: garments with how they came, looks she keeps, what she wears, and what of it a view shows. Frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple

from mind.wardrobe.garment import NO_CLOTHES, Closet, GarmentEntry
from mind.wardrobe.look import NOTHING, Look

CameBy = Literal["hers", "user", "milestone", "story", "season"]
"""Hers from the start, given by the user, or with what the two shared and the year brought."""
ChosenBy = Literal["user", "her"]


@dataclass(frozen=True, slots=True)
class Owned:
    """A garment that is hers. `note` are the giver's words; `event_id` the gift in the bond's ledger."""

    id: str
    came: datetime
    by: CameBy
    note: str = ""
    favourite: bool = False
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class SavedLook:
    """A look that was kept under a name."""

    id: int
    name: str
    look: Mapping[str, Any]
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class WornLook:
    """What she put on at a time and whose choice it was; `outfit` is the ready look's id where it is one."""

    look: Mapping[str, Any]
    by: ChosenBy
    at: datetime
    outfit: str = ""


class NotYet(NamedTuple):
    """A garment that is not hers yet, and how it comes: ``gift``, or ``season:winter``, ``milestone:friends`` …"""

    id: str
    how: str


@dataclass(frozen=True, slots=True)
class WardrobeView:
    """All that a page or a door shows. `open` is whether everything is hers by the settings; `worn_by` who chose what she
    wears."""

    owned: tuple[Owned, ...]
    not_yet: tuple[NotYet, ...]
    looks: tuple[SavedLook, ...]
    worn: dict[str, Any]
    outfit: str = ""
    open: bool = False
    worn_by: ChosenBy = "her"
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """What planning a reply may know of her clothes. `at_hand` may be worn; `taste_of` names whose taste it is."""

    closet: Closet = NO_CLOTHES
    owned: Mapping[str, Owned] = field(default_factory=dict)
    at_hand: Mapping[str, GarmentEntry] = field(default_factory=dict)
    worn: Look = NOTHING
    outfit: str = ""
    saved: tuple[SavedLook, ...] = ()
    before: tuple[Look, ...] = ()
    """What she wore before, newest first."""
    taste_of: str = ""
    warmth: float = 0.5
    """How warm the day is dressed for, 0 hot to 1 cold."""
    wet: bool = False
    """Rain around her."""
    seasons: frozenset[str] = frozenset()
