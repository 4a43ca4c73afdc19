"""Voices whose sounds are known to the sample: espeak-ng's by its events, flite's by the lengths it prints."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from voice.espeak.held_breath import onset
from voice.espeak.library import Settings, library
from voice.espeak.synthesiser import phones_of
from voice.reading.spoken_text import spoken_runs
from voice.sound_file import read_sound
from voice.take import Take
from voice.visemes.alignment import chained
from voice.visemes.ear import Word
from voice.visemes.mouths import is_pause
from voice.visemes.timeline import Phone


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as it sounds, with the truth: its phones, and when its words begin (none where that cannot be told)."""

    text: str
    lang: str
    pcm: npt.NDArray[np.int16]
    rate: int
    phones: Sequence[Phone]
    words: Sequence[Word]


class Voice(Protocol):
    """Someone who can say a sentence and knows the truth about it."""

    title: str
    lang: str

    def say(self, text: str) -> Spoken:
        """Speak."""


OTHERWISE: Final = {"en": "en-us", "zh": "cmn", "ja": "ja"}
"""The voice for words of another language within a sentence."""


@dataclass(frozen=True)
class EspeakVoice:
    """One of espeak-ng's voices; its events are withheld from the methods."""

    name: str
    lang: str
    rate: int
    pitch: int = 50

    @property
    def title(self) -> str:
        """As it stands in the table."""
        return f"espeak {self.name} {self.rate}"

    def say(self, text: str) -> Spoken:
        """Speak. Raises `SynthesisFault`."""
        takes = []
        for run in spoken_runs(text, self.lang):
            voice = self.name if run.lang == self.lang else f"{OTHERWISE[run.lang]}+{self.name.partition('+')[2]}"
            library().seed(1)
            raw = library().synthesise(run.text, Settings(voice, self.rate, self.pitch, 50, 100), lambda: False)
            phones = phones_of(raw)
            words = [(onset(word.sample / raw.rate, phones), *run.source.span(word.begin, word.end)) for word in raw.words]
            takes.append(Take(raw.pcm, raw.rate, phones, words))
        whole = chained(takes)
        return Spoken(text, self.lang, whole.pcm, whole.rate, whole.phones, whole.words)


ESPEAK: Final = (
    EspeakVoice("en-us+m2", "en", 150),
    EspeakVoice("en-us+m4", "en", 175),
    EspeakVoice("en-us+m6", "en", 200),
    EspeakVoice("en-us+f2", "en", 160),
    EspeakVoice("en-us+f4", "en", 185),
    EspeakVoice("en-us+linda", "en", 165),
    EspeakVoice("en-us+travis", "en", 190),
    EspeakVoice("en-us+Annie", "en", 140),
    EspeakVoice("en-us+klatt2", "en", 170),
    EspeakVoice("en-us+klatt4", "en", 220),
    EspeakVoice("en+m8", "en", 165),
    EspeakVoice("en+belinda", "en", 180),
    EspeakVoice("cmn+f2", "zh", 160),
    EspeakVoice("cmn+m4", "zh", 190),
    EspeakVoice("ja+f2", "ja", 160),
    EspeakVoice("ja+m4", "ja", 190),
)
"""Judged. None of their variants is trained or tuned on; those of `en` have a British accent, which the text does not tell."""

ESPEAK_DEVELOPMENT: Final = (
    EspeakVoice("en-us+m1", "en", 165, 35),
    EspeakVoice("en-us+f5", "en", 190, 70),
    EspeakVoice("en-us+Hugo", "en", 145),
    EspeakVoice("en-us+steph2", "en", 175),
    EspeakVoice("en-us+edward", "en", 205),
    EspeakVoice("cmn+steph2", "zh", 175),
    EspeakVoice("ja+steph2", "ja", 175),
)
"""Tuned on, with the development sentences."""

FLITE: Final = ("slt", "rms", "awb")

FLITE_SOUNDS: Final = {
    "pau": "_:", "aa": "A:", "ae": "a", "ah": "V", "ao": "O:", "aw": "aU", "ax": "@", "ay": "aI", "eh": "E", "er": "3:",
    "ey": "eI", "ih": "I", "iy": "i:", "ow": "oU", "oy": "OI", "uh": "U", "uw": "u:", "ch": "tS", "jh": "dZ", "dh": "D",
    "th": "T", "hh": "h", "ng": "N", "sh": "S", "zh": "Z", "y": "j",
    **{name: name for name in ("b", "p", "m", "d", "t", "f", "v", "g", "k", "l", "n", "r", "s", "z", "w")},
}  # fmt: skip
"""flite's sounds (those of the CMU dictionary) as espeak-ng's mnemonics, so that one table of mouths serves both."""

SEGMENT: Final = re.compile(r"([a-z]+):([0-9.]+)")
WORD: Final = re.compile(r"[\w']+")


@dataclass(frozen=True)
class FliteVoice:
    """A voice of Debian's package flite: another maker, another dictionary. Nothing of it is trained on."""

    name: str
    lang: str = "en"

    @property
    def title(self) -> str:
        """As it stands in the table."""
        return f"flite {self.name}"

    def say(self, text: str) -> Spoken:
        """Speak."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "said.wav"
            told = flite("-voice", self.name, "-psdur", "-t", text, "-o", str(path))
            pcm, rate = read_sound(path)
        phones, at = [], 0.0
        for name, end in SEGMENT.findall(told):
            phones.append(Phone(FLITE_SOUNDS[name], at, float(end)))
            at = float(end)
        return Spoken(text, self.lang, pcm, rate, phones, words_in(text, phones))


def words_in(text: str, phones: Sequence[Phone]) -> list[Word]:
    """When flite's words begin, by how many sounds each has; none where the sentence has more or fewer than its words."""
    sounds = [phone for phone in phones if not is_pause(phone.name)]
    found, number = [], 0
    for match in WORD.finditer(text):
        if number >= len(sounds):
            return []
        found.append((sounds[number].start, *match.span()))
        number += sounds_in(match.group())
    return found if number == len(sounds) else []


@functools.cache
def sounds_in(word: str) -> int:
    """How many sounds flite's dictionary gives a word."""
    return len([name for name in flite("-voice", "kal", "-ps", "-t", word, "none").split() if name != "pau"])


def flite(*arguments: str) -> str:
    """What the program prints."""
    return subprocess.run(["flite", *arguments], capture_output=True, text=True, check=True, timeout=60).stdout


def flite_voices() -> tuple[FliteVoice, ...]:
    """Those that can be had here; none without the package."""
    return tuple(FliteVoice(name) for name in FLITE) if shutil.which("flite") else ()
