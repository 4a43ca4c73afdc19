"""The silence before p, t and k belongs to them: lips and tongue are shut in it. espeak-ng's events count it to the sound before,
which would close her lips 30 to 60 ms after the voice has stopped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.loudness import frame_levels
from voice.visemes.mouths import bare, is_pause
from voice.visemes.timeline import Phone

STOPS: Final = frozenset("ptkcqbdg")
"""First letters of sounds that begin with a closure."""

BLOCK: Final = 0.005
LONGEST: Final = 0.08
"""Seconds of closure at most: after a pause there is no telling when the lips met."""

BURST: Final = 2
"""Blocks before the event that may sound already."""

QUIET: Final = 0.02
"""Share of the loudest block (-34 dB) below which nothing sounds."""

FADE: Final = 0.01
"""Seconds for which the sound before dies away while the closure is being made."""

SETTLED: Final = 0.025
"""Seconds: what ends sooner after a word's event is the end of the word before; events of words come a little early."""

KEPT: Final = 0.4
"""Share of the sound before that stays its own."""


def with_closures(phones: Sequence[Phone], pcm: npt.NDArray[np.int16], rate: int) -> list[Phone]:
    """The phones, each stop from where the silence before it begins."""
    out = list(phones)
    size = max(1, int(BLOCK * rate))
    levels = frame_levels(pcm, size)
    quiet = QUIET * float(levels.max(initial=0.0))
    for number, phone in enumerate(out):
        if not number or bare(phone.name)[:1] not in STOPS:
            continue
        before = out[number - 1]
        silent = silence_before(levels, int(phone.start * rate / size), quiet) * size / rate
        if silent <= 0:
            continue
        begin = max(phone.start - min(silent + FADE, LONGEST), before.start + KEPT * (before.end - before.start))
        out[number - 1], out[number] = replace(before, end=begin), replace(phone, start=begin)
    return out


def onset(at: float, phones: Sequence[Phone]) -> float:
    """When the word sounds first of which espeak-ng says that it begins at `at`: with its first phone, closure and all."""
    first = next((phone for phone in phones if phone.end > at + SETTLED and not is_pause(phone.name)), None)
    return first.start if first is not None and first.start > at - LONGEST else at


def silence_before(levels: npt.NDArray[np.float64], at: int, quiet: float) -> int:
    """How many blocks up to block `at` lie in the silence that ends there; 0 where there is none."""
    end = at
    while end > max(0, at - BURST) and levels[min(end, len(levels)) - 1] > quiet:
        end -= 1
    begin = end
    while begin > 0 and begin > at - int(LONGEST / BLOCK) and levels[min(begin, len(levels)) - 1] <= quiet:
        begin -= 1
    return at - begin if end - begin >= 2 else 0
