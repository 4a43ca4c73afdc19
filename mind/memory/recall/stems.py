"""Porter's stemmer for English (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980).

The same endings as SQLite's `porter` tokeniser takes, so that counts of its index hold for our stems.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Final

STEP_2: Final = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"), ("bli", "ble"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"),
    ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"),
    ("biliti", "ble"),
)  # fmt: skip
STEP_3: Final = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
STEP_4: Final = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti", "ous", "ive",
    "ize",
)  # fmt: skip
LONGEST: Final = 64
"""Letters: what is longer is no word, and SQLite leaves it as it is too."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case; words of other scripts and of one or two letters as they are."""
    if len(word) < 3 or len(word) > LONGEST or not (word.isascii() and word.isalpha()):
        return word
    return _step_5(_step_4(_step_3(_step_2(_step_1c(_step_1b(_step_1a(word)))))))


def _vowels(word: str) -> list[bool]:
    found: list[bool] = []
    for at, letter in enumerate(word):
        found.append(letter in "aeiou" or (letter == "y" and at > 0 and not found[at - 1]))
    return found


def _measure(stem_: str) -> int:
    """How often a vowel is followed by a consonant."""
    found = _vowels(stem_)
    return sum(before and not after for before, after in pairwise(found))


def _double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and not _vowels(word)[-1]


def _short(word: str) -> bool:
    """Consonant, vowel, consonant at the end, the last not w, x or y."""
    if len(word) < 3 or word[-1] in "wxy":
        return False
    last = _vowels(word)[-3:]
    return not last[0] and last[1] and not last[2]


def _step_1a(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _step_1b(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        base = word.removesuffix(ending)
        if base != word:
            return _mended(base) if any(_vowels(base)) else word
    return word


def _mended(base: str) -> str:
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if _double(base) and base[-1] not in "lsz":
        return base[:-1]
    return base + "e" if _measure(base) == 1 and _short(base) else base


def _step_1c(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and any(_vowels(word[:-1])) else word


def _step_2(word: str) -> str:
    return _replaced(word, STEP_2)


def _step_3(word: str) -> str:
    return _replaced(word, STEP_3)


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        if word.endswith(ending):
            base = word[: -len(ending)]
            return base + instead if _measure(base) > 0 else word
    return word


def _step_4(word: str) -> str:
    if word.endswith("ion"):
        base = word[:-3]
        return base if base.endswith(("s", "t")) and _measure(base) > 1 else word
    for ending in sorted(STEP_4, key=len, reverse=True):
        if word.endswith(ending):
            base = word[: -len(ending)]
            return base if _measure(base) > 1 else word
    return word


def _step_5(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        if _measure(base) > 1 or (_measure(base) == 1 and not _short(base)):
            word = base
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
