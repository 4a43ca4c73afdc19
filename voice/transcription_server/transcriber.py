"""Asking a server what was said in one utterance."""

from __future__ import annotations

import threading
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import TranscriptionFault
from voice.speech_server.address import host_of, normalised
from voice.speech_server.exchange import Asked, Deadlines, Exchange
from voice.speech_server.headers import headers_with
from voice.transcription_server.answer import START_IT, text_in
from voice.transcription_server.request import RATE, REMEDY, form_of

FIRST, TOTAL, PER_SECOND = 10.0, 14.0, 1.0
"""Seconds for an answer to begin and to end, and more of both per second of speech: a server without a graphics card may take
as long as the speech is."""

LARGEST: Final = 1 << 18
"""Bytes of an answer."""

ASKED: Final = Asked("server that transcribes", TranscriptionFault, REMEDY, START_IT, "The utterance was dropped.")


class Transcriber:
    """One server. `transcribed` blocks its thread; `drop` ends it from any other."""

    def __init__(self, url: str, model: str = "", key: str = "", lang: str = "") -> None:
        self._url, self._model, self._key, self._lang = normalised(url), model, key.strip(), lang
        self._lock = threading.Lock()
        self._exchange: Exchange | None = None

    @property
    def host(self) -> str:
        """Whom it asks, for people."""
        return host_of(self._url)

    def transcribed(self, pcm: npt.NDArray[np.int16]) -> str:
        """What is said in 16 kHz mono; empty where it is nothing. Raises `TranscriptionFault`, ``cancelled`` after `drop`."""
        if not self._url:
            raise TranscriptionFault("No server that transcribes is set.", "Enter its address in the settings.")
        seconds = len(pcm) / RATE
        body, kind = form_of(pcm, self._model, self._lang)
        deadlines = Deadlines(first=FIRST + PER_SECOND * seconds, total=TOTAL + PER_SECOND * seconds)
        headers = headers_with(self._key, kind=kind, asked=ASKED)
        exchange = Exchange("POST", f"{self._url}/audio/transcriptions", headers, body, deadlines, LARGEST, asked=ASKED)
        with self._lock:
            self._exchange = exchange
        try:
            return text_in(exchange.run(), self.host, seconds, self._key)
        finally:
            with self._lock:
                self._exchange = None

    def drop(self) -> None:
        """Walk away from what is being asked."""
        with self._lock:
            exchange = self._exchange
        if exchange is not None:
            exchange.drop()
