"""Short ways to say what a garment is called, asked for by, and dyed in; three languages each."""

from __future__ import annotations

from typing import Final

from avatars.wardrobe.garment import LAYERS, GarmentInfo, Origin, Zone
from avatars.wardrobe.look import PatternKind, Slot

Words = tuple[str, ...]
WOOLS: Final = ("#a8442f", "#c58a3f", "#efe3d0", "#33586b", "#6f8261", "#7a2f3a", "#5b4339", "#2f3a44")
"""Ember, ochre, raw wool, slate, sage, wine, walnut, ink."""
SILKS: Final = ("#c8413f", "#d98a94", "#f0e3d2", "#e2b04a", "#7d9a63", "#3f7a78", "#6d5a86", "#2f3a44")
METALS: Final = ("#e0b25a", "#d8d8dc", "#cf9a80", "#8d7a5c", "#6d7078", "#3a3638")


def said(en: str, zh: str, ja: str) -> dict[str, str]:
    """A text in each language."""
    return {"en": en, "zh": zh, "ja": ja}


def zone(id: str, names: tuple[str, str, str], dye: str, palette: Words, patterns: tuple[PatternKind, ...] = ()) -> Zone:
    """A zone that comes in `dye`, which leads its palette."""
    return Zone(id, said(*names), dye, (dye, *(one for one in palette if one != dye))[:8], patterns)


def entry(
    id: str,
    slot: Slot,
    names: tuple[str, str, str],
    words: tuple[Words, Words, Words],
    zones: tuple[Zone, ...],
    tags: Words,
    story: tuple[str, str, str],
    *,
    warmth: float = 0.0,
    evening: float = 0.0,
    plain: float = 0.0,
    wet: float = 0.0,
    origin: Origin = "hers",
    unlock: str = "",
    layer: int | None = None,
) -> GarmentInfo:
    """The catalogue's entry; names, words and story in English, Chinese and Japanese."""
    given = {"warmth": warmth, "evening": evening, "plain": plain, "wet": wet}
    return GarmentInfo(
        id,
        slot,
        said(*names),
        dict(zip(("en", "zh", "ja"), words, strict=True)),
        zones,
        tags,
        {key: value for key, value in given.items() if value},
        origin,
        unlock,
        said(*story),
        LAYERS[slot] if layer is None else layer,
    )
