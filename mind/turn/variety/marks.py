"""Marks of a reply for the months: whole sentences, and long runs of words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from datetime import datetime, timedelta
from typing import Final

from mind.languages import Lang
from mind.ports import UnitOfWork
from mind.talk.ledger import split_sentences
from mind.turn.variety.wording import LONG, PHRASE, key, mark, runs, tokens
from mind.variety_ports import PhraseKind

Marks = Mapping[PhraseKind, Set[int]]

REMEMBERED: Final = timedelta(days=90)
EVERY: Final = 4
"""Of a reply's long runs every fourth is kept: three words more and a phrase is found all the same."""


def marks_of(text: str, lang: Lang, every: int = EVERY, without: Set[str] = frozenset()) -> Marks:
    """The marks of a text: of sentences that are long enough to be phrases, and of every `every`-th long run but some."""
    sentences: set[int] = set()
    found: set[int] = set()
    for sentence in split_sentences(text):
        words = tokens(sentence, lang)
        if len(words) >= PHRASE[lang]:
            sentences.add(mark(key(words)))
        found |= {mark(run) for run in runs(words, LONG[lang])[::every] if run not in without}
    return {"sentence": sentences, "gram": found}


def said_since(now: datetime) -> datetime:
    """From when on phrases are remembered."""
    return now - REMEMBERED


def keep_marks(uow: UnitOfWork, turn_id: int, text: str, lang: Lang, now: datetime) -> None:
    """Remember a reply's phrases, and let go of those too old. The caller commits."""
    uow.phrases.add(turn_id, marks_of(text, lang), now)
    uow.phrases.prune(said_since(now))


def any_said(now: datetime, marks: Marks) -> Callable[[UnitOfWork], bool]:
    """Work for the store: whether one of the marks was said within the months."""
    since = said_since(now)
    return lambda uow: any(uow.phrases.said(kind, hashes, since) for kind, hashes in marks.items() if hashes)
