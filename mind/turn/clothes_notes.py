"""What a language model is told of her clothes: what she wears, changes into, what of it is a present, and what she likes."""

from __future__ import annotations

from typing import Any, Final

from mind.ports import Plan, Scene
from mind.talk.clothes_words import (
    called,
    clothes_words,
    colour_word,
    listed,
    of_look,
    style_word,
    with_article,
)
from mind.turn.data_words import as_data
from mind.wardrobe.asking import Lexicon, mentions
from mind.wardrobe.choosing import STYLES
from mind.wardrobe.holdings import Wardrobe
from mind.wardrobe.look import look_from_json
from mind.wardrobe.taste import favourites, taste_of

LIKED: Final = 0.35
MOST: Final = 3


def clothes_notes(words: dict[str, Any], scene: Scene, plan: Plan, text: str) -> list[str]:
    """Notes before the user's words. Her taste and all provenance only where the words are about clothes."""
    wardrobe = scene.wardrobe
    if wardrobe is None:
        return []
    texts, said = words["clothes"], clothes_words(scene.lang)
    garments = wardrobe.closet.garments
    look = look_from_json(plan.look) if plan.look is not None else wardrobe.worn
    worn = [garments[one.garment] for one in look.worn if one.garment in garments]
    notes = [texts["wear"].format(things=listed(of_look(look, worn, said, colour=True), scene.lang))]
    if plan.look is not None:
        new = [entry for entry in worn if wardrobe.worn.of(entry.id) != look.of(entry.id)]
        names = [with_article(called(entry, said, look.of(entry.id), colour=True), scene.lang) for entry in new]
        notes.append(words["outfit"].format(outfit=listed(names or [texts["less"]], scene.lang)))
    given = [entry for entry in worn if entry.id in wardrobe.owned and wardrobe.owned[entry.id].by == "user"]
    for entry in given[:1]:
        notes.append(texts["given"].format(garment=with_article(called(entry, said), scene.lang)))
    if _speaks_of(wardrobe, scene, text):
        notes += _more(texts, scene, wardrobe)
    return notes


def _more(texts: dict[str, Any], scene: Scene, wardrobe: Wardrobe) -> list[str]:
    said, taste = clothes_words(scene.lang), taste_of(wardrobe.taste_of)
    colours = [word for name in favourites(taste, MOST) if (word := colour_word(name, said))]
    styles = [word for name in STYLES if taste.tag(name) >= LIKED and (word := style_word(name, said))]
    notes = [texts["likes"].format(colours=listed(colours, scene.lang), styles=listed(styles[:MOST], scene.lang))]
    for one in [one for one in wardrobe.owned.values() if one.by == "user"][:MOST]:
        garment = with_article(called(wardrobe.closet.garments[one.id], said), scene.lang)
        notes.append(texts["from"].format(garment=garment, day=f"{one.came:%Y-%m-%d}", note=as_data(one.note)))
    return notes


def _speaks_of(wardrobe: Wardrobe, scene: Scene, text: str) -> bool:
    """Whether the words name a garment, or clothes at all."""
    said = clothes_words(scene.lang)
    found = mentions(text.lower(), Lexicon.of(scene.lang, {k: v for k, v in said.lists.items() if k.startswith("slot.")}), {
        name: entry for name, entry in wardrobe.closet.garments.items() if entry.slot != "hair"
    })  # fmt: skip
    return bool(found) or any(word in text.lower() for word in said.lists.get("clothes.words", ()))
