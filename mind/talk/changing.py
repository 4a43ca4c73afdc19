"""What she says when she changes, or does not: the one thing, one over the other, all of it, or what there is instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mind.talk.clothes_named import speak_of
from mind.talk.clothes_words import called, garment_env, listed, of_look, with_article
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Lines
from mind.wardrobe.garment import GarmentEntry
from mind.wardrobe.holdings import Wardrobe
from mind.wardrobe.look import Look, look_to_json
from mind.wardrobe.taste import liking, main_dye, taste_of

INSTEAD: Final = 3
OVER: Final = ("outer", "neck", "headwear")
"""Slots that lie on top of something."""

def puts_on(
    talk: Talk, wardrobe: Wardrobe, look: Look, *, colours: set[str] | None = None, frame: str = "", flavour: Lines = (),
) -> Iterator[Step]:  # fmt: skip
    """She puts this on: the one thing, or one over the other, or all of them."""
    garments, content = wardrobe.closet.garments, talk.content
    new = [garments[one.garment] for one in look.worn if one not in wardrobe.worn.worn]
    new.sort(key=lambda entry: (entry.slot in OVER[1:], entry.slot not in OVER))
    if not new:
        yield wears_already(talk, wardrobe, "") if look == wardrobe.worn else done(talk, "clothes.off.none", {}, look, ())
        return
    names = [_called(entry, look, talk, entry.id in (colours or ())) for entry in new]
    first = garment_env(new[0], content, look.of(new[0].id), colour=new[0].id in (colours or ()))
    env = {**first, "the": names[0], "things": listed(names[:4], content.lang)}
    told = "clothes.hair" if new[0].slot == "hair" else "clothes.put.one"
    if len(new) == 2 and new[1].slot in OVER:
        told, env = "clothes.put.over", {**env, "over": names[1]}
    elif len(new) > 1:
        told = "clothes.put.many"
    yield done(talk, frame if frame and len(new) == 1 else told, env, look, [entry.id for entry in new], flavour)


def changes(talk: Talk, wardrobe: Wardrobe, look: Look, style: str, *, frame: str = "clothes.change") -> Iterator[Step]:
    """She changes as a whole."""
    garments = wardrobe.closet.garments
    if look == wardrobe.worn:
        yield wears_already(talk, wardrobe, "")
        return
    things = of_look(look, garments.values(), talk.content, colour=False)
    new = [one.garment for one in look.worn if wardrobe.worn.of(one.garment) is None]
    ready = next((one.name(talk.content.lang) for one in wardrobe.closet.looks if one.look == look), "")
    env = {"things": listed(things, talk.content.lang), **({"look": ready} if ready else {})}
    yield done(talk, frame, env, look, new, talk.content.frame(f"clothes.for.{style}") if style else ())


def done(talk: Talk, frame: str, env: Env, look: Look, ids: Sequence[str], flavour: Lines = ()) -> Step:
    """The change itself, with a word on the occasion where there is one. "It" is then the first of `ids`."""
    more = ((flavour, env),) if flavour else ()
    return Step("outfit", talk.content.frame(frame), env, move=False, again=True, look=look_to_json(look), more=more,
                then=speak_of(talk, *ids))


def tells(talk: Talk, frame: str, env: Env) -> Step:
    """Something she says about clothes, and changes nothing."""
    return Step(frame, talk.content.frame(frame), env, move=False, again=True)


def wears_already(talk: Talk, wardrobe: Wardrobe, name: str) -> Step:
    """She has this garment on; all that was asked for, where it has no name."""
    if not name:
        return Step("outfit.same", talk.content.frame("clothes.same.all"), {}, move=False, again=True)
    entry = wardrobe.closet.garments[name]
    env = garment_env(entry, talk.content, wardrobe.worn.of(name))
    frame = talk.content.frame("clothes.same.hair" if entry.slot == "hair" else "clothes.same")
    return Step("outfit.same", frame, env, move=False, again=True, then=speak_of(talk, name))


def has_none(talk: Talk, wardrobe: Wardrobe) -> Step:
    """Nothing like that exists; what there is instead."""
    return tells(talk, "clothes.none", {"things": _instead(talk, wardrobe)})


def not_yet(talk: Talk, wardrobe: Wardrobe, entry: GarmentEntry) -> Step:
    """It exists and is not hers; what of its kind is."""
    near = [one for one in wardrobe.at_hand.values() if one.slot == entry.slot and wardrobe.worn.of(one.id) is None]
    names = [_called(one, Look(), talk, colour=False) for one in near[:INSTEAD]]
    env = {**garment_env(entry, talk.content), "things": listed(names, talk.content.lang) or _instead(talk, wardrobe)}
    return tells(talk, "clothes.notyet", env)


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
