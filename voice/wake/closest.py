"""Words that a speech model knows and that sound like one it does not."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import Final

from voice.wake.likeness import likeness, sound_of
from voice.wake.names import is_unspaced
from voice.wake.vocabulary import Vocabulary

LEAST: Final = 0.4
"""Likeness below which a word is not worth naming."""

LONGER: Final = 2
"""Letters by which a word may be longer or shorter."""

SAME: Final = 8
"""Known signs of one sound that are looked at in a Chinese name."""


def closest(word: str, vocabulary: Vocabulary, most: int = 3) -> tuple[str, ...]:
    """The known words likest to a folded `word` that is not known; also two known words that together are it."""
    if is_unspaced(word):
        return homophones(word, vocabulary, most)
    pairs = [f"{word[:at]} {word[at:]}" for at in range(3, len(word) - 2)]
    split = [pair for pair in pairs if all(vocabulary.knows(part) for part in pair.split())]
    near = (known for known in vocabulary.words if abs(len(known) - len(word)) <= LONGER and starts_alike(known, word))
    ranked = heapq.nlargest(most, ((likeness(known, word), known) for known in near if vocabulary.knows(known)))
    found = [known for alike, known in ranked if alike >= LEAST]
    return tuple(dict.fromkeys([*split[:1], *found]))[:most]


def starts_alike(one: str, other: str) -> bool:
    """Whether two words begin with the same letter, or with letters that are said alike."""
    return bool(one) and (one[0] == other[0] or sound_of(one)[:1] == sound_of(other)[:1])


def homophones(word: str, vocabulary: Vocabulary, most: int) -> tuple[str, ...]:
    """Known Chinese or Japanese words of the same or nearly the same sound, else the name sign by sign in known signs."""
    near = (known for known in vocabulary.words if abs(len(known) - len(word)) <= 1 and is_unspaced(known))
    ranked = heapq.nlargest(most, ((likeness(known, word), known) for known in near))
    found = [known for alike, known in ranked if alike >= LEAST]
    signs = [known for known in vocabulary.words if len(known) == 1]
    spelt = [sign if sign in vocabulary.words else same_sound(sign, signs) for sign in word]
    if all(spelt):
        found.insert(0, "".join(spelt))
    return tuple(dict.fromkeys(name for name in found if name != word))[:most]


def same_sound(sign: str, signs: Iterable[str]) -> str:
    """A known sign that is said like this one; empty where there is none."""
    wanted = sound_of(sign)
    return min((known for known in signs if sound_of(known) == wanted), default="")
