"""Her voice as the settings tune it: pitch and loudness around what the sentence asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from voice.ports import Delivery, Synthesiser
from voice.utterance import Utterance


class Tuning(Protocol):
    """Pitch and loudness as a character's settings say."""

    pitch: float
    volume: float


class TunedVoice:
    """A `Synthesiser` over another; `tuning` is asked anew for every sentence."""

    def __init__(self, under: Synthesiser, tuning: Callable[[], Tuning]) -> None:
        self._under = under
        self._tuning = tuning
        self.name = under.name

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """See `voice.ports.Synthesiser`."""
        tuned = self._tuning()
        pitch, volume = delivery.pitch * tuned.pitch, delivery.volume * tuned.volume
        return self._under.speak(text, replace(delivery, pitch=pitch, volume=volume))

    def cancel(self) -> None:
        """Abort a running `speak`."""
        self._under.cancel()

    def close(self) -> None:
        """Let go of the engine."""
        self._under.close()
