"""What she likes to wear: a taste of her own, the same every day, which need not be the user's. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from mind.wardrobe.colours import NAMED, name_of
from mind.wardrobe.garment import GarmentEntry
from mind.wardrobe.look import Worn

Verdict = Literal["loves", "likes", "fine", "not_hers"]


@dataclass(frozen=True, slots=True)
class Taste:
    """Leanings from -1 to 1 by style and by colour; what is not named is drawn from the character's own name."""

    of: str
    tags: Mapping[str, float]
    colours: Mapping[str, float]

    def tag(self, name: str) -> float:
        """How much she leans to a style."""
        return self.tags.get(name, 0.35 * _drawn(self.of, f"tag:{name}"))

    def colour(self, name: str) -> float:
        """How much she leans to a colour."""
        return self.colours.get(name, 0.45 * _drawn(self.of, f"colour:{name}"))


TASTES: Final[dict[str, Taste]] = {
    "mira": Taste(
        "mira",
        {"cosy": 0.9, "knit": 0.9, "rain": 0.6, "casual": 0.4, "evening": 0.25, "hanfu": 0.4, "yukata": 0.4, "sporty": -0.45,
         "office": -0.3},
        {"green": 0.8, "sage": 0.5, "mustard": 0.7, "navy": 0.4, "cream": 0.4, "rust": 0.4, "pink": -0.35, "orange": -0.25,
         "turquoise": -0.4},
    ),
    "kai": Taste(
        "kai",
        {"casual": 0.6, "cosy": 0.5, "sporty": 0.4, "rain": 0.3, "office": -0.2, "festive": -0.25},
        {"brown": 0.6, "camel": 0.6, "olive": 0.6, "navy": 0.6, "charcoal": 0.4, "pink": -0.3, "yellow": -0.3, "lilac": -0.3},
    ),
}  # fmt: skip


def taste_of(character: str) -> Taste:
    """A character's taste; one we do not know has one too, and keeps it."""
    return TASTES.get(character) or Taste(character, {}, {})


def main_dye(entry: GarmentEntry, worn: Worn | None = None) -> str:
    """The dye that gives a garment its colour, as it is worn; empty where it has none."""
    if not entry.zones:
        return ""
    zone = entry.zones[0]
    return (worn.dyes.get(zone.id) if worn is not None else None) or zone.dye


def liking(taste: Taste, entry: GarmentEntry, dye: str = "") -> float:
    """How much she likes a garment in a dye, about -1 to 1."""
    tags = [taste.tag(tag) for tag in entry.tags]
    style = max(tags, key=abs, default=0.0)
    colour = taste.colour(name_of(dye)) if dye else 0.0
    own = 0.25 * _drawn(taste.of, f"garment:{entry.id}")
    return max(-1.0, min(1.0, 0.55 * style + 0.6 * colour + own))


def verdict(value: float) -> Verdict:
    """The liking in a word."""
    if value >= 0.55:
        return "loves"
    if value >= 0.15:
        return "likes"
    return "fine" if value > -0.25 else "not_hers"


def because(taste: Taste, entry: GarmentEntry, dye: str = "") -> tuple[Literal["colour", "style", "itself"], str]:
    """What speaks most for or against it: its colour, its style by tag, or nothing but itself."""
    value = liking(taste, entry, dye)
    reasons = [("style", tag, 0.55 * taste.tag(tag)) for tag in entry.tags]
    if dye:
        reasons.append(("colour", name_of(dye), 0.6 * taste.colour(name_of(dye))))
    fitting = [one for one in reasons if one[2] * value > 0 and abs(one[2]) >= 0.15]
    if not fitting:
        return "itself", ""
    kind, name, _ = max(fitting, key=lambda one: abs(one[2]))
    return ("colour", name) if kind == "colour" else ("style", name)


def favourites(taste: Taste, most: int = 3) -> tuple[str, ...]:
    """The colours she likes best."""
    return tuple(sorted(NAMED, key=lambda name: -taste.colour(name))[:most])


def _drawn(of: str, what: str) -> float:
    """A figure in -1..1, the same for ever."""
    return zlib.crc32(f"{of}:{what}".encode()) / 2**31 - 1.0
