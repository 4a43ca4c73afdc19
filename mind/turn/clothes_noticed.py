"""What of her clothes she brings up of herself: thanks for a gift, something new, the season. Each once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from mind.expectations.occasions import Occasion
from mind.ports import Scene
from mind.talk.clothes_words import clothes_words, garment_env
from mind.wardrobe.garment import GarmentEntry
from mind.wardrobe.holdings import Wardrobe
from mind.wardrobe.seasons import YEAR, named_season
from mind.wardrobe.taste import liking, main_dye, taste_of

NEW: Final = timedelta(days=14)
"""How long something that came is news."""
GLAD_OF: Final = 0.1


def clothes_occasions(scene: Scene) -> Iterator[Occasion]:
    """All there is to say of clothes; what was said is left out by whoever asks."""
    wardrobe = scene.wardrobe
    if wardrobe is None:
        return
    yield from _gifts(scene, wardrobe)
    yield from _arrived(scene, wardrobe)
    yield from _season(scene, wardrobe)


def gift_key(garment: str) -> str:
    """The name of a gift's thanks among what she brought up."""
    return f"gift:{garment}"


def _gifts(scene: Scene, wardrobe: Wardrobe) -> Iterator[Occasion]:
    for one in wardrobe.owned.values():
        if one.by == "user":
            words = _words(scene, wardrobe.closet.garments[one.id])
            frame = "clothes.thanks.note" if one.note else "clothes.thanks"
            note = {"note": one.note.strip().rstrip(".。")} if one.note else {}
            yield Occasion(gift_key(one.id), frame, {**words, **note})


def _arrived(scene: Scene, wardrobe: Wardrobe) -> Iterator[Occasion]:
    new = [one for one in wardrobe.owned.values() if one.by not in ("hers", "user") and abs(scene.now - one.came) <= NEW]
    for one in sorted(new, key=lambda one: one.came):
        yield Occasion(f"arrived:{one.id}", "clothes.arrived", _words(scene, wardrobe.closet.garments[one.id]))


def _season(scene: Scene, wardrobe: Wardrobe) -> Iterator[Occasion]:
    """One garment of the season's own that she likes and does not wear."""
    season = next((name for name in YEAR if name in wardrobe.seasons), "")
    taste = taste_of(wardrobe.taste_of)
    fitting = [
        entry for entry in wardrobe.at_hand.values()
        if _of(entry, season, wardrobe) and wardrobe.worn.of(entry.id) is None
        and liking(taste, entry, main_dye(entry)) > GLAD_OF
    ]  # fmt: skip
    if season and fitting:
        entry = max(fitting, key=lambda one: liking(taste, one, main_dye(one)))
        yield Occasion(f"season:{_year(scene.now)}:{season}", "clothes.season", _words(scene, entry))


def _of(entry: GarmentEntry, season: str, wardrobe: Wardrobe) -> bool:
    festival = named_season(entry.unlock) if entry.origin == "season" else None
    if festival is not None:
        return festival in wardrobe.seasons
    return season in entry.tags and entry.slot not in ("hair", "socks")


def _year(now: datetime) -> int:
    """The year that a season is counted under: January's winter is that of the December before."""
    return now.year - (now.month <= 2)


def _words(scene: Scene, entry: GarmentEntry) -> dict[str, str]:
    return garment_env(entry, clothes_words(scene.lang))
