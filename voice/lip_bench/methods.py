"""Ways to find a mouth for a sound whose engine tells nothing of it, from the plainest to the one that Hearth uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from voice.lip_bench.voices import Spoken
from voice.ports import Delivery
from voice.reading.spoken_text import spoken_runs
from voice.take import Take
from voice.visemes.alignment import bare_words, model_of_all, take_of_sound
from voice.visemes.classifier import classifier
from voice.visemes.ear import phones_by_ear, spread
from voice.visemes.features import FRAME, heard
from voice.visemes.script import stretches
from voice.visemes.text_timeline import timed
from voice.visemes.timeline import Phone

LOUD: Final = -25.0
"""Decibels below loud speech above which "energy" opens the mouth."""

PAUSE: Final = 60.0
"""Seconds after the voice that are kept: all there is, so that every method shows every frame."""


def by_energy(spoken: Spoken) -> Take:
    """Open (aa) when loud, shut when not: what most talking characters do."""
    loud = heard(spoken.pcm, spoken.rate).level > LOUD
    borders = (0, *(np.flatnonzero(np.diff(loud)) + 1).tolist(), len(loud))
    phones = [
        Phone("A:" if loud[begin] else "_:", begin * FRAME, end * FRAME)
        for begin, end in pairwise(borders) if end > begin
    ]  # fmt: skip
    return Take(spoken.pcm, spoken.rate, phones, evenly(spoken))


def by_ear(spoken: Spoken) -> Take:
    """The classifier alone: no word of the text is used."""
    sound = heard(spoken.pcm, spoken.rate)
    return Take(spoken.pcm, spoken.rate, phones_by_ear(classifier().posteriors(sound), sound), evenly(spoken))


def by_text(spoken: Spoken) -> Take:
    """espeak-ng's own timing of the text, scaled to the span in which a voice is heard: no ear is used."""
    model = model_of_all(spoken_runs(spoken.text, spoken.lang), Delivery(spoken.lang))
    assert model is not None
    return timed(model, spoken.pcm, spoken.rate, PAUSE)


def by_text_and_ear(spoken: Spoken) -> Take:
    """What Hearth does."""
    return take_of_sound(spoken_runs(spoken.text, spoken.lang), Delivery(spoken.lang), spoken.pcm, spoken.rate, 0.0)


def evenly(spoken: Spoken) -> Sequence[tuple[float, int, int]]:
    """The words spread over the voice by their places in the text."""
    words = bare_words(spoken_runs(spoken.text, spoken.lang))
    placed = [(float(begin), begin, end) for _, begin, end in words]
    sound = heard(spoken.pcm, spoken.rate)
    return spread(placed, float(len(spoken.text)), stretches(sound), len(spoken.pcm) / spoken.rate)


METHODS: Final[dict[str, Callable[[Spoken], Take]]] = {
    "energy": by_energy,
    "ear": by_ear,
    "text": by_text,
    "text and ear": by_text_and_ear,
}
BEST: Final = "text and ear"
