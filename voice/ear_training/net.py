"""A time-delay net in plain numpy, and teaching it (Waibel 1989; Peddinti, Povey and Khudanpur 2015).

Five frames in; three layers of rectifiers that look 0, +-3 and +-6 frames around; one answer for every third frame. Learnt by
AdamW (Loshchilov and Hutter 2019) with a rate that rises and falls once (Smith 2018), from chunks of every third frame whose
phase is drawn anew, so that all frames are learnt from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.ear_training.mfcc import CEPSTRA, Array

Labels = npt.NDArray[np.int64]
Layers = list[list[Array]]
"""Weights (inputs x outputs) and bias of each layer."""

EVERY: Final = 3
"""Frames from one answer to the next."""

WINDOW: Final = 2
"""Frames on either side that the first layer takes."""

REACH: Final = (0, 1, 2)
"""Answers on either side that each rectified layer takes beside its middle; 0 takes the middle alone."""

EDGE: Final = WINDOW + EVERY * sum(REACH)
"""Frames on either side of an answer that it depends on."""

CHUNK: Final = 50
BATCH: Final = 64
RATE: Final = 4e-3
WARM: Final = 0.2
"""Share of the steps in which the rate rises."""

DECAY: Final = 0.01
SMOOTHING: Final = 0.02
BETAS: Final = (0.9, 0.99)
UNKNOWN: Final = -1
"""The label of frames that nothing is learnt from."""


@dataclass(frozen=True, slots=True)
class Net:
    """Layers that take bare cepstra (mean and deviation are in the first), and the share of each class among the labels."""

    layers: Layers
    priors: Array


@dataclass(frozen=True, slots=True)
class Stream:
    """All examples in a row, edges repeated so that none reaches into the next, and the label of each frame."""

    cepstra: npt.NDArray[np.float16]
    labels: npt.NDArray[np.int16]


def stream_of(drawn: Sequence[tuple[Array, Labels]]) -> Stream:
    """Frames of examples in a row."""
    cepstra, labels = [], []
    for frames, classes in drawn:
        if len(frames):
            cepstra.append(np.pad(frames, ((EDGE, EDGE), (0, 0)), mode="edge").astype(np.float16))
            labels.append(np.pad(classes, EDGE, constant_values=UNKNOWN).astype(np.int16))
    return Stream(np.concatenate(cepstra), np.concatenate(labels))


def taught(
    stream: Stream, hidden: int, classes: int, epochs: int, random: np.random.Generator, told: Callable[[str], None]
) -> Net:
    """A net that knows the labels."""
    known = stream.labels >= 0
    mean = stream.cepstra[known].mean(axis=0, dtype=np.float64).astype(np.float32)
    deviation = stream.cepstra[known].std(axis=0, dtype=np.float64).astype(np.float32)
    priors = np.bincount(stream.labels[known], minlength=classes) / known.sum()
    layers = fresh(hidden, classes, random)
    moments = still(layers), still(layers)
    margin = EVERY * sum(REACH)
    starts = np.arange(margin + WINDOW, len(stream.labels) - EVERY * (CHUNK + sum(REACH)) - WINDOW - EVERY, EVERY * CHUNK)
    steps, step = epochs * (len(starts) // BATCH), 0
    for epoch in range(epochs):
        right, lost, seen = 0, 0.0, 0
        order = random.permutation(starts)
        for first in range(0, len(order) - BATCH + 1, BATCH):
            step += 1
            inputs, wanted = batch(stream, order[first : first + BATCH] + int(random.integers(EVERY)), mean, deviation)
            hits, loss, count, slopes = backward(layers, inputs, wanted)
            right, lost, seen = right + hits, lost + loss, seen + count
            adapt(layers, slopes, moments, step, RATE * once(step / (steps + 1)))
        told(f"epoch {epoch + 1}: loss {lost / seen:.3f}, right {right / seen:.3f}")
    return Net(bare(layers, mean, deviation), priors.astype(np.float32))


def once(share: float) -> float:
    """The rate rises to 1 and falls to nothing, both like a cosine."""
    if share < WARM:
        return 0.04 + 0.96 * 0.5 * (1 - float(np.cos(np.pi * share / WARM)))
    return 0.5 * (1 + float(np.cos(np.pi * (share - WARM) / (1 - WARM))))


def batch(stream: Stream, starts: npt.NDArray[np.int64], mean: Array, deviation: Array) -> tuple[Array, Labels]:
    """Chunks x answers (with those around that they reach to) x inputs, and the label of each answer."""
    answers = starts[:, None] + EVERY * np.arange(-sum(REACH), CHUNK + sum(REACH))[None, :]
    frames = answers[:, :, None] + np.arange(-WINDOW, WINDOW + 1)[None, None, :]
    inputs = (stream.cepstra[frames].astype(np.float32) - mean) / deviation
    wanted = stream.labels[starts[:, None] + EVERY * np.arange(CHUNK)[None, :]].astype(np.int64)
    return inputs.reshape(*answers.shape, -1), wanted.reshape(-1)


def fresh(hidden: int, classes: int, random: np.random.Generator) -> Layers:
    """Weights before any learning (He 2015)."""
    sizes = [(CEPSTRA * (2 * WINDOW + 1), hidden), *((3 * hidden, hidden) for reach in REACH if reach), (hidden, classes)]
    return [
        [(random.standard_normal(size) * np.sqrt(2 / size[0])).astype(np.float32), np.zeros(size[1], np.float32)]
        for size in sizes
    ]


def around(values: Array, reach: int) -> Array:
    """Each answer beside the one `reach` before and after; those at the edges go."""
    if not reach:
        return values
    return np.concatenate((values[:, : -2 * reach], values[:, reach:-reach], values[:, 2 * reach :]), axis=2)


def forward(layers: Layers, inputs: Array) -> tuple[list[Array], list[Array], Array]:
    """The inputs and every layer's rectified values, what each layer takes of those before it, and the scores of the classes."""
    values, taken = [inputs], []
    for number, (weights, bias) in enumerate(layers):
        taken.append(around(values[-1], reach_of(number)))
        scores = taken[-1] @ weights + bias
        values.append(np.maximum(scores, 0))
    return values, taken, scores


def reach_of(layer: int) -> int:
    """Answers on either side that a layer takes; the last takes the middle alone."""
    return REACH[layer] if layer < len(REACH) else 0


def backward(layers: Layers, inputs: Array, wanted: Labels) -> tuple[int, float, int, Layers]:
    """How many were right, the loss summed, how many there were, and the loss's slope for every weight."""
    values, taken, scores = forward(layers, inputs)
    shape = scores.shape
    scores = scores.reshape(-1, shape[-1])
    scores = scores - scores.max(axis=1, keepdims=True)
    log_share = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    known = wanted >= 0
    count = max(1, int(known.sum()))
    goal = np.full_like(scores, SMOOTHING / shape[-1])
    goal[np.arange(len(wanted)), np.maximum(wanted, 0)] += 1 - SMOOTHING
    goal *= known[:, None]
    loss = float(-(goal * log_share).sum())
    slope: Array = ((np.exp(log_share) * known[:, None] - goal) / np.float32(count)).reshape(shape)
    slopes: Layers = []
    for number in range(len(layers) - 1, -1, -1):
        flat, steep = taken[number].reshape(-1, taken[number].shape[2]), slope.reshape(-1, slope.shape[2])
        slopes.append([flat.T @ steep, steep.sum(axis=0)])
        if number:
            slope = folded(slope @ layers[number][0].T, reach_of(number)) * (values[number] > 0)
    return int(((log_share.argmax(axis=1) == wanted) & known).sum()), loss, count, slopes[::-1]


def folded(slope: Array, reach: int) -> Array:
    """The reverse of `around`: slopes of an answer that was taken up to three times, summed."""
    if not reach:
        return slope
    chunks, answers, width = slope.shape
    third = width // 3
    whole = np.zeros((chunks, answers + 2 * reach, third), np.float32)
    for number in range(3):
        whole[:, number * reach : number * reach + answers] += slope[:, :, number * third : (number + 1) * third]
    return whole


def still(layers: Layers) -> Layers:
    """Noughts in the shape of all weights."""
    return [[np.zeros_like(part) for part in layer] for layer in layers]


def adapt(layers: Layers, slopes: Layers, moments: tuple[Layers, Layers], step: int, rate: float) -> None:
    """One step of AdamW, in place."""
    short, long = BETAS
    for layer, slope, first, second in zip(layers, slopes, *moments, strict=True):
        for kind in range(2):
            first[kind] += (1 - short) * (slope[kind] - first[kind])
            second[kind] += (1 - long) * (slope[kind] ** 2 - second[kind])
            move = first[kind] / (1 - short**step) / (np.sqrt(second[kind] / (1 - long**step)) + 1e-8)
            layer[kind] -= (rate * (move + DECAY * layer[kind])).astype(np.float32)


def bare(layers: Layers, mean: Array, deviation: Array) -> Layers:
    """The same net for cepstra as they are."""
    (weights, bias), *others = layers
    means, deviations = (np.tile(each, 2 * WINDOW + 1) for each in (mean, deviation))
    scaled = weights / deviations[:, None]
    return [[scaled, bias - means @ scaled], *others]
