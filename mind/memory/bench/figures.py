"""Figures of retrieval. Pure.

Recall at k is the mean share of a question's evidence among the first k; hit at k whether any of it is there; sessions are
ranked by their best turn, NDCG (Järvelin and Kekäläinen 2002) with every session of evidence as gain 1.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

DEPTHS: Final = (5, 10, 20, 50)
HITS: Final = (1, 5, 10)


@dataclass(frozen=True, slots=True)
class Answered:
    """What one question brought: the places found, best first, beside those wanted, by turn and by session; seconds."""

    category: int
    found: tuple[int, ...]
    wanted: tuple[int, ...]
    sessions: tuple[int, ...]
    wanted_sessions: tuple[int, ...]
    seconds: float


def recall_at(found: Sequence[int], wanted: Collection[int], k: int) -> float:
    """The share of what is wanted among the first k, 0..1."""
    return len(set(found[:k]) & set(wanted)) / len(set(wanted))


def ndcg_at(found: Sequence[int], wanted: Collection[int], k: int) -> float:
    """Normalised discounted cumulative gain, 0..1."""
    gained = sum(1 / math.log2(place + 2) for place, one in enumerate(found[:k]) if one in wanted)
    best = sum(1 / math.log2(place + 2) for place in range(min(k, len(set(wanted)))))
    return gained / best


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of all do not exceed; 0 of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def figures(answered: Sequence[Answered]) -> Mapping[str, float]:
    """All figures of some questions, percentages 0..100 and milliseconds."""
    found = {f"recall@{k}": 100 * mean([recall_at(one.found, one.wanted, k) for one in answered]) for k in DEPTHS}
    found |= {f"hit@{k}": 100 * mean([float(recall_at(one.found, one.wanted, k) > 0) for one in answered]) for k in HITS}
    found["session_hit@1"] = 100 * mean([float(set(one.sessions[:1]) <= set(one.wanted_sessions)) for one in answered])
    found["session_ndcg@5"] = 100 * mean([ndcg_at(one.sessions, one.wanted_sessions, 5) for one in answered])
    found["p50_ms"] = 1000 * quantile([one.seconds for one in answered], 0.5)
    found["p95_ms"] = 1000 * quantile([one.seconds for one in answered], 0.95)
    return {"questions": float(len(answered)), **found}
