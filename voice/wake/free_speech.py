"""Free speech of one breath, without the words by which she was called."""

from __future__ import annotations

import json
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from voice.ports import Heard
from voice.recognise.vosk_recogniser import VoskRecogniser

SLACK: Final = 0.04
"""Seconds by which two looks at one sound may place the middle of a word apart."""

INTO: Final = 0.1
"""Seconds by which a word may reach into the name: what begins earlier is the name, heard as something else."""


class FreeListening(Protocol):
    """A recogniser of what follows the name."""

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """See `voice.ports.Recogniser`."""

    def finish(self) -> Heard:
        """See `voice.ports.Recogniser`."""

    def reset(self) -> None:
        """Forget what was begun."""


class FreeSpeech:
    """A `LiveRecogniser` that begins anew, with times from 0, for every breath, and leaves out what lies before or behind."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._recogniser = Between(model)

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """See `voice.ports.Recogniser`."""
        return self._recogniser.feed(pcm)

    def finish(self) -> Heard:
        """See `voice.ports.Recogniser`."""
        heard = self._recogniser.finish()
        self.reset()
        return heard

    def reset(self) -> None:
        """See `LiveRecogniser`."""
        self._recogniser = Between(self._model)

    def keep(self, after: float, before: float = float("inf")) -> None:
        """Of this breath only the words between these seconds count as said."""
        self._recogniser.after, self._recogniser.before = after, before


class Between(VoskRecogniser):
    """Vosk's free speech; final texts hold only words whose middle lies `after` and `before` these seconds."""

    def __init__(self, model: Any) -> None:
        super().__init__(model, own_ends=False)
        self.after, self.before = 0.0, float("inf")

    def _final(self, result: str) -> Heard:
        words = json.loads(result).get("result", ())
        kept = [word for word in words if self._stays(word["start"], word["end"])]
        return super()._final(json.dumps({"result": kept, "text": " ".join(word["word"] for word in kept)}))

    def _stays(self, begin: float, end: float) -> bool:
        middle = (begin + end) / 2
        if (self.after and begin < self.after - INTO) or end > self.before + INTO:
            return False
        return self.after - SLACK <= middle <= self.before + SLACK
