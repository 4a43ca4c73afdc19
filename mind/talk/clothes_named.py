"""Which clothes a turn is about: those it names, or those she last spoke of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from mind.ports import Scene
from mind.talk.content import Content
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Talk
from mind.talk.script import SIMPLE
from mind.talk.state import TalkState
from mind.wardrobe.asking import Lexicon, Mention, mentions
from mind.wardrobe.garment import GarmentEntry
from mind.wardrobe.holdings import Wardrobe

FRESH: Final = 4
"""Turns for which "it" may still be what she spoke of."""
KEPT: Final = 4
NEW_ACTS: Final = frozenset(
    f"outfit.{name}" for name in ("named", "known", "given", "surprise", "lately", "off", "dye", "back")
)
"""Acts of a body with garments; the others are understood by one with outfits too."""
OF_WHAT_WAS_SAID: Final = frozenset({"like", "where_from", "what_colour", "recolour"})
"""Commands that "it" is enough for."""
TO_DRESS: Final = re.compile(r"^(?:please |and |now |then |okay )*(?:get )?dress(?:ed)? |\b(?:tie|pin|crop)(?= your hair\b)")
"""English verbs that are no garments."""


def words_from(p: Perception, hit: ActHit) -> str:
    """The turn from the clause on that the act is in, as words are looked up."""
    at = p.text.find(hit.quote)
    text = (p.text[at:] if at >= 0 else hit.quote).lower()
    return TO_DRESS.sub("", text) if p.lang == "en" else text.translate(SIMPLE) if p.lang == "zh" else text


def all_words(p: Perception) -> str:
    """The whole turn, as words are looked up: what is asked about often stands in a clause before the question."""
    return p.text.lower().translate(SIMPLE) if p.lang == "zh" else p.text.lower()


def about_clothes(p: Perception, scene: Scene, state: TalkState, content: Content) -> Perception:
    """Without the acts about clothes that the words cannot mean: "how about Sunday" names no garment, "do you like it" means
    one only while one was just spoken of. What is left counts as any other act does, in games too.
    """
    hits = [hit for hit in p.acts if hit.act.id.startswith("clothes.") or hit.act.id in NEW_ACTS]
    if not hits:
        return p
    wardrobe = scene.wardrobe
    if wardrobe is None:
        return replace(p, acts=tuple(hit for hit in p.acts if hit not in hits))
    text, fresh = all_words(p), state.n - state.clothes_at <= FRESH
    found = mentions(text, lexicon_of(content), wardrobe.closet.garments)
    kinds = {one.kind for one in found}
    if any(word in text for how in ("up", "down") for word in content.lists.get(f"hairdo.{how}", ())):
        kinds.add("garment")

    def may(hit: ActHit) -> bool:
        command, _, how = hit.act.do.partition(" ")
        if how in ("any", "known"):
            return bool(kinds)
        if how == "lately":
            return fresh
        if how in ("worn", "given", "surprise") or command in ("gifts", "dress_back"):
            return True
        return "garment" in kinds or (fresh and command in OF_WHAT_WAS_SAID)

    return replace(p, acts=tuple(hit for hit in p.acts if hit not in hits or may(hit)))


def named(talk: Talk, wardrobe: Wardrobe, text: str) -> tuple[Mention, ...]:
    """All about clothes that the text names, whether it is hers or not."""
    garments = wardrobe.closet.garments
    return mentions(text, lexicon_of(talk.content), garments, wardrobe.closet.looks, wardrobe.saved)


def lexicon_of(content: Content) -> Lexicon:
    """The words about clothes of a language."""
    return Lexicon.of(content.lang, content.lists)


def meant(talk: Talk, wardrobe: Wardrobe, text: str, *, alone: bool = True) -> GarmentEntry | None:
    """The garment a question is about: one it names, worn before hers before any; else the one last spoken of.

    Without a name and nothing fresh it is none, or with `alone` the largest thing she wears.
    """
    garments = wardrobe.closet.garments
    ids = [name for one in named(talk, wardrobe, text) if one.kind == "garment" for name in one.ids]
    for there in (lambda name: wardrobe.worn.of(name) is not None, wardrobe.owned.__contains__, garments.__contains__):
        found = next((name for name in ids if there(name)), None)
        if found is not None:
            return garments[found]
    if ids:
        return None
    spoken = next((name for name in talk.state.clothes if name in garments), None)
    if spoken is not None and talk.state.n - talk.state.clothes_at <= FRESH:
        return garments[spoken]
    return largest(wardrobe) if alone else None


def largest(wardrobe: Wardrobe) -> GarmentEntry | None:
    """What strikes the eye of what she wears."""
    garments = wardrobe.closet.garments
    by_slot = {garments[one.garment].slot: garments[one.garment] for one in wardrobe.worn.worn if one.garment in garments}
    return next((by_slot[slot] for slot in ("dress", "outer", "top") if slot in by_slot), None)


def speak_of(talk: Talk, *ids: str) -> Callable[[], None]:
    """Once this is said, "it" is the first of these."""

    def spoken() -> None:
        others = [one for one in talk.state.clothes if one not in ids]
        talk.state.clothes = [*ids, *others][:KEPT]
        talk.state.clothes_at = talk.state.n

    return spoken
