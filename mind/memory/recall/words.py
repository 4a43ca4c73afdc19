"""A text as the terms that recall counts: English word stems, Chinese and Japanese pairs of characters. Pure.

Irregular forms and plain doublets ("went", "mum") stand for one term; words that carry nothing are left out, so are the
names of the two who talk: a name is nearest to the turn that calls it, which the OTHER one said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from assets import asset
from mind.memory.recall.stems import stem
from mind.store.terms import RUN, STOP_CHARACTERS, STOP_PAIRS, WORD, fold

_EMPTY: Final = (
    "a about after again all also always am an and any anyone anything are as at be because been before being both but by "
    "can could did do does doing done don't down each else ever every for from get give go gonna got had has have having he "
    "her here hers herself hey hi him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself just know "
    "let lot lots me mention might mine more most much my myself no nor not now of off oh ok okay on once one only onto or "
    "other our ours out over own really remember s said same say she should so some something still such sure t tell than "
    "thank thanks that that's the their theirs them themselves then there these they thing things this those though to told "
    "too up us very was wasn't we we're we've were what what's when where which while who whom whose why will with wow "
    "would yeah yes yet you you'd you'll you're you've your yours yourself "
    "kind type sort describe according regarding"
)
HALF_EMPTY: Final = 0.5
"""A pair with a character that carries nothing: most reach from one word into the next."""
STOP_WORDS: Final = frozenset(_EMPTY.split(" "))
"""Also what questions ask with: "what kind of", "which type"."""

POSSESSIVE: Final = re.compile(r"['’]s?$")
ASCII_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
"""`mind.store.terms.WORD` for plain English, three times as fast."""
SINGLE: Final = 0.5
"""What one character of Chinese or Japanese weighs beside a pair."""


@cache
def _one_form() -> dict[str, str]:
    """Every irregular form and the word that stands for it."""
    forms: dict[str, str] = {}
    for line in asset("recall", "irregular.en.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, *rest = line.split()
            for form in rest:
                forms.setdefault(form, first)
    return forms


@cache
def _all_forms() -> dict[str, tuple[str, ...]]:
    """Every word that stands for others, and those."""
    gathered: dict[str, list[str]] = {}
    for form, first in _one_form().items():
        gathered.setdefault(stem(first), [first]).append(form)
    return {first: tuple(forms) for first, forms in gathered.items()}


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """The term a folded English word counts as; empty for words that carry nothing."""
    bare = POSSESSIVE.sub("", word)
    if bare in STOP_WORDS or word in STOP_WORDS or (len(bare) < 2 and not bare.isdigit()):
        return ""
    return stem(_one_form().get(bare, bare))


def surface_forms(term: str) -> tuple[str, ...]:
    """The irregular words by which an index that knows only endings finds a term; itself where it reads as a word."""
    return _all_forms().get(term, (term,) if not term.isascii() or term.isdigit() else ())


def terms(text: str, names: frozenset[str] = frozenset()) -> list[str]:
    """The terms of a text in order, with repeats. `names` are folded words to leave out."""
    if text.isascii():
        return [term for word in ASCII_WORD.findall(text.lower()) if (term := term_of(word)) and not _is_name(word, names)]
    folded = fold(text)
    found = [term for word in WORD.findall(folded) if (term := term_of(word)) and not _is_name(word, names)]
    return found + cjk_terms(folded, names)


def _is_name(word: str, names: frozenset[str]) -> bool:
    return word in names or ("'" in word and word.partition("'")[0] in names)


def cjk_terms(folded: str, names: frozenset[str] = frozenset()) -> list[str]:
    """Pairs of characters and single ones, of what is written without spaces."""
    found: list[str] = []
    for run in RUN.findall(folded):
        for name in names:
            run = run.replace(name, " ") if not name.isascii() else run
        for part in run.split():
            found += [part[i : i + 2] for i in range(len(part) - 1) if _carries(part[i : i + 2])]
            found += [character for character in part if character not in STOP_CHARACTERS]
    return found


def _carries(pair: str) -> bool:
    return pair not in STOP_PAIRS and not all(character in STOP_CHARACTERS for character in pair)


def share(term: str) -> float:
    """How much a term counts beside others."""
    if term.isascii():
        return 1.0
    return SINGLE if len(term) == 1 else HALF_EMPTY if any(sign in STOP_CHARACTERS for sign in term) else 1.0


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The folded words of names."""
    return frozenset(part for name in names for part in (*WORD.findall(fold(name)), *RUN.findall(fold(name))))


@lru_cache(maxsize=256)
def _called(names: frozenset[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    latin = sorted((re.escape(name) for name in names if name.isascii()), key=len, reverse=True)
    other = sorted((re.escape(name) for name in names if not name.isascii()), key=len, reverse=True)
    parts = ([rf"\b(?:{'|'.join(latin)})\b(?:['’]s)?"] if latin else []) + other
    return re.compile(rf"[,，、]?\s*(?:{'|'.join(parts)})", re.IGNORECASE)


def without_names(text: str, names: frozenset[str]) -> str:
    """A text without the names of the two who talk, for an encoder."""
    pattern = _called(names)
    bare = pattern.sub("", text) if pattern else text
    return " ".join(bare.split()).strip(" ,，、") or text
