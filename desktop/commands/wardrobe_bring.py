"""``hearth wardrobe bring | brought | remove | reference | export``: garments of your own, and her for other programs."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.wardrobe_open import Hers, changing, looking, no_wardrobe, refuse
from desktop.data_folder import data_folder
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from avatars.wardrobe.brought.bringing import Brought
    from avatars.wardrobe.brought.shelf import Shelf
    from mind.turn.companion import Companion


def configure(actions: Any) -> None:
    """These actions."""
    bring = add_action(actions, "bring", "take in a garment of your own: a .glb and the .garment.json beside it", _bring)
    bring.add_argument("file", type=Path, metavar="FILE.glb")
    bring.add_argument("--note", default="", metavar="TEXT", help="your words with it")
    add_action(actions, "brought", "list the garments you brought, and whose work they are", _brought)
    remove = add_action(actions, "remove", "take a garment you brought away again", _remove)
    remove.add_argument("id", metavar="GARMENT")
    reference = add_action(actions, "reference", "write the plain body as a .glb to model a garment on", _reference)
    reference.add_argument("file", type=Path, metavar="FILE.glb")
    export = add_action(actions, "export", "write her, as she is dressed, as a VRM 1.0 file for other programs", _export)
    export.add_argument("file", type=Path, metavar="FILE.vrm")


def shelf_of(args: argparse.Namespace) -> Shelf:
    """Where brought garments lie."""
    from avatars.wardrobe.brought.shelf import Shelf
    from desktop.composition import BROUGHT

    return Shelf(data_folder(args.data_dir) / BROUGHT)


def _bring(args: argparse.Namespace) -> int:
    from avatars.errors import AvatarError
    from avatars.wardrobe.brought.bringing import bring
    from avatars.wardrobe.garment_file import read_garment
    from desktop import composition
    from desktop.dressed_vrm import whole_catalogue
    from desktop.settings import load_settings

    lang, folder = chosen_lang(args), data_folder(args.data_dir)
    avatar = load_settings(folder).look.avatar

    async def hers(she: Companion, _: Hers) -> int:
        there = whole_catalogue(folder)
        made = bring(args.file, read_garment(there.skin), there.garments)
        info = shelf_of(args).put(made)
        she.own(composition.shipped_outfits(avatar), composition.whole_closet(avatar, folder))
        with suppress(ValueError):  # brought once before, and taken away: it is hers still
            await she.give(info.id, args.note)
        if args.json:
            answer_json({"id": info.id, "steps": [{"kind": step.kind, **step.values} for step in made.steps]})
        else:
            _tell(made, lang)
        return Exit.OK

    try:
        return int(changing(args, hers))
    except AvatarError as fault:
        return refuse(f"{fault.message} {fault.remedy}")


def _tell(made: Brought, lang: Any) -> None:
    said = words(lang, "wardrobe")
    answer(said["brought"].format(name=made.info.names.get(lang) or next(iter(made.info.names.values())), id=made.info.id))
    for step in made.steps:
        answer("  " + said[f"step_{step.kind}"].format(**step.values))


def _brought(args: argparse.Namespace) -> int:
    from avatars.errors import AvatarError

    lang, shelf = chosen_lang(args), shelf_of(args)
    try:
        found = [(info, shelf.licence(info.id)) for info in shelf.catalogue().garments.values()]
    except AvatarError as fault:
        return refuse(f"{fault.message} {fault.remedy}")
    if args.json:
        answer_json([{"id": info.id, "slot": info.slot, "by": ", ".join(meta.authors) if meta else ""} for info, meta in found])
        return Exit.OK
    for info, meta in found:
        answer(f"{info.id:32} {info.names.get(lang) or next(iter(info.names.values()))}  {meta.copyright if meta else ''}")
    if not found:
        answer(words(lang, "wardrobe")["none_brought"])
    return Exit.OK


def _remove(args: argparse.Namespace) -> int:
    from avatars.errors import AvatarError

    lang = chosen_lang(args)
    try:
        shelf_of(args).remove(args.id)
    except KeyError:
        return refuse(words(lang, "wardrobe")["not_brought"].format(id=args.id))
    except AvatarError as fault:
        return refuse(f"{fault.message} {fault.remedy}")
    answer(words(lang, "wardrobe")["removed"].format(id=args.id))
    return Exit.OK


def _reference(args: argparse.Namespace) -> int:
    from assets import asset

    lang = chosen_lang(args)
    return _written(args.file, asset("wardrobe", "skin", "skin.glb").read_bytes(), lang)


def _export(args: argparse.Namespace) -> int:
    from avatars.errors import AvatarError
    from avatars.vrm.write.vrm_file import vrm_bytes
    from avatars.wardrobe.look import look_from_json
    from desktop.dressed_vrm import dressed, licence_of
    from desktop.settings import load_settings

    lang, folder = chosen_lang(args), data_folder(args.data_dir)
    hers = looking(args)
    if hers is None:
        return no_wardrobe(lang)
    try:
        model = dressed(folder, load_settings(folder), hers.view.worn)
        data = vrm_bytes(model, licence_of(model, look_from_json(dict(hers.view.worn)), folder))
    except AvatarError as fault:
        return refuse(f"{fault.message} {fault.remedy}")
    return _written(args.file, data, lang)


def _written(path: Path, data: bytes, lang: Any) -> int:
    try:
        path.write_bytes(data)
    except OSError as fault:
        return refuse(words(lang, "wardrobe")["not_written"].format(file=path, why=fault.strerror or fault))
    answer(words(lang, "wardrobe")["written"].format(file=path, size=round(len(data) / 1e6, 1)))
    return Exit.OK
