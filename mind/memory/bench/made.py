"""Made-up turns and vectors in any number, for latencies only. Pure, the same for the same seed.

Words fall off as in talk (Zipf): half are words that carry nothing, the rest everyday words and a long tail of rare ones.
Vectors lie in clusters, as those of turns about like things do.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assets import asset
from mind.memory.recall.words import STOP_WORDS

REPLACED: Final = 0.25
"""Share of words that are replaced where given turns are repeated."""
RARE: Final = 40_000
CLUSTERS: Final = 400
SPREAD: Final = 0.035
"""Noise of a dimension around its cluster; a dimension is about 0.05."""


class MadeTalk:
    """Turns of 8 to 40 words, or copies of `given` ones with every fourth word replaced."""

    def __init__(self, seed: int = 1, given: Sequence[str] = ()) -> None:
        self._chance = random.Random(seed)
        self._given = given
        self._empty = sorted(STOP_WORDS)
        lists = asset("recall", "related.en.txt").read_text("utf-8").splitlines()
        self._known = list(dict.fromkeys(w for line in lists if not line.startswith("#") for w in line.split() if w.isalpha()))
        self._rare = [self._made() for _ in range(RARE)]
        self._chance.shuffle(self._known)

    def turns(self, number: int) -> Iterator[str]:
        """That many turns."""
        for _ in range(number):
            yield self._copied() if self._given else self._sentence(self._chance.randint(8, 40))

    def question(self, turn: str) -> str:
        """A question in some of a turn's words."""
        words = [word for word in turn.split() if word.isalpha() and word not in STOP_WORDS] or turn.split()
        return f"what about the {' '.join(self._chance.sample(words, min(5, len(words))))} again"

    def _copied(self) -> str:
        words = self._chance.choice(self._given).split()
        return " ".join(self._word() if self._chance.random() < REPLACED else word for word in words)

    def _sentence(self, length: int) -> str:
        return " ".join(self._word() for _ in range(length))

    def _word(self) -> str:
        kind = self._chance.random()
        if kind < 0.5:
            return self._chance.choice(self._empty)
        words = self._known if kind < 0.85 and self._known else self._rare
        return words[min(int(self._chance.paretovariate(0.8)) * 2 + self._chance.randint(0, 1), len(words) - 1)]

    def _made(self) -> str:
        syllables = self._chance.randint(2, 4)
        return "".join(self._chance.choice("bdfgklmnprstvw") + self._chance.choice("aeiou") for _ in range(syllables))


def made_vectors(number: int, dim: int = 384, seed: int = 1, at_once: int = 10_000) -> Iterator[NDArray[np.float32]]:
    """That many unit rows, some thousand at a time."""
    chance = np.random.default_rng(seed)
    centres = chance.normal(0, 0.05, (CLUSTERS, dim)).astype(np.float32)
    while number > 0:
        rows = centres[chance.integers(0, CLUSTERS, min(number, at_once))]
        rows = rows + chance.normal(0, SPREAD, rows.shape).astype(np.float32)
        yield (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        number -= len(rows)
