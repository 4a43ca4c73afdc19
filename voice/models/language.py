"""Which language a speech model understands: its name tells, or the script of its words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from voice.errors import ModelFault
from voice.models.catalogue import KNOWN, OURS

KIND: Final = "speech-model-language"
OFFICIAL: Final = "vosk-model-"
NAMES: Final = {
    "en": "English",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "de": "German",
    "fr": "French",
}
SCRIPTS: Final = {"HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "HANGUL": "ko"}
"""The first word of a letter's name in Unicode, and the language it is a sign of."""

SIGN: Final = 0.2
"""Share of the words in a script from which on it tells the language: loan words are fewer."""

SAMPLE: Final = 5000


def language_of_model(name: str) -> str:
    """What ``vosk-model-small-en-us-0.15`` understands; empty for names of another make."""
    for lang, known in KNOWN.items():
        if name == known:
            return lang
    if not name.startswith(OFFICIAL):
        return ""
    middle = name.removeprefix(OFFICIAL).removeprefix("small-").rpartition("-")[0]
    for tag, lang in OURS.items():
        if middle == tag or middle.startswith(tag + "-"):
            return lang
    return middle.split("-")[0]


def language_of(folder: Path) -> str:
    """The language of the model in `folder`; empty where neither its name nor its words tell. Raises `ModelFault`."""
    from voice.wake.vocabulary import vocabulary_of

    return language_of_model(folder.name) or language_of_words(vocabulary_of(folder).words)


def language_of_words(words: Iterable[str]) -> str:
    """What the script of the words tells: ja where kana is among them, zh where all is in Han, empty for Latin letters."""
    known = sorted(words)
    counts = Counter(script_of(word) for word in known[:: max(1, len(known) // SAMPLE)])
    every = sum(counts.values()) or 1
    signs: Counter[str] = Counter()
    for script, count in counts.items():
        if script in SCRIPTS:
            signs[SCRIPTS[script]] += count
    if signs["ja"] > SIGN / 2 * every:
        return "ja"
    return next((lang for lang, count in signs.most_common(1) if count > SIGN * every), "")


def script_of(word: str) -> str:
    """Of its first letter."""
    letter = next((sign for sign in word if sign.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def check_language(folder: Path, lang: str) -> None:
    """Raise `ModelFault` of kind ``speech-model-language`` where the model in `folder` is known to understand another one."""
    found = language_of(folder)
    if found and found != lang:
        raise ModelFault(
            f"{folder.name} understands {called(found)}, not {called(lang)}.",
            f"Download the speech model for {called(lang)} in the settings, or choose another folder.",
            kind=KIND,
        )


def called(lang: str) -> str:
    """A language for people."""
    return NAMES.get(lang, lang)
