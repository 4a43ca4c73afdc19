"""How alike two words sound, from their letters alone: for names that a recogniser wrote down as it could."""

from __future__ import annotations

import functools
import re
from typing import Final

from voice.scripts import script
from voice.wake.names import HIRAGANA

LETTERS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""), (r"^kn|^gn", "n"), (r"^wr", "r"), (r"^x", "s"), (r"tch|ch", "C"), (r"sch|sh|ti(?=on)", "S"),
        (r"ph", "f"), (r"th", "T"), (r"gh", ""), (r"wh", "w"), (r"ck|q|c(?![eiy])", "k"), (r"c", "s"), (r"x", "ks"), (r"z", "s"),
        (r"y$", "i"), (r"(?<=[aeiou])y(?![aeiou])", "i"), (r"(?<=[aeou])h", ""), (r"e$", ""),
        (r"[aeiou]*[aou][aeiou]*", "a"), (r"[ei]+", "i"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""English letters to rough classes of sound: consonants that are said alike fall together, and vowels into two."""


@functools.lru_cache(maxsize=65536)
def sound_of(word: str) -> str:
    """A rough key of how a word sounds: pinyin without tones, hiragana, or classes of English sounds."""
    if any(script(char) == "han" for char in word):
        return pinyin_of(word)
    if any(script(char) == "kana" for char in word):
        return word.translate(HIRAGANA).replace("ー", "")
    key = word.casefold()
    for pattern, sound in LETTERS:
        key = pattern.sub(sound, key)
    return key


def pinyin_of(word: str) -> str:
    """Chinese characters by sound, without tones; as they are where the dictionary lacks them."""
    try:
        from pypinyin import Style, pinyin
    except ImportError:  # an older set-up without Chinese: only the same characters are alike then
        return word
    return "".join(row[0] for row in pinyin(word, style=Style.NORMAL))


def distance(one: str, other: str) -> int:
    """Edits (a letter put in, left out, changed, two swapped) between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def likeness(one: str, other: str) -> float:
    """1 for words that sound the same, 0 for such that share nothing; letters and sound count alike."""
    if one == other:
        return 1.0
    return (share(sound_of(one), sound_of(other)) + share(one, other)) / 2


def share(one: str, other: str) -> float:
    """1 minus the edits per letter of the longer."""
    return 1.0 - distance(one, other) / max(len(one), len(other), 1)
