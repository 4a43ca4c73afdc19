"""The installed neural voices as a person chooses between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from voice.neural.stand_in import sex_of
from voice.ports import EngineVoice
from voice.voice_packs.installed import installed_packs
from voice.voice_packs.known import RECOMMENDED
from voice.voice_packs.pack import InstalledPack

MOST: Final = 60
"""Speakers of one pack that are shown: some hold hundreds without names."""

ACCENTS: Final = {"a": "en", "b": "en", "z": "zh", "j": "ja"}
"""What the first letter of a speaker's name tells in the family Kokoro; those of other languages speak ours with an accent."""


def neural_voices(packs: Path) -> list[EngineVoice]:
    """The voices in the folder, recommended ones first, with `note` ``woman`` or ``man``. Reads a few files of each pack."""
    first = [each.voice for each in RECOMMENDED]
    found = [voice for pack in installed_packs(packs) for voice in voices_in(pack)]
    return sorted(found, key=lambda voice: first.index(voice.id) if voice.id in first else len(first))


def voices_in(pack: InstalledPack) -> Iterator[EngineVoice]:
    """The voices of one pack."""
    for speaker in range(min(pack.speakers, MOST)):
        name = pack.names[speaker] if speaker < len(pack.names) else ""
        langs = langs_of(pack, name)
        if langs:
            voice = f"{pack.name}#{speaker}" if speaker else pack.name
            yield EngineVoice("neural", voice, said(pack, name, speaker), langs, sex_of(pack.name, speaker, pack.names))


def langs_of(pack: InstalledPack, name: str) -> tuple[str, ...]:
    """What a speaker is good at: of a pack that names its speakers by their language only that one."""
    if pack.family != "kokoro" or name[2:3] != "_":
        return pack.langs
    return tuple(lang for lang in pack.langs if lang == ACCENTS.get(name[0]))


def said(pack: InstalledPack, name: str, speaker: int) -> str:
    """A name for people: "Heart (kokoro-multi-lang-v1_0)", "Kristin"."""
    if name:
        return f"{name.partition('_')[2].replace('_', ' ').title() or name} ({pack.name})"
    plain = pack.name.split("-")[3].replace("_", " ").title() if pack.name.startswith("vits-piper-") else pack.name
    return plain if pack.speakers == 1 else f"{plain} {speaker + 1}"
