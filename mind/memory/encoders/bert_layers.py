"""The forward pass of a BERT encoder (Devlin et al. 2018) on numpy alone.

Tokens of all texts lie behind one another without padding: sums over tokens need no mask, and attention is taken for all
texts of one length at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

BLOCK: Final = 128
"""Rows that GELU takes at once, so that its passes stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Dense:
    """x W + b; `weight` of shape (in, out)."""

    weight: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        made: Floats = rows @ self.weight
        made += self.bias
        return made


@dataclass(frozen=True, slots=True)
class Norm:
    """Layer normalisation (Ba et al. 2016) over the last axis, in place."""

    weight: Floats
    bias: Floats
    epsilon: float

    def __call__(self, rows: Floats) -> Floats:
        rows -= rows.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", rows, rows)[:, None] / rows.shape[1]
        rows *= 1.0 / np.sqrt(variance + np.float32(self.epsilon))
        rows *= self.weight
        rows += self.bias
        return rows


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer; `mixed` makes query, key and value at once."""

    mixed: Dense
    attended: Dense
    attended_norm: Norm
    inner: Dense
    outer: Dense
    outer_norm: Norm
    heads: int

    def __call__(self, rows: Floats, groups: list[tuple[slice, int]]) -> Floats:
        around = self.attended(self._attention(self.mixed(rows), groups))
        around += rows
        rows = self.attended_norm(around)
        made = self.outer(gelu(self.inner(rows)))
        made += rows
        return self.outer_norm(made)

    def _attention(self, mixed: Floats, groups: list[tuple[slice, int]]) -> Floats:
        width = mixed.shape[1] // 3
        size = width // self.heads
        found = np.empty((len(mixed), width), np.float32)
        for part, length in groups:
            query, key, value = mixed[part].reshape(-1, length, 3, self.heads, size).transpose(2, 0, 3, 1, 4)
            scores = query @ key.swapaxes(-1, -2)
            scores *= np.float32(size**-0.5)
            scores -= scores.max(axis=-1, keepdims=True)
            np.exp(scores, out=scores)
            scores /= scores.sum(axis=-1, keepdims=True)
            found[part] = (scores @ value).transpose(0, 2, 1, 3).reshape(-1, width)
        return found


def gelu(rows: Floats) -> Floats:
    """x Phi(x), in place, with the error function of Abramowitz and Stegun 7.1.26 (off by 1.5e-7 at most).

    With P(z) = erfc(z) for z >= 0 it is max(x, 0) - |x| P(|x| / sqrt 2) / 2 on both sides of 0.
    """
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        size = np.abs(block)
        t = 1.0 / (1.0 + np.float32(0.3275911 / 2**0.5) * size)
        tail = np.float32(1.061405429) * t
        for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
            tail += np.float32(factor)
            tail *= t
        tail *= np.exp(size * size * np.float32(-0.5))
        tail *= size
        tail *= np.float32(0.5)
        np.maximum(block, 0.0, out=block)
        block -= tail
    return rows
