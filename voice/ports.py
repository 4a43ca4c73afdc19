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

    `pause` is of the silences in and after a sentence, `melody` of how far the voice moves; what an engine cannot do it leaves.
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


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """Mono int16 at `rate` samples a second, and whom to tell when its first sample is heard and when its last was."""

    pcm: npt.NDArray[np.int16]
    rate: int
    started: Callable[[], None]
    ended: Callable[[], None]

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.pcm) / self.rate


class AudioOut(Protocol):
    """A stream of sound whose played time is THE clock of lips and captions. One thread's own; it is asked, not told."""

    def add(self, sound: Sound, heard: float = 0.0) -> None:
        """Play `sound` right after the last sample of what was added before; at once where nothing sounds.

        Its first `heard` seconds were heard elsewhere: they are left out, and `started` is not called.
        """

    def played(self) -> float:
        """Seconds of the sound that is on that were heard; 0 where none is.

        What began and what ended since the last call is told from within, in order.
        """

    def stop(self) -> None:
        """Silence at once; nobody is told of what was added."""

    def volume(self, factor: float) -> None:
        """Loudness from 0 to 1; time passes at 0 too."""

    def close(self) -> None:
        """Let go of the device."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the recogniser understood so far; `final` once the utterance ended. `confidence` in 0..1.

    `began` and `ended` are the seconds of `time.monotonic` at which the user's voice did, `decided` when its end was taken for
    one; 0 where unknown. `clear`: how surely it is not her own voice that was heard; see `voice.echo.evidence.Sureness`.
    """

    text: str
    final: bool
    confidence: float = 1.0
    began: float = 0.0
    ended: float = 0.0
    decided: float = 0.0
    clear: int = 2


class Recogniser(Protocol):
    """Sound to text: feed mono int16 PCM, get partial and final texts back."""

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """Take the next piece; a partial or final text when it changed."""

    def finish(self) -> Heard:
        """The last text, when the sound ends."""
