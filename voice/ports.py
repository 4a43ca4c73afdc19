"""The seams of speech."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from voice.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Delivery:
    """How to say it. `voice` names an engine's voice or is empty; the rest are factors around 1.

    `pause` is of the silence after a sentence, `melody` of how far the voice moves; what an engine cannot do it leaves.
    """

    lang: str = "en"
    voice: str = ""
    rate: float = 1.0
    pitch: float = 1.0
    volume: float = 1.0
    pause: float = 1.0
    melody: float = 1.0


@dataclass(frozen=True, slots=True)
class EngineVoice:
    """A voice that a person can choose: `id` is what `Delivery.voice` says, `name` is for people; no `langs` means any."""

    engine: str
    id: str
    name: str
    langs: tuple[str, ...] = ()
    note: str = ""


class Synthesiser(Protocol):
    """Text to sound. Thread-safe; `speak` blocks and raises `voice.errors.SynthesisFault`."""

    name: str

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """Synthesise one sentence."""

    def cancel(self) -> None:
        """Abort a `speak` that runs in another thread."""

    def close(self) -> None:
        """Let go of engine and children."""


class AudioOut(Protocol):
    """A sink for PCM whose played time is THE clock of lips and captions."""

    def start(self, pcm: npt.NDArray[np.int16], rate: int, ended: Callable[[], None]) -> None:
        """Play now, after what was played before; `ended` is called once, on the caller's event loop."""

    def played(self) -> float:
        """Seconds of the current sound that were heard."""

    def stop(self) -> None:
        """Silence at once."""

    def volume(self, factor: float) -> None:
        """Loudness from 0 to 1; time passes at 0 too."""

    def close(self) -> None:
        """Let go of the device."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the recogniser understood so far; `final` once the utterance ended. `confidence` in 0..1."""

    text: str
    final: bool
    confidence: float = 1.0


class Recogniser(Protocol):
    """Sound to text: feed mono int16 PCM, get partial and final texts back."""

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """Take the next piece; a partial or final text when it changed."""

    def finish(self) -> Heard:
        """The last text, when the sound ends."""
