"""From a script to a model: draw examples, teach, write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from voice.ear_training.examples import examples
from voice.ear_training.model_folder import write_model
from voice.ear_training.net import stream_of, taught
from voice.ear_training.phones import phones_in
from voice.ear_training.pronunciations import lexicon
from voice.ear_training.texts import Script


@dataclass(frozen=True, slots=True)
class Effort:
    """Lines of speech to learn from, how often to go through them, and the width of the net."""

    lines: int = 6000
    epochs: int = 20
    hidden: int = 96


def make_model(folder: Path, script: Script, effort: Effort, seed: int, told: Callable[[str], None]) -> None:
    """Write a model of `script` into `folder`. Raises `ValueError` where the lines are too few to learn all its sounds."""
    random = np.random.default_rng(seed)
    drawn = list(examples(script, effort.lines, random))
    phones = phones_in(example.sounds for example in drawn)
    stream = stream_of([(example.cepstra, phones.labels(example.sounds)) for example in drawn])
    told(f"{len(drawn)} lines, {len(stream.labels) / 360_000:.1f} hours, {phones.classes} sounds")
    net = taught(stream, effort.hidden, phones.classes, effort.epochs, random, told)
    words = lexicon(script, random)
    write_model(folder, script, net, phones, words)
    told(f"{len(words)} words in {folder}")
