"""The sounds and words that must be in a sound whose engine tells nothing of them, and when they come.

The text says which sounds follow one another (`script`), the ear how well each fits each moment (`classifier`), and the likeliest
borders are searched (`viterbi`). Where the words do not fit what is heard, the ear alone moves the mouth (`ear`).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import SynthesisFault
from voice.ports import Delivery
from voice.reading.spoken_text import SpokenRun
from voice.take import Take
from voice.visemes.classifier import classifier
from voice.visemes.ear import Word, phones_by_ear, spread
from voice.visemes.features import FRAME, Array, Heard, heard
from voice.visemes.mouths import is_pause
from voice.visemes.script import script_of, stretches
from voice.visemes.text_timeline import model_of, voiced_span
from voice.visemes.timeline import FIRST_OF_GLIDE, Phone
from voice.visemes.viterbi import Evidence, best_path

Frames = npt.NDArray[np.int64]

log = logging.getLogger("hearth.voice")

PRIOR: Final = 0.6
"""How much of a class's share of speech is taken out of its probability."""

LEAST: Final = -8.0
"""Below this the net knows no more: no frame can refute a whole sentence."""

EAR: Final = 0.4
"""How much the evidence of a frame counts beside lengths: neighbouring frames hear much the same."""

BAND: Final = (200.0, 0.12, 500.0)
"""Frames to either side of where a border is expected: at least, as a share of the sound, at most."""

MISFIT: Final = -1.7
"""Log odds a frame, against the ear's own best, below which the words are not in the sound."""

LIKELY: Final = (0.3, 3.5)
"""How many times as long as espeak-ng's the speech may be."""

WORD: Final = re.compile(r"\w+")


def take_of_sound(
    runs: Sequence[SpokenRun], delivery: Delivery, pcm: npt.NDArray[np.int16], rate: int, pause: float
) -> Take:
    """`pcm`, in which `runs` are spoken one after another, with its sounds and words; it ends with `pause` seconds of silence.

    `pcm` is mono int16 at `rate` samples a second, of any content and length: the mouth then follows what is heard. 2 to 5 ms for
    each second of sound.
    """
    pcm = settled(pcm, rate, pause)
    sound = heard(pcm, rate)
    model = model_of_all(runs, delivery)
    log_share = classifier().posteriors(sound)
    found = aligned(model, sound, log_share) if model is not None else None
    if found is None:
        words = model.words if model is not None else bare_words(runs)
        whole = max(model.phones[-1].end, FRAME) if model is not None and model.phones else float(len(words))
        phones = phones_by_ear(log_share, sound)
        return Take(pcm, rate, phones, spread(words, whole, stretches(sound), len(pcm) / rate))
    return Take(pcm, rate, found.phones, found.words)


@dataclass(frozen=True, slots=True)
class Found:
    """The sounds from the first frame to the last, the words, and how well they fit: log odds a frame against the ear's best."""

    phones: list[Phone]
    words: list[Word]
    fit: float


def aligned(model: Take, sound: Heard, log_share: Array) -> Found | None:
    """The model's sounds and words where they are heard; None where they are not in the sound."""
    spoken = stretches(sound)
    script = script_of(model, spoken)
    if script is None or not LIKELY[0] < pace(model, spoken) < LIKELY[1]:
        return None
    evidence = evidence_of(log_share)
    least, part, most = BAND
    path = best_path(evidence * EAR, script.segments, min(most, max(least, part * len(evidence))), FIRST_OF_GLIDE)
    if path is None:
        return None
    begins = np.concatenate(([0], path.ends[:-1]))
    fit = fit_of(evidence, sound, [segment.classes for segment in script.segments], begins, path.ends)
    if fit < MISFIT:
        log.info("the words are not in the sound: lips follow by ear")
        return None
    phones = [
        Phone(phone.name if phone else "_:", begin * FRAME, end * FRAME)
        for phone, begin, end in zip(script.phones, begins.tolist(), path.ends.tolist(), strict=True) if end > begin
    ]  # fmt: skip
    words = [(float(begins[number]) * FRAME, *word[1:]) for number, word in zip(script.words, model.words, strict=True)]
    return Found(phones, words, fit)


def evidence_of(log_share: Array) -> Evidence:
    """How well each class fits each frame, in log odds against its share of speech."""
    return np.maximum(log_share - np.float32(PRIOR) * classifier().prior, LEAST).astype(np.float64)


def fit_of(evidence: Evidence, sound: Heard, classes: Sequence[tuple[int, ...]], begins: Frames, ends: Frames) -> float:
    """The mean over frames in which a voice is heard of what the text's class has less than the best class."""
    chosen = np.empty(len(evidence), np.int64)
    for parts, begin, end in zip(classes, begins.tolist(), ends.tolist(), strict=True):
        middle = begin + round(FIRST_OF_GLIDE * (end - begin)) if len(parts) == 2 else end
        chosen[begin:middle], chosen[middle:end] = parts[0], parts[-1]
    less = evidence[np.arange(len(evidence)), chosen] - evidence.max(axis=1)
    return float(less[sound.speech].mean()) if sound.speech.any() else 0.0


def pace(model: Take, spoken: Sequence[tuple[int, int]]) -> float:
    """How many times as long as the model's the speech is."""
    own = sum(phone.end - phone.start for phone in model.phones if not is_pause(phone.name))
    return sum(end - begin for begin, end in spoken) * FRAME / max(own, FRAME)


def settled(pcm: npt.NDArray[np.int16], rate: int, pause: float) -> npt.NDArray[np.int16]:
    """The sound with `pause` seconds after the voice: cut, or filled up with silence."""
    end = int((voiced_span(pcm, rate)[1] + max(0.0, pause)) * rate)
    missing = end - len(pcm)
    return np.concatenate((pcm, np.zeros(missing, np.int16))) if missing > 0 and len(pcm) else pcm[:end]


def model_of_all(runs: Sequence[SpokenRun], delivery: Delivery) -> Take | None:
    """The runs as espeak-ng would say them, one after another; None where there is nothing it can say."""
    try:
        takes = [model_of(run, replace(delivery, voice="")) for run in runs]
    except SynthesisFault as fault:
        log.info("no model of the words (%s): lips follow by ear", fault.message)
        return None
    return chained(takes) if takes else None


def bare_words(runs: Sequence[SpokenRun]) -> list[Word]:
    """Words of which no times are known, one after another."""
    spans = [run.source.span(*match.span()) for run in runs for match in WORD.finditer(run.text)]
    return [(float(number), begin, end) for number, (begin, end) in enumerate(spans)]


def chained(takes: Sequence[Take]) -> Take:
    """Several takes of one engine, one after another."""
    pieces, phones, words, at = [], [], [], 0.0
    for take in takes:
        pieces.append(take.pcm)
        phones += [Phone(phone.name, at + phone.start, at + phone.end) for phone in take.phones]
        words += [(at + when, begin, end) for when, begin, end in take.words]
        at += len(take.pcm) / take.rate
    return Take(np.concatenate(pieces), takes[0].rate, phones, words)
