"""Questions about her clothes: what she wears, what is hers, where it is from, who gave it, whether she likes it; and gifts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mind.talk.clothes_named import all_words, meant, named, speak_of, words_from
from mind.talk.clothes_words import called, colour_word, garment_env, listed, of_look, style_word, with_article
from mind.talk.perception import ActHit, Perception
from mind.talk.saydate import say_date
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.wardrobe.colours import is_called, name_of
from mind.wardrobe.garment import GarmentEntry
from mind.wardrobe.holdings import Owned, Wardrobe
from mind.wardrobe.taste import because, liking, main_dye, taste_of, verdict

MOST: Final = 5


def wearing(talk: Talk, wardrobe: Wardrobe) -> Iterator[Step]:
    """What she has on, with its colours, and what of it the user gave her."""
    garments, content = wardrobe.closet.garments, talk.content
    entries = [garments[one.garment] for one in wardrobe.worn.worn if one.garment in garments]
    things = listed(of_look(wardrobe.worn, entries, content, colour=True), content.lang)
    ready = wardrobe.closet.look(wardrobe.outfit)
    env = {"things": things}
    if ready is not None and ready.look == wardrobe.worn:
        env["outfit"] = ready.name(content.lang)
    given = [entry for entry in entries if entry.id in wardrobe.owned and wardrobe.owned[entry.id].by == "user"]
    more = ((content.frame("clothes.now.given"), garment_env(given[0], content)),) if given else ()
    yield Step("outfit.now", content.frame("clothes.now"), env, move=False, again=True, more=more,
               then=speak_of(talk, *_largest_first(entries)))


def owning(talk: Talk, p: Perception, hit: ActHit, wardrobe: Wardrobe) -> Iterator[Step]:
    """Whether she has such a thing, or what there is in the wardrobe."""
    content = talk.content
    found = named(talk, wardrobe, words_from(p, hit))
    ids = [name for one in found if one.kind == "garment" for name in one.ids]
    colours = [one.ids[0] for one in found if one.kind == "colour"]
    styles = [one.ids[0] for one in found if one.kind == "style"]
    how = hit.act.do.partition(" ")[2]
    if (how == "such" and not ids) or (how == "any" and not (ids or colours or styles)):
        return
    hers = [entry for entry in wardrobe.at_hand.values() if entry.slot != "hair" or entry.id in ids]
    if ids:
        hers = [entry for entry in hers if entry.id in ids]
    for colour in colours:
        hers = [entry for entry in hers if is_called(main_dye(entry, wardrobe.worn.of(entry.id)) or "#808080", colour)]
    for style in styles:
        hers = [entry for entry in hers if style in entry.tags or (style == "warm" and entry.made_for.warmth >= 0.7)]
    if not (ids or colours or styles):
        hers = [entry for entry in hers if entry.slot in ("dress", "top", "outer")]
    taste = taste_of(wardrobe.taste_of)
    hers.sort(key=lambda entry: -liking(taste, entry, main_dye(entry)))
    if not hers:
        yield Step("clothes.own", content.frame("clothes.own.no"), {}, move=False, again=True)
        return
    names = [with_article(called(entry, content, wardrobe.worn.of(entry.id), colour=True), content.lang) for entry in hers[:MOST]]
    frame = "clothes.own.yes" if ids or colours or styles else "clothes.own.all"
    env = {"things": listed(names, content.lang), "count": str(len(wardrobe.at_hand))}
    yield Step("clothes.own", content.frame(frame), env, move=False, again=True, then=speak_of(talk, *(e.id for e in hers[:2])))


def like_it(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Whether she likes what she wears: her own taste, not the user's."""
    wardrobe = talk.scene.wardrobe
    entry = meant(talk, wardrobe, all_words(p), alone=hit.act.do.endswith("worn")) if wardrobe is not None else None
    if wardrobe is None or entry is None:
        return
    content, taste = talk.content, taste_of(wardrobe.taste_of)
    dye = main_dye(entry, wardrobe.worn.of(entry.id))
    value = liking(taste, entry, dye)
    kind, name = because(taste, entry, dye)
    slots = garment_env(entry, content, wardrobe.worn.of(entry.id))
    if kind == "colour" and (word := colour_word(name, content)):
        slots["colour"] = word
    elif kind == "style" and (word := style_word(name, content)):
        slots["style"] = word
    frame = content.frame(f"clothes.like.{verdict(value)}")
    given = _given(wardrobe, entry)
    more = ((content.frame("clothes.like.given"), slots),) if given is not None and value > -0.25 else ()
    reasoned = tuple(line for line in frame if "{colour}" in line.text or "{style}" in line.text)
    yield Step("clothes.like", reasoned if kind != "itself" else frame, slots, move=False, again=True, more=more,
               then=speak_of(talk, entry.id))
    yield Step("clothes.like", frame, slots, move=False, again=True, then=speak_of(talk, entry.id))


def where_from(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Where it is from: who gave it and with which words, what brought it; and its story."""
    wardrobe = talk.scene.wardrobe
    who = hit.act.do.endswith("who")
    entry = meant(talk, wardrobe, all_words(p), alone=False) if wardrobe is not None else None
    if wardrobe is None or entry is None:
        return
    content = talk.content
    owned = wardrobe.owned.get(entry.id)
    slots = {**garment_env(entry, content, wardrobe.worn.of(entry.id)), **_came(talk, owned)}
    story = entry.story(content.lang)
    if story:
        slots["story"] = story
    by: str = owned.by if owned is not None else ("hers" if entry.origin == "hers" else "open")
    if entry.id not in wardrobe.at_hand:
        by = "not"
    more = ((content.frame("clothes.story"), slots),) if story and not (who and by == "hers") else ()
    frame = content.frame(f"clothes.{'who' if who else 'from'}.{by}") or content.frame(f"clothes.from.{by}")
    if "note" in slots:
        frame = tuple(line for line in frame if "{note}" in line.text) or frame
    yield Step("clothes.who" if who else "clothes.from", frame, slots, move=False, again=True, more=more,
               then=speak_of(talk, entry.id))


def what_colour(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The colour of something she wears."""
    wardrobe = talk.scene.wardrobe
    entry = meant(talk, wardrobe, all_words(p), alone=False) if wardrobe is not None else None
    if wardrobe is None or entry is None or not entry.zones:
        return
    worn = wardrobe.worn.of(entry.id)
    slots = garment_env(entry, talk.content, worn)
    slots["colour"] = colour_word(name_of(main_dye(entry, worn)), talk.content)
    frame = talk.content.frame("clothes.colour")
    yield Step("clothes.colour", frame, slots, move=False, again=True, then=speak_of(talk, entry.id))


def gifts(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What the user gave her."""
    wardrobe = talk.scene.wardrobe
    if wardrobe is None:
        return
    given = [one for one in wardrobe.owned.values() if one.by == "user" and one.id in wardrobe.closet.garments]
    if not given:
        yield Step("clothes.given.none", talk.content.frame("clothes.given.none"), {}, move=False, again=True)
        return
    given.sort(key=lambda one: one.came, reverse=True)
    entries = [wardrobe.closet.garments[one.id] for one in given[:MOST]]
    names = [with_article(called(entry, talk.content), talk.content.lang) for entry in entries]
    env = {**_came(talk, given[0]), **garment_env(entries[0], talk.content), "things": listed(names, talk.content.lang)}
    yield Step("clothes.gifts", talk.content.frame("clothes.gifts"), env, move=False, again=True,
               then=speak_of(talk, *(entry.id for entry in entries)))


def take_gift(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Something to wear that the user's words give her; nothing where they name nothing that exists."""
    wardrobe = talk.scene.wardrobe
    if wardrobe is None:
        return
    garments = wardrobe.closet.garments
    ids = [name for one in named(talk, wardrobe, words_from(p, hit)) if one.kind == "garment" for name in one.ids]
    new = [garments[name] for name in ids if name not in wardrobe.owned and garments[name].origin != "hers"]
    if new:
        entry = next((one for one in new if one.origin == "gift"), new[0])
        slots, thanks = garment_env(entry, talk.content), talk.content.frame("clothes.thanks")

        def thanked() -> None:
            speak_of(talk, entry.id)()
            talk.brought.append(f"gift:{entry.id}")

        yield Step("clothes.thanks", thanks, slots, move=False, again=True, gift=(entry.id, hit.quote),
                   then=thanked)
    elif ids:
        slots = garment_env(garments[ids[0]], talk.content)
        yield Step("clothes.gift.have", talk.content.frame("clothes.gift.have"), slots, move=False, again=True)


def _given(wardrobe: Wardrobe, entry: GarmentEntry) -> Owned | None:
    owned = wardrobe.owned.get(entry.id)
    return owned if owned is not None and owned.by == "user" else None


def _came(talk: Talk, owned: Owned | None) -> Env:
    """The day it came and the giver's words; without either what needs them is not said."""
    if owned is None:
        return {}
    lang = talk.content.lang
    env = {"day": say_date(owned.came.astimezone(talk.scene.now.tzinfo), lang)}
    return {**env, "note": owned.note.strip().rstrip(".。")} if owned.note else env


def _largest_first(entries: list[GarmentEntry]) -> list[str]:
    order = ("dress", "outer", "top", "bottom")
    large = sorted((entry for entry in entries if entry.slot in order), key=lambda entry: order.index(entry.slot))
    return [entry.id for entry in large[:1]]
