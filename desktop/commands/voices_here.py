"""The voices in the chosen data folder, as ``hearth voices`` finds them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.data_folder import data_folder
from desktop.door_actions import chosen_lang, words

if TYPE_CHECKING:
    from voice.voice_packs import InstalledPack

FOLDER: Final = "voices"


def packs_folder(args: argparse.Namespace) -> Path:
    """Where the voices of the chosen data folder lie."""
    return data_folder(args.data_dir) / FOLDER


def installed_one(args: argparse.Namespace, name: str) -> InstalledPack:
    """The pack of this name. Raises `ModelFault`."""
    from voice.errors import ModelFault
    from voice.voice_packs import installed_packs

    found = next((pack for pack in installed_packs(packs_folder(args)) if pack.name == name), None)
    if found is None:
        said = words(chosen_lang(args), "voices")
        raise ModelFault(said["no_such"].format(name=name), said["see_list"].format(action="list"), kind="usage")
    return found
