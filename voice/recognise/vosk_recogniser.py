"""Sound to text by Vosk."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.errors import ModelFault
from voice.ports import Heard
from voice.recognise.soundness import REMEDY, check_files
from voice.resample import Resampler

RATE: Final = 16000

STRAY: Final = 0.5
"""A single word below this confidence is taken for noise."""

CJK: Final = r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d]"
BETWEEN_CJK: Final = re.compile(rf"(?<={CJK}) +(?={CJK})")
UNKNOWN: Final = re.compile(r"\[unk\]|<unk>|\[SPN\]|\[NSN\]", re.IGNORECASE)


def load_model(folder: Path) -> Any:
    """Vosk's model from `folder`, shared by any number of recognisers. Raises `ModelFault`.

    A model that was never tried should pass `soundness.try_model` first: a broken one may end the process.
    """
    check_files(folder)
    try:
        import vosk
    except (ImportError, OSError) as fault:
        raise ModelFault("The package vosk is missing or does not run here.", "Run the set-up again.") from fault
    vosk.SetLogLevel(-1)
    try:
        return vosk.Model(str(folder))
    except Exception as fault:  # the package raises nothing more precise
        raise ModelFault(f"{folder} is a damaged speech model: it cannot be loaded.", REMEDY) from fault


def readable(text: str) -> str:
    """Words as people write them: without marks for noise, and without spaces inside Chinese and Japanese."""
    return BETWEEN_CJK.sub("", " ".join(UNKNOWN.sub(" ", text).split()))


class VoskRecogniser:
    """`voice.ports.Recogniser`. Takes any rate from 8 kHz up. One thread at a time.

    `own_ends`: whether the model's own rules on silence end an utterance; without, only `finish` does.
    """

    def __init__(self, model: Any, rate: int = RATE, own_ends: bool = True) -> None:
        import vosk

        self._own_ends, self._fed = own_ends, False

        self._recogniser = vosk.KaldiRecognizer(model, RATE)
        self._recogniser.SetWords(True)
        self._resampler = None if rate == RATE else Resampler(rate, RATE)
        self._partial = ""

    def feed(self, pcm: npt.NDArray[np.int16]) -> Heard | None:
        """Take mono int16; a final text when an utterance ended, a partial one when it changed. Final texts may be empty."""
        if self._resampler:
            pcm = self._resampler.feed(pcm)
        if not len(pcm):
            return None
        self._fed = True
        try:
            ended = self._recogniser.AcceptWaveform(np.ascontiguousarray(pcm, dtype="<i2").tobytes())
        except Exception as fault:  # the package raises nothing more precise
            raise ModelFault("The recogniser failed on this model.", REMEDY) from fault
        if ended and self._own_ends:
            return self._final(self._recogniser.Result())
        partial = readable(json.loads(self._recogniser.PartialResult()).get("partial", ""))
        if partial == self._partial:
            return None
        self._partial = partial
        return Heard(partial, final=False)

    def finish(self) -> Heard:
        """The rest, when the sound ends. Ready for the next sound afterwards."""
        return self._final(self._recogniser.FinalResult())

    def reset(self) -> None:
        """Forget what was begun."""
        if self._fed:
            # Vosk's own Reset leaves sound that waits to be decoded, some 0.3 s, to the next utterance.
            self._final(self._recogniser.FinalResult())

    def _final(self, result: str) -> Heard:
        self._partial, self._fed = "", False
        answer = json.loads(result)
        words = [word for word in answer.get("result", ()) if not UNKNOWN.fullmatch(word["word"])]
        confidence = float(np.mean([word["conf"] for word in words])) if words else 0.0
        text = readable(answer.get("text", ""))
        if len(words) == 1 and confidence < STRAY:
            text = ""
        return Heard(text, final=True, confidence=min(1.0, confidence))
