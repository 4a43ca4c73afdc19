"""The voices a person can choose between: an engine's voice with its name and what it is like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale

from desktop.conversation.voice_address import OWN, VoiceAddress, address_of
from desktop.settings.model import CharacterVoice, EngineName
from desktop.theme.words import words
from mind.languages import Lang
from voice.ports import EngineVoice

BUILT_IN: Final[dict[str, tuple[str, ...]]] = {"mira": ("Annie", "Andrea", "f1"), "kai": ("Nguyen", "Reed", "rob")}
"""Whose voices come with Hearth: variants of espeak-ng by character, the usual one first."""

ALL_BUILT_IN: Final = frozenset(variant for variants in BUILT_IN.values() for variant in variants)

SPOKEN: Final[dict[str, str]] = {"cmn": "zh", "yue": "yue", "hak": "hak"}
"""Languages under another tag than the one they are known by."""


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A voice on a card. `own` is the variant of one that comes with Hearth, whose words follow the language."""

    engine: EngineName
    voice: str = ""
    called: str = ""
    """The voice's own name; empty where the words name it."""
    langs: tuple[str, ...] = ()
    own: str = ""
    sex: str = ""

    @property
    def address(self) -> VoiceAddress:
        """As a sentence carries it."""
        return address_of(self.engine, self.voice)

    def name(self) -> str:
        """What it is called."""
        if self.own:
            return words()(f"voice.own.{self.own}")
        called = self.called or words()(f"voice.some.{self.engine}")
        return called[:1].upper() + called[1:]

    def note(self, *, listed: bool = False) -> str:
        """What it is like; and where it comes from, unless it is `listed` under that."""
        if self.own:
            return words()(f"voice.own_note.{self.own}")
        if not (self.called or self.langs):
            return words()(f"voice.alone.{self.engine}")
        says = [self.languages(), words()(f"voice.sex.{self.sex}") if self.sex else ""]
        if not listed:
            says = [says[0], words()(f"voice.from.{self.engine}")]
        return " · ".join(part for part in says if part)

    def languages(self) -> str:
        """The languages it speaks by their names, three at most; empty for a voice of any."""
        names = list(dict.fromkeys(language_name(lang) for lang in self.langs))
        return ", ".join(names[:3]) + ("…" if len(names) > 3 else "")


def built_in(character: str, lang: Lang) -> list[VoiceChoice]:
    """The voices that came with Hearth for a character."""
    from voice.espeak.voices import BASES, joined_id

    variants = BUILT_IN.get(character, BUILT_IN["mira"])
    return [VoiceChoice("espeak", joined_id(BASES[lang], variant), own=variant) for variant in variants]


def choice_of(voice: EngineVoice) -> VoiceChoice:
    """An engine's voice as a choice."""
    sex = voice.note if voice.note in ("woman", "man") else ""
    own = own_of(voice.id) if voice.engine == OWN else ""
    if own in ALL_BUILT_IN:
        return VoiceChoice("espeak", voice.id, langs=voice.langs, own=own)
    return VoiceChoice(voice.engine, voice.id, voice.name, voice.langs, sex=sex)  # type: ignore[arg-type]


def is_set(choice: VoiceChoice, voice: CharacterVoice) -> bool:
    """Whether this is the voice that is set. One of our own is the same person in every language."""
    asked = address_of(voice.engine, voice.voice)
    return choice.address == asked or bool(choice.own and asked.engine == OWN and own_of(asked.voice) == choice.own)


def own_of(voice: str) -> str:
    """The person of ours behind a voice of espeak-ng, hers where none is named; empty for an accent or somebody else."""
    from voice.espeak.voices import BASES, CURATED, WOMAN, parted

    language, variant = parted(voice)
    if not voice:
        return WOMAN
    return variant if language in BASES.values() and variant in CURATED else ""


def choose(voice: CharacterVoice, choice: VoiceChoice) -> None:
    """Set a voice; pace, pitch and loudness stay as they are."""
    voice.engine, voice.voice = choice.engine, choice.voice


def family_of(tag: str) -> str:
    """The language of a tag: ``en-gb-scotland`` is ``en``, ``cmn-latn-pinyin`` is ``zh``."""
    first = tag.replace("_", "-").rpartition("/")[2].partition("-")[0].lower()
    return SPOKEN.get(first, first)


def language_name(tag: str) -> str:
    """A language in the words of the window where it has them, else in its own."""
    family = family_of(tag)
    if family in ("en", "zh", "ja"):
        return words()(f"language.{family}")
    return QLocale(family).nativeLanguageName() or tag


def sorted_for(choices: list[VoiceChoice], lang: Lang) -> list[VoiceChoice]:
    """Those that speak the language of the window first, otherwise as the engine has them."""
    return sorted(choices, key=lambda choice: bool(choice.langs) and lang not in map(family_of, choice.langs))
