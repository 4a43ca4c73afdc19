"""What comes when: garments unlock by what the two shared and by the seasons, never by money, streaks or time spent. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mind.wardrobe.garment import GarmentEntry
from mind.wardrobe.holdings import CameBy, NotYet
from mind.wardrobe.seasons import named_season

STAGES: Final[dict[str, int]] = {
    "stage-1": 1, "familiar": 1, "stage-2": 2, "friends": 2, "friend": 2, "friendship": 2, "stage-3": 3, "close": 3,
    "stage-4": 4, "kindred": 4,
}  # fmt: skip
"""Words for stages of the bond that were reached, once and for all."""
MARKS: Final[dict[str, str]] = {
    "met": "met", "first-meeting": "met", "promise": "promise", "first-promise": "promise", "promise-kept": "promise",
    "kept-promise": "promise", "joke": "joke", "first-joke": "joke", "ritual": "joke", "mended": "mended", "repair": "mended",
    "first-repair": "mended", "made-up": "mended", "reconciled": "mended", "gift": "gift", "first-gift": "gift",
    "story": "story", "first-story": "story", "game": "game", "first-game": "game", "first-secret": "secret", "secret": "secret",
    "a-year-together": "year", "a-year": "year", "anniversary": "year", "first-winter-evening": "winter-evening",
    "winter-evening": "winter-evening",
}  # fmt: skip
"""Words for moments that happened between the two."""
ANY: Final = frozenset({"any", "a-story", "first-story"})
"""Words of stories that mean whichever was told to its end."""
APART: Final = 3
"""Shared moments between two garments that wait for something nobody here knows by name."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What the two shared so far. `stage` is the highest that was reached; `marks` moments that happened, by the names of
    `MARKS`; `stories` ids of those told to the end; `moments` how many there were of all kinds."""

    stage: int = 0
    marks: frozenset[str] = frozenset()
    stories: frozenset[str] = frozenset()
    moments: int = 0
    seasons: frozenset[str] = frozenset()


def word_of(unlock: str) -> str:
    """An unlock word as it is looked up."""
    word = unlock.strip().lower().replace("_", "-").replace(" ", "-")
    for prefix in ("milestone:", "story:", "season:", "milestone-", "story-", "season-"):
        word = word.removeprefix(prefix)
    return word


def arriving(garments: Mapping[str, GarmentEntry], owned: Collection[str], shared: Shared) -> Iterator[tuple[str, CameBy]]:
    """The garments that come now, with what brings them. What is given by hand or made comes only so."""
    waits = waiting(garments)
    for name, entry in garments.items():
        if name not in owned and (by := _brings(entry, shared, waits.get(name, 0))) is not None:
            yield name, by


def waiting(garments: Mapping[str, GarmentEntry]) -> dict[str, int]:
    """After how many shared moments those come whose word names nothing that we know, in the order of their ids."""
    unknown = sorted(name for name, entry in garments.items() if _unknown(entry))
    return {name: APART * (place + 1) for place, name in enumerate(unknown)}


def not_yet(garments: Mapping[str, GarmentEntry], owned: Collection[str]) -> tuple[NotYet, ...]:
    """What is not hers, with how it comes."""
    waits = waiting(garments)
    return tuple(NotYet(name, _how(entry, waits.get(name, 0))) for name, entry in garments.items() if name not in owned)


def _brings(entry: GarmentEntry, shared: Shared, wait: int) -> CameBy | None:
    if entry.origin == "hers":
        return "hers"
    if entry.origin == "season":
        season = named_season(entry.unlock)
        if season is not None:
            return "season" if season in shared.seasons else None
    word = word_of(entry.unlock)
    if entry.origin == "story" and (word in shared.stories or (word in ANY and shared.stories)):
        return "story"
    if entry.origin == "milestone":
        if word in STAGES:
            return "milestone" if shared.stage >= STAGES[word] else None
        if word in MARKS:
            return "milestone" if MARKS[word] in shared.marks else None
    if not wait or shared.moments < wait:
        return None
    return "milestone" if entry.origin != "story" else "story"


def _unknown(entry: GarmentEntry) -> bool:
    if entry.origin == "season":
        return named_season(entry.unlock) is None
    if entry.origin == "milestone":
        return word_of(entry.unlock) not in {*STAGES, *MARKS}
    return entry.origin == "story" and word_of(entry.unlock) not in ANY


def _how(entry: GarmentEntry, wait: int) -> str:
    if entry.origin in ("gift", "yours"):
        return "gift"
    if entry.origin == "season" and (season := named_season(entry.unlock)) is not None:
        return f"season:{season}"
    word = word_of(entry.unlock)
    if entry.origin == "milestone" and word in STAGES:
        return f"stage:{STAGES[word]}"
    if entry.origin == "milestone" and word in MARKS:
        return f"milestone:{MARKS[word]}"
    return f"moments:{wait}" if wait else "story:any"
