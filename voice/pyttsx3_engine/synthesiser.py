"""The system's own voices as a synthesiser. The engine hangs and crashes at times: it lives in a child that may die."""

from __future__ import annotations

import logging
import sys
import threading
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import EngineDied, FileFault, NoSound, SynthesisFault
from voice.espeak.listing import gender_of
from voice.espeak.synthesiser import BREATH
from voice.espeak.voices import settings_for
from voice.ports import Delivery, EngineVoice
from voice.pyttsx3_engine.child import serve
from voice.pyttsx3_engine.line import REMEDY, Line, Work
from voice.pyttsx3_engine.sapi_phones import with_events
from voice.pyttsx3_engine.wire import Answer, Request
from voice.reading.spoken_text import SpokenRun, spoken_runs
from voice.sound_file import decoded, frame_bytes
from voice.take import Take, joined
from voice.utterance import Utterance
from voice.visemes.alignment import take_of_sound
from voice.visemes.text_timeline import model_of, stretch, timed

log = logging.getLogger("hearth.voice")

PATIENCE: Final = 3.0
"""Seconds a sentence may take at least."""

PER_CHARACTER: Final = 0.02
RATE: Final = 175
"""Words a minute at rest; system voices count alike."""

TRIES: Final = 3
LINUX: Final = sys.platform.startswith("linux")
LIKELY: Final = (0.9, 1.1) if LINUX else (0.35, 3.0)
"""How much longer than espeak-ng a system's voice may take for the same words. On Linux it is espeak-ng itself; beyond this
pyttsx3 has lost a part of the sound, as it does with one sentence in some hundreds."""

LONGEST_NAME: Final = 80


class Pyttsx3Synthesiser:
    """`voice.ports.Synthesiser` by pyttsx3. About 15 ms a sentence on Linux; 80 ms more after a cancel."""

    name = "pyttsx3"

    def __init__(self, work: Work = serve) -> None:
        self._speaking = threading.Lock()
        self._line = Line(work)
        self._cancelled = threading.Event()

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """The sentence; silent and empty where it holds nothing to say. Raises `SynthesisFault`."""
        with self._speaking:
            self._cancelled.clear()
            spoken = spoken_runs(text, delivery.lang)
            pauses = [run.rest for run in spoken[:-1]] + [BREATH * delivery.pause]
            takes = (self._take(run, delivery, pause) for run, pause in zip(spoken, pauses, strict=False))
            return joined(text, list(takes))

    def cancel(self) -> None:
        """Kill the child if it speaks: `speak` raises `SynthesisFault` of kind ``cancelled``."""
        if self._speaking.locked():
            self._cancelled.set()
            self._line.kill()

    def close(self) -> None:
        """End the child."""
        self._cancelled.set()
        self._line.close()

    def voices(self) -> list[EngineVoice]:
        """The system's voices for the languages she speaks, women's first. Raises `SynthesisFault`."""
        with self._speaking:
            answer = self._line.ask(Request())
        found = [voice for told in answer.told.get("voices", ()) if (voice := listed(told)) is not None]
        return sorted(found, key=lambda voice: (voice.langs, voice.note != "woman", voice.name.casefold()))

    def _take(self, run: SpokenRun, delivery: Delivery, pause: float) -> Take:
        """A run with its sound, asked for again where the sound cannot be the whole of it."""
        model = modelled(run, delivery)
        for _ in range(TRIES):
            answer, pcm, rate = self._sound(run, delivery)
            if model is None or LIKELY[0] < stretch(model, pcm, rate) < LIKELY[1]:
                break
            log.info("the system's voice gave a part of a sentence")
        pcm = at_volume(pcm, delivery.volume)
        if LINUX and model is not None:
            return timed(model, pcm, rate, pause)
        take = take_of_sound([run], replace(delivery, voice=""), pcm, rate, pause)
        return with_events(take, answer.told, run, frame_bytes(answer.sound))

    def _sound(self, run: SpokenRun, delivery: Delivery) -> tuple[Answer, npt.NDArray[np.int16], int]:
        """Asked for twice where the child dies of it or gives nothing to hear: once may be chance."""
        try:
            return self._asked(run, delivery)
        except (EngineDied, NoSound) as fault:
            log.info("the system's voice is asked again after %s", type(fault).__name__)
            return self._asked(run, delivery)

    def _asked(self, run: SpokenRun, delivery: Delivery) -> tuple[Answer, npt.NDArray[np.int16], int]:
        try:
            answer = self._line.ask(request_for(run, delivery))
            return answer, *heard(answer)
        except SynthesisFault as fault:
            if self._cancelled.is_set():
                raise SynthesisFault("The sentence was stopped.", kind="cancelled") from fault
            raise


def heard(answer: Answer) -> tuple[npt.NDArray[np.int16], int]:
    """The sound in an answer. Raises `SynthesisFault` where there is nothing to hear."""
    try:
        pcm, rate = decoded(answer.sound)
    except FileFault as fault:
        raise NoSound("The system's voice wrote no readable sound.", REMEDY) from fault
    if not np.any(pcm):
        raise NoSound("The system's voice gave no sound.", REMEDY)
    return pcm, rate


def modelled(run: SpokenRun, delivery: Delivery) -> Take | None:
    """The run as espeak-ng says it: on Linux with the very same voice; None where it cannot."""
    try:
        return model_of(run, delivery if LINUX else replace(delivery, voice=""))
    except SynthesisFault:
        return None


def at_volume(pcm: npt.NDArray[np.int16], volume: float) -> npt.NDArray[np.int16]:
    """As loud as asked, never louder than the engine: pyttsx3's own volume misses a sentence now and then."""
    return pcm if volume >= 1.0 else np.asarray(np.round(pcm * max(0.0, volume)), np.int16)


def request_for(run: SpokenRun, delivery: Delivery) -> Request:
    """A run in the terms of the system's engine; on Linux that is espeak-ng, and she keeps her own voice there."""
    own = settings_for(run.lang, delivery)
    return Request(
        text=run.text if LINUX else run.written.text,
        lang=run.lang,
        voice=own.voice if LINUX else delivery.voice,
        gender=gender_of(delivery.voice) or "woman",
        rate=own.rate if LINUX else round(RATE * min(3.0, max(0.4, delivery.rate))),
        pitch=own.pitch if LINUX else None,
        patience=PATIENCE + PER_CHARACTER * len(run.text),
    )


def listed(told: object) -> EngineVoice | None:
    """A voice as the child told it; None for one that speaks none of her languages."""
    if not isinstance(told, dict) or not isinstance(told.get("id"), str) or not told.get("langs"):
        return None
    name = " ".join(str(told.get("name", "")).split())[:LONGEST_NAME] or told["id"]
    return EngineVoice("pyttsx3", told["id"], name, tuple(map(str, told["langs"])), str(told.get("gender", "")))
