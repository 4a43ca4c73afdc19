"""A voice from a speech server. The sound is all it gives: lips and words are found in it."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import SynthesisFault
from voice.espeak.synthesiser import BREATH
from voice.ports import Delivery
from voice.pyttsx3_engine.synthesiser import at_volume
from voice.reading.spoken_text import SpokenRun, spoken_runs
from voice.speech_server.address import host_of, normalised
from voice.speech_server.exchange import REMEDY, START_IT, Deadlines, Exchange, Reply
from voice.speech_server.headers import JSON, headers_with
from voice.speech_server.sound import sound_in, told
from voice.take import joined
from voice.utterance import Utterance
from voice.visemes.alignment import take_of_sound
from voice.visemes.text_timeline import voiced_span

MODEL: Final = "tts-1"
VOICE: Final = "alloy"
"""Asked for where the user named none: every server of the kind knows them, or takes anything."""

SPEED: Final = (0.25, 4.0)
FIRST, TOTAL, PER_CHARACTER = 10.0, 18.0, 0.05
"""Seconds for an answer to begin and to end, and more of both per character: servers without a graphics card speak about as
fast as a person, and many send nothing before they are done."""

PACE: Final = {"en": (3.0, 60.0), "zh": (0.8, 20.0), "ja": (1.0, 30.0)}
"""Characters a second at which a voice can be believed to have said all of a text, and only that."""

SLACK: Final = 4.0
"""Seconds that a short text may take longer."""


class SpeechServerSynthesiser:
    """`voice.ports.Synthesiser` by a server of the OpenAI kind. `Delivery.pitch` and `melody` cannot be asked for."""

    name = "server"

    def __init__(self, url: str, model: str = "", key: str = "") -> None:
        self._url, self._model, self._key = normalised(url), model.strip() or MODEL, key.strip()
        self._speaking = threading.Lock()
        self._exchange: Exchange | None = None
        self._stops = 0

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """The sentence; silent and empty where it holds nothing to say. Raises `SynthesisFault`."""
        stops = self._stops
        runs = spoken_runs(text, delivery.lang)
        if not runs:
            return joined(text, [])
        with self._speaking:
            words = " ".join(run.written.text for run in runs)
            reply = self._asked(words, delivery, stops)
            pcm, rate = sound_in(reply, host_of(self._url), self._key)
            check_length(runs, delivery, pcm, rate, host_of(self._url))
            pcm, model = at_volume(pcm, delivery.volume), replace(delivery, voice="")
            return joined(text, [take_of_sound(runs, model, pcm, rate, BREATH * delivery.pause)])

    def cancel(self) -> None:
        """Abort a running `speak`: it raises `SynthesisFault` of kind ``cancelled`` at once."""
        self._stops += 1
        exchange = self._exchange
        if exchange is not None:
            exchange.drop()

    def close(self) -> None:
        """Nothing stays open between two sentences."""
        self.cancel()

    def _asked(self, words: str, delivery: Delivery, stops: int) -> Reply:
        if not self._url:
            raise SynthesisFault("No speech server is set.", "Enter its address in the settings, or choose espeak.")
        body = {
            "model": self._model,
            "input": words,
            "voice": delivery.voice or VOICE,
            "response_format": "wav",
            "speed": round(min(SPEED[1], max(SPEED[0], delivery.rate)), 3),
        }
        more = PER_CHARACTER * len(words)
        deadlines = Deadlines(first=FIRST + more, total=TOTAL + more)
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        headers = headers_with(self._key, f"audio/wav, {JSON}")
        self._exchange = exchange = Exchange("POST", f"{self._url}/audio/speech", headers, data, deadlines)
        try:
            if self._stops != stops:
                raise SynthesisFault("The sentence was stopped.", kind="cancelled")
            reply = exchange.run()
        finally:
            self._exchange = None
        if reply.status != 200:
            raise refused(reply, host_of(self._url), self._key)
        return reply


def refused(reply: Reply, host: str, key: str = "") -> SynthesisFault:
    """An error status in words, with what the server says of it."""
    why = told(reply.body, key)
    says = f": “{why}”" if why else "."
    where = f"The speech server at {host}"
    if reply.status in (401, 403):
        return SynthesisFault(f"{where} refuses the key{says}", "Check the key of the speech server in the settings.")
    if reply.status == 404:
        return SynthesisFault(f"{where} has no speech at this address, or not this model{says}", REMEDY)
    if reply.status == 429:
        return SynthesisFault(f"{where} is asked too often, or the credit is used up{says}", "Her own voice speaks meanwhile.")
    if reply.status in (400, 413, 415, 422):
        return SynthesisFault(f"{where} does not take this voice, model or text ({reply.status}){says}", REMEDY)
    return SynthesisFault(f"{where} failed ({reply.status}){says}", START_IT if reply.status >= 500 else REMEDY)


def check_length(
    runs: list[SpokenRun], delivery: Delivery, pcm: npt.NDArray[np.int16], rate: int, host: str
) -> None:
    """Raise `SynthesisFault` where the sound can only be a part of the words, or is far more than them."""
    begin, end = voiced_span(pcm, rate)
    speed = min(SPEED[1], max(SPEED[0], delivery.rate))
    paces = [(len(run.written.text), *PACE.get(run.lang, PACE["en"])) for run in runs]
    least, most = sum(count / fast for count, _, fast in paces) / speed, sum(count / slow for count, slow, _ in paces) / speed
    if end - begin < least:
        raise SynthesisFault(f"The speech server at {host} spoke only a part of the sentence.", REMEDY)
    if end - begin > most + SLACK:
        raise SynthesisFault(f"The speech server at {host} spoke much longer than the sentence is.", REMEDY)
