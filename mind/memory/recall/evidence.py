"""What speaks for each turn: one value per channel, of a few hundred turns and one question. Pure.

A turn is judged with its neighbours in the same sitting: what answers a question often holds none of its words, the turn
before it does.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mind.domain import Said
from mind.memory.recall.answers import answers, statement
from mind.memory.recall.dates import date_fit, spans
from mind.memory.recall.query import Question
from mind.memory.recall.words import terms
from mind.store.terms import RUN, fold

Floats = NDArray[np.float64]

K1: Final = 0.9
B: Final = 0.3
"""BM25's saturation and length share (Robertson and Zaragoza 2009): turns are short, length tells little."""
WINDOW: Final = ((-1, 1.0), (1, 0.5), (-2, 0.5), (2, 0.25))
"""How much the turns before and after count in a window: a question stands before its answer, and before that the
answering one's own last turn."""
NEAREST: Final = 4
"""Rows between neighbours of a sitting whose other turns were forgotten."""
FEWEST: Final = 30
COHERENT: Final = 0.25
"""Standard deviations. An encoder at home in a language gives 0.7 to 1.2, one that cannot read it -0.4 to 0."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What BM25 must know of all turns: how many there are, their mean length in terms, and how many hold a term."""

    turns: int
    length: float
    holding: Callable[[str], int]


@dataclass
class Ground:
    """Turns in order of id, with what is found once for all channels. `vectors`: unit rows, zero where a turn has none."""

    said: Sequence[Said]
    names: frozenset[str]
    corpus: Corpus
    vectors: NDArray[np.float32] | None = None
    beside: Mapping[int, NDArray[np.int64]] = field(init=False)
    """By distance the place of the turn so far before (below 0) or after each; -1 where there is none."""
    before: NDArray[np.int64] = field(init=False)
    after: NDArray[np.int64] = field(init=False)
    sittings: Sequence[NDArray[np.int64]] = field(init=False)
    counts: Sequence[Counter[str]] = field(init=False)
    lengths: Floats = field(init=False)

    def __post_init__(self) -> None:
        before, after = _neighbours(self.said)
        self.before, self.after = before, after
        self.beside = {-1: before, 1: after, -2: _further(before), 2: _further(after)}
        self.sittings = _places(np.array([turn.sitting for turn in self.said], dtype=np.int64))
        self.counts = [counted(turn.text, self.names) for turn in self.said]
        self.lengths = np.array([float(sum(count.values())) for count in self.counts])


@lru_cache(maxsize=4096)
def counted(text: str, names: frozenset[str]) -> Counter[str]:
    """How often a text holds each term."""
    return Counter(terms(text, names))


def _neighbours(said: Sequence[Said]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each turn the place of the one before and after it in its sitting; -1 where there is none."""
    before = np.full(len(said), -1)
    after = np.full(len(said), -1)
    for at in range(1, len(said)):
        one, other = said[at - 1], said[at]
        if one.sitting == other.sitting and other.id - one.id <= NEAREST:
            before[at], after[at - 1] = at - 1, at
    return before, after


def _further(step: NDArray[np.int64]) -> NDArray[np.int64]:
    """Two steps where one is known."""
    return np.where(step >= 0, step[step], -1) if len(step) else step


def _places(sittings: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The places of each sitting's turns."""
    if not len(sittings):
        return []
    order = np.argsort(sittings, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(sittings[order])) + 1)


def taken(values: NDArray[Any], places: NDArray[np.int64]) -> NDArray[Any]:
    """The values at the places; zeros where the place is -1."""
    found = values[places]
    found[places < 0] = 0
    return found


def lexical(ground: Ground, question: Question) -> tuple[Floats, Floats]:
    """BM25 of each turn, and of the turn with its neighbours; related words count a little for those asked for."""
    wanted = list(question.wanted)
    if not wanted or not ground.said:
        return np.zeros(len(ground.said)), np.zeros(len(ground.said))
    held = _held(ground.counts, wanted, question)
    corpus = ground.corpus
    worth = np.array([question.wanted[term] * rarity(corpus.holding(term), corpus.turns) for term in wanted])
    around = held + sum(weight * taken(held, ground.beside[step]) for step, weight in WINDOW)
    span = ground.lengths + sum(taken(ground.lengths, ground.beside[step]) for step, _ in WINDOW)
    return _bm25(held, ground.lengths, corpus.length) @ worth, _bm25(around, span, (1 + len(WINDOW)) * corpus.length) @ worth


def _held(counts: Sequence[Counter[str]], wanted: Sequence[str], question: Question) -> Floats:
    """How often each turn holds each term wanted, shape (turns, terms); what stands for it counts by its weight."""
    places: dict[str, list[tuple[int, float]]] = {}
    for column, term in enumerate(wanted):
        for way, weight in {**question.related.get(term, {}), term: 1.0}.items():
            places.setdefault(way, []).append((column, weight))
    held = np.zeros((len(counts), len(wanted)))
    for row, count in enumerate(counts):
        for term in count.keys() & places.keys():
            for column, weight in places[term]:
                held[row, column] += count[term] * weight
    return held


def rarity(holding: int, turns: int) -> float:
    """BM25's inverse document frequency, above 0 for every term."""
    holding = min(holding, turns)
    return math.log(1 + (turns - holding + 0.5) / (holding + 0.5))


def _bm25(held: Floats, lengths: Floats, mean: float) -> Floats:
    norm = K1 * (1 - B + B * lengths / max(mean, 1.0))
    return held * (K1 + 1) / (held + norm[:, None])


def alike(ground: Ground, vector: NDArray[np.float32]) -> tuple[Floats, Floats]:
    """Cosine of each turn, and of its window: the weighed mean of its vector and its neighbours'."""
    assert ground.vectors is not None
    own = ground.vectors
    window = own + sum(np.float32(weight) * taken(own, ground.beside[step]) for step, weight in WINDOW)
    window /= np.maximum(np.linalg.norm(window, axis=1, keepdims=True), 1e-9)
    return (own @ vector).astype(float), (window @ vector).astype(float)


def understood(ground: Ground, cjk: bool) -> bool:
    """Whether the encoder reads the language asked in: turns that follow each other must be more alike than strangers.

    An English encoder finds all Chinese alike; what it says of it would drown what the words say. Where there are too few
    turns to tell, it is believed.
    """
    assert ground.vectors is not None
    told = np.array([bool(RUN.search(turn.text)) == cjk for turn in ground.said]) & ground.vectors.any(axis=1)
    later = np.flatnonzero(told & (ground.before >= 0) & taken(told, ground.before))
    rows = ground.vectors[np.flatnonzero(told)]
    if len(later) < FEWEST or len(rows) < FEWEST:
        return True
    together = np.einsum("ij,ij->i", ground.vectors[later], ground.vectors[ground.before[later]])
    apart = np.einsum("ij,ij->i", rows, np.roll(rows, len(rows) // 2, axis=0))
    return float(together.mean() - apart.mean()) >= COHERENT * float(apart.std())


def plain(ground: Ground, question: Question) -> dict[str, Floats]:
    """The channels that need no other turn: whose words, what kind of answer, which day, how much of a statement."""
    read = [(turn, turn.text.lower() if turn.text.isascii() else fold(turn.text)) for turn in ground.said]
    asks = question.asks
    return {
        "speaker": np.array([question.speakers.get(turn.speaker, 0.0) for turn, _ in read]),
        "answer": np.array([answers(turn.text, folded, asks, question.names) if asks else 0.0 for turn, folded in read]),
        "date": np.array([_fits(question, turn, folded) for turn, folded in read]) if question.dates else np.zeros(len(read)),
        "statement": np.array([statement(folded, length) for (_, folded), length in zip(read, ground.lengths, strict=True)]),
    }


def _fits(question: Question, turn: Said, folded: str) -> float:
    said = turn.at.date()
    return date_fit(question.dates, said, spans(folded, said))
