"""What the ears tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from voice.errors import VoiceError
from voice.ports import Heard


class LiveRecogniser(Protocol):
    """A recogniser that can also forget what was begun. It gets 16 kHz mono, and only what may be speech.

    Final texts that it gives of its own accord, before `finish`, are parts of one utterance.
    """

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """See `voice.ports.Recogniser`."""

    def finish(self) -> Heard:
        """See `voice.ports.Recogniser`."""

    def reset(self) -> None:
        """Forget what was begun."""


@runtime_checkable
class LateRecogniser(LiveRecogniser, Protocol):
    """One whose texts may take longer than `finish` can wait; that gives an empty one then. One text, or one error, is owed
    for each `finish`, in order."""

    def late(self) -> Heard | None:
        """A final text that has come since, maybe empty; asked some thirty times a second. Raises `voice.errors.VoiceError`."""


@dataclass(frozen=True, slots=True)
class Level:
    """How loud the last piece was: 0 silence, 1 as loud as can be, on a scale of 60 dB."""

    value: float


@dataclass(frozen=True, slots=True)
class Ready:
    """The speech model is loaded: from now on she understands."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """The user's voice began or ended `at` this second of `time.monotonic`, her own left out of it."""

    on: bool
    at: float


Report = Heard | Level | Ready | Voiced | VoiceError
