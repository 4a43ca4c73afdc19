"""espeak-ng's voices as a person chooses between them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from voice.errors import SynthesisFault
from voice.espeak.library import REMEDY
from voice.espeak.voices import BASES, CURATED, LANGS, WOMAN, Gender, joined_id, parted
from voice.ports import EngineVoice

ACCENTS: Final = {
    "en": "en", "en-gb-x-rp": "en", "en-gb-scotland": "en", "en-gb-x-gbclan": "en", "en-gb-x-gbcwmd": "en",
    "en-029": "en", "en-us-nyc": "en", "yue": "zh",
}  # fmt: skip
"""Other ways of speaking that the library has for the three languages."""

NO_PERSON: Final = frozenset({"ian", "kaukovalta", "whisperf", "zac"})
"""Variants of which the tests' speech model understands no sentence."""


def espeak_voices() -> list[EngineVoice]:
    """Chosen ones first, by language and women before men, with `note` ``woman`` or ``man``; then accents, then all variants."""
    return [*chosen(), *accents(), *others()]


def chosen() -> Iterator[EngineVoice]:
    """The few that were listened to."""
    for lang in LANGS:
        for variant, person in CURATED.items():
            yield EngineVoice("espeak", joined_id(BASES[lang], variant), person.name, (lang,), person.gender)


def accents() -> Iterator[EngineVoice]:
    """Her own voice with another accent."""
    for language, lang in ACCENTS.items():
        name = f"{CURATED[WOMAN].name} ({language})"
        yield EngineVoice("espeak", joined_id(language, WOMAN), name, (lang,), CURATED[WOMAN].gender)


def others() -> Iterator[EngineVoice]:
    """Every other variant, under the library's own name."""
    found = sorted(set(variants()) - set(CURATED) - NO_PERSON, key=str.casefold)
    for lang in LANGS:
        for variant in found:
            yield EngineVoice("espeak", joined_id(BASES[lang], variant), variant, (lang,), variants()[variant])


@functools.cache
def variants() -> dict[str, Gender]:
    """The variants that came with the library and what their files say of the gender. Raises `SynthesisFault`."""
    try:
        import espeakng_loader

        folder = Path(espeakng_loader.get_data_path()) / "voices" / "!v"
        return {file.name: told_gender(file) for file in folder.iterdir() if file.is_file()}
    except (ImportError, OSError) as fault:
        raise SynthesisFault("The voices of espeak-ng cannot be listed.", REMEDY) from fault


def told_gender(file: Path) -> Gender:
    """What a variant's file says in its line ``gender``."""
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        words = line.lower().split()
        if words[:1] == ["gender"] and len(words) > 1:
            return "woman" if words[1] == "female" else "man"
    return ""


def gender_of(voice: str) -> Gender:
    """Of the person behind an id; her own where it is empty, unknown where nothing tells it."""
    _, variant = parted(voice)
    if not voice:
        return CURATED[WOMAN].gender
    return CURATED[variant].gender if variant in CURATED else variants().get(variant, "")


def check_variant(voice: str) -> None:
    """The library takes a variant it does not have for none at all and says nothing: `SynthesisFault` of kind ``no-voice``."""
    _, variant = parted(voice)
    if variant and variant not in variants():
        raise SynthesisFault(f"espeak-ng has no voice {voice}.", "Choose another voice in the settings.", kind="no-voice")
