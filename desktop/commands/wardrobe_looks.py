"""``hearth wardrobe look save | wear | rename | delete | list``: looks under a name of one's own, and those that ship."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from desktop.commands.wardrobe_open import Hers, changing, looking, no_wardrobe, refuse
from desktop.commands.wardrobe_told import look_json, tell_looks, tell_worn
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.turn.companion import Companion
    from mind.wardrobe.holdings import SavedLook


def configure(actions: Any) -> None:
    """These actions."""
    looks = actions.add_parser("look", help="keep what she wears under a name, and put it on again")
    ways = looks.add_subparsers(metavar="ACTION", required=True)
    add_action(ways, "list", "list the looks that were kept", _list)
    save = add_action(ways, "save", "keep what she wears now under a name", _save)
    save.add_argument("name", metavar="NAME")
    wear = add_action(ways, "wear", "put a look on: one that was kept, or one that ships", _wear)
    wear.add_argument("look", metavar="LOOK", help="its number, its name, or the id of one that ships")
    rename = add_action(ways, "rename", "give a look another name", _rename)
    rename.add_argument("look", metavar="LOOK")
    rename.add_argument("name", metavar="NAME")
    delete = add_action(ways, "delete", "take a look away; what she wears stays on", _delete)
    delete.add_argument("look", metavar="LOOK")


def _list(args: argparse.Namespace) -> int:
    lang = chosen_lang(args)
    hers = looking(args)
    if hers is None:
        return no_wardrobe(lang)
    if args.json:
        ready = [{"id": one.id, "name": one.name(lang)} for one in hers.closet.looks]
        answer_json({"looks": [look_json(one) for one in hers.view.looks], "ready": ready})
        return Exit.OK
    tell_looks(hers.view.looks, lang)
    for one in hers.closet.looks:
        answer(f"   ·  {one.name(lang)}  ({one.id})")
    return Exit.OK


def _save(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        said = words(chosen_lang(args), "wardrobe")
        try:
            look_id = await she.save_look(args.name, hers.view.worn)
        except ValueError:
            return refuse(said["no_name"])
        if args.json:
            answer_json({"id": look_id, "name": args.name, "look": hers.view.worn})
        else:
            answer(said["saved"].format(id=look_id, name=args.name))
        return Exit.OK

    return int(changing(args, work))


def _wear(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        from mind.wardrobe.look import look_to_json

        said, kept = words(chosen_lang(args), "wardrobe"), _found(hers, args.look)
        ready = hers.closet.look(args.look)
        if kept is None and ready is None:
            return refuse(said["no_look"].format(look=args.look))
        worn = dict(kept.look) if kept is not None else look_to_json(ready.look) if ready is not None else {}
        try:
            await she.put_on(worn)
        except ValueError as wrong:
            return refuse(said["not_hers"].format(id=str(wrong).rpartition(" ")[2]))
        if args.json:
            answer_json({"worn": worn})
        else:
            tell_worn(hers, worn, chosen_lang(args))
        return Exit.OK

    return int(changing(args, work))


def _rename(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        said, kept = words(chosen_lang(args), "wardrobe"), _found(hers, args.look)
        if kept is None:
            return refuse(said["no_look"].format(look=args.look))
        try:
            await she.rename_look(kept.id, args.name)
        except ValueError:
            return refuse(said["no_name"])
        if args.json:
            answer_json({"id": kept.id, "name": args.name})
        else:
            answer(said["saved"].format(id=kept.id, name=args.name))
        return Exit.OK

    return int(changing(args, work))


def _delete(args: argparse.Namespace) -> int:
    async def work(she: Companion, hers: Hers) -> int:
        said, kept = words(chosen_lang(args), "wardrobe"), _found(hers, args.look)
        if kept is None:
            return refuse(said["no_look"].format(look=args.look))
        await she.delete_look(kept.id)
        if args.json:
            answer_json({"deleted": kept.id})
        else:
            answer(said["deleted"].format(name=kept.name))
        return Exit.OK

    return int(changing(args, work))


def _found(hers: Hers, look: str) -> SavedLook | None:
    """The kept look of that number or name."""
    return next((one for one in hers.view.looks if look in (str(one.id), one.name)), None)
