"""Figures of lips against the truth, in frames of 10 ms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.utterance import Viseme
from voice.visemes.features import FRAME
from voice.visemes.mouths import is_pause
from voice.visemes.sounds import SHAPE, SHAPES, parts_of
from voice.visemes.timeline import FIRST_OF_GLIDE, Phone

Frames = npt.NDArray[np.int8]

CLOSED: Final = SHAPES.index("closed")
LEFT_OUT: Final = -1
REST: Final = len(SHAPES)
"""A mouth at rest: closed, and told apart from p b m only where speech alone is judged."""


def true_frames(phones: Sequence[Phone], count: int) -> Frames:
    """The mouth of each frame as a number of `SHAPES`: vowels and p b m; `REST` in silence; -1 for other consonants, by which no
    lips can be judged."""
    frames = np.full(count, REST, np.int8)
    for phone in phones:
        parts = (REST,) if is_pause(phone.name) else tuple(SHAPE[part] for part in parts_of(phone.name))
        middle = phone.start + FIRST_OF_GLIDE * (phone.end - phone.start) if len(parts) == 2 else phone.end
        for part, start, end in zip(parts, (phone.start, middle), (middle, phone.end), strict=False):
            frames[max(0, round(start / FRAME)) : max(0, round(end / FRAME))] = part
    return frames


def shown_frames(visemes: Sequence[Viseme], count: int) -> Frames:
    """The shape that leads in each frame."""
    frames = np.full(count, REST, np.int8)
    for viseme in visemes:
        shape = REST if viseme.shape == "sil" else SHAPES.index(viseme.shape)
        frames[round(viseme.start / FRAME) : round(viseme.end / FRAME)] = shape
    return frames


@dataclass(frozen=True, slots=True)
class Agreement:
    """Frames judged, those with the right one of six mouths, and those rightly open or closed: in all (silence is a closed
    mouth), and in speech alone."""

    judged: int = 0
    right: int = 0
    open_right: int = 0
    spoken: int = 0
    spoken_right: int = 0
    spoken_open_right: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def agreement(truth: Frames, shown: Frames) -> Agreement:
    """How far `shown` is as it should be."""
    count = min(len(truth), len(shown))
    truth, shown = truth[:count], shown[:count]
    spoken = (truth != LEFT_OUT) & (truth != REST)
    judged = truth != LEFT_OUT
    shut = np.where(shown == REST, CLOSED, shown)
    wanted = np.where(truth == REST, CLOSED, truth)
    same, same_open = wanted == shut, (wanted == CLOSED) == (shut == CLOSED)
    same_spoken = truth == shown
    return Agreement(
        int(judged.sum()), int(same[judged].sum()), int(same_open[judged].sum()),
        int(spoken.sum()), int(same_spoken[spoken].sum()), int(same_open[spoken].sum()),
    )  # fmt: skip
