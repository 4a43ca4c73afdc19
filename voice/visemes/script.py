"""A text as what a sound must hold: its sounds in a row with the lengths they should have, and silences that may come between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from voice.take import Take
from voice.visemes.features import FRAME, Heard
from voice.visemes.mouths import is_pause
from voice.visemes.sounds import SIL, parts_of
from voice.visemes.timeline import Phone
from voice.visemes.viterbi import Segment

UNWRITTEN: Final = 3.0
"""What a silence between words costs where the text has none, in log odds."""

GAP: Final = 12
"""Frames: shorter silences are part of a sound, as the closure of a p is."""

HEARD_DOWN_TO: Final = -35.0
"""Decibels below loud speech."""

ENOUGH: Final = 0.005
"""Seconds after a word's own time at which its first sound must still be sounding."""


@dataclass(frozen=True, slots=True)
class Script:
    """A segment for each sound and possible silence, the model's phone of each (None for a silence), and for each word of the
    model the number of the segment that begins it."""

    segments: tuple[Segment, ...]
    phones: tuple[Phone | None, ...]
    words: tuple[int, ...]


def stretches(sound: Heard) -> list[tuple[int, int]]:
    """Where a voice is heard, from frame to frame, in order; short silences belong to it."""
    loud = np.flatnonzero(sound.level > HEARD_DOWN_TO)
    if not len(loud):
        return []
    breaks = np.flatnonzero(np.diff(loud) > GAP)
    begins, ends = np.concatenate(([0], breaks + 1)), np.concatenate((breaks, [len(loud) - 1]))
    return [(int(loud[begin]), int(loud[end]) + 1) for begin, end in zip(begins, ends, strict=True)]


def script_of(model: Take, spoken: Sequence[tuple[int, int]]) -> Script | None:
    """What is to be found of `model` in a sound whose voice is heard in `spoken`; None where there is nothing to find.

    As much of the model's speech should have passed as of the sound's: its pauses may be longer, more or fewer.
    """
    own = [phone for phone in model.phones if not is_pause(phone.name) and phone.end > phone.start]
    if not own or not spoken:
        return None
    total = sum(end - begin for begin, end in spoken)
    factor = total * FRAME / sum(phone.end - phone.start for phone in own)
    passed_at = np.cumsum([0.0] + [end - begin for begin, end in spoken])

    def place(passed: float) -> float:
        """The frame by which so many frames of speech have passed."""
        number = min(int(np.searchsorted(passed_at, passed, side="left")), len(spoken)) - 1
        return spoken[max(number, 0)][0] + passed - float(passed_at[max(number, 0)])

    segments: list[Segment] = []
    phones: list[Phone | None] = []

    def silence(cost: float) -> None:
        if not phones or phones[-1] is not None:
            segments.append(Segment((SIL,), 0.0, place(passed), optional=True, cost=cost))
            phones.append(None)

    words: list[int] = []
    waiting = [at for at, _, _ in model.words]
    passed = 0.0
    silence(0.0)
    for phone in model.phones:
        if is_pause(phone.name):
            silence(0.0)
        elif phone.end > phone.start:
            begun = [at for at in waiting if phone.end > at + ENOUGH]
            if begun:
                silence(UNWRITTEN)
                words += [len(segments)] * len(begun)
                waiting = waiting[len(begun) :]
            frames = (phone.end - phone.start) * factor / FRAME
            passed += frames
            segments.append(Segment(parts_of(phone.name), frames, place(passed)))
            phones.append(phone)
    silence(0.0)
    words += [len(segments) - 1] * len(waiting)
    return Script(tuple(segments), tuple(phones), tuple(words))
