"""What she said in her last replies, made ready for looking things up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mind.languages import Lang
from mind.talk.ledger import split_sentences
from mind.turn.variety.wording import LONG, RUN, key, moulds, opener, runs, tokens

REPLIES: Final = 20
"""Replies with which overlap is counted."""
SENTENCES: Final = 80
"""Replies within which no sentence comes back."""
OPENERS: Final = 60
ASKED: Final = 9
"""Replies looked at for questions: with the one being said they are ten."""
QUESTIONS: Final = 5
"""Of ten replies, so many may end in a question."""
QUESTION: Final = re.compile(r"[?？][\"”」』）)\s]*$|(?:吗|呢|ですか|ますか|かな)[。～~\s]*$")


@dataclass(frozen=True, slots=True)
class Lately:
    """Her last replies. Everything is empty for somebody she has just met."""

    lang: Lang
    runs: frozenset[str] = frozenset()
    """Word runs of the last twenty replies."""
    long_runs: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    moulds: frozenset[str] = frozenset()
    """How the sentences of the last twenty began and ended."""
    openers: tuple[str, ...] = ()
    """How the last sixty began, oldest first."""
    shares: tuple[float, ...] = ()
    """Of the last twenty replies, how much each shared with the twenty before it, 0..1."""
    asked: int = 0
    """How many of the last nine ended in a question."""

    @property
    def reused(self) -> int:
        """How many of the openers had been there among these before."""
        return sum(one in self.openers[:at] for at, one in enumerate(self.openers))


def lately(replies: Sequence[str], lang: Lang) -> Lately:
    """From her last replies, oldest first: sixty are enough, eighty make it exact."""
    words = [tokens(text, lang) for text in replies[-2 * REPLIES :]]
    found = [frozenset(runs(one, RUN[lang])) for one in words]
    shares = [overlap(runs(words[at], RUN[lang]), _union(found[max(0, at - REPLIES) : at])) for at in range(len(words))]
    return Lately(
        lang,
        _union(found[-REPLIES:]),
        _union(frozenset(runs(one, LONG[lang])) for one in words[-REPLIES:]),
        frozenset(key(tokens(one, lang)) for text in replies[-SENTENCES:] for one in split_sentences(text)),
        _union(moulds(tokens(one, lang), lang) for text in replies[-REPLIES:] for one in split_sentences(text)),
        tuple(opener(text, lang) for text in replies[-OPENERS:]),
        tuple(shares[-REPLIES:]),
        sum(ends_asking(text) for text in replies[-ASKED:]),
    )


def overlap(own: list[str], before: frozenset[str]) -> float:
    """The share of a reply's word runs that were said before."""
    return sum(one in before for one in own) / len(own) if own else 0.0


def ends_asking(text: str) -> bool:
    """Whether a text ends in a question."""
    return bool(QUESTION.search(text.rstrip()))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
