"""A second look: what the first turns found are about leads to others that share it. Pure.

Questions that need several turns name what joins them only in part; the rarest words of the best turns (a name, a place, a
thing) name the rest. They count little beside the words asked for (relevance feedback, Rocchio 1971, with words as in RM3,
Lavrenko and Croft 2001).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from mind.memory.recall.evidence import Floats, Ground, rarity
from mind.memory.recall.query import Question

FIRST: Final = 3
"""Turns that are believed."""
WORDS: Final = 12
"""Words taken from them."""
LEAST_BEST: Final = 1e-9


def widened(ground: Ground, question: Question, scores: Floats, weight: float) -> Question:
    """The question with the most telling words of the best turns beside its own, each at `weight`."""
    corpus = ground.corpus
    best = np.argsort(-scores, kind="stable")[:FIRST]
    top = max(float(scores[best[0]]), LEAST_BEST) if len(best) else 1.0
    told: dict[str, float] = {}
    for at in best:
        share = float(scores[at]) / top
        for term in ground.counts[at]:
            if term not in question.wanted and len(term) > 1:
                told[term] = told.get(term, 0.0) + share * rarity(corpus.holding(term), corpus.turns)
    further = sorted(told, key=lambda term: (-told[term], term))[:WORDS]
    return replace(question, wanted={**question.wanted, **dict.fromkeys(further, weight)})
