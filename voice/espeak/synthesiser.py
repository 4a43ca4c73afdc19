"""Her own voice: espeak-ng with the exact time of every sound and word."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import SynthesisFault
from voice.espeak.library import Cancelled, PhonemeEvent, RawSpeech, library
from voice.espeak.voices import settings_for
from voice.japanese.reading import readable_japanese
from voice.ports import Delivery
from voice.spoken_text import SpokenRun, spoken_runs
from voice.utterance import Utterance, WordMark
from voice.visemes.mouths import is_mark, is_pause
from voice.visemes.timeline import Phone, shaped_by_sound, timeline

BREATH: Final = 0.16
"""Seconds of silence left after the last sound of a sentence; espeak-ng's own pause is twice that."""

JOINT: Final = 0.05
"""The same where the language changes within a sentence."""

RATE: Final = 22050


class EspeakSynthesiser:
    """`voice.ports.Synthesiser` by espeak-ng. 3-8 ms a sentence; deterministic."""

    name = "espeak"

    def __init__(self) -> None:
        self._abandon = threading.Event()

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """The sentence; silent and empty where it holds nothing to say. Raises `SynthesisFault`."""
        self._abandon.clear()
        spoken = spoken_runs(text, delivery.lang)
        takes = []
        for place, run in enumerate(spoken):
            takes.append(self._take(run, delivery, JOINT if place + 1 < len(spoken) else BREATH))
        return joined(text, takes)

    def cancel(self) -> None:
        """Abort a running `speak`: it raises `SynthesisFault` of kind ``cancelled`` within milliseconds."""
        self._abandon.set()

    def close(self) -> None:
        """Nothing to let go of: the library stays loaded."""
        self.cancel()

    def _take(self, run: SpokenRun, delivery: Delivery, pause: float) -> Take:
        source = readable_japanese(run.source) if run.lang == "ja" else run.source
        try:
            raw = library().synthesise(source.text, settings_for(run.lang, delivery), self._abandon.is_set)
        except Cancelled as stop:
            raise SynthesisFault("The sentence was stopped.", kind="cancelled") from stop
        words = [(word.sample, *source.span(word.begin, word.end)) for word in raw.words]
        return Take(*trimmed(raw, pause), words, raw.rate)


class Take:
    """One run's sound with its events in samples."""

    def __init__(
        self,
        pcm: npt.NDArray[np.int16],
        phonemes: Sequence[PhonemeEvent],
        words: Sequence[tuple[int, int, int]],
        rate: int,
    ) -> None:
        self.pcm, self.phonemes, self.words, self.rate = pcm, phonemes, words, rate


def trimmed(raw: RawSpeech, pause: float) -> tuple[npt.NDArray[np.int16], list[PhonemeEvent]]:
    """The sound with only `pause` seconds left after its last phoneme."""
    phonemes = [event for event in raw.phonemes if not is_mark(event.name)]
    sounding = [place for place, event in enumerate(phonemes) if not is_pause(event.name)]
    if not sounding or sounding[-1] + 1 >= len(phonemes):
        return raw.pcm, phonemes
    last = phonemes[sounding[-1] + 1]
    return raw.pcm[: last.sample + int(pause * raw.rate)], [*phonemes[: sounding[-1] + 1], last]


def joined(text: str, takes: Sequence[Take]) -> Utterance:
    """Several runs as one utterance of `text`."""
    if not takes:
        return Utterance(text, np.zeros(0, np.int16), RATE, (), ())
    rate = takes[0].rate
    phones: list[Phone] = []
    words: list[WordMark] = []
    at = 0
    for take in takes:
        edges = [event.sample for event in take.phonemes[1:]] + [len(take.pcm)]
        for event, end in zip(take.phonemes, edges, strict=True):
            phones.append(Phone(event.name, (at + event.sample) / rate, (at + end) / rate))
        words += [WordMark((at + sample) / rate, begin, end) for sample, begin, end in take.words if end > begin]
        at += len(take.pcm)
    pcm = np.concatenate([take.pcm for take in takes])
    visemes = shaped_by_sound(timeline(phones, len(pcm) / rate), pcm, rate)
    return Utterance(text, pcm, rate, visemes, tuple(words))
