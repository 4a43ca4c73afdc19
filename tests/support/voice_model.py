"""The speech model of the tests: it understands espeak-ng voices only."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from voice.recognise.vosk_recogniser import VoskRecogniser, load_model

FOLDER = Path(__file__).parents[1] / "fixtures" / "espeak-only-voice-model"

SENTENCES = tuple((FOLDER / "sentences.txt").read_text(encoding="utf-8").split("\n")[:55])


@functools.cache
def model() -> Any:
    """The model, loaded once."""
    return load_model(FOLDER)


def heard_in(pcm: npt.NDArray[np.int16], rate: int, pad: float = 0.5) -> str:
    """Every word the model hears, fed in pieces of a tenth of a second between silences of `pad` seconds."""
    recogniser = VoskRecogniser(model(), rate)
    silence = np.zeros(int(pad * rate), np.int16)
    sound = np.concatenate((silence, pcm, silence))
    texts = []
    for at in range(0, len(sound), rate // 10):
        heard = recogniser.feed(sound[at : at + rate // 10])
        if heard is not None and heard.final:
            texts.append(heard.text)
    texts.append(recogniser.finish().text)
    return " ".join(text for text in texts if text)
