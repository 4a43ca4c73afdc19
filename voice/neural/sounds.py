"""The sounds of a sentence in the notation that a voice was taught: from espeak-ng's IPA, clause by clause."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from voice.espeak.library import library
from voice.neural.clauses import clauses
from voice.neural.kana_sounds import kana_sounds
from voice.voice_packs.layout import LANGUAGES, Layout

ACCENTS: Final = {"en": "en-us", "zh": "cmn", "ja": "ja"}
LONGEST: Final = 380
"""Sounds that a voice is given at once; beyond that a sentence is cut at a clause."""

SWITCH: Final = re.compile(r"\([a-z-]+\)")
"""espeak-ng's marks for a word in another language."""

MERGED: Final[tuple[tuple[str, str], ...]] = (
    ("eɪ", "A"), ("aɪ", "I"), ("aʊ", "W"), ("ɔɪ", "Y"), ("oʊ", "O"), ("əʊ", "Q"), ("dʒ", "ʤ"), ("tʃ", "ʧ"),
    ("ɚɹ", "əɹ"), ("ɚ", "əɹ"), ("ɜː", "ɜɹ"), ("ɐ", "ə"), ("ᵻ", "ɪ"), ("l̩", "ᵊl"), ("n̩", "ᵊn"),
    ("ɾ", "T"), ("ʔ", "t"), ("r", "ɹ"), ("x", "k"), ("ː", ""),
)  # fmt: skip
"""Kokoro's English since its first version: one sign for a diphthong or an affricate, no length, a tap as T."""


def sounds(text: str, lang: str, layout: Layout) -> list[list[int]]:
    """Sentences as code points of their sounds, each short enough. Raises `SynthesisFault`; empty where nothing sounds."""
    sentences: list[str] = []
    current = ""
    for words, mark in clauses(text):
        said = notated(words, lang, layout)
        if current and len(current) + len(said) > LONGEST:
            sentences.append(current)
            current = ""
        current += said + mark + " "
        if mark in (".", "!", "?"):
            sentences.append(current)
            current = ""
    sentences.append(current)
    return [[ord(sign) for sign in sentence.strip()] for sentence in sentences if sentence.strip()]


def notated(words: str, lang: str, layout: Layout) -> str:
    """A clause in the voice's notation."""
    if layout.family == "kokoro" and lang == "ja":
        return kana_sounds(words)
    ipa = SWITCH.sub("", library().sounds(words, accent_of(lang, layout))).strip()
    if layout.family == "kokoro" and lang == "en" and layout.version > 1:
        for several, one in MERGED:
            ipa = ipa.replace(several, one)
    return unicodedata.normalize("NFD", ipa) if layout.family != "kokoro" else ipa


def accent_of(lang: str, layout: Layout) -> str:
    """espeak-ng's voice for the language: that of the pack where it is one of this language."""
    own = LANGUAGES.get(layout.accent.split("-")[0].lower())
    return layout.accent if own == lang else ACCENTS.get(lang, lang)
