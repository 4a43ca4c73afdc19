"""Which turns are weighed at all: every one of a small memory; of a large one, those that hold the rarest words asked for,
those near in meaning, those of the days named, and their neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mind.domain import Said
from mind.memory.recall.evidence import Corpus, counted, rarity
from mind.memory.recall.query import Question
from mind.ports import Turns

SMALL: Final = 1000
"""Turns that are weighed one and all."""
CANDIDATES: Final = 60
IN_WINDOWS: Final = 30
"""Of turns whose neighbours hold what is asked for."""
COMMON: Final = 0.01
"""Words in a larger share of all turns than this find nobody."""
LEAST_COMMON: Final = 2000
AROUND: Final = (2, 1)
"""How many turns before and after a candidate are weighed with it; a window's last one counts least."""
FURTHEST: Final = 30_000
"""How far down the owner's turns are looked for among others'."""
RELATED: Final = 6
"""How many related words are looked up."""
DATED: Final = 200


@dataclass(frozen=True, slots=True)
class Weighed:
    """The turns to weigh in order of id, and what BM25 must know of all turns."""

    said: tuple[Said, ...]
    corpus: Corpus


def gather(
    turns: Turns, question: Question, near: Iterable[int] = (), days: Sequence[tuple[date, date]] = ()
) -> Weighed:  # fmt: skip
    """The turns worth weighing. `near` are ids that are near in meaning, `days` spans the question names."""
    every = turns.few(SMALL)
    if every is not None:
        return Weighed(every, corpus_of(every, question.names))
    found = _Index(turns, question.forms)
    scores = found.scores(question.wanted, question.related)
    chosen = list(near)
    held = np.flatnonzero(scores)
    chosen += _best(held, scores[held], CANDIDATES, turns.mine)
    chosen += _best(*_windowed(held, scores), IN_WINDOWS, turns.mine)
    for first, last in days:
        chosen += turns.between(first, last, DATED)
    said = turns.around(set(chosen), *AROUND)
    return Weighed(said, Corpus(found.newest, _mean_length(said, question.names), _Shares(found, said, question.names).holding))


def corpus_of(said: Sequence[Said], names: frozenset[str]) -> Corpus:
    """The counts of turns that are all in hand."""
    holding: Counter[str] = Counter()
    total = 0
    for turn in said:
        count = counted(turn.text, names)
        holding.update(count.keys())
        total += sum(count.values())
    return Corpus(len(said), total / max(len(said), 1), lambda term: holding[term])


def _mean_length(said: Sequence[Said], names: frozenset[str]) -> float:
    return sum(counted(turn.text, names).total() for turn in said) / max(len(said), 1)


class _Shares:
    """How many turns hold a term, counted up to what is common; of terms not asked for, by their share of the weighed."""

    def __init__(self, index: _Index, said: Sequence[Said], names: frozenset[str]) -> None:
        self._index, self._said, self._names = index, said, names
        self._weighed: Corpus | None = None

    def holding(self, term: str) -> int:
        if self._index.asks(term):
            return len(self._index.ids(term))
        self._weighed = self._weighed or corpus_of(self._said, self._names)
        return self._weighed.holding(term) * self._index.newest // max(self._weighed.turns, 1)


class _Index:
    """Lists of ids by term, each read once."""

    def __init__(self, turns: Turns, forms: Mapping[str, frozenset[str]]) -> None:
        self._turns = turns
        self._forms = forms
        self.newest = turns.newest()
        self.most = max(LEAST_COMMON, int(COMMON * self.newest))
        self._lists: dict[str, NDArray[np.int64]] = {}

    def asks(self, term: str) -> bool:
        """Whether the question holds it, itself or by a related word."""
        return term in self._forms

    def ids(self, term: str) -> NDArray[np.int64]:
        """The turns that hold a term, the newest of a common one."""
        if term not in self._lists:
            found = [row for form in self._forms.get(term, (term,)) for row in self._turns.holding(form, self.most)]
            self._lists[term] = np.unique(np.array(found, dtype=np.int64))[-self.most :]
        return self._lists[term]

    def scores(self, wanted: Mapping[str, float], related: Mapping[str, Mapping[str, float]]) -> NDArray[np.float32]:
        """For every id the summed rarity of the terms it holds. Common terms count only where there are no others."""
        total = np.zeros(self.newest + 2, dtype=np.float32)
        # A single character of Chinese or Japanese is in every tenth turn: only where nothing else was asked.
        telling = [term for term in wanted if wanted[term] >= 1] or list(wanted)
        rare = [term for term in telling if len(self.ids(term)) < self.most]
        for term in rare or telling:
            total[self.ids(term)] += wanted[term] * rarity(len(self.ids(term)), self.newest)
        for word, weight in self._related(wanted, related):
            total[self.ids(word)] += weight * rarity(len(self.ids(word)), self.newest)
        return total

    def _related(
        self, wanted: Mapping[str, float], related: Mapping[str, Mapping[str, float]]
    ) -> list[tuple[str, float]]:
        ways = {word: weight for term in wanted for word, weight in related.get(term, {}).items() if word not in wanted}
        rarest = sorted(ways, key=lambda word: (len(self.ids(word)) == 0, len(self.ids(word))))[:RELATED]
        return [(word, ways[word]) for word in rarest if len(self.ids(word)) < self.most]


def _windowed(held: NDArray[np.int64], scores: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Those that hold something and those beside them, each with what stands before and after."""
    near = np.unique(np.concatenate([held - 1, held, held + 1]))
    near = near[(near > 0) & (near < len(scores) - 1)]
    return near, scores[near] + 0.5 * (scores[near - 1] + scores[near + 1])


def _best(
    ids: NDArray[np.int64], scores: NDArray[np.float32], most: int, mine: Callable[[Iterable[int]], set[int]]
) -> list[int]:
    """The best of the owner's, of equals the newer. Others' turns share the index: look further until there are enough."""
    wanted = most
    while True:
        top = np.argpartition(-scores, wanted - 1)[:wanted] if wanted < len(ids) else np.arange(len(ids))
        ordered = ids[top[np.lexsort((-ids[top], -scores[top]))]]
        own = mine(ordered.tolist())
        chosen = [row for row in ordered.tolist() if row in own][:most]
        if len(chosen) >= most or wanted >= min(len(ids), FURTHEST):
            return chosen
        wanted *= 8
