"""Which of espeak-ng's voices speaks, per language, and how it sounds at rest.

A voice's id is ``language+variant`` as the library names them ("en-us+Annie"). The variant is the person: one that was chosen
in one language speaks the others too. The chosen few may be called by their names as well ("alder"), in whatever language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from voice.espeak.library import Settings
from voice.ports import Delivery

Gender = Literal["woman", "man", ""]


@dataclass(frozen=True, slots=True)
class Variant:
    """A person among the library's variants: a name for people, and pitch and range (the library's 0..100) per language.

    `level` is the library's volume at which all of them are equally loud, with peaks below full scale.
    """

    name: str
    gender: Gender
    pitch: tuple[int, int, int]
    range: tuple[int, int, int]
    level: int


LANGS: Final = ("en", "zh", "ja")
"""In the order of a variant's figures."""

BASES: Final[Mapping[str, str]] = {"en": "en-us", "zh": "cmn", "ja": "ja"}
ALIASES: Final[Mapping[str, str]] = {"cmn": "zh", "yue": "zh", "hak": "zh"}
PACE: Final[Mapping[str, int]] = {"en": 166, "zh": 165, "ja": 165}
"""Words a minute at rest."""

WOMAN, MAN = "Annie", "Nguyen"
CURATED: Final[Mapping[str, Variant]] = {
    "Annie": Variant("Linden", "woman", (48, 48, 48), (42, 45, 45), 125),
    "Andrea": Variant("Wren", "woman", (40, 44, 40), (85, 85, 95), 70),
    "f1": Variant("Willow", "woman", (60, 66, 60), (80, 80, 95), 95),
    "Nguyen": Variant("Alder", "man", (30, 40, 32), (46, 46, 80), 130),
    "Reed": Variant("Rowan", "man", (52, 62, 52), (60, 60, 95), 80),
    "rob": Variant("Cedar", "man", (58, 74, 62), (44, 42, 80), 130),
    "m7": Variant("Birch", "man", (60, 72, 60), (58, 58, 95), 92),
}
"""Of some ninety variants those that talk rather than chant, measured on the library's 1.52: the fundamental moves by 2.0-2.8
semitones in English (the others 0.4-1.9), there is no echo, and the tests' speech model understands all its sentences. Medians
in English: Annie 219 Hz, Andrea 225, f1 201; Nguyen 122, Reed 115, m7 115, rob 105. Men speak Chinese with a higher setting, as
the tones there draw the median down by a sixth, below the range of a young voice."""

STEADY: Final = frozenset(("Andrea", "f1", "Reed", "m7"))
"""Those whose tones may fall as far as they like."""

BY_NAME: Final = {person.name.casefold(): variant for variant, person in CURATED.items()}

PLAIN: Final = Variant("", "", (50, 56, 50), (50, 50, 80), 100)
"""What a variant nobody has listened to gets."""

def settings_for(lang: str, delivery: Delivery) -> Settings:
    """The library's settings for a run in `lang` (en, zh, ja or any language name of the library)."""
    language, variant = parted(counterpart(delivery.voice, lang))
    person = CURATED.get(variant, PLAIN)
    family = family_of(language)
    column = LANGS.index(family) if family in LANGS else 0
    pitch = within(person.pitch[column] * delivery.pitch, 0, 99)
    return Settings(
        voice=joined_id(language, variant),
        rate=within(PACE.get(family, 165) * delivery.rate, 80, 450),
        pitch=pitch,
        range=within(person.range[column] * delivery.melody, 0, widest(family, variant, pitch)),
        volume=within(person.level * delivery.volume, 0, 200),
    )


def widest(family: str, variant: str, pitch: int) -> int:
    """The greatest range that is safe. In Mandarin the library ends the process where a low voice's tones fall too far: measured
    with fourteen variants from 66 + pitch / 2 on with rob, 82 + pitch / 2 with Annie, 96 with Nguyen, never with the others."""
    return 99 if family != "zh" or variant in STEADY else min(99, 54 + pitch // 2)


def counterpart(voice: str, lang: str) -> str:
    """The id with which the person behind `voice` speaks `lang`: the voice itself in its own language, else their variant of
    the usual one. Her own voice where `voice` is empty; a foreign voice that is nobody's variant speaks everything itself."""
    language, variant = parted(voice or joined_id(BASES.get(lang, lang), WOMAN))
    family = family_of(language)
    if family == family_of(lang) or (not variant and family not in LANGS):
        return joined_id(language, variant)
    return joined_id(BASES.get(lang, lang), variant)


def family_of(language: str) -> str:
    """The language that a name of the library stands for: ``en-gb-scotland`` is ``en``, ``cmn`` is ``zh``."""
    first = language.rpartition("/")[2].partition("-")[0].lower()
    return ALIASES.get(first, first)


def parted(voice: str) -> tuple[str, str]:
    """Language and variant of an id, either of them empty where none is named."""
    if voice.casefold() in BY_NAME:
        return "", BY_NAME[voice.casefold()]
    language, _, variant = voice.partition("+")
    return language, variant


def joined_id(language: str, variant: str) -> str:
    """The id of a language and a variant."""
    return f"{language}+{variant}" if variant else language


def within(value: float, low: int, high: int) -> int:
    """`value` rounded and kept between the bounds; what is no number counts as the lower one."""
    return low if value != value else round(max(low, min(high, value)))
