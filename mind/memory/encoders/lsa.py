"""Latent semantic analysis (Deerwester et al. 1990) on the user's own talk: words that keep the same company come to lie near.

Needs no download and no server. What it learns lives in memory alone: its list of words is made of the user's, and what is
written nowhere need not be erased anywhere.
"""

from __future__ import annotations

import math
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mind.memory.encoders.arrays import unit_rows
from mind.memory.encoders.protocol import OWN_TALK, Vectors
from mind.memory.encoders.sparse import SparseRows

Terms = Callable[[str], Sequence[str]]

DIM: Final = 96
BEYOND: Final = 16
"""Directions looked for beside those kept, so that these come out well (Halko et al. 2011)."""
ROUNDS: Final = 3
"""Power iterations of the search."""
LEAST_TEXTS: Final = 40
"""Fewer tell nothing about the company that words keep."""
LEAST_TERMS: Final = 8
MOST_TERMS: Final = 20_000


class LsaEncoder:
    """`Encoder` fitted on texts. `terms` reads the words that count; the same texts and seed give the same space."""

    name = "LSA"

    def __init__(self, places: dict[str, int], rarity: NDArray[np.float32], directions: Vectors, terms: Terms) -> None:
        self._places, self._rarity, self._directions, self._terms = places, rarity, directions, terms
        self.dim = directions.shape[1]
        # Spaces of two fits are never the same.
        self.key = OWN_TALK + secrets.token_hex(8)

    def __repr__(self) -> str:
        return f"LsaEncoder({len(self._places)} terms)"

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """See `Encoder.encode`; a text of unknown words alone is a row of zeroes."""
        rows = weighed([Counter(self._terms(text)) for text in texts], self._places, self._rarity)
        return unit_rows(rows.times(self._directions))

    def close(self) -> None:
        """Nothing to let go of but memory."""


def fit(texts: Sequence[str], terms: Terms, *, dim: int = DIM, seed: int = 0) -> LsaEncoder | None:
    """A space of the company that words keep in these texts; None where there are too few. Blocks for seconds at 60,000."""
    counts = [Counter(terms(text)) for text in texts]
    holding = Counter(term for count in counts for term in count)
    # A word said once keeps no company that could be compared.
    vocabulary = [term for term, number in holding.most_common(MOST_TERMS) if number > 1]
    if len(texts) < LEAST_TEXTS or len(vocabulary) < LEAST_TERMS:
        return None
    places = {term: place for place, term in enumerate(vocabulary)}
    rarity = np.array([math.log(1 + len(texts) / holding[term]) for term in vocabulary], np.float32)
    wide = min(dim, len(vocabulary) // 2, len(texts) // 2)
    return LsaEncoder(places, rarity, singular(weighed(counts, places, rarity), wide, seed), terms)


def weighed(counts: Sequence[Counter[str]], places: dict[str, int], rarity: NDArray[np.float32]) -> SparseRows:
    """TF-IDF rows of unit length; a word said again in a text counts by the logarithm."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for count in counts:
        held = [(places[term], 1 + math.log(number)) for term, number in count.items() if term in places]
        columns += [place for place, _ in held]
        values += [value for _, value in held]
        ends.append(len(columns))
    at = np.array(columns, np.int64)
    rows = SparseRows(np.array(ends, np.int64), at, np.array(values, np.float32) * rarity[at], len(places))
    return rows.unit()


def singular(rows: SparseRows, dim: int, seed: int) -> Vectors:
    """The first `dim` right singular vectors, as columns, by a randomised search."""
    chance = np.random.default_rng(seed)
    wide = min(dim + BEYOND, rows.columns, rows.count)
    columns = rows.turned()
    basis = np.linalg.qr(rows.times(chance.standard_normal((rows.columns, wide)).astype(np.float32)))[0]
    for _ in range(ROUNDS):
        basis = np.linalg.qr(rows.times(np.linalg.qr(columns.times(basis))[0]))[0]
    # The columns of X'Q span the right directions; the small matrix of their products holds lengths and turn.
    spanned = columns.times(basis)
    lengths, turn = np.linalg.eigh(spanned.T @ spanned)
    values = np.sqrt(np.maximum(lengths[::-1][:dim], 1e-12))
    return np.asarray(spanned @ turn[:, ::-1][:, :dim] / values, np.float32)
