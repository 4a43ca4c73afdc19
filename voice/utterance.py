"""One spoken sentence: its sound and what the lips and captions need to follow it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from voice.errors import VoiceError

Shape = Literal["sil", "aa", "ih", "ou", "ee", "oh", "closed"]
"""VRM's five visemes, silence, and `closed` for p, b, m: lips meet whatever stands around them."""

VRM_VISEMES: Final[tuple[str, ...]] = ("aa", "ih", "ou", "ee", "oh")


@dataclass(frozen=True, slots=True)
class Viseme:
    """A mouth shape from `start` to `end`, seconds from the first sample."""

    start: float
    end: float
    shape: Shape
    weight: float = 1.0
    also: tuple[tuple[Shape, float], ...] = ()
    """What else the mouth does meanwhile, weaker than `weight`."""

    pull: float = 0.6
    """How hard it draws the lips to its shape against its neighbours; 0 where only the tongue is at work."""

    jaw: float = 1.0
    """How far the jaw may open meanwhile."""

    gain: float = 1.0
    """How far the jaw opens with the loudness of the voice: 1 as the shape has it."""


@dataclass(frozen=True, slots=True)
class WordMark:
    """A word that begins to sound at `at` seconds: characters `begin` to `end` of the utterance's text."""

    at: float
    begin: int
    end: int


class Stress(NamedTuple):
    """A syllable that a speaker leans on, from `at` to `end` seconds: 0 barely, 1 as hard as can be.

    `question`: the rise at the end of a question. `denial`: a "no", at which heads are shaken.
    A plain tuple, for those who know nothing of voices.
    """

    at: float
    end: float
    strength: float
    question: bool = False
    denial: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """`pcm` is mono int16 at `rate` samples a second; `visemes` cover it without overlap."""

    text: str
    pcm: npt.NDArray[np.int16]
    rate: int
    visemes: tuple[Viseme, ...]
    words: tuple[WordMark, ...]
    fault: VoiceError | None = None
    """Why another engine speaks than the one that was asked for; set on the first sentence after the change."""

    stresses: tuple[Stress, ...] = ()
    """Where head and brows may join in, in order."""

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.pcm) / self.rate
