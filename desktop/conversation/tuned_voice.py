"""Her voice as the settings tune it: pitch and loudness around what the sentence asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from voice.ports import Delivery, Synthesiser
from voice.utterance import Utterance


class Tuning(Protocol):
    """Where pitch and loudness are read, anew for every sentence: the settings themselves."""

    pitch: float
    volume: float


class TunedVoice:
    """A `Synthesiser` over another."""

    def __init__(self, under: Synthesiser, tuning: Tuning) -> None:
        self._under = under
        self._tuning = tuning
        self.name = under.name

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """See `voice.ports.Synthesiser`."""
        pitch, volume = delivery.pitch * self._tuning.pitch, delivery.volume * self._tuning.volume
        return self._under.speak(text, replace(delivery, pitch=pitch, volume=volume))

    def cancel(self) -> None:
        """Abort a running `speak`."""
        self._under.cancel()

    def close(self) -> None:
        """Let go of the engine."""
        self._under.close()
