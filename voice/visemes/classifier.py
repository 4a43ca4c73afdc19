"""Which mouth a frame of sound needs, by ear alone: a small net that has heard many of espeak-ng's voices."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from voice.visemes.features import Array, Heard, in_context, normalised

FILE: Final = Path(__file__).with_name("classifier.npz")
OWN_VOICE: Final = 40.0
"""Frames of speech by which a voice becomes better known than voices in general."""


@dataclass(frozen=True)
class Classifier:
    """Layers of weights and biases, the classes' share of speech, and the cepstra of voices in general."""

    layers: tuple[tuple[Array, Array], ...]
    prior: Array
    mean: Array
    deviation: Array

    def posteriors(self, sound: Heard) -> Array:
        """Log probability of each class in each frame, frames x classes."""
        return self.log_probabilities(in_context(normalised(sound, self.mean, self.deviation, OWN_VOICE)))

    def log_probabilities(self, inputs: Array) -> Array:
        """The net itself: rectified layers, then log of softmax."""
        values = inputs
        for number, (weights, bias) in enumerate(self.layers):
            values = values @ weights + bias
            if number < len(self.layers) - 1:
                values = np.maximum(values, 0)
        values = values - values.max(axis=1, keepdims=True)
        out: Array = values - np.log(np.exp(values).sum(axis=1, keepdims=True))
        return out

    def weights(self) -> int:
        """How many numbers it has learnt."""
        return sum(weights.size + bias.size for weights, bias in self.layers)

    def save(self, path: Path) -> None:
        """Write it down, in half precision: 17 kB."""
        arrays: dict[str, Any] = {
            f"{kind}{number}": array.astype(np.float16)
            for number, layer in enumerate(self.layers) for kind, array in zip(("weights", "bias"), layer, strict=True)
        }  # fmt: skip
        arrays |= {"prior": self.prior, "mean": self.mean, "deviation": self.deviation}
        np.savez(path, **arrays)


def load(path: Path) -> Classifier:
    """Read one that was saved."""
    with np.load(path) as file:
        count = sum(name.startswith("weights") for name in file.files)
        layers = tuple(
            (file[f"weights{number}"].astype(np.float32), file[f"bias{number}"].astype(np.float32)) for number in range(count)
        )
        return Classifier(layers, file["prior"], file["mean"], file["deviation"])


@functools.cache
def classifier() -> Classifier:
    """The one that Hearth brings."""
    return load(FILE)
