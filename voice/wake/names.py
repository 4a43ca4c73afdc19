"""The names she is called by, as people write them and as a recogniser hears them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from voice.scripts import script

LONGEST: Final = 40
"""Characters of a name; more is a sentence."""

MOST_WORDS: Final = 4
MOST_NAMES: Final = 8

GREETINGS: Final[dict[str, tuple[str, ...]]] = {
    "en": ("hey", "hi", "hello", "okay", "ok", "excuse me", "good morning", "good evening"),
    "zh": ("嘿", "嗨", "喂", "哎", "你好", "哈喽", "早上好", "晚上好"),
    "ja": ("ねえ", "ねぇ", "ね", "あの", "やあ", "ヘイ", "こんにちは", "おはよう", "こんばんは"),
}
"""What may stand before a name that is called. Other languages go without."""

TITLES: Final[dict[str, tuple[str, ...]]] = {"ja": ("さん", "ちゃん"), "zh": ("姐", "姐姐")}
"""What may stand behind it."""

NO_LETTER: Final = re.compile(r"[^\w'’\- ]|[\d_]")

Phrase = tuple[str, ...]
"""Words of a recogniser's vocabulary."""


def folded(name: str) -> str:
    """A name in small letters without marks, figures and pictures; empty where it holds nothing that can be said."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("’", "'")
    kept = "".join(char for char in plain if not unicodedata.category(char).startswith(("S", "C")) or char in "\t\n")
    return " ".join(word.strip("'") for word in NO_LETTER.sub(" ", kept).replace("-", " ").split() if word.strip("'"))


def callable_names(names: Iterable[str]) -> tuple[str, ...]:
    """Those that can be called, folded, each once: not empty, not as long as a sentence."""
    kept = (folded(name) for name in names)
    return tuple(dict.fromkeys(name for name in kept if name and fits(name)))[:MOST_NAMES]


def fits(name: str) -> bool:
    """Whether a folded name is short enough to be called."""
    return len(name) <= LONGEST and len(name.split()) <= MOST_WORDS


def phrase_of(name: str, knows: Callable[[str], bool]) -> Phrase | None:
    """The vocabulary's words that a folded name or greeting is heard as; None where one is missing.

    Chinese and Japanese, which write no blanks, are cut into the fewest known words; kana may be known in either script.
    """
    found: list[str] = []
    for word in name.split():
        pieces = next((known for spelling in spellings(word) if (known := cut(spelling, knows)) is not None), None)
        if pieces is None:
            return None
        found += pieces
    return tuple(found) or None


def missing_words(name: str, knows: Callable[[str], bool]) -> tuple[str, ...]:
    """The words of a folded name that the vocabulary lacks."""
    return tuple(word for word in name.split() if phrase_of(word, knows) is None)


def spellings(word: str) -> tuple[str, ...]:
    """A word as written, with a capital (some vocabularies have names so), and in the other kana."""
    return tuple(dict.fromkeys((word, word.capitalize(), word.translate(HIRAGANA), word.translate(KATAKANA))))


def cut(word: str, knows: Callable[[str], bool]) -> Phrase | None:
    """The word itself where it is known; of a script without blanks the fewest known words that make it up."""
    if knows(word):
        return (word,)
    if not is_unspaced(word):
        return None
    best: list[Phrase | None] = [()]
    for end in range(1, len(word) + 1):
        ways = [
            (*before, word[start:end])
            for start in range(end)
            if (before := best[start]) is not None and knows(word[start:end])
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1]


@functools.cache
def is_unspaced(word: str) -> bool:
    """Whether it is all of Chinese characters and kana."""
    return all(script(char) in ("han", "kana") or char == "ー" for char in word)


HIRAGANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
KATAKANA: Final = {code: code + 0x60 for code in range(0x3041, 0x3097)}
