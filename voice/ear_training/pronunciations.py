"""How espeak-ng says each word: alone, and in company, where little words are said in passing ("the", "to", "and").

In company the sounds of a line are one row; the row is cut into its words so that each differs as little as possible from the
word said alone (dynamic programming over the edit distance, Levenshtein 1966).
"""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from voice.ear_training.examples import ACCENTS, said
from voice.ear_training.texts import Script, spoken
from voice.espeak.library import Settings
from voice.visemes.mouths import bare, is_pause

Sounds = tuple[str, ...]
Lexicon = dict[str, dict[Sounds, float]]
"""For each word the ways it is said, and how often: the most usual 1."""

FAR: Final = 3
"""Sounds that a word may have more or fewer than when it is said alone."""

RARE: Final = 0.05
"""Share of the most usual way below which another is left out."""

WAYS: Final = 6
"""Of a word at most."""

LOOSE: Final = 0.7
"""Lines of words in any order for each word."""


def lexicon(script: Script, random: np.random.Generator) -> Lexicon:
    """The words as all accents say them."""
    words = script.words
    counts: dict[str, Counter[Sounds]] = defaultdict(Counter)
    for accent in sorted(set(ACCENTS)):
        weight = ACCENTS.count(accent)
        alone = {word: row(word, accent, random) for word in words}
        loose = [" ".join(random.choice(words, 5)) for _ in range(int(LOOSE * len(words)))]
        for word, sounds in alone.items():
            counts[word][sounds] += 2 * weight
        for line in (*script.sentences, *script.asides, *loose):
            said_words = line.split()
            cut = parts(row(line, accent, random), [alone[word] for word in said_words])
            for word, sounds in zip(said_words, cut, strict=True):
                counts[word][sounds] += weight
    return {word: usual(counts[word]) for word in words}


def usual(counts: Counter[Sounds]) -> dict[Sounds, float]:
    """The common ways of a word."""
    most = counts.most_common(WAYS)
    return {sounds: count / most[0][1] for sounds, count in most if sounds and count >= RARE * most[0][1]}


def row(line: str, accent: str, random: np.random.Generator) -> Sounds:
    """The sounds of a line, pauses left out."""
    _, phones = said(spoken(line), Settings(accent, 160, 50, 50, 100), random)
    return tuple(bare(phone.name) for phone in phones if not is_pause(phone.name))


def parts(sounds: Sounds, alone: list[Sounds]) -> list[Sounds]:
    """`sounds` cut into as many words as there are in `alone`, each as near to what it is alone as can be."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for word in alone:
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (cost, cuts) in best.items():
            for length in range(max(0, len(word) - FAR), len(word) + FAR + 1):
                end = begin + length
                if end > len(sounds):
                    break
                total = cost + distance(sounds[begin:end], word)
                if end not in following or total < following[end][0]:
                    following[end] = total, (*cuts, end)
        best = following
    ends = best[len(sounds)][1] if len(sounds) in best else ()
    begins = (0, *ends[:-1])
    return [sounds[begin:end] for begin, end in zip(begins, ends, strict=True)] if ends else alone


@functools.lru_cache(maxsize=100_000)
def distance(one: Sounds, other: Sounds) -> float:
    """Sounds to put in, leave out or exchange; an exchange for a sound of the same first letter costs half."""
    before = [float(place) for place in range(len(other) + 1)]
    for number, sound in enumerate(one, 1):
        now = [float(number)]
        for place, wanted in enumerate(other, 1):
            exchange = 0.0 if sound == wanted else 0.5 if sound[0] == wanted[0] else 1.0
            now.append(min(before[place] + 1, now[-1] + 1, before[place - 1] + exchange))
        before = now
    return before[-1]


def with_known(words: Mapping[str, Mapping[Sounds, float]], known: Iterable[str]) -> Lexicon:
    """Only the ways whose sounds are all `known`. Raises `ValueError` where a word is left without any."""
    sounds = set(known)
    kept = {word: {way: share for way, share in ways.items() if sounds.issuperset(way)} for word, ways in words.items()}
    if lost := [word for word, ways in kept.items() if not ways]:
        raise ValueError(f"too few examples: {', '.join(lost)} cannot be said with the sounds that were learnt")
    return kept
