"""Frames of speech and the sound that is said in each, drawn from espeak-ng's voices: the same seed draws the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.ear_training.mfcc import CENTRE, RATE, SHIFT, Array, mfcc
from voice.ear_training.rooms import altered
from voice.ear_training.texts import Script
from voice.espeak.library import Settings, library
from voice.espeak.synthesiser import phones_of
from voice.resample import resampled
from voice.visemes.mouths import bare, is_pause
from voice.visemes.timeline import Phone

ACCENTS: Final = ("en-us", "en-us", "en-us", "en-us", "en", "en-gb-x-rp", "en-gb-scotland", "en-us-nyc", "en-029")
"""Mostly American, which is what she speaks."""

VARIANTS: Final = (
    "m1", "m3", "m5", "m7", "f1", "f3", "f5", "klatt", "klatt3", "klatt5", "Alex", "Andrea", "Andy", "Denis", "Diogo", "Gene",
    "Hugo", "Jacky", "Lee", "Marco", "Michael", "Reed", "adam", "antonio", "aunty", "boris", "ed", "gustave", "iven", "john",
    "max", "miguel", "norbert", "paul", "quincy", "rob", "sandro", "steph", "zac",
)  # fmt: skip
"""espeak-ng's ways to speak with a voice. Hers (Annie) and his (Nguyen), m2 m4 m6 m8 f2 f4 klatt2 klatt4 and more are left out:
the model is judged on those."""

QUIET: Final = 0.04
"""Share of the examples in which nobody speaks."""

SILENCE: Final = ""

SHORT, LATE = 0.03, 0.4
"""Seconds below which an l is late, and the share of the sound before that it gets then."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sound's frames, and the mnemonic (without stress) at the middle of each; empty where nothing sounds."""

    cepstra: Array
    sounds: tuple[str, ...]


def examples(script: Script, count: int, random: np.random.Generator) -> Iterator[Example]:
    """So many lines, each by another voice in another room."""
    for line in script.lines(count, random):
        if random.random() < QUIET:
            yield nobody(random)
            continue
        lead, tail = (int(random.uniform(0.05, 0.6) * RATE) for _ in range(2))
        pcm, phones = said(line, voice(random), random)
        cepstra = mfcc(altered(pcm, lead, tail, RATE, random))
        yield Example(cepstra, sounds_of(phones, lead / RATE, len(cepstra)))


def voice(random: np.random.Generator) -> Settings:
    """One of the training voices, at any pace and pitch."""
    return Settings(
        voice=f"{random.choice(ACCENTS)}+{random.choice(VARIANTS)}",
        rate=int(random.integers(110, 245)), pitch=int(random.integers(15, 90)), range=int(random.integers(20, 80)), volume=100,
    )  # fmt: skip


def said(text: str, settings: Settings, random: np.random.Generator) -> tuple[npt.NDArray[np.int16], list[Phone]]:
    """A text at 16 kHz up to its last sound, and when its sounds begin and end."""
    library().seed(int(random.integers(1, 2**31)))
    raw = library().synthesise(text, settings, lambda: False)
    phones = [phone for phone in with_late_l(phones_of(raw)) if phone.end > phone.start]
    while phones and is_pause(phones[-1].name):
        phones.pop()
    length = int(phones[-1].end * raw.rate) if phones else 0
    return resampled(raw.pcm[:length], raw.rate, RATE), phones


def with_late_l(phones: Sequence[Phone]) -> list[Phone]:
    """An l after a vowel is heard well before espeak-ng's event of it, which may even come with the next sound's."""
    out = list(phones)
    for number in range(1, len(out)):
        before, phone = out[number - 1], out[number]
        if bare(phone.name) == "l" and phone.end - phone.start < SHORT and before.end - before.start > 2 * SHORT:
            begin = before.end - LATE * (before.end - before.start)
            out[number - 1], out[number] = replace(before, end=begin), replace(phone, start=begin)
    return out


def sounds_of(phones: Sequence[Phone], lead: float, count: int) -> tuple[str, ...]:
    """The sound at the middle of each frame."""
    found = [SILENCE] * count
    for phone in phones:
        if is_pause(phone.name):
            continue
        first, last = (round((at + lead - CENTRE) * RATE / SHIFT) for at in (phone.start, phone.end))
        found[max(0, first) : max(0, last)] = [bare(phone.name)] * (min(last, count) - max(0, first))
    return tuple(found[:count])


def nobody(random: np.random.Generator) -> Example:
    """A room in which nobody speaks, from digital silence to loud noise."""
    length = int(random.uniform(0.5, 2.0) * RATE)
    hush = np.zeros(length, np.int16)
    cepstra = mfcc(altered(hush, 0, 0, RATE, random))
    return Example(cepstra, (SILENCE,) * len(cepstra))
