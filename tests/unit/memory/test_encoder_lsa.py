"""LSA: words that keep the same company come to lie near, on the user's own talk, in memory alone."""

import random

import numpy as np
import pytest

from mind.memory.encoders.lsa import LEAST_TEXTS, fit, singular
from mind.memory.encoders.sparse import SparseRows

SEA = ["boat", "harbour", "sail", "tide", "anchor", "deck"]
KITCHEN = ["oven", "bread", "flour", "dough", "yeast", "butter"]


def talk(number=300, seed=2):
    chance = random.Random(seed)
    return [" ".join(chance.sample(chance.choice((SEA, KITCHEN)), 3)) for _ in range(number)]


def matrix(rows, columns, share, seed=1):
    chance = np.random.default_rng(seed)
    dense = np.where(chance.random((rows, columns)) < share, chance.normal(size=(rows, columns)), 0).astype(np.float32)
    dense[3] = 0
    at = [np.flatnonzero(row) for row in dense]
    values = np.concatenate([row[columns] for row, columns in zip(dense, at, strict=True)])
    return dense, SparseRows(np.cumsum([0, *map(len, at)]), np.concatenate(at), values, columns)


def test_words_that_keep_the_same_company_lie_near():
    encoder = fit(talk(), str.split, dim=2)
    boat, tide, oven, unknown = encoder.encode(["boat", "tide", "oven", "saxophone"])
    assert boat @ tide > 0.8 > 0.3 > abs(boat @ oven)
    assert not unknown.any()
    assert np.linalg.norm([boat, tide, oven], axis=1) == pytest.approx(1, abs=1e-5)


def test_the_same_talk_gives_the_same_vectors_in_a_space_of_its_own():
    one, other = fit(talk(), str.split), fit(talk(), str.split)
    assert one.encode(["boat oven"]) == pytest.approx(other.encode(["boat oven"]), abs=1e-5)
    assert one.key != other.key


def test_too_little_talk_tells_nothing():
    assert fit(talk(LEAST_TEXTS - 1), str.split) is None
    assert fit(["hello"] * 500, str.split) is None
    assert fit([""] * 500, str.split) is None


def test_sparse_products_are_those_of_the_dense_matrix(monkeypatch):
    monkeypatch.setattr("mind.memory.encoders.sparse.AT_ONCE", 7)
    dense, sparse = matrix(30, 20, 0.3)
    right = np.random.default_rng(2).normal(size=(20, 5)).astype(np.float32)
    assert sparse.times(right) == pytest.approx(dense @ right, abs=1e-5)
    left = np.random.default_rng(3).normal(size=(30, 5)).astype(np.float32)
    assert sparse.turned().times(left) == pytest.approx(dense.T @ left, abs=1e-5)
    lengths = np.linalg.norm(dense, axis=1, keepdims=True)
    unit = np.divide(dense, lengths, out=np.zeros_like(dense), where=lengths > 0)
    assert sparse.unit().times(np.eye(20, dtype=np.float32)) == pytest.approx(unit, abs=1e-5)


def test_the_singular_vectors_are_the_true_ones():
    dense, sparse = matrix(80, 50, 0.2)
    _, _, true = np.linalg.svd(dense, full_matrices=False)
    found = singular(sparse, 6, seed=0)
    assert np.abs(np.sum(found.T * true[:6], axis=1)) == pytest.approx(1, abs=0.02)
