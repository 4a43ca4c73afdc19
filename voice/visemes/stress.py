"""Which syllables a speaker leans on: where the head nods, the brows rise and lips go farther.

A score for every word from what it is, where it stands and how it sounds: content words and words that turn a sentence
(negation, contrast, superlatives), long vowels, peaks of loudness and pitch, the last word that matters before a pause. Brows
and head go with such accents (Krahmer and Swerts 2007; Kim, Cvejic and Davis 2014); the numbers are ours, by eye and ear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.utterance import Stress, Viseme, WordMark
from voice.visemes.mouths import VOWEL_PULL, bare, is_pause, mouths_of, stressed
from voice.visemes.small_words import DENIAL, FUNCTION, TURNING
from voice.visemes.timeline import Phone

Pcm = npt.NDArray[np.int16]

CONTENT, LONG, PEAK, FIRST, TURN, LAST, SMALL = 0.3, 0.2, 0.2, 0.1, 0.25, 0.15, -0.3
"""What adds to the score of a word."""

LONGER: Final = 1.2
"""How many times as long as the sentence's mean a vowel is that stands out."""

LOUDER, HIGHER = 2.0, 12.0
"""Decibels, and hertz, over the middle of the sentence, by which a peak stands out."""

RISE: Final = 0.6
"""Seconds at the end of a question in which it shows."""

QUESTION: Final = re.compile(r"[?？]|か。?$|吗。?$|呢。?$")
PAUSES: Final = re.compile(r"[.,;:!?…。，、；：！？—)\]」』”]|$")
EDGES: Final = " \t\n.,;:!?…。，、；：！？—\"“”'‘’()（）[]「」『』*_"
PITCHES: Final = (70.0, 450.0)
WINDOW: Final = 0.045
"""Seconds of sound from which a pitch is read."""

LIPS: Final = (0.8, 0.25)
LIPS_SMALL: Final = 0.7
"""The lips' dial: at no stress, and what full stress adds; in a word that is passed over."""


@dataclass(frozen=True, slots=True)
class Accent:
    """A word, or a part of one with an accent of its own, from `start` to `end` seconds; `vowel` is where it is leant on."""

    word: str
    start: float
    end: float
    vowel: tuple[float, float]
    score: float = 0.0
    last: bool = False


def stresses(
    words: Sequence[WordMark], phones: Sequence[Phone], pcm: Pcm, rate: int, text: str, lang: str
) -> tuple[Stress, ...]:
    """The syllables of a sentence that are leant on, in order, and its rise if it asks. About 2 ms a sentence."""
    return stresses_of(accents(words, phones, pcm, rate, text, lang), phones, text, lang)


def stresses_of(found: Sequence[Accent], phones: Sequence[Phone], text: str, lang: str) -> tuple[Stress, ...]:
    """The accents that count, and the rise of a question."""
    denied = DENIAL.get(lang, frozenset())
    made = [
        Stress(*one.vowel, round(min(1.0, one.score), 3), denial=one.word in denied or one.word[:2] in denied)
        for one in found if one.score > 0
    ]
    end = max((phone.end for phone in phones if not is_pause(phone.name)), default=0.0)
    if found and QUESTION.search(text.strip().rstrip("\"”』」)）*~～ ")[-2:]):
        made.append(Stress(max(0.0, end - RISE), end, 0.6, question=True))
    return tuple(sorted(made, key=lambda stress: stress.at))


def accents(
    words: Sequence[WordMark], phones: Sequence[Phone], pcm: Pcm, rate: int, text: str, lang: str
) -> tuple[Accent, ...]:
    """Every word of the sentence that has a vowel, with its score."""
    found = [part for index in range(len(words)) for part in parts(words, index, phones, text, lang)]
    if not found:
        return ()
    lengths = np.array([one.vowel[1] - one.vowel[0] for one in found])
    levels = np.array([level(pcm, rate, one.vowel) for one in found])
    pitches = np.array([pitch(pcm, rate, sum(one.vowel) / 2) for one in found])
    loud, high = peaks(levels, LOUDER), peaks(pitches, HIGHER)
    long = lengths > LONGER * lengths.mean()
    seen: set[str] = set()
    scored = []
    for index, one in enumerate(found):
        small = set(one.word.split() or [one.word]) <= FUNCTION.get(lang, frozenset())
        score = (SMALL if small else CONTENT) + LONG * bool(long[index]) + PEAK * bool(loud[index] or high[index])
        score += FIRST * (not small and one.word not in seen) + TURN * (one.word in TURNING.get(lang, ()))
        score += LAST * (one.last and not small)
        seen.add(one.word)
        scored.append(replace(one, score=score))
    return tuple(scored)


def peaks(values: npt.NDArray[np.float64], above: float) -> npt.NDArray[np.bool_]:
    """Which values stand out of their neighbours, and of the middle of all by `above`."""
    known = values[values != 0]
    if not len(known):
        return np.zeros(len(values), bool)
    before, after = np.r_[-np.inf, values[:-1]], np.r_[values[1:], -np.inf]
    return np.asarray((values >= before) & (values >= after) & (values > float(np.median(known)) + above))


def parts(words: Sequence[WordMark], index: int, phones: Sequence[Phone], text: str, lang: str) -> list[Accent]:
    """The accents of one word: one, or several in the long phrases that an engine marks as one word in Japanese."""
    mark, after = words[index], words[index + 1] if index + 1 < len(words) else None
    until = after.at if after else np.inf
    inside = [phone for phone in phones if mark.at - 0.005 <= phone.start < until - 0.005 and not is_pause(phone.name)]
    vowels = [phone for phone in inside if is_vowel(phone.name)]
    if not vowels:
        return []
    end = inside[-1].end
    written = text[mark.begin : after.begin if after else len(text)]
    last = after is None or bool(PAUSES.search(text[mark.end : after.begin][:2].strip() or " "))
    if lang == "ja" and len(written) > 3:
        return phrase(written, mark.at, end, vowels, last)
    leant = next((vowel for vowel in vowels if stressed(vowel.name)), None)
    leant = leant or max(vowels, key=lambda vowel: vowel.end - vowel.start)
    word = written.strip(EDGES).casefold().replace("’", "'")
    if lang == "zh":  # marked by the character; some words are two
        pairs = (text[mark.begin : mark.begin + 2], text[max(0, mark.begin - 1) : mark.begin + 1])
        word = next((pair for pair in pairs if any(pair in known["zh"] for known in (TURNING, FUNCTION, DENIAL))), word)
    return [Accent(word, mark.at, end, (leant.start, leant.end), last=last)]


def phrase(written: str, start: float, end: float, vowels: Sequence[Phone], last: bool) -> list[Accent]:
    """A Japanese phrase cut at its accents; the characters of each part are those of its share of the time."""
    leant = [vowel for vowel in vowels if vowel.name[0] in "',"] or [vowels[0]]
    edges = [start, *((one.end + other.start) / 2 for one, other in pairwise(leant)), end]
    made = []
    for index, vowel in enumerate(leant):
        begin, stop = edges[index], edges[index + 1]
        place = [round(len(written) * (at - start) / max(end - start, 1e-6)) for at in (begin, stop)]
        near = written[max(0, place[0] - 1) : place[1] + 1]
        word = next((one for one in sorted(TURNING["ja"], key=len, reverse=True) if one in near), near.strip(EDGES))
        made.append(Accent(word, begin, stop, (vowel.start, vowel.end), last=last and index == len(leant) - 1))
    return made


def is_vowel(name: str) -> bool:
    """Whether a mnemonic is a vowel or a glide between two."""
    mouth = mouths_of(name)[0]
    return mouth.vowel and mouth.pull == VOWEL_PULL and bare(name) not in ("j", ";", "_j", "ɥ")


def level(pcm: Pcm, rate: int, span: tuple[float, float]) -> float:
    """Loudness of a stretch in dB of full scale; -80 where nothing sounds."""
    piece = pcm[int(span[0] * rate) : max(int(span[1] * rate), int(span[0] * rate) + 1)].astype(np.float64)
    power = float((piece**2).mean()) / 32768.0**2 if len(piece) else 0.0
    return 10 * float(np.log10(max(power, 1e-8)))


def pitch(pcm: Pcm, rate: int, at: float) -> float:
    """Fundamental in Hz around a moment by autocorrelation; 0 where the sound has none."""
    half = int(WINDOW * rate / 2)
    piece = pcm[max(0, int(at * rate) - half) : int(at * rate) + half].astype(np.float64)
    low, high = int(rate / PITCHES[1]), int(rate / PITCHES[0])
    if len(piece) <= high + 2 or not piece.any():
        return 0.0
    piece = (piece - piece.mean()) * np.hanning(len(piece))
    spectrum = np.fft.rfft(piece, 2 * len(piece))
    echo = np.fft.irfft(np.abs(spectrum) ** 2)[: high + 1]
    lag = low + int(np.argmax(echo[low:]))
    return rate / lag if echo[lag] > 0.3 * echo[0] else 0.0


def emphasised(visemes: Sequence[Viseme], found: Sequence[Accent]) -> tuple[Viseme, ...]:
    """Lips that go farther in words that matter and less in those that are passed over (the lip dial of JALI)."""
    out, index = [], 0
    for viseme in visemes:
        while index + 1 < len(found) and found[index + 1].start <= viseme.start + 1e-3:
            index += 1
        if not found or viseme.shape in ("sil", "closed"):
            out.append(viseme)
            continue
        score = min(1.0, found[index].score)
        dial = LIPS[0] + LIPS[1] * score if score > 0 else LIPS_SMALL
        also = tuple((shape, weight if shape == "closed" else round(weight * dial, 3)) for shape, weight in viseme.also)
        out.append(replace(viseme, weight=round(viseme.weight * dial, 3), also=also))
    return tuple(out)
