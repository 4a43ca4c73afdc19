"""Her own voice: espeak-ng with the exact time of every sound and word."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from voice.errors import SynthesisFault
from voice.espeak.held_breath import onset, with_closures
from voice.espeak.library import Cancelled, RawSpeech, Settings, library
from voice.espeak.listing import check_variant
from voice.espeak.voices import settings_for
from voice.pauses import rest_within, with_rests
from voice.ports import Delivery
from voice.reading.spoken_text import SpokenRun, spoken_runs
from voice.take import Take, joined
from voice.utterance import Utterance
from voice.visemes.mouths import is_mark, is_pause
from voice.visemes.timeline import Phone

BREATH: Final = 0.16
"""Seconds of silence left after the last sound of a sentence; espeak-ng's own pause is twice that."""

JOINT: Final = 0.05
"""The same where the language changes within a sentence."""


Speaks = Callable[[str, Settings, Callable[[], bool]], RawSpeech]


class EspeakSynthesiser:
    """`voice.ports.Synthesiser` by espeak-ng. 3-8 ms a sentence; its length varies by a few samples.

    `speaks` is the library: `voice.espeak.library.library` within this process, or `voice.espeak.apart` in another.
    """

    name = "espeak"

    def __init__(self, speaks: Speaks | None = None) -> None:
        self._speaks = speaks or library().synthesise
        self._abandon = threading.Event()

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """The sentence; silent and empty where it holds nothing to say. Raises `SynthesisFault`."""
        self._abandon.clear()
        spoken = spoken_runs(text, delivery.lang)
        pauses = [run.rest for run in spoken[:-1]] + [BREATH * delivery.pause]
        stopped = self._abandon.is_set
        takes = (take(run, delivery, stopped, pause, self._speaks) for run, pause in zip(spoken, pauses, strict=False))
        return joined(text, list(takes))

    def cancel(self) -> None:
        """Abort a running `speak`: it raises `SynthesisFault` of kind ``cancelled`` within milliseconds."""
        self._abandon.set()

    def close(self) -> None:
        """Nothing to let go of: the library stays loaded."""
        self.cancel()


def take(
    run: SpokenRun, delivery: Delivery, cancelled: Callable[[], bool], pause: float = BREATH, speaks: Speaks | None = None
) -> Take:
    """A run spoken by espeak-ng, with `pause` seconds after its last sound. Raises `SynthesisFault`."""
    settings = settings_for(run.lang, delivery)
    check_variant(settings.voice)
    words = run.written if run.lang == "zh" and not settings.voice.startswith("cmn") else run.source
    try:
        raw = (speaks or library().synthesise)(words.text, settings, cancelled)
    except Cancelled as stop:
        raise SynthesisFault("The sentence was stopped.", kind="cancelled") from stop
    phones = phones_of(raw)
    sounding = [phone for phone in phones if not is_pause(phone.name)]
    length = int((sounding[-1].end + pause) * raw.rate) if sounding else len(raw.pcm)
    marks = [(onset(word.sample / raw.rate, phones), *words.span(word.begin, word.end)) for word in raw.words]
    return with_rests(Take(raw.pcm[:length], raw.rate, phones, marks), rest_within(delivery.pause))


def phones_of(raw: RawSpeech) -> list[Phone]:
    """The events as stretches of time, without the marks that are no sound."""
    events = [event for event in raw.phonemes if not is_mark(event.name)]
    ends = [event.sample for event in events[1:]] + [len(raw.pcm)]
    phones = [Phone(event.name, event.sample / raw.rate, end / raw.rate) for event, end in zip(events, ends, strict=True)]
    return with_closures(phones, raw.pcm, raw.rate)
