"""``hearth voices``: neural voices for download."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.commands import voices_test
from desktop.commands.voices_here import installed_one, packs_folder
from desktop.commands.voices_told import of_installed, of_offered, of_recommended
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from voice.voice_packs import VoicePack


TERMS: Final = {
    "": "unread",
    "recordings in the public domain": "public",
    "recordings for non-commercial use only": "private",
    "terms of the recordings unknown": "unknown",
}
"""Terms that are told in words; the names of licences are the same in every language."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its actions."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    add_action(actions, "list", "list the voices on this machine", _list)
    add_action(actions, "offered", "ask the public list which voices can be downloaded", _offered)
    install = add_action(actions, "install", "download a voice, check it and try it", _install)
    install.add_argument("name", metavar="NAME", help="a name of the list")
    remove = add_action(actions, "remove", "take a voice from the disk", _remove)
    remove.add_argument("name", metavar="NAME", help="a voice that is here")
    voices_test.configure(actions)


def run(args: argparse.Namespace) -> int:
    """Do the chosen action."""
    return int(args.action(args))


def _list(args: argparse.Namespace) -> int:
    from voice.voice_packs import installed_packs

    packs = installed_packs(packs_folder(args))
    if args.json:
        answer_json({"voices": [of_installed(pack) for pack in packs]})
        return Exit.OK
    said = words(chosen_lang(args), "voices")
    for pack in packs:
        answer(line(of_installed(pack), said))
    if not packs:
        answer(said["none"])
    return Exit.OK


def _offered(args: argparse.Namespace) -> int:
    from voice.voice_packs import RECOMMENDED, installed_packs, offered_packs

    here = {pack.name for pack in installed_packs(packs_folder(args))}
    offered = [of_offered(pack, pack.name in here) for pack in offered_packs()]
    if args.json:
        answer_json({"recommended": [of_recommended(each) for each in RECOMMENDED], "voices": offered})
        return Exit.OK
    said = words(chosen_lang(args), "voices")
    answer(said["recommended"])
    for each in RECOMMENDED:
        told = {"lang": said[each.lang], "sex": said[each.sex], "manner": said[each.manner]}
        answer("  " + said["pick"].format(voice=each.voice, megabytes=each.megabytes, **told))
    answer(said["all"])
    for pack in offered:
        answer("  " + line(pack, said) + (f"  ({said['here']})" if pack["installed"] else ""))
    return Exit.OK


def _install(args: argparse.Namespace) -> int:
    from voice.errors import ModelFault
    from voice.voice_packs import install_pack, offered_packs

    said = words(chosen_lang(args), "voices")
    pack = next((pack for pack in offered_packs() if pack.name == args.name), None)
    if pack is None:
        raise ModelFault(said["not_offered"].format(name=args.name), said["see_list"].format(action="offered"), kind="usage")
    folder = packs_folder(args)
    _packages(folder, said)
    installed = install_pack(pack, folder, _progress(pack, said))
    if args.json:
        answer_json(of_installed(installed))
    else:
        answer(said["installed"].format(name=installed.name))
    return Exit.OK


def _packages(folder: Path, said: Mapping[str, str]) -> None:
    """What runs the voices, where it is missing."""
    from desktop.neural_packages import MEGABYTES, install_packages
    from voice.neural.packages import packages_here

    if packages_here():
        return
    sys.stderr.write(said["packages"].format(megabytes=MEGABYTES) + "\n")
    folder.mkdir(parents=True, exist_ok=True)
    install_packages(folder / "packages.log")


def _progress(pack: VoicePack, said: Mapping[str, str]) -> Callable[[int, int], None]:
    """Tells every tenth part on stderr."""
    told = -1

    def tell(here: int, whole: int) -> None:
        nonlocal told
        tenth = here * 10 // max(whole, 1)
        if tenth > told:
            told = tenth
            sys.stderr.write(said["progress"].format(percent=tenth * 10, megabytes=whole // 1_000_000) + "\n")

    return tell


def _remove(args: argparse.Namespace) -> int:
    from voice.voice_packs import remove_pack

    pack = installed_one(args, args.name)
    remove_pack(pack)
    if args.json:
        answer_json({"removed": pack.name})
    else:
        answer(words(chosen_lang(args), "voices")["removed"].format(name=pack.name))
    return Exit.OK


def line(pack: Mapping[str, object], said: Mapping[str, str]) -> str:
    """A pack on one line."""
    count = pack["speakers"]
    speakers = said["some"] if not count else said["voice"] if count == 1 else said["voices"].format(n=count)
    size = -(-int(str(pack["bytes"])) // 1_000_000)
    licence = said[TERMS[str(pack["licence"])]] if pack["licence"] in TERMS else pack["licence"]
    langs = " ".join(map(str, pack["langs"])) if isinstance(pack["langs"], tuple) else ""
    return said["row"].format(**{**pack, "langs": langs, "speakers": speakers, "size": size, "licence": licence})
