"""The visemes of a sentence from its phonemes and its sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.utterance import Shape, Viseme
from voice.visemes.mouths import Mouth, is_mark, is_pause, mouths_of, stressed

FIRST_OF_GLIDE: Final = 0.6
"""Share of a diphthong that its first mouth takes."""

UNSTRESSED: Final = 0.85
PAUSE: Final[Shape] = "sil"

AUDIBLE: Final = 1e-4
"""Of full scale: -80 dB."""

SHORTEST: Final = 0.001
"""Seconds; what is shorter melts into its neighbour."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A sound from `start` to `end`, seconds; `name` is espeak-ng's mnemonic."""

    name: str
    start: float
    end: float


@dataclass(slots=True)
class _Segment:
    start: float
    end: float
    mouth: Mouth
    gain: float


def timeline(phones: Sequence[Phone], seconds: float) -> tuple[Viseme, ...]:
    """Mouth shapes that cover 0 to `seconds` without gap or overlap."""
    segments = lend_vowels([part for phone in phones if not is_mark(phone.name) for part in segments_of(phone)])
    visemes: list[Viseme] = []
    at = 0.0
    for segment in segments:
        start, end = max(at, min(segment.start, seconds)), min(segment.end, seconds)
        if end - start < SHORTEST:
            continue
        if start - at >= SHORTEST:
            visemes.append(Viseme(at, start, PAUSE, 0.0))
            at = start
        visemes.append(viseme_of(at, end, segment))
        at = end
    if seconds - at >= SHORTEST or not visemes:
        visemes.append(Viseme(at, seconds, PAUSE, 0.0))
    visemes[-1] = replace(visemes[-1], end=seconds)
    return tuple(merged(visemes))


def segments_of(phone: Phone) -> list[_Segment]:
    """One segment for a sound, two for a diphthong."""
    if is_pause(phone.name):
        return [_Segment(phone.start, phone.end, Mouth(), 0.0)]
    mouths = mouths_of(phone.name)
    gain = 1.0 if stressed(phone.name) or not mouths[0].vowel else UNSTRESSED
    if len(mouths) == 1:
        return [_Segment(phone.start, phone.end, mouths[0], gain)]
    middle = phone.start + FIRST_OF_GLIDE * (phone.end - phone.start)
    return [_Segment(phone.start, middle, mouths[0], gain), _Segment(middle, phone.end, mouths[1], gain)]


def lend_vowels(segments: list[_Segment]) -> list[_Segment]:
    """Give sounds made behind the lips the mouth of the vowel after them, else before them."""
    for index, segment in enumerate(segments):
        if segment.mouth.keep and not segment.mouth.vowel:
            vowel = near_vowel(segments, index)
            weights = tuple((shape, weight * segment.mouth.keep) for shape, weight in vowel.weights)
            segment.mouth = replace(segment.mouth, weights=weights)
    return segments


def near_vowel(segments: Sequence[_Segment], index: int) -> Mouth:
    """The next mouth with a shape before any pause, else the last one; a small `ee` if there is none."""
    for step in (1, -1):
        place = index + step
        while 0 <= place < len(segments) and segments[place].gain > 0:
            mouth = segments[place].mouth
            if mouth.vowel and not mouth.keep:
                return mouth
            place += step
    return Mouth((("ee", 0.25),))


def viseme_of(start: float, end: float, segment: _Segment) -> Viseme:
    """The segment as it is handed out: its strongest shape in front."""
    mouth, gain = segment.mouth, segment.gain
    if mouth.closed >= 0.7:
        return Viseme(start, end, "closed", mouth.closed)
    if not mouth.weights or gain <= 0:
        return Viseme(start, end, PAUSE, 0.0)
    shapes = [(shape, round(weight * gain, 3)) for shape, weight in mouth.weights]
    if mouth.closed:
        shapes.append(("closed", mouth.closed))
    return Viseme(start, end, shapes[0][0], shapes[0][1], tuple(shapes[1:]))


def merged(visemes: Sequence[Viseme]) -> list[Viseme]:
    """Neighbours with the same mouth become one."""
    out: list[Viseme] = []
    for viseme in visemes:
        last = out[-1] if out else None
        if last and (last.shape, last.weight, last.also) == (viseme.shape, viseme.weight, viseme.also):
            out[-1] = replace(last, end=viseme.end)
        else:
            out.append(viseme)
    return out


def loudness(pcm: npt.NDArray[np.int16], rate: int, start: float, end: float) -> float:
    """Root mean square of a stretch, in full scale."""
    piece = pcm[int(start * rate) : max(int(end * rate), int(start * rate) + 1)].astype(np.float64)
    return float(np.sqrt(np.mean(piece**2)) / 32768.0) if len(piece) else 0.0


def shaped_by_sound(visemes: Sequence[Viseme], pcm: npt.NDArray[np.int16], rate: int) -> tuple[Viseme, ...]:
    """Open the jaw with the voice: what is louder than the phrase's mean opens wider (the jaw dial of JALI)."""
    levels = [loudness(pcm, rate, viseme.start, viseme.end) for viseme in visemes]
    spoken = [level for viseme, level in zip(visemes, levels, strict=True) if sounds(viseme) and level > AUDIBLE]
    if not spoken:
        return tuple(visemes)
    mean = float(np.mean(20 * np.log10(spoken)))
    gains = (jaw_gain(20 * float(np.log10(max(level, AUDIBLE))) - mean) for level in levels)
    return tuple(
        opened(viseme, gain) if sounds(viseme) else viseme for viseme, gain in zip(visemes, gains, strict=True)
    )


def sounds(viseme: Viseme) -> bool:
    """Whether it is a mouth that a louder voice opens."""
    return viseme.shape not in ("sil", "closed")


def jaw_gain(decibels: float) -> float:
    """The factor for a sound so many dB above its phrase. Wide open (1) is kept for shouting."""
    return min(0.95, max(0.22, 0.7 + 0.065 * decibels))


def opened(viseme: Viseme, gain: float) -> Viseme:
    """The mouth opened by a factor; a closing of the lips stays what it is."""
    also = tuple((shape, weight if shape == "closed" else round(weight * gain, 3)) for shape, weight in viseme.also)
    return replace(viseme, weight=round(min(1.0, viseme.weight * gain), 3), also=also)
