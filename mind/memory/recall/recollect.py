"""Recall of turns: question -> candidates -> evidence -> one score -> a second look -> the best, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mind.domain import Said
from mind.memory.encoders.protocol import OWN_TALK
from mind.memory.recall import fusion
from mind.memory.recall.candidates import Weighed, gather
from mind.memory.recall.confidence import confidence
from mind.memory.recall.dates import Dated
from mind.memory.recall.evidence import Floats, Ground, alike, lexical, plain, understood
from mind.memory.recall.query import Query, Question, read_question
from mind.memory.recall.recollection import Recalled
from mind.memory.recall.second_look import widened
from mind.memory.recall.words import terms
from mind.ports import Turns, TurnVectors
from mind.store.terms import RUN

NO_KEYS: Final[Mapping[int, str]] = MappingProxyType({})
BELIEVED: Final = 3
"""How many of the best are asked whether they hold what was asked for."""
NEAR: Final = 50
"""Turns near in meaning that are weighed."""


def recollect(
    turns: Turns, vectors: TurnVectors | None, query: Query, limit: int = 12, keys: Mapping[int, str] = NO_KEYS
) -> tuple[tuple[Recalled, ...], float]:
    """The turns that fit a query best, and how sure it is (0..1) that one of the first holds what was asked for.
    Reads only.

    `keys` are words of facts by the id of the turn they rest on: further ways to find it.
    """
    question = read_question(query)
    with_vectors = vectors is not None and query.vector is not None
    near = [row for row, _ in vectors.nearest(query.encoder, query.vector, NEAR)] if vectors and with_vectors else []
    weighed = gather(turns, question, [*near, *keys], days(question.dates, query.now.date()))
    if query.before:
        weighed = replace(weighed, said=tuple(turn for turn in weighed.said if turn.id < query.before))
    if not weighed.said:
        return (), 0.0
    ground = Ground(weighed.said, question.names, weighed.corpus, _matrix(vectors, query, weighed) if vectors else None)
    channels, weights = evidence(ground, question, query)
    channels["facts"] = np.array([covered(keys[turn.id], question) if turn.id in keys else 0.0 for turn in ground.said])
    scores = fusion.fused(fusion.scaled(channels), weights, ground)
    further = fusion.FURTHER_WITH_VECTORS if weights is fusion.WITH_VECTORS else fusion.FURTHER
    channels["words"], channels["window"] = lexical(ground, widened(ground, question, scores, further))
    scaled = fusion.scaled(channels)
    scores = fusion.fused(scaled, weights, ground)
    best = np.argsort(-scores, kind="stable")[:limit]
    found = tuple(_recalled(ground, int(at), float(scores[at]), scaled, weights) for at in best)
    cosines = channels["meaning"] if weights is fusion.WITH_VECTORS else None
    return found, confidence(ground, question, [int(at) for at in best[:BELIEVED]], cosines)


def evidence(ground: Ground, question: Question, query: Query) -> tuple[dict[str, Floats], Mapping[str, float]]:
    """Every channel, and the weights that go with what there is."""
    words, window = lexical(ground, question)
    channels = {"words": words, "window": window, **plain(ground, question)}
    if ground.vectors is None or not understood(ground, bool(RUN.search(query.text))):
        return channels, fusion.LEXICAL
    channels["meaning"], channels["meaning_window"] = alike(ground, query.vector)
    return channels, fusion.WITH_OWN_TALK if query.encoder.startswith(OWN_TALK) else fusion.WITH_VECTORS


def covered(text: str, question: Question) -> float:
    """The share of what is asked for that a text holds, 0..1."""
    held = set(terms(text, question.names))
    whole = sum(question.wanted.values())
    return sum(weight for term, weight in question.wanted.items() if term in held) / whole if whole else 0.0


def days(dates: Sequence[Dated], today: date) -> list[tuple[date, date]]:
    """The days around each date named, in every year that could be meant (of the last ten)."""
    found: list[tuple[date, date]] = []
    for one in dates:
        if one.span:
            found.append(one.span)
            continue
        for year in [one.year] if one.year else range(today.year, today.year - 10, -1):
            first = date(year, one.month or 1, min(one.day or 1, 28))
            found.append((first, first + timedelta(days=14 if one.day else 31 if one.month else 366)))
    return found


def _matrix(vectors: TurnVectors, query: Query, weighed: Weighed) -> NDArray[np.float32] | None:
    """The vectors of the turns, zero where there is none; None where none has any."""
    if query.vector is None:
        return None
    held = vectors.of(query.encoder, [turn.id for turn in weighed.said])
    if not held:
        return None
    empty = np.zeros(len(query.vector), dtype=np.float32)
    return np.array([held.get(turn.id, empty) for turn in weighed.said], dtype=np.float32)


def _recalled(ground: Ground, at: int, score: float, channels: Mapping[str, Floats], weights: Mapping[str, float]) -> Recalled:
    why = {name: round(weight * float(channels[name][at]), 3) for name, weight in weights.items() if name in channels}
    return Recalled(
        ground.said[at], score, {name: value for name, value in why.items() if value > 0},
        _beside(ground, int(ground.before[at])), _beside(ground, int(ground.after[at])),
    )  # fmt: skip


def _beside(ground: Ground, at: int) -> Said | None:
    return ground.said[at] if at >= 0 else None


