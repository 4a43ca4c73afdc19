"""How much a kept fact has to do with what is being said. Pure.

Each word of the text that a memory holds counts by how rare it is among all that was found: "good" is in everything, "cake"
in one. A word in the talk around a memory counts a little less than one in the memory itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Final

from mind.domain import Memory
from mind.store.terms import index_text, query_terms

IN_TALK: Final = 0.6
FOUND_AT_ALL: Final = 0.05
"""For what the search found by a kinship of words that `stem` does not see."""

ENDING: Final = re.compile(r"(?:ies|ied|ing|ers|ed|es|er|ly|s|y|e)$")


def stem(word: str) -> str:
    """A word without its ending, as far as telling words apart needs it; Chinese and Japanese as they are."""
    return ENDING.sub("", word) if word.isascii() and len(word) > 3 else word


def relevance(text: str, memories: Iterable[Memory], talk: Mapping[int, str]) -> dict[int, float]:
    """A score above 0 for each memory found, by id. `talk` holds the words of its turn, where those were found too."""
    whole, starts = query_terms(text)
    wanted = {stem(term) for term in whole + starts}
    own = {memory.id: _words(f"{memory.text} {memory.quote} {memory.value}", starts) for memory in memories}
    around = {memory_id: _words(talk.get(memory_id, ""), starts) for memory_id in own}
    weights = {term: _rarity(term, own, around) for term in wanted}
    return {
        memory_id: FOUND_AT_ALL + sum(weights[term] * _share(term, own[memory_id], around[memory_id]) for term in wanted)
        for memory_id in own
    }


def _words(text: str, characters: list[str]) -> set[str]:
    words = {stem(word.strip(".,!?;:\"'()“”。，！？、")) for word in index_text(text).split()}
    return words | {character for character in characters if character in text}


def _rarity(term: str, own: Mapping[int, set[str]], around: Mapping[int, set[str]]) -> float:
    """Inverse document frequency over what was found, as in BM25 (Robertson and Sparck Jones)."""
    holding = sum(term in own[memory_id] or term in around[memory_id] for memory_id in own)
    return math.log(1 + (len(own) - holding + 0.5) / (holding + 0.5))


def _share(term: str, own: set[str], around: set[str]) -> float:
    if term in own:
        return 1.0
    return IN_TALK if term in around else 0.0
