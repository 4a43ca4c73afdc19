"""One score from many channels: each scaled to 0..1, weighed and summed, then what stands around a turn. Pure.

Scores are summed, not ranks: how much better the best is than the next tells most. How recent a turn is has no part in it:
as a term of the sum it drowns the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from mind.memory.recall.evidence import Floats, Ground, taken

LEXICAL: Final = MappingProxyType(
    {"words": 1.0, "window": 0.7, "speaker": 0.35, "answer": 0.4, "date": 0.7, "statement": 0.5, "facts": 0.3}
)
"""Weights without an encoder."""
WITH_VECTORS: Final = MappingProxyType(
    {"words": 0.7, "window": 0.5, "meaning": 0.95, "meaning_window": 0.75, "speaker": 0.45, "answer": 0.3, "date": 0.7,
     "statement": 0.5, "facts": 0.3}
)  # fmt: skip
"""Weights with one."""
WITH_OWN_TALK: Final = MappingProxyType({**LEXICAL, "meaning": 0.2, "meaning_window": 0.2})
"""Weights where the talk itself taught what lies near (LSA)."""
FURTHER: Final = 0.12
"""What a word of the second look weighs beside one that was asked for, without an encoder."""
FURTHER_WITH_VECTORS: Final = 0.25
"""With one: then the first turns are surer."""
NEIGHBOUR: Final = 0.15
SITTING: Final = 0.3
BEST_OF_SITTING: Final = 3

SCALED_BY_BEST: Final = frozenset({"words", "window"})
SCALED_BY_RANGE: Final = frozenset({"meaning", "meaning_window"})


def scaled(channels: Mapping[str, Floats]) -> dict[str, Floats]:
    """Every channel in 0..1: counts of words by the best, cosines from least to greatest, the rest as it is."""
    return {name: _scaled(name, values) for name, values in channels.items()}


def _scaled(name: str, values: Floats) -> Floats:
    if name in SCALED_BY_BEST:
        return by_best(values)
    return by_range(values) if name in SCALED_BY_RANGE else values


def by_best(values: Floats) -> Floats:
    best = float(values.max(initial=0.0))
    return values / best if best > 0 else values


def by_range(values: Floats) -> Floats:
    if not len(values):
        return values
    low, high = float(values.min()), float(values.max())
    return (values - low) / (high - low) if high > low else np.zeros_like(values)


def fused(channels: Mapping[str, Floats], weights: Mapping[str, float], ground: Ground) -> Floats:
    """The score of each turn: its own channels (`scaled`), its best neighbour, and how good its sitting is."""
    own = sum((weight * channels[name] for name, weight in weights.items() if name in channels), np.zeros(len(ground.said)))
    neighbour = by_best(np.maximum(taken(own, ground.before), taken(own, ground.after)))
    return own + NEIGHBOUR * neighbour + SITTING * by_range(sitting_scores(own, ground))


def sitting_scores(own: Floats, ground: Ground) -> Floats:
    """For each turn the mean of the best three of its sitting."""
    found = np.zeros(len(own))
    for places in ground.sittings:
        best = np.sort(own[places])[-BEST_OF_SITTING:]
        found[places] = best.sum() / BEST_OF_SITTING
    return found
