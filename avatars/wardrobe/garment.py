"""What is known of a garment before its file is opened: the catalogue's entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from avatars.wardrobe.look import PatternKind, Slot

Origin = Literal["hers", "milestone", "story", "season", "gift", "yours"]
"""How it comes: she has it from the start, with a milestone, a finished story, a season, as a gift of the user's from the
start of the friendship on, or made and brought by the user."""
LAYERS: Final[Mapping[str, int]] = {
    "skin": 0, "socks": 1, "top": 2, "bottom": 3, "dress": 3, "shoes": 4, "outer": 5, "neck": 6, "hair": 7, "headwear": 8,
    "glasses": 8, "ears": 8, "bag": 9,
}
"""The usual layer of each slot, inside out: what lies deeper makes room."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a garment that takes a dye of its own. `names` by language; `dye` #rrggbb as it comes; `palette` what suits it;
    `patterns` the kinds it can carry besides plain."""

    id: str
    names: Mapping[str, str]
    dye: str
    palette: tuple[str, ...] = ()
    patterns: tuple[PatternKind, ...] = ()


@dataclass(frozen=True, slots=True)
class GarmentInfo:
    """One garment of the catalogue. `names` and `words` by language (en, zh, ja); words are lower case and ask for it.

    `tags` are styles (casual, cosy, office, sporty, evening, festive, sleep, rain, summer, winter ...). `made_for`: warmth,
    evening, plain, wet from 0 to 1 as in the outfits' list. `file` lies beside the catalogue.
    """

    id: str
    slot: Slot
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    zones: tuple[Zone, ...]
    tags: tuple[str, ...] = ()
    made_for: Mapping[str, float] = field(default_factory=dict)
    origin: Origin = "hers"
    unlock: str = ""
    """What it comes with: the id of a milestone, a story or a season; empty for what she has from the start."""
    stories: Mapping[str, str] = field(default_factory=dict)
    """Where it comes from, in one sentence a language, in her voice."""
    layer: int = 0
    replaces: tuple[Slot, ...] = ()
    """Slots that are empty while it is worn: a dress replaces top and bottom."""
    triangles: int = 0
    file: str = ""
