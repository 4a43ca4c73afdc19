"""What a recording tells of her voice: when it began and ended, where sentences lie in it, what is missing, and how the
mouth went with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.loudness import frame_levels
from voice.parabola import vertex
from voice.resample import resampled

Pcm = npt.NDArray[np.int16]
Curve = npt.NDArray[np.float64]

LOUD: Final = 60
"""Of 32768: -55 dB; a null sink's own silence is 0."""

FRAME: Final = 0.01
"""Seconds in which loudness is compared."""

SPOKEN: Final = 400.0
"""Root mean square of a frame in which something must be heard."""

MISSING: Final = 0.35
"""Share of its loudness below which a frame is missing."""

JUMP: Final = 0.001
"""Seconds by which a stretch may lie elsewhere than its neighbour before something was lost or put in between."""

STRETCH: Final = 0.4
OPENNESS: Final = {"aa": 1.0, "oh": 0.75, "ee": 0.45, "ih": 0.4, "ou": 0.4}
"""How far each viseme at full weight opens the lips, relative to `aa`."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence in a recording: its first sample, how alike they are (1 the same), and what is wrong with it."""

    place: int
    likeness: float
    missing: int
    """Frames of `FRAME` seconds in which nothing is heard although something was said."""
    jumps: int
    """Stretches that lie elsewhere than the sentence does."""


def first_loud(pcm: Pcm, begin: int, end: int | None = None) -> int | None:
    """The first audible sample from `begin` on."""
    loud = np.flatnonzero(np.abs(pcm[max(0, begin) : end].astype(np.int32)) > LOUD)
    return max(0, begin) + int(loud[0]) if len(loud) else None


def last_loud(pcm: Pcm, begin: int, end: int | None = None) -> int | None:
    """The last audible sample from `begin` on."""
    loud = np.flatnonzero(np.abs(pcm[max(0, begin) : end].astype(np.int32)) > LOUD)
    return max(0, begin) + int(loud[-1]) if len(loud) else None


def lag(reference: Curve, recorded: Curve) -> tuple[int, float]:
    """Where in `recorded` (the longer one) `reference` lies, and the correlation there."""
    size = 1 << (len(recorded) + len(reference)).bit_length()
    product = np.fft.irfft(np.fft.rfft(recorded, size) * np.conj(np.fft.rfft(reference, size)), size)
    place = int(np.argmax(product[: max(1, len(recorded) - len(reference) + 1)]))
    piece = recorded[place : place + len(reference)]
    scale = float(np.sqrt((piece**2).sum() * (reference**2).sum()))
    return place, float(product[place]) / scale if scale else 0.0


def find(said: Pcm, rate: int, recorded: Pcm, recorded_rate: int, near: int, within: float = 0.3) -> Found:
    """The sentence `said` in a recording, looked for `within` seconds around the sample `near`."""
    reference = resampled(said, rate, recorded_rate).astype(np.float64)
    begin = max(0, near - int(within * recorded_rate))
    piece = recorded[begin : near + len(reference) + int(within * recorded_rate)].astype(np.float64)
    place, likeness = lag(reference, piece)
    same = piece[place : place + len(reference)]
    return Found(
        begin + place, likeness, missing(reference, same, recorded_rate), jumps(reference, piece, place, recorded_rate)
    )


def missing(reference: Curve, recorded: Curve, rate: int) -> int:
    """Frames that were said and are not heard."""
    said, heard = loudness(reference, rate), loudness(recorded, rate)
    count = min(len(said), len(heard))
    spoken = said[:count] > SPOKEN
    return int((spoken & (heard[:count] < MISSING * said[:count])).sum()) + int((said[count:] > SPOKEN).sum())


def jumps(reference: Curve, recorded: Curve, place: int, rate: int) -> int:
    """Stretches of a sentence that lie more than a millisecond off."""
    size, room, found = int(STRETCH * rate), int(0.05 * rate), 0
    for begin in range(0, len(reference) - size, size):
        stretch = reference[begin : begin + size]
        if float(np.sqrt((stretch**2).mean())) < SPOKEN:
            continue
        low = max(0, place + begin - room)
        where, alike = lag(stretch, recorded[low : place + begin + size + room])
        found += alike > 0.6 and abs(low + where - place - begin) > JUMP * rate
    return found


def loudness(curve: Curve, rate: int) -> Curve:
    """Root mean square of each frame."""
    return frame_levels(curve, int(FRAME * rate))


def opening(weights: dict[str, float], closed: float) -> float:
    """How far a mouth is open: 0 shut, 1 as wide as `aa`."""
    return min(1.0, sum(OPENNESS.get(name, 0.0) * weight for name, weight in weights.items())) * (1.0 - closed)


def lead(times: Sequence[float], opened: Sequence[float], meant: Callable[[float], float], reach: float = 0.2) -> float:
    """By how many seconds a mouth went before what was meant for the sound: `times` are seconds of the sound as heard, `opened`
    the mouth then, `meant` the mouth that belongs to a second of it. To half a millisecond, by the best correlation."""
    mouth = np.asarray(opened, np.float64)
    step = 0.005
    shifts = np.arange(-reach, reach + step, step)
    scores = np.array([likeness(mouth, np.array([meant(at + shift) for at in times])) for shift in shifts])
    best = int(np.argmax(scores))
    return float(shifts[best] + step * vertex(scores, best))


def likeness(one: Curve, other: Curve) -> float:
    """Pearson's r; 0 where one of them does not move."""
    return float(np.corrcoef(one, other)[0, 1]) if one.std() > 1e-9 and other.std() > 1e-9 else 0.0
