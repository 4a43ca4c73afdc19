"""``hearth wardrobe wear | off | undo | random | favourite | give``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from desktop.commands.wardrobe_open import Hers, changing, refuse
from desktop.commands.wardrobe_told import tell_worn
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, number, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.languages import Lang
    from mind.turn.companion import Companion
    from mind.wardrobe.look import Look


def configure(actions: Any) -> None:
    """These actions."""
    wear = add_action(actions, "wear", "put garments on, over or in the place of what she wears", _wear)
    wear.add_argument("ids", nargs="+", metavar="GARMENT")
    wear.add_argument("--dye", metavar="COLOUR", help="in this colour: #rrggbb, or a word such as green")
    off = add_action(actions, "off", "take something off that lies over the rest", _off)
    off.add_argument("id", metavar="GARMENT", help="what she wears, or its kind: outer, headwear, glasses, neck …")
    add_action(actions, "undo", "take the last change back", _undo)
    chance = add_action(actions, "random", "another look by chance, of what is hers and goes together", _random)
    chance.add_argument("--seed", type=number, metavar="N", help="the same number gives the same look")
    favourite = add_action(actions, "favourite", "mark a garment as a favourite", _favourite)
    favourite.add_argument("id", metavar="GARMENT")
    favourite.add_argument("--off", action="store_true", help="no longer")
    give = add_action(actions, "give", "give her a garment that is not hers yet", _give)
    give.add_argument("id", metavar="GARMENT")
    give.add_argument("--note", default="", metavar="TEXT", help="your words with it")


def _wear(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        from mind.wardrobe.choosing import dyed
        from mind.wardrobe.look import Worn, look_from_json, look_to_json
        from mind.wardrobe.rules import put_on

        lang = chosen_lang(args)
        look = look_from_json(hers.view.worn)
        for name in args.ids:
            entry = hers.closet.garments.get(name)
            if entry is None:
                return _unknown(name, lang)
            before = look.of(name) or Worn(name)
            colour = _colour(args.dye, lang)
            if args.dye is not None and colour is None:
                return refuse(words(lang, "wardrobe")["no_colour"].format(colour=args.dye))
            exact = colour is not None and colour.startswith("#") and entry.zones
            worn = Worn(name, {**before.dyes, entry.zones[0].id: str(colour)}, before.patterns) if exact else before
            look = put_on(look, worn if exact or colour is None else dyed(entry, colour, before), hers.closet.garments)
        return await _put_on(she, hers, look_to_json(look), args)

    return int(changing(args, work))


def _off(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        from mind.wardrobe.look import look_from_json, look_to_json
        from mind.wardrobe.rules import take_off

        said, garments = words(chosen_lang(args), "wardrobe"), hers.closet.garments
        look = look_from_json(hers.view.worn)
        slots = {garments[one.garment].slot for one in look.worn if args.id in (one.garment, garments[one.garment].slot)}
        if not slots:
            return refuse(said["not_worn"].format(id=args.id))
        try:
            look = take_off(look, slots.pop(), garments)
        except ValueError:
            return refuse(said["stays_on"].format(id=args.id))
        return await _put_on(she, hers, look_to_json(look), args)

    return int(changing(args, work))


def _undo(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        worn = await she.undo_look()
        if worn is None:
            return refuse(words(chosen_lang(args), "wardrobe")["no_undo"])
        return _answer(hers, worn, args)

    return int(changing(args, work))


def _random(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        import os
        import random

        from mind.wardrobe.look import look_to_json

        seed = args.seed if args.seed is not None else int.from_bytes(os.urandom(4), "big")
        look: Look | None = await she.random_look(random.Random(seed))
        if look is None:
            return refuse(words(chosen_lang(args), "wardrobe")["no_other"])
        return await _put_on(she, hers, look_to_json(look), args)

    return int(changing(args, work))


def _favourite(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        lang = chosen_lang(args)
        if args.id not in hers.closet.garments:
            return _unknown(args.id, lang)
        try:
            await she.favour(args.id, not args.off)
        except KeyError:
            return refuse(words(lang, "wardrobe")["not_hers"].format(id=args.id))
        if args.json:
            answer_json({"garment": args.id, "favourite": not args.off})
        else:
            answer(words(lang, "wardrobe")["unfavoured" if args.off else "favoured"].format(name=_name(hers, args.id, lang)))
        return Exit.OK

    return int(changing(args, work))


def _give(args: argparse.Namespace) -> int:
    """Her thanks come at once, and stand in the talk."""

    async def work(she: Companion, hers: Hers) -> int:
        from mind.events import ReplyEnded

        lang = chosen_lang(args)
        if args.id not in hers.closet.garments:
            return _unknown(args.id, lang)
        try:
            owned = await she.give(args.id, args.note)
        except ValueError:
            return refuse(words(lang, "wardrobe")["hers_already"].format(name=_name(hers, args.id, lang)))
        thanks = [event.reply.text async for event in she.thank() if isinstance(event, ReplyEnded)]
        if args.json:
            told = {"garment": owned.id, "came": owned.came, "note": owned.note, "event_id": owned.event_id}
            answer_json(told | {"thanks": thanks[0] if thanks else ""})
        else:
            answer(words(lang, "wardrobe")["given"].format(name=_name(hers, args.id, lang)))
            for text in thanks:
                answer(text)
        return Exit.OK

    return int(changing(args, work))


async def _put_on(she: Companion, hers: Hers, look: dict[str, Any], args: argparse.Namespace) -> int:
    try:
        await she.put_on(look)
    except ValueError as wrong:
        garment = str(wrong).rpartition(" ")[2]
        return refuse(words(chosen_lang(args), "wardrobe")["not_hers"].format(id=garment))
    return _answer(hers, look, args)


def _answer(hers: Hers, worn: dict[str, Any], args: argparse.Namespace) -> int:
    if args.json:
        answer_json({"worn": worn})
    else:
        tell_worn(hers, worn, chosen_lang(args))
    return Exit.OK


def _colour(word: str | None, lang: Lang) -> str | None:
    """A colour by name, or a dye as it is; None for no such word."""
    from mind.talk.clothes_words import clothes_words
    from mind.wardrobe.colours import NAMED

    if word is None:
        return None
    text = word.strip().lower()
    if len(text) == 7 and text[0] == "#" and all(letter in "0123456789abcdef" for letter in text[1:]):
        return text
    lists = {**clothes_words("en").lists, **clothes_words(lang).lists}
    return next((name for name in NAMED if text == name or text in lists.get(f"colour.{name}", ())), None)


def _unknown(name: str, lang: Lang) -> int:
    return refuse(words(lang, "wardrobe")["no_garment"].format(id=name))


def _name(hers: Hers, garment: str, lang: Lang) -> str:
    return hers.closet.garments[garment].name(lang)
