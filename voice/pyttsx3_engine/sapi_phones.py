"""SAPI's viseme ids as sounds, so that one way leads from every engine to the lips.

The table is Microsoft's (SpeechVisemeType, SVP_0 to SVP_21), which follows the Disney 13 mouths; each id is given the mnemonic of
espeak-ng whose mouth it describes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.reading.spoken_text import SpokenRun
from voice.take import Take
from voice.visemes.text_timeline import voiced_span
from voice.visemes.timeline import Phone

SOUND_OF: Final = (
    "_:",  # 0 silence
    "a",  # 1 ae ax ah
    "A:",  # 2 aa
    "O:",  # 3 ao
    "E",  # 4 ey eh uh
    "3:",  # 5 er
    "i:",  # 6 y iy ih ix
    "w",  # 7 w uw
    "oU",  # 8 ow
    "aU",  # 9 aw
    "OI",  # 10 oy
    "aI",  # 11 ay
    "h",  # 12 h
    "r",  # 13 r
    "l",  # 14 l
    "s",  # 15 s z
    "S",  # 16 sh ch jh zh
    "T",  # 17 th dh
    "f",  # 18 f v
    "t",  # 19 d t n
    "k",  # 20 k g ng
    "p",  # 21 p b m
)
COVERED: Final = 0.6
"""Share of the voiced sound that events must cover to be believed."""


def phones_of(visemes: Sequence[Sequence[int]], rate: int, frame: int, seconds: float) -> list[Phone]:
    """Events (position in bytes, milliseconds, id) as sounds; `frame` bytes of the stream are one sample of all channels.

    Each lasts until the next one begins, the last for its own time.
    """
    events = sorted((position, lasting, id) for position, lasting, id in visemes if position >= 0 and 0 <= id < len(SOUND_OF))
    starts = [min(seconds, position / (rate * frame)) for position, _, _ in events]
    ends = [*starts[1:], min(seconds, starts[-1] + events[-1][1] / 1000)] if events else []
    return [
        Phone(SOUND_OF[id], start, end)
        for (_, _, id), start, end in zip(events, starts, ends, strict=True)
        if end > start
    ]


def believed(phones: Sequence[Phone], pcm: npt.NDArray[np.int16], rate: int) -> bool:
    """Whether the events belong to this sound: most of what is heard of it is covered by sounds, and not much else is."""
    begin, end = voiced_span(pcm, rate)
    sounding = [phone for phone in phones if phone.name != SOUND_OF[0]]
    inside = sum(max(0.0, min(end, phone.end) - max(begin, phone.start)) for phone in sounding)
    return inside >= COVERED * (end - begin) and len({phone.name for phone in sounding}) > 1


def with_events(take: Take, told: dict[str, Any], run: SpokenRun, frame: int) -> Take:
    """`take`, with the sounds and words that SAPI told in place of those that were found; as it is where they cannot be
    believed. `frame` as in `phones_of`."""
    visemes, words = told.get("visemes", ()), told.get("words", ())
    if not all(well_formed(event) for event in (*visemes, *words)):
        return take
    phones = phones_of(visemes, take.rate, frame, len(take.pcm) / take.rate)
    if not believed(phones, take.pcm, take.rate):
        return take
    second, end = take.rate * frame, len(take.pcm) / take.rate
    there = [word for word in sorted(words) if word[2] > 0 and 0 <= word[1] < len(run.written.text)]
    marks = [(at / second, *run.written.span(first, first + count)) for at, first, count in there]
    return Take(take.pcm, take.rate, phones, [mark for mark in marks if 0 <= mark[0] < end] or take.words)


def well_formed(event: Any) -> bool:
    """Three whole numbers."""
    return isinstance(event, (list, tuple)) and len(event) == 3 and all(isinstance(value, int) for value in event)
