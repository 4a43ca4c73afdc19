"""When sounds and words come in speech whose engine tells nothing of it: espeak-ng's own timing of the same words,
stretched over the part of the sound in which a voice is heard (agrees with hand labels in 0.64-0.85 of 10 ms frames).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.espeak.synthesiser import take as espeak_take
from voice.ports import Delivery
from voice.reading.spoken_text import SpokenRun
from voice.take import Take
from voice.visemes.timeline import Phone

FRAME: Final = 0.01
QUIET: Final = 0.01
"""Share of the loudest frame (-40 dB) below which nothing is said."""


def voiced_span(pcm: npt.NDArray[np.int16], rate: int) -> tuple[float, float]:
    """Seconds at which the voice begins and ends; all of it where nothing stands out."""
    size = max(1, int(FRAME * rate))
    count = len(pcm) // size
    if count == 0:
        return 0.0, len(pcm) / rate
    frames = pcm[: count * size].astype(np.float32).reshape(count, size)
    frames -= frames.mean(axis=1, keepdims=True)  # a constant is no sound
    level = np.sqrt((frames**2).mean(axis=1))
    loud = np.flatnonzero(level > max(QUIET * level.max(), 1.0))
    if not len(loud):
        return 0.0, len(pcm) / rate
    return float(loud[0]) * FRAME, float(loud[-1] + 1) * FRAME


def model_of(run: SpokenRun, delivery: Delivery) -> Take:
    """The run as espeak-ng would say it. Raises `SynthesisFault`."""
    return espeak_take(run, delivery, lambda: False)


def stretch(model: Take, pcm: npt.NDArray[np.int16], rate: int) -> float:
    """How much longer the voice in `pcm` is heard than that of the model."""
    begin, end = voiced_span(pcm, rate)
    first, last = voiced_span(model.pcm, model.rate)
    return (end - begin) / max(last - first, FRAME)


def timed(model: Take, pcm: npt.NDArray[np.int16], rate: int, pause: float) -> Take:
    """`pcm`, in which the words of `model` are spoken, with the sounds and words that must be in it.

    What it is silent at its end is cut to `pause` seconds.
    """
    pcm = pcm[: int((voiced_span(pcm, rate)[1] + pause) * rate)]
    begin, _ = voiced_span(pcm, rate)
    first, _ = voiced_span(model.pcm, model.rate)
    factor = stretch(model, pcm, rate)

    def moved(at: float) -> float:
        return min(max(0.0, begin + (at - first) * factor), len(pcm) / rate)

    phones = [Phone(phone.name, moved(phone.start), moved(phone.end)) for phone in model.phones]
    return Take(pcm, rate, phones, [(moved(at), start, stop) for at, start, stop in model.words])
