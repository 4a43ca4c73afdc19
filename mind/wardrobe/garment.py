"""What the mind is told of clothes by whoever holds their files: garments, looks that ship ready made, and both together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from mind.domain import MadeFor
from mind.languages import Lang
from mind.wardrobe.look import Look

Slot = Literal[
    "hair", "top", "bottom", "dress", "outer", "shoes", "socks", "headwear", "glasses", "ears", "neck", "bag", "background"
]
SLOTS: Final[tuple[Slot, ...]] = get_args(Slot)
Names = Mapping[Lang, str]
GarmentOrigin = Literal["hers", "milestone", "story", "season", "gift", "yours"]
"""How a garment comes: hers from the start, with a milestone, a finished story, a season, as a gift, or brought by the user."""
EXTRAS: Final[tuple[Slot, ...]] = ("outer", "socks", "headwear", "glasses", "ears", "neck", "bag")
"""Slots that may stay empty."""
ANY_DAY: Final = MadeFor()


@dataclass(frozen=True, slots=True)
class DyedZone:
    """A part of a garment with a dye of its own (#rrggbb), and the dyes that suit it."""

    id: str
    names: Names
    dye: str
    palette: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GarmentEntry:
    """One garment. `words` ask for it, lower case; `tags` are styles; `stories` tell in her voice where it is from."""

    id: str
    slot: Slot
    names: Names
    words: Mapping[Lang, tuple[str, ...]] = field(default_factory=dict)
    zones: tuple[DyedZone, ...] = ()
    tags: tuple[str, ...] = ()
    made_for: MadeFor = ANY_DAY
    origin: GarmentOrigin = "hers"
    unlock: str = ""
    stories: Names = field(default_factory=dict)
    replaces: tuple[Slot, ...] = ()

    def name(self, lang: Lang) -> str:
        """Its name in the language, else in any."""
        return self.names.get(lang) or next(iter(self.names.values()), self.id)

    def story(self, lang: Lang) -> str:
        """Where it is from in the language, or nothing."""
        return self.stories.get(lang, "")


@dataclass(frozen=True, slots=True)
class ReadyLook:
    """A look that ships: put together by us, with a name and words as outfits have."""

    id: str
    names: Names
    look: Look
    words: Mapping[Lang, tuple[str, ...]] = field(default_factory=dict)
    made_for: MadeFor = ANY_DAY

    def name(self, lang: Lang) -> str:
        """Its name in the language, else in any."""
        return self.names.get(lang) or next(iter(self.names.values()), self.id)


@dataclass(frozen=True, slots=True)
class Closet:
    """All that exists for the body she has. Without garments she has outfits alone."""

    garments: Mapping[str, GarmentEntry] = field(default_factory=dict)
    looks: tuple[ReadyLook, ...] = ()

    def look(self, look_id: str) -> ReadyLook | None:
        """The ready look of that id."""
        return next((one for one in self.looks if one.id == look_id), None)


NO_CLOTHES: Final = Closet()
