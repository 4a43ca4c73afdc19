"""Being asked to wear something: garments, colours, occasions, hair, gifts, chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mind.talk.changing import changes, has_none, not_yet, puts_on, tells, wears_already
from mind.talk.clothes_named import FRESH, lexicon_of, meant, named, speak_of, words_from
from mind.talk.clothes_words import called, garment_env, listed, with_article
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.wardrobe.asking import Mention, coloured
from mind.wardrobe.choosing import STYLES, complete, dyed, favourite_look, for_style, of_colour, pick, surprise, worn_with
from mind.wardrobe.garment import GarmentEntry, Slot
from mind.wardrobe.holdings import Wardrobe
from mind.wardrobe.look import Look, Worn, look_from_json, look_to_json
from mind.wardrobe.rules import STAYS_ON, take_off, wearable
from mind.wardrobe.taste import liking, taste_of

BETTER_SAID: Final = ("outfit.dye", "outfit.given", "outfit.surprise", "outfit.back")
"""Acts that say more than "wear" where no garment is named."""
HAIRDOS: Final = ("up", "down")


def wear(talk: Talk, p: Perception, hit: ActHit, how: str = "") -> Iterator[Step]:
    """The answer to "wear this". `how` is ``given`` or ``surprise`` where the words say so (``lately``: if clothes were just
    spoken of); ``named`` answers only where a garment, or hair, is named, ``known`` where an occasion is as well."""
    wardrobe = talk.scene.wardrobe
    assert wardrobe is not None
    if how == "given":
        yield from _given(talk, wardrobe)
        return
    if how == "surprise" or (how == "lately" and talk.state.n - talk.state.clothes_at <= FRESH):
        yield from surprised(talk)
    if how in ("surprise", "lately"):
        return
    text = words_from(p, hit)
    found = named(talk, wardrobe, text)
    garments = [one for one in found if one.kind == "garment"]
    hairdo = _hairdo(talk, wardrobe, text)
    if how in ("named", "known") and not garments and hairdo is None and not (how == "known" and _style_of(found)):
        return
    if not garments and any(p.act(name) is not None for name in BETTER_SAID):
        return
    if hairdo is not None and not any(_slots(wardrobe, one) == {"hair"} and len(one.ids) == 1 for one in garments):
        yield from puts_on(talk, wardrobe, worn_with(wardrobe.worn, Worn(hairdo.id), wardrobe), frame="clothes.hair")
        return
    if not garments and (whole := _whole_look(wardrobe, found)) is not None:
        yield from changes(talk, wardrobe, whole, "")
    elif garments:
        yield from _garments(talk, wardrobe, found, text)
    elif any(word in text for word in talk.content.lists.get("clothes.favourite", ())):
        yield from _favourite(talk, wardrobe)
    elif style := _style_of(found):
        yield from _style(talk, wardrobe, style)
    elif colour := next((one.ids[0] for one in found if one.kind == "colour"), ""):
        yield from _colour(talk, wardrobe, colour)
    else:
        yield has_none(talk, wardrobe)


def surprised(talk: Talk) -> Iterator[Step]:
    """Another look, of her choosing."""
    wardrobe = talk.scene.wardrobe
    look = surprise(wardrobe, talk.rng) if wardrobe is not None else None
    if wardrobe is not None and look is not None:
        yield from changes(talk, wardrobe, look, "", frame="clothes.surprise")
    else:
        yield Step("outfit.only", talk.content.frame("outfit.only"), {}, again=True)


def undress(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Taking something off that lies over the rest. What covers her stays on."""
    wardrobe = talk.scene.wardrobe
    if wardrobe is None:
        return
    found = [one for one in named(talk, wardrobe, words_from(p, hit)) if one.kind == "garment"]
    if not found:
        return
    worn = [wardrobe.closet.garments[name] for one in found for name in one.ids if wardrobe.worn.of(name) is not None]
    worn = list({entry.slot: entry for entry in worn}.values())
    if not worn:
        yield tells(talk, "clothes.off.none", {"garment": found[0].words})
        return
    stays = next((entry for entry in worn if entry.slot in STAYS_ON), None)
    if stays is not None:
        yield tells(talk, "clothes.off.stays", garment_env(stays, talk.content))
        return
    look = wardrobe.worn
    for entry in worn:
        look = complete(take_off(look, entry.slot, wardrobe.closet.garments), wardrobe)
    things = listed([with_article(called(entry, talk.content), talk.content.lang) for entry in worn], talk.content.lang)
    env = {**garment_env(worn[0], talk.content), "the": things}
    yield Step("outfit", talk.content.frame("clothes.off"), env, move=False, again=True, look=look_to_json(look),
               then=speak_of(talk, *(entry.id for entry in worn)))


def recolour(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Another colour for what she wears, or for what is named and put on with it."""
    wardrobe = talk.scene.wardrobe
    text = words_from(p, hit)
    found = named(talk, wardrobe, text) if wardrobe is not None else ()
    colour = next((one.ids[0] for one in reversed(found) if one.kind == "colour"), "")
    if wardrobe is None or not colour:
        return
    ids = [name for one in found if one.kind == "garment" for name in one.ids]
    entry = next((wardrobe.closet.garments[name] for name in ids if wardrobe.worn.of(name) is not None), None)
    if entry is None and ids:
        chosen = pick(ids, wardrobe, colour)
        entry = wardrobe.at_hand[chosen] if chosen is not None else None
    if entry is None and not ids:
        entry = meant(talk, wardrobe, text)
    if entry is None or entry.id not in wardrobe.at_hand or not entry.zones:
        yield has_none(talk, wardrobe)
        return
    worn = dyed(entry, colour, wardrobe.worn.of(entry.id))
    yield from puts_on(talk, wardrobe, worn_with(wardrobe.worn, worn, wardrobe), colours={entry.id}, frame="clothes.dyed")


def dress_back(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What she wore before."""
    wardrobe = talk.scene.wardrobe
    if wardrobe is None:
        return
    before = next((look for look in wardrobe.before if look != wardrobe.worn), None)
    if before is None:
        yield tells(talk, "clothes.back.none", {})
    else:
        yield from changes(talk, wardrobe, before, "", frame="clothes.back")


# --- what was meant


def _garments(talk: Talk, wardrobe: Wardrobe, found: Sequence[Mention], text: str) -> Iterator[Step]:
    look, colours, waiting = wardrobe.worn, set(), []
    for mention, colour in coloured(found, text, lexicon_of(talk.content)):
        chosen = _chosen(mention, wardrobe, colour)
        waiting += [] if chosen else list(mention.ids[:1])
        for name in chosen:
            look = worn_with(look, dyed(wardrobe.at_hand[name], colour, wardrobe.worn.of(name)), wardrobe)
            colours |= {name} if colour else set()
    if look == wardrobe.worn and waiting:
        yield not_yet(talk, wardrobe, wardrobe.closet.garments[waiting[0]])
    elif look == wardrobe.worn:
        yield wears_already(talk, wardrobe, next(iter(_chosen(found[0], wardrobe, "")), "") if found[0].kind == "garment" else "")
    else:
        yield from puts_on(talk, wardrobe, look, colours=colours)


def _chosen(mention: Mention, wardrobe: Wardrobe, colour: str) -> list[str]:
    """The garments that words mean: one, or one of each half where they name a suit of two."""
    by_slot: dict[Slot, list[str]] = {}
    for name in mention.ids:
        by_slot.setdefault(wardrobe.closet.garments[name].slot, []).append(name)
    if set(by_slot) == {"top", "bottom"}:
        found = [pick(ids, wardrobe, colour) for ids in by_slot.values()]
    else:
        found = [pick(mention.ids, wardrobe, colour)]
    return [name for name in found if name is not None]


def _whole_look(wardrobe: Wardrobe, found: Sequence[Mention]) -> Look | None:
    """The look that is named, with what exists of it."""
    for one in found:
        if one.kind == "saved":
            saved = next(look for look in wardrobe.saved if str(look.id) == one.ids[0])
            return wearable(look_from_json(saved.look), wardrobe.at_hand)[0]
        ready = wardrobe.closet.look(one.ids[0]) if one.kind == "look" else None
        if ready is not None:
            return wearable(ready.look, wardrobe.at_hand)[0]
    return None


def _hairdo(talk: Talk, wardrobe: Wardrobe, text: str) -> GarmentEntry | None:
    """Hair that is put up or let down, where that is asked for."""
    lists = talk.content.lists
    for how in HAIRDOS:
        if any(word in text for word in lists.get(f"hairdo.{how}", ())):
            kinds = lists.get(f"hairdo.{how}.is", ())
            hers = [entry for entry in wardrobe.at_hand.values() if entry.slot == "hair" and wardrobe.worn.of(entry.id) is None]
            fits = [entry for entry in hers if how in entry.tags or any(_is(entry, word, talk.content.lang) for word in kinds)]
            taste, earlier = taste_of(wardrobe.taste_of), [one.garment for look in wardrobe.before for one in look.worn]
            return max(fits, key=lambda one: (one.id in earlier, how in one.tags, liking(taste, one)), default=None)
    return None


def _style_of(found: Sequence[Mention]) -> str:
    """The occasion that is named first; empty where none is."""
    return next((one.ids[0] for one in found if one.kind == "style" and one.ids[0] in STYLES), "")


def _favourite(talk: Talk, wardrobe: Wardrobe) -> Iterator[Step]:
    """What is marked as a favourite, else what she likes best of what fits the day."""
    look = favourite_look(wardrobe)
    yield from changes(talk, wardrobe, look, "") if look is not None else iter([wears_already(talk, wardrobe, "")])


def _is(entry: GarmentEntry, word: str, lang: str) -> bool:
    words = (entry.names.get(lang, ""), *entry.words.get(lang, ()))  # type: ignore[call-overload]
    return any(word in one.lower() for one in words)


def _style(talk: Talk, wardrobe: Wardrobe, style: str) -> Iterator[Step]:
    look = for_style(style, wardrobe, talk.content.lists.get(f"style.{style}", ()))
    flavour = talk.content.frame(f"clothes.for.{style}")
    if look is None:
        there = worn_for(style, wardrobe)
        yield wears_already(talk, wardrobe, there) if there else has_none(talk, wardrobe)
    elif STYLES[style].over or STYLES[style].off:
        yield from puts_on(talk, wardrobe, look, flavour=flavour)
    else:
        yield from changes(talk, wardrobe, look, style)


def worn_for(style: str, wardrobe: Wardrobe) -> str:
    """The garment she wears already that serves the occasion; empty where there is none."""
    tags = set(STYLES[style].tags)
    worn = [wardrobe.at_hand[one.garment] for one in wardrobe.worn.worn if one.garment in wardrobe.at_hand]
    return next((entry.id for entry in worn if tags & set(entry.tags)), "")


def _colour(talk: Talk, wardrobe: Wardrobe, colour: str) -> Iterator[Step]:
    chosen = of_colour(colour, wardrobe)
    if chosen is None:
        yield has_none(talk, wardrobe)
        return
    entry = wardrobe.at_hand[chosen]
    look = worn_with(wardrobe.worn, dyed(entry, colour, wardrobe.worn.of(chosen)), wardrobe)
    if look == wardrobe.worn:
        yield wears_already(talk, wardrobe, chosen)
    else:
        yield from puts_on(talk, wardrobe, look, colours={chosen})


def _given(talk: Talk, wardrobe: Wardrobe) -> Iterator[Step]:
    """What the user gave her, all of it that goes together; what came last comes on top."""
    gifts = [one.id for one in sorted(wardrobe.owned.values(), key=lambda one: one.came) if one.by == "user"]
    if not gifts:
        yield tells(talk, "clothes.given.none", {})
        return
    look = wardrobe.worn
    for name in gifts:
        if wardrobe.worn.of(name) is None:
            look = worn_with(look, Worn(name), wardrobe)
    if look == wardrobe.worn:
        yield wears_already(talk, wardrobe, gifts[-1])
    else:
        yield from puts_on(talk, wardrobe, look, frame="clothes.given.on")


def _slots(wardrobe: Wardrobe, mention: Mention) -> set[Slot]:
    return {wardrobe.closet.garments[name].slot for name in mention.ids}
