"""Who of espeak-ng's people speaks for a neural voice in the languages it does not know: a woman for a woman, a man for a man."""

from __future__ import annotations

import re
from typing import Final

from voice.voice_packs.known import RECOMMENDED
from voice.voice_packs.layout import Layout
from voice.voice_packs.pack import Sex

PEOPLE: Final[dict[Sex, str]] = {"woman": "linden", "man": "alder"}
KOKORO: Final = re.compile(r"[a-z]([fm])_")
"""Kokoro's speakers tell accent and sex in their first letters."""

MEN: Final = re.compile(r"-(?:norman|john|ryan|joe|bryce|danny|kusal|alan|sam|reza|mike|chaowen)-|(?<!fe)male")
"""Men among Piper's voices for our languages, by their names."""


def sex_of(pack: str, speaker: int, names: tuple[str, ...]) -> Sex:
    """Of a speaker, as the names tell it; a woman where they do not."""
    for each in RECOMMENDED:
        if (each.pack, each.speaker) == (pack, speaker):
            return each.sex
    told = KOKORO.match(names[speaker]) if speaker < len(names) else None
    if told:
        return "man" if told[1] == "m" else "woman"
    return "man" if MEN.search(pack) else "woman"


def stand_in(layout: Layout, speaker: int) -> str:
    """The id of an espeak voice."""
    return PEOPLE[sex_of(layout.folder.name, speaker, layout.names)]
