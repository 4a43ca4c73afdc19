"""The sounds and words that must be in a sound whose engine tells nothing of them, and when they come."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from voice.ports import Delivery
from voice.spoken_text import SpokenRun
from voice.take import Take
from voice.visemes.text_timeline import model_of, timed
from voice.visemes.timeline import Phone


def take_of_sound(
    runs: Sequence[SpokenRun], delivery: Delivery, pcm: npt.NDArray[np.int16], rate: int, pause: float
) -> Take:
    """`pcm`, in which `runs` are spoken one after another, with its sounds and words; its end cut to `pause` seconds of silence.

    Raises `SynthesisFault` where espeak-ng, whose timing is the model, cannot say the words.
    """
    model = chained([model_of(run, delivery) for run in runs])
    return timed(model, pcm, rate, pause)


def chained(takes: Sequence[Take]) -> Take:
    """Several takes of one engine, one after another."""
    pieces, phones, words, at = [], [], [], 0.0
    for take in takes:
        pieces.append(take.pcm)
        phones += [Phone(phone.name, at + phone.start, at + phone.end) for phone in take.phones]
        words += [(at + when, begin, end) for when, begin, end in take.words]
        at += len(take.pcm) / take.rate
    return Take(np.concatenate(pieces), takes[0].rate, phones, words)
