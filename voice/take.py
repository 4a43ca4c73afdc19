"""What an engine made of one run of words, and several such takes joined into an utterance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.resample import resampled
from voice.scripts import language_of
from voice.utterance import Utterance, WordMark
from voice.visemes.stress import accents, emphasised, stresses_of
from voice.visemes.timeline import Phone, shaped_by_sound, timeline

RATE: Final = 22050
"""Of an utterance in which nothing sounds."""


@dataclass(frozen=True, slots=True)
class Take:
    """Mono int16 with its sounds and words, in seconds from its first sample; words as (at, begin, end) of the caption."""

    pcm: npt.NDArray[np.int16]
    rate: int
    phones: Sequence[Phone]
    words: Sequence[tuple[float, int, int]]


def joined(text: str, takes: Sequence[Take]) -> Utterance:
    """Several takes, one after another, as the utterance of `text`."""
    if not takes:
        return Utterance(text, np.zeros(0, np.int16), RATE, (), ())
    rate = takes[0].rate
    pieces: list[npt.NDArray[np.int16]] = []
    phones: list[Phone] = []
    words: list[WordMark] = []
    at = 0.0
    for take in takes:
        pieces.append(resampled(take.pcm, take.rate, rate))
        phones += [Phone(phone.name, at + phone.start, at + phone.end) for phone in take.phones]
        words += [WordMark(at + when, begin, end) for when, begin, end in take.words if end > begin]
        at += len(pieces[-1]) / rate
    pcm = np.concatenate(pieces)
    lang = language_of(text)
    leant = accents(words, phones, pcm, rate, text, lang)
    visemes = emphasised(shaped_by_sound(timeline(phones, len(pcm) / rate), pcm, rate), leant)
    return Utterance(text, pcm, rate, visemes, tuple(words), stresses=stresses_of(leant, phones, text, lang))
