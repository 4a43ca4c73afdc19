"""Frames of speech and what they are, drawn from espeak-ng's voices: the same seed draws the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.espeak.library import Settings, library
from voice.espeak.synthesiser import phones_of
from voice.lip_training.rooms import altered
from voice.lip_training.texts import ACCENTS, SENTENCES, WORDS
from voice.visemes.features import FRAME, Heard, heard
from voice.visemes.mouths import bare
from voice.visemes.sounds import SIL, is_known, parts_of
from voice.visemes.timeline import FIRST_OF_GLIDE, Phone

VARIANTS: Final = (
    "m1", "m3", "m5", "m7", "f1", "f3", "f5", "klatt", "klatt3", "klatt5", "Alex", "Andrea", "Andy", "Denis", "Diogo", "Gene",
    "Hugo", "Jacky", "Lee", "Marco", "Michael", "Reed", "adam", "anika", "antonio", "aunty", "boris", "caleb", "croak", "ed",
    "gustave", "iven", "john", "kaukovalta", "max", "miguel", "norbert", "paul", "quincy", "rob", "sandro", "steph", "whisperf",
    "zac",
)  # fmt: skip
"""espeak-ng's ways to speak with a voice. Hers (Annie) and m2 m4 m6 m8 f2 f4 klatt2 klatt4 linda belinda travis and more are
left out: lips are judged on those."""

ENGLISH: Final = 0.6
"""Share of English; the other languages bring vowels that English voices of other engines may come near to."""

MADE_UP: Final = 0.35
"""Share of the English lines that are mere words in a row."""

AMERICAN: Final = frozenset({"0", "0#", "02", "O2"})
"""Written alike in all accents, but rounded in some: learnt from American voices only."""

IGNORED: Final = -1


@dataclass(frozen=True, slots=True)
class Example:
    """A sound's frames, and the class of each (-1 where no one can tell)."""

    sound: Heard
    classes: npt.NDArray[np.int8]


def examples(count: int, random: np.random.Generator) -> Iterator[Example]:
    """So many lines, each by another voice in another room."""
    for _ in range(count):
        text, voice = line(random)
        settings = Settings(
            voice=f"{voice}+{random.choice(VARIANTS)}",
            rate=int(random.integers(105, 250)), pitch=int(random.integers(10, 95)), range=int(random.integers(10, 75)),
            volume=100,
        )  # fmt: skip
        library().seed(int(random.integers(1, 2**31)))
        raw = library().synthesise(text, settings, lambda: False)
        lead, tail = (int(raw.rate * random.uniform(0, 0.4)) for _ in range(2))
        pcm = np.concatenate((np.zeros(lead, np.int16), raw.pcm, np.zeros(tail, np.int16)))
        sound, rate, longer = altered(pcm, raw.rate, random)
        phones = [
            Phone(phone.name, (phone.start + lead / raw.rate) * longer, (phone.end + lead / raw.rate) * longer)
            for phone in phones_of(raw)
        ]
        frames = heard(sound, rate)
        yield Example(frames, classes_of(phones, len(frames.level), voice))


def line(random: np.random.Generator) -> tuple[str, str]:
    """Something to say and espeak-ng's voice for it."""
    others = [name for name in SENTENCES if name != "en"]
    lang = "en" if random.random() < ENGLISH else str(random.choice(others))
    voice = str(random.choice(ACCENTS.get(lang, (lang,))))
    if lang == "en" and random.random() < MADE_UP:
        return " ".join(random.choice(WORDS, int(random.integers(2, 9)))) + ".", voice
    return str(random.choice(SENTENCES[lang])), voice


def classes_of(phones: list[Phone], count: int, voice: str) -> npt.NDArray[np.int8]:
    """The class at the centre of each frame: silence where no sound is."""
    american = voice.startswith("en-us")
    classes = np.full(count, SIL, np.int8)
    for phone in phones:
        sure = is_known(phone.name) and (american or bare(phone.name) not in AMERICAN)
        parts = parts_of(phone.name) if sure else (IGNORED,)
        middle = phone.start + FIRST_OF_GLIDE * (phone.end - phone.start) if len(parts) == 2 else phone.end
        for part, start, end in zip(parts, (phone.start, middle), (middle, phone.end), strict=False):
            classes[max(0, round(start / FRAME)) : max(0, round(end / FRAME))] = part
    return classes
