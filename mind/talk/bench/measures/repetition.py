"""Whether she says the same again: sentences, runs of words, how replies begin.

A reply is all she said in one turn, greetings included, without cues. Words are counted in English, characters without
marks and spaces in Chinese and Japanese: a 4-gram of words stands beside a run of 7 characters, an opener is the first 3 words
or 5 characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mind.languages import Lang
from mind.talk.ledger import sentence_key, split_sentences, without_cues

NEAR: Final = 20
"""Replies with which runs of words are compared."""
OPENERS: Final = 60
"""Replies within which an opener should not come back."""
MUCH: Final = 0.2
"""The share of a reply's runs from which it counts as worn."""


@dataclass(frozen=True, slots=True)
class Again:
    """A sentence said before: in which reply, in which one first, and the words."""

    at: int
    first: int
    words: str


def sentences_again(hers: Sequence[str], within: int = 10_000) -> list[Again]:
    """Sentences said before within so many replies; case, spaces and end marks aside. A reply that says one twice counts too."""
    seen: dict[int, int] = {}
    found = []
    for number, text in enumerate(hers):
        for sentence in split_sentences(text):
            key = sentence_key(sentence)
            before = seen.get(key)
            if before is not None and number - before <= within:
                found.append(Again(number, before, sentence))
            seen[key] = number
    return found


def overlaps(hers: Sequence[str], lang: Lang, near: int = NEAR) -> list[float]:
    """Of each reply, the share of its different runs that stand in any of the last `near` replies; 0 where it has none."""
    runs = [grams(text, lang) for text in hers]
    found = []
    for number, own in enumerate(runs):
        before = set().union(*runs[max(0, number - near):number])
        found.append(len(own & before) / len(own) if own else 0.0)
    return found


def openers_again(hers: Sequence[str], lang: Lang, within: int = OPENERS) -> list[bool]:
    """Of each reply, whether one of the last `within` began the same way."""
    heads = [opener(text, lang) for text in hers]
    return [bool(head) and head in heads[max(0, number - within):number] for number, head in enumerate(heads)]


def grams(text: str, lang: Lang, size: int = 0) -> set[str]:
    """The different runs of a reply: 4 words or 7 characters, or `size` of them."""
    units = words_of(text, lang)
    size = size or (4 if lang == "en" else 7)
    glue = " " if lang == "en" else ""
    return {glue.join(units[at:at + size]) for at in range(len(units) - size + 1)}


def long_runs_again(hers: Sequence[str], lang: Lang, near: int = NEAR) -> list[tuple[int, str]]:
    """Runs of 8 words (14 characters) that stand in one of the `near` replies before, or twice in the same one."""
    size = 8 if lang == "en" else 14
    runs = [grams(text, lang, size) for text in hers]
    found = []
    for number, own in enumerate(runs):
        before = set().union(*runs[max(0, number - near):number])
        found += [(number, run) for run in sorted(own & before)]
        units = words_of(hers[number], lang)
        glue = " " if lang == "en" else ""
        listed = [glue.join(units[at:at + size]) for at in range(len(units) - size + 1)]
        found += [(number, run) for run in sorted({run for run in listed if listed.count(run) > 1})]
    return found


def opener(text: str, lang: Lang) -> str:
    """How a reply begins."""
    units = words_of(text, lang)
    return " ".join(units[:3]) if lang == "en" else "".join(units[:5])


def words_of(text: str, lang: Lang) -> list[str]:
    """Its words in lower case, or its characters without marks."""
    plain = without_cues(text).lower().replace("’", "'")
    return re.findall(r"[\w']+", plain) if lang == "en" else list(re.sub(r"[\W_]+", "", plain))
