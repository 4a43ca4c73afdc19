"""Free speech of one breath, without the words by which she was called."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from voice.ports import Heard
from voice.recognise.vosk_recogniser import VoskRecogniser
from voice.wake.called_in_text import ALIKE_CALLED, called_in
from voice.wake.spotting import Spotted

Word = dict[str, Any]

SLACK: Final = 0.04
"""Seconds by which two looks at one sound may place the middle of a word apart."""


class FreeListening(Protocol):
    """A recogniser of what follows the name."""

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """See `voice.ports.Recogniser`."""

    def finish(self) -> Heard:
        """See `voice.ports.Recogniser`."""

    def reset(self) -> None:
        """Forget what was begun."""


class FreeSpeech:
    """A `LiveRecogniser` that begins anew, with times from 0, for every breath, and leaves out the call in its final text."""

    def __init__(self, model: Any, names: Sequence[str] = (), lang: str = "en") -> None:
        self._model, self._names, self._lang = model, names, lang
        self._recogniser = Uncalled(model, names, lang)

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
        self._recogniser = Uncalled(self._model, self._names, self._lang)

    def leave_out(self, call: Spotted, *, behind: bool) -> None:
        """Of this breath only what comes after the call counts as said; with `behind` what comes before it."""
        self._recogniser.call, self._recogniser.behind = call, behind


class Uncalled(VoskRecogniser):
    """Vosk's free speech, whose final text is without the words that stand where she was called."""

    def __init__(self, model: Any, names: Sequence[str], lang: str) -> None:
        super().__init__(model, own_ends=False)
        self._names, self._lang = names, lang
        self.call: Spotted | None = None
        self.behind = False

    def _final(self, result: str) -> Heard:
        words: list[Word] = json.loads(result).get("result", [])
        if self.call is not None:
            words = self._without(words, self.call)
        return super()._final(json.dumps({"result": words, "text": " ".join(word["word"] for word in words)}))

    def _without(self, words: list[Word], call: Spotted) -> list[Word]:
        """Where the name was written too, the words tell where it ends; else the times of the other look at the sound do."""
        for found in called_in([word["word"] for word in words], self._names, self._lang, ALIKE_CALLED):
            said = words[found.first : found.last]
            if said[0]["start"] < call.ended and call.began < said[-1]["end"]:
                return words[: found.first] if self.behind else words[found.last :]
        if self.behind:
            return [word for word in words if middle(word) <= call.began + SLACK]
        return [word for word in words if middle(word) >= call.ended - SLACK]


def middle(word: Word) -> float:
    """Its second in the sound."""
    return float(word["start"] + word["end"]) / 2
