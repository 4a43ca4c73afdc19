"""What is said in a whole sound."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.ports import Heard
from voice.recognise.vosk_recogniser import VoskRecogniser, load_model

PIECE: Final = 0.1
"""Seconds fed at once, as a microphone would."""

PAD: Final = 0.4
"""Seconds of silence put before and after: a first or last word at the very edge is lost otherwise."""


def transcribe(pcm: npt.NDArray[np.int16], rate: int, model: Path) -> list[Heard]:
    """The utterances in mono int16 `pcm`, in order; none where nothing was understood. Raises `ModelFault`."""
    recogniser = VoskRecogniser(load_model(model), rate)
    pad = np.zeros(int(PAD * rate), np.int16)
    sound = np.concatenate((pad, pcm, pad))
    size = max(1, int(PIECE * rate))
    found = [recogniser.feed(sound[at : at + size]) for at in range(0, len(sound), size)]
    return [heard for heard in (*found, recogniser.finish()) if heard is not None and heard.final and heard.text]
