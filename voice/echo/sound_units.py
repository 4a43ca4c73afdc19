"""Text as the sounds it is said with: words of English, syllables of Chinese, morae of Japanese, each with its place.

Homophones are equal then, figures and their words too, whichever way a recogniser writes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, Literal

from voice.errors import SynthesisFault
from voice.reading.spoken_text import spoken_runs
from voice.reading.traced_text import TracedText

Kind = Literal["word", "syllable", "mora"]

SOUND: Final = re.compile(
    r"(?P<mora>[ァ-ヴ][ァィゥェォャュョヮ]?)|(?P<syllable>[a-zü]+[1-5])|(?P<word>[^\W\d_ァ-ヿ]+(?:'[^\W\d_]+)*)"
)
WEIGHTS: Final[dict[Kind, float]] = {"word": 1.0, "syllable": 0.5, "mora": 0.34}
"""How much of a word each is: a Chinese word has about two syllables, a Japanese one three morae."""

SECONDS: Final[dict[Kind, float]] = {"word": 0.45, "syllable": 0.28, "mora": 0.16}
"""How long each takes to be said, slowly."""

ALIKE: Final = 0.72
"""From this likeness on, two sounds may be the same one, heard wrongly."""

MORAE: Final = str.maketrans("ヲヂヅヴ", "オジズブ")
HARD: Final = str.maketrans("ガギグゲゴザジズゼゾダデドバビブベボパピプペポ", "カキクケコサシスセソタテトハヒフヘホハヒフヘホ")
FLAT: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("r", "n"), ("f", "h"))
"""What speakers and recognisers of Mandarin mix up."""

SPELT: Final = (
    ("ph", "f"), ("gh", ""), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"),
    ("wh", "w"), ("kn", "n"), ("wr", "r"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """One sound, which stands for characters `begin` to `end` of the text."""

    sound: str
    kind: Kind
    begin: int
    end: int


def units(text: str, lang: str) -> tuple[Unit, ...]:
    """The sounds of `text` as it is said in `lang`, in order."""
    try:
        runs = [run.source for run in spoken_runs(text, lang)]
    except SynthesisFault:  # a dictionary is missing: the letters alone are compared
        runs = [TracedText.of(text)]
    return tuple(unit for run in runs for unit in _units(run))


def _units(run: TracedText) -> list[Unit]:
    found: list[Unit] = []
    for match in SOUND.finditer(run.text.casefold()):
        kind: Kind = "word"
        if match["mora"]:
            kind = "mora"
        elif match["syllable"]:
            kind = "syllable"
        begin, end = run.span(match.start(), match.end())
        found.append(Unit(match[0].translate(MORAE), kind, begin, end))
    return found


@lru_cache(maxsize=8192)
def likeness(one: str, other: str, kind: Kind) -> float:
    """0 to 1: how well one sound can be taken for the other."""
    if one == other:
        return 1.0
    if kind == "mora":
        return 0.8 if one.translate(HARD)[:1] == other.translate(HARD)[:1] else 0.0
    if kind == "syllable":
        bare, plain = one[:-1], other[:-1]
        return 0.85 if bare == plain else 0.75 if _flat(bare) == _flat(plain) else 0.0
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return 0.85
    if len(short) < 3 or 2 * len(short) < ALIKE * (len(short) + len(long)):
        return 0.0
    letters = SequenceMatcher(None, one, other, autojunk=False).ratio()
    spoken = SequenceMatcher(None, _spoken(one), _spoken(other), autojunk=False).ratio()
    return max(letters, spoken)


def _flat(syllable: str) -> str:
    for old, new in FLAT:
        syllable = syllable.replace(old, new)
    return syllable


def _spoken(word: str) -> str:
    """Roughly how an English word sounds: its consonants, one for each double, and one sign for any vowel."""
    for old, new in SPELT:
        word = word.replace(old, new)
    word = re.sub(r"(?<=.)e$", "", word)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]+", "a", word))
