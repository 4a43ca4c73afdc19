"""``hearth wardrobe``: what is hers to wear, where it is from, and putting it on; looks are in `wardrobe_looks`, garments
of one's own in `wardrobe_bring`."""

from __future__ import annotations

import argparse
from typing import Any, Final

from desktop.commands import wardrobe_bring, wardrobe_change, wardrobe_looks
from desktop.commands.wardrobe_open import Hers, looking, no_wardrobe, refuse
from desktop.commands.wardrobe_told import garment_json, tell_garment, tell_garments, tell_waiting, view_json
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, words
from desktop.exit_codes import Exit

EPILOG: Final = """exit codes: 0 done, 2 no such garment or look, or nothing that can be done with it, 3 there is no wardrobe for
her body, 5 another Hearth uses this data folder (looking works beside it, changing does not), 6 the data folder is damaged,
newer, read-only or full"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its actions."""
    parser.epilog = EPILOG
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = add_action(actions, "list", "list what is hers, by kind, with what she wears now", _list)
    listing.add_argument("--slot", metavar="SLOT", help="only one kind: hair, top, bottom, dress, outer, shoes, headwear …")
    listing.add_argument("--all", action="store_true", help="also what is not hers yet, and how it comes")
    show = add_action(actions, "show", "tell all of a garment: where it is from, its story, its colours", _show)
    show.add_argument("id", metavar="GARMENT")
    wardrobe_change.configure(actions)
    wardrobe_looks.configure(actions)
    wardrobe_bring.configure(actions)


def run(args: argparse.Namespace) -> int:
    """Do the chosen action."""
    return int(args.action(args))


def _list(args: argparse.Namespace) -> int:
    from mind.wardrobe.garment import SLOTS

    lang = chosen_lang(args)
    if args.slot is not None and args.slot not in SLOTS:
        return refuse(words(lang, "wardrobe")["no_slot"].format(slot=args.slot, slots=", ".join(SLOTS)))
    hers = looking(args)
    if hers is None:
        return no_wardrobe(lang)
    if args.json:
        answer_json(_json(hers, args, lang))
        return Exit.OK
    tell_garments(hers, lang, args.slot)
    if args.all:
        tell_waiting(hers, lang, args.slot)
    if hers.view.open:
        answer()
        answer(words(lang, "wardrobe")["open"])
    return Exit.OK


def _show(args: argparse.Namespace) -> int:
    lang = chosen_lang(args)
    hers = looking(args)
    if hers is None:
        return no_wardrobe(lang)
    entry = hers.closet.garments.get(args.id)
    if entry is None:
        return refuse(words(lang, "wardrobe")["no_garment"].format(id=args.id))
    if args.json:
        answer_json(garment_json(hers, entry, lang))
    else:
        tell_garment(hers, entry, lang)
    return Exit.OK


def _json(hers: Hers, args: argparse.Namespace, lang: Any) -> dict[str, Any]:
    told = view_json(hers, lang)
    if args.slot is not None:
        told["garments"] = [one for one in told["garments"] if one["slot"] == args.slot]
        told["not_yet"] = [one for one in told["not_yet"] if one["slot"] == args.slot]
    if not args.all:
        told.pop("not_yet")
    return told
