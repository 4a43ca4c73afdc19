"""Everyday words that stand for one another a little: "job" for "work", "guitar" for "instrument". Own lists per language.

A line of ``assets/recall/related.*.txt`` is a group of words of about equal meaning, or ``kind > members``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import permutations
from typing import Final

from assets import asset
from mind.languages import Lang
from mind.memory.recall.words import term_of

ALIKE: Final = 0.25
MEMBER: Final = 0.25
"""A member where its kind was asked for."""
KIND: Final = 0.1
"""A kind where a member was asked for."""


@cache
def related_words(lang: Lang) -> Mapping[str, Mapping[str, tuple[str, float]]]:
    """For a term the terms that stand for it a little: each with the word it came from and its weight."""
    found: dict[str, dict[str, tuple[str, float]]] = {}
    for asked, word, weight in _pairs(lang):
        one, other = _term(asked, lang), _term(word, lang)
        if one and other and one != other and found.setdefault(one, {}).get(other, ("", 0.0))[1] < weight:
            found[one][other] = (word, weight)
    return found


def _pairs(lang: Lang) -> Iterator[tuple[str, str, float]]:
    for line in asset("recall", f"related.{lang}.txt").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kinds, members = (part.split() for part in line.partition(" > ")[::2])
        yield from ((one, other, ALIKE) for one, other in permutations(kinds, 2))
        for kind in kinds:
            for member in members:
                yield kind, member, MEMBER
                yield member, kind, KIND


def related_terms(folded: str, wanted: Collection[str], lang: Lang) -> dict[str, dict[str, tuple[str, float]]]:
    """For the terms of a question those that stand for them a little. Words written without spaces are found within it."""
    kin = related_words(lang)
    if lang == "en":
        return {term: dict(kin[term]) for term in wanted if term in kin}
    found: dict[str, dict[str, tuple[str, float]]] = {}
    for word, others in kin.items():
        key = word[:2]
        if word not in folded or key not in wanted:
            continue
        for other, (_, weight) in others.items():
            parts = [other[i : i + 2] for i in range(max(len(other) - 1, 1))]
            for part in parts:
                ways = found.setdefault(key, {})
                ways[part] = (part, max(weight / len(parts), ways.get(part, ("", 0.0))[1]))
    return found


def _term(word: str, lang: Lang) -> str:
    return term_of(word) if lang == "en" else word
