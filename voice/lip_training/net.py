"""Teaching the net: cross entropy, Adam, a rate that falls like a cosine (Kingma and Ba 2015; Loshchilov and Hutter 2017)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.lip_training.examples import Example
from voice.visemes.classifier import OWN_VOICE, Classifier
from voice.visemes.features import INPUTS, Array, in_context, normalised
from voice.visemes.sounds import CLASSES, SIL

Layers = list[list[Array]]

HIDDEN: Final = (64, 32)
BATCH: Final = 512
RATE: Final = 3e-3
SMOOTHING: Final = 0.05
"""Share of the truth that is spread over all classes: borders between sounds are nowhere exact."""

KEPT_SILENCE: Final = 0.35
"""Share of the silent frames that is learnt from: there are many and they are alike."""

DECAY: Final = 1e-4


def trained(drawn: Sequence[Example], random: np.random.Generator, epochs: int, told: Callable[[str], None]) -> Classifier:
    """A net that knows the examples' classes."""
    mean, deviation = voices_in_general(drawn)
    inputs = np.concatenate([in_context(normalised(one.sound, mean, deviation, OWN_VOICE)) for one in drawn]).astype(np.float16)
    classes = np.concatenate([one.classes for one in drawn]).astype(np.int64)
    kept = (classes >= 0) & ((classes != SIL) | (random.random(len(classes)) < KEPT_SILENCE))
    inputs, classes = inputs[kept], classes[kept]
    prior = np.bincount(classes, minlength=len(CLASSES)) / len(classes)
    layers = fresh(random)
    moments = still(layers), still(layers)
    steps, step = epochs * (len(classes) // BATCH), 0
    for epoch in range(epochs):
        right, lost, seen = 0, 0.0, 0
        order = random.permutation(len(classes))
        for first in range(0, len(order) - BATCH + 1, BATCH):
            step += 1
            pick = order[first : first + BATCH]
            hits, loss, slopes = backward(layers, inputs[pick].astype(np.float32), classes[pick])
            right, lost, seen = right + hits, lost + loss, seen + BATCH
            adapt(layers, slopes, moments, step, RATE * 0.5 * (1 + np.cos(np.pi * step / (steps + 1))))
        told(f"epoch {epoch + 1}: loss {lost / seen:.3f}, right {right / seen:.3f}")
    done = tuple((weights.astype(np.float32), bias.astype(np.float32)) for weights, bias in layers)
    return Classifier(done, np.log(prior).astype(np.float32), mean, deviation)


def voices_in_general(drawn: Sequence[Example]) -> tuple[Array, Array]:
    """Mean and deviation of the cepstra over all speech."""
    speech = np.concatenate([one.sound.cepstra[one.sound.speech] for one in drawn])
    return speech.mean(axis=0), speech.std(axis=0)


def fresh(random: np.random.Generator) -> Layers:
    """Weights before any learning (He 2015)."""
    sizes = (INPUTS, *HIDDEN, len(CLASSES))
    return [
        [(random.standard_normal((before, after)) * np.sqrt(2 / before)).astype(np.float32), np.zeros(after, np.float32)]
        for before, after in pairwise(sizes)
    ]


def backward(layers: Layers, inputs: Array, classes: npt.NDArray[np.int64]) -> tuple[int, float, Layers]:
    """How many were right, the loss summed, and its slope for every weight."""
    values = [inputs]
    for number, (weights, bias) in enumerate(layers):
        after = values[-1] @ weights + bias
        values.append(np.maximum(after, 0) if number < len(layers) - 1 else after)
    scores = values[-1] - values[-1].max(axis=1, keepdims=True)
    log_share = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    rows = np.arange(len(classes))
    wanted = np.full_like(scores, SMOOTHING / scores.shape[1])
    wanted[rows, classes] += 1 - SMOOTHING
    loss = float(-(wanted * log_share).sum())
    slope = (np.exp(log_share) - wanted) / np.float32(len(classes))
    slopes: Layers = []
    for number in range(len(layers) - 1, -1, -1):
        slopes.append([values[number].T @ slope, slope.sum(axis=0)])
        if number:
            slope = (slope @ layers[number][0].T) * (values[number] > 0)
    return int((scores.argmax(axis=1) == classes).sum()), loss, slopes[::-1]


def still(layers: Layers) -> Layers:
    """Noughts in the shape of all weights."""
    return [[np.zeros_like(part) for part in layer] for layer in layers]


def adapt(layers: Layers, slopes: Layers, moments: tuple[Layers, Layers], step: int, rate: float) -> None:
    """One step of Adam, in place, with a little decay of the weights."""
    for layer, slope, first, second in zip(layers, slopes, *moments, strict=True):
        for kind in range(2):
            first[kind] += 0.1 * (slope[kind] - first[kind])
            second[kind] += 0.001 * (slope[kind] ** 2 - second[kind])
            move = first[kind] / (1 - 0.9**step) / (np.sqrt(second[kind] / (1 - 0.999**step)) + 1e-8)
            layer[kind] -= (rate * (move + DECAY * layer[kind])).astype(np.float32)
