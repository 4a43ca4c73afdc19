"""Being asked to wear something: garments, colours, occasions, hair, gifts, chance; and what she says to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mind.talk.clothes_named import FRESH, lexicon_of, meant, named, speak_of, words_from
from mind.talk.clothes_words import called, garment_env, listed, of_look, with_article
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Lines
from mind.wardrobe.asking import Mention, coloured
from mind.wardrobe.choosing import STYLES, complete, dyed, favourite_look, for_style, of_colour, pick, surprise, worn_with
from mind.wardrobe.garment import GarmentEntry, Slot
from mind.wardrobe.holdings import Wardrobe
from mind.wardrobe.look import Look, Worn, look_from_json, look_to_json
from mind.wardrobe.rules import STAYS_ON, take_off, wearable
from mind.wardrobe.taste import liking, main_dye, taste_of

INSTEAD: Final = 3
BETTER_SAID: Final = ("outfit.dye", "outfit.given", "outfit.surprise", "outfit.back")
"""Acts that say more than "wear" where no garment is named."""
HAIRDOS: Final = ("up", "down")
OVER: Final = ("outer", "neck", "headwear")
"""Slots that lie on top of something."""


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
        yield from _put(talk, wardrobe, worn_with(wardrobe.worn, Worn(hairdo.id), wardrobe), frame="clothes.hair")
        return
    if not garments and (whole := _whole_look(wardrobe, found)) is not None:
        yield from _change(talk, wardrobe, whole, "")
    elif garments:
        yield from _garments(talk, wardrobe, found, text)
    elif any(word in text for word in talk.content.lists.get("clothes.favourite", ())):
        yield from _favourite(talk, wardrobe)
    elif style := _style_of(found):
        yield from _style(talk, wardrobe, style)
    elif colour := next((one.ids[0] for one in found if one.kind == "colour"), ""):
        yield from _colour(talk, wardrobe, colour)
    else:
        yield _none(talk, wardrobe)


def surprised(talk: Talk) -> Iterator[Step]:
    """Another look, of her choosing."""
    wardrobe = talk.scene.wardrobe
    look = surprise(wardrobe, talk.rng) if wardrobe is not None else None
    if wardrobe is not None and look is not None:
        yield from _change(talk, wardrobe, look, "", frame="clothes.surprise")
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
        yield _told(talk, "clothes.off.none", {"garment": found[0].words})
        return
    stays = next((entry for entry in worn if entry.slot in STAYS_ON), None)
    if stays is not None:
        yield _told(talk, "clothes.off.stays", garment_env(stays, talk.content))
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
        yield _none(talk, wardrobe)
        return
    worn = dyed(entry, colour, wardrobe.worn.of(entry.id))
    yield from _put(talk, wardrobe, worn_with(wardrobe.worn, worn, wardrobe), colours={entry.id}, frame="clothes.dyed")


def dress_back(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What she wore before."""
    wardrobe = talk.scene.wardrobe
    if wardrobe is None:
        return
    before = next((look for look in wardrobe.before if look != wardrobe.worn), None)
    if before is None:
        yield _told(talk, "clothes.back.none", {})
    else:
        yield from _change(talk, wardrobe, before, "", frame="clothes.back")


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
        yield _not_yet(talk, wardrobe, wardrobe.closet.garments[waiting[0]])
    elif look == wardrobe.worn:
        yield _same(talk, wardrobe, next(iter(_chosen(found[0], wardrobe, "")), "") if found[0].kind == "garment" else "")
    else:
        yield from _put(talk, wardrobe, look, colours=colours)


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
    yield from _change(talk, wardrobe, look, "") if look is not None else iter([_same(talk, wardrobe, "")])


def _is(entry: GarmentEntry, word: str, lang: str) -> bool:
    words = (entry.names.get(lang, ""), *entry.words.get(lang, ()))  # type: ignore[call-overload]
    return any(word in one.lower() for one in words)


def _style(talk: Talk, wardrobe: Wardrobe, style: str) -> Iterator[Step]:
    look = for_style(style, wardrobe, talk.content.lists.get(f"style.{style}", ()))
    flavour = talk.content.frame(f"clothes.for.{style}")
    if look is None:
        there = worn_for(style, wardrobe)
        yield _same(talk, wardrobe, there) if there else _none(talk, wardrobe)
    elif STYLES[style].over or STYLES[style].off:
        yield from _put(talk, wardrobe, look, flavour=flavour)
    else:
        yield from _change(talk, wardrobe, look, style)


def worn_for(style: str, wardrobe: Wardrobe) -> str:
    """The garment she wears already that serves the occasion; empty where there is none."""
    tags = set(STYLES[style].tags)
    worn = [wardrobe.at_hand[one.garment] for one in wardrobe.worn.worn if one.garment in wardrobe.at_hand]
    return next((entry.id for entry in worn if tags & set(entry.tags)), "")


def _colour(talk: Talk, wardrobe: Wardrobe, colour: str) -> Iterator[Step]:
    chosen = of_colour(colour, wardrobe)
    if chosen is None:
        yield _none(talk, wardrobe)
        return
    entry = wardrobe.at_hand[chosen]
    look = worn_with(wardrobe.worn, dyed(entry, colour, wardrobe.worn.of(chosen)), wardrobe)
    yield from _put(talk, wardrobe, look, colours={chosen}) if look != wardrobe.worn else iter([_same(talk, wardrobe, chosen)])


def _given(talk: Talk, wardrobe: Wardrobe) -> Iterator[Step]:
    """What the user gave her, all of it that goes together; what came last comes on top."""
    gifts = [one.id for one in sorted(wardrobe.owned.values(), key=lambda one: one.came) if one.by == "user"]
    if not gifts:
        yield _told(talk, "clothes.given.none", {})
        return
    look = wardrobe.worn
    for name in gifts:
        if wardrobe.worn.of(name) is None:
            look = worn_with(look, Worn(name), wardrobe)
    if look == wardrobe.worn:
        yield _same(talk, wardrobe, gifts[-1])
    else:
        yield from _put(talk, wardrobe, look, frame="clothes.given.on")


# --- what she says


def _put(
    talk: Talk, wardrobe: Wardrobe, look: Look, *, colours: set[str] | None = None, frame: str = "", flavour: Lines = (),
) -> Iterator[Step]:  # fmt: skip
    """She puts this on: the one thing, or one over the other, or all of them."""
    garments, content = wardrobe.closet.garments, talk.content
    new = [garments[one.garment] for one in look.worn if one not in wardrobe.worn.worn]
    new.sort(key=lambda entry: (entry.slot in OVER[1:], entry.slot not in OVER))
    if not new:
        yield _same(talk, wardrobe, "") if look == wardrobe.worn else _done(talk, "clothes.off.none", {}, look, ())
        return
    names = [_called(entry, look, talk, entry.id in (colours or ())) for entry in new]
    first = garment_env(new[0], content, look.of(new[0].id), colour=new[0].id in (colours or ()))
    env = {**first, "the": names[0], "things": listed(names[:4], content.lang)}
    told = "clothes.hair" if new[0].slot == "hair" else "clothes.put.one"
    if len(new) == 2 and new[1].slot in OVER:
        told, env = "clothes.put.over", {**env, "over": names[1]}
    elif len(new) > 1:
        told = "clothes.put.many"
    yield _done(talk, frame if frame and len(new) == 1 else told, env, look, [entry.id for entry in new], flavour)


def _change(talk: Talk, wardrobe: Wardrobe, look: Look, style: str, *, frame: str = "clothes.change") -> Iterator[Step]:
    """She changes as a whole."""
    garments = wardrobe.closet.garments
    if look == wardrobe.worn:
        yield _same(talk, wardrobe, "")
        return
    things = of_look(look, garments.values(), talk.content, colour=False)
    new = [one.garment for one in look.worn if wardrobe.worn.of(one.garment) is None]
    ready = next((one.name(talk.content.lang) for one in wardrobe.closet.looks if one.look == look), "")
    env = {"things": listed(things, talk.content.lang), **({"look": ready} if ready else {})}
    yield _done(talk, frame, env, look, new, talk.content.frame(f"clothes.for.{style}") if style else ())


def _done(talk: Talk, frame: str, env: Env, look: Look, ids: Sequence[str], flavour: Lines = ()) -> Step:
    more = ((flavour, env),) if flavour else ()
    return Step("outfit", talk.content.frame(frame), env, move=False, again=True, look=look_to_json(look), more=more,
                then=speak_of(talk, *ids))


def _told(talk: Talk, frame: str, env: Env) -> Step:
    """Something she says about clothes, and changes nothing."""
    return Step(frame, talk.content.frame(frame), env, move=False, again=True)


def _same(talk: Talk, wardrobe: Wardrobe, name: str) -> Step:
    if not name:
        return Step("outfit.same", talk.content.frame("clothes.same.all"), {}, move=False, again=True)
    entry = wardrobe.closet.garments[name]
    env = garment_env(entry, talk.content, wardrobe.worn.of(name))
    frame = talk.content.frame("clothes.same.hair" if entry.slot == "hair" else "clothes.same")
    return Step("outfit.same", frame, env, move=False, again=True, then=speak_of(talk, name))


def _none(talk: Talk, wardrobe: Wardrobe) -> Step:
    return _told(talk, "clothes.none", {"things": _instead(talk, wardrobe)})


def _not_yet(talk: Talk, wardrobe: Wardrobe, entry: GarmentEntry) -> Step:
    near = [one for one in wardrobe.at_hand.values() if one.slot == entry.slot and wardrobe.worn.of(one.id) is None]
    names = [_called(one, Look(), talk, colour=False) for one in near[:INSTEAD]]
    env = {**garment_env(entry, talk.content), "things": listed(names, talk.content.lang) or _instead(talk, wardrobe)}
    return _told(talk, "clothes.notyet", env)


def _instead(talk: Talk, wardrobe: Wardrobe) -> str:
    """Some things she likes and does not wear, of different sorts."""
    taste = taste_of(wardrobe.taste_of)
    hers = [e for e in wardrobe.at_hand.values() if e.slot not in ("hair", "socks") and wardrobe.worn.of(e.id) is None]
    hers.sort(key=lambda entry: -liking(taste, entry, main_dye(entry)) + abs(entry.made_for.warmth - wardrobe.warmth))
    by_slot = {entry.slot: entry for entry in reversed(hers)}
    found = [entry for entry in hers if by_slot[entry.slot] is entry][:INSTEAD]
    return listed([_called(entry, Look(), talk, colour=False) for entry in found], talk.content.lang)


def _called(entry: GarmentEntry, look: Look, talk: Talk, colour: bool) -> str:
    return with_article(called(entry, talk.content, look.of(entry.id), colour=colour), talk.content.lang)


def _slots(wardrobe: Wardrobe, mention: Mention) -> set[Slot]:
    return {wardrobe.closet.garments[name].slot for name in mention.ids}
