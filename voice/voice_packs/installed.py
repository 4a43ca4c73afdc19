"""The voice packs in a folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from voice.errors import ModelFault
from voice.models.place import set_aside_and_remove, whole_ones
from voice.voice_packs.known import known
from voice.voice_packs.layout import KIND, NO_VOICE, Layout, laid_out
from voice.voice_packs.pack import InstalledPack

CARD_LICENCE: Final = re.compile(r"(?im)^\W*licen[cs]e:?\W*\s*(\S.{0,80})$")
LARGEST_CARD: Final = 100_000


def installed_packs(folder: Path) -> list[InstalledPack]:
    """The packs in `folder` that look whole, by name; none where there is no such folder."""
    return whole_ones(folder, lambda path: as_installed(laid_out(path)))


def as_installed(layout: Layout) -> InstalledPack:
    """What a page shows of it."""
    name = layout.folder.name
    of_name = known(name)
    licence = (of_name.licence if of_name else "") or licence_of(layout.folder)
    return InstalledPack(name, layout.langs, layout.family, layout.folder, layout.speakers, layout.names, licence)


def licence_of(folder: Path) -> str:
    """What the model card in the pack tells of its terms; empty where it tells nothing."""
    for name in ("MODEL_CARD", "README.md"):
        card = folder / name
        if card.is_file() and card.stat().st_size < LARGEST_CARD:
            told = CARD_LICENCE.search(card.read_text("utf-8", "replace"))
            if told:
                return told[1].strip(" *`")
    return ""


def find_pack(folder: Path, voice: str) -> tuple[Layout, int]:
    """The pack and the speaker that `voice` names (``pack`` or ``pack#3``); the first pack there is where it names none.

    Raises `ModelFault`.
    """
    name, _, speaker = voice.partition("#")
    if not name:
        packs = installed_packs(folder)
        if not packs:
            raise ModelFault("No neural voice is installed.", "Download one in the settings, or choose espeak.", kind=KIND)
        name = packs[0].name
    if "/" in name or "\\" in name or name.startswith("."):
        raise ModelFault(f"{name} is no name of a voice.", "Choose a voice in the settings.", kind=NO_VOICE)
    layout = laid_out(folder / name)
    number = int(speaker) if speaker.isascii() and speaker.isdigit() and len(speaker) < 6 else 0
    return layout, min(number, layout.speakers - 1)


def remove_pack(pack: InstalledPack) -> None:
    """Take a pack from the disk. Raises `ModelFault`."""
    set_aside_and_remove(pack.path)
