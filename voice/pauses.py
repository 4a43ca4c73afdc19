"""Rests within a sentence, longer or shorter than the engine made them: thinking and sorrow rest, joy hurries on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from voice.take import Take
from voice.visemes.mouths import is_pause
from voice.visemes.timeline import Phone

A_REST: Final = 0.05
"""Seconds: a shorter pause is the closing of a sound, not a rest, and so is this much of a longer one."""

WITHIN: Final = 0.5
"""Share of what a feeling does to the rest after a sentence that it does to those within: more sounds like stumbling."""


def rest_within(pause: float) -> float:
    """The factor for rests within a sentence, where `pause` is the one for the rest after it."""
    return 1.0 + WITHIN * (pause - 1.0)


def with_rests(take: Take, factor: float) -> Take:
    """The take with what rests between two sounds `factor` times as long; all that comes after moves along.

    Silence is put in, or taken out, in the middle of the rest, so that no sound is touched.
    """
    if factor == 1.0:
        return take
    sounding = [index for index, phone in enumerate(take.phones) if not is_pause(phone.name)]
    within = range(sounding[0], sounding[-1]) if sounding else range(0)
    rests = [take.phones[index] for index in within if is_pause(take.phones[index].name)]
    rests = [rest for rest in rests if rest.end - rest.start >= A_REST]
    if not rests:
        return take
    pieces, at = [], 0
    for rest in rests:
        middle, change = _sample(take, (rest.start + rest.end) / 2), _change(take, rest, factor)
        pieces.append(take.pcm[at : middle + min(0, change) // 2])
        pieces.append(np.zeros(max(0, change), np.int16))
        at = middle - (min(0, change) - min(0, change) // 2)
    pieces.append(take.pcm[at:])

    def moved(when: float) -> float:
        return when + sum(_shift(when, rest, _change(take, rest, factor) / take.rate) for rest in rests)

    phones = [Phone(phone.name, moved(phone.start), moved(phone.end)) for phone in take.phones]
    return replace(take, pcm=np.concatenate(pieces), phones=phones, words=[(moved(when), b, e) for when, b, e in take.words])


def _sample(take: Take, when: float) -> int:
    return round(when * take.rate)


def _change(take: Take, rest: Phone, factor: float) -> int:
    """Samples that a rest gains."""
    length = _sample(take, rest.end) - _sample(take, rest.start)
    return round((length - A_REST * take.rate) * (max(0.0, factor) - 1.0))


def _shift(when: float, rest: Phone, change: float) -> float:
    """By how much a moment moves for one rest: not at all before it, wholly after it."""
    if when <= rest.start:
        return 0.0
    return change if when >= rest.end else change * (when - rest.start) / (rest.end - rest.start)
