"""The visemes of a sentence from its phonemes and its sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.utterance import Shape, Viseme
from voice.visemes.mouths import LIPS_MEET, NASAL, VOWEL_PULL, Mouth, bare, is_mark, is_pause, mouths_of, stressed

FIRST_OF_GLIDE: Final = 0.6
"""Share of a diphthong that its first mouth takes."""

UNSTRESSED: Final = 0.85
STRESSED_PULL: Final = 0.8
"""A stressed vowel gives way to its neighbours less than another (dominance 0.8 against 0.6)."""

NASAL_SHUT: Final = 0.1
"""Seconds for which lips meet in a Japanese ん before p, b or m."""

HELD: Final = frozenset({"h", "?"})
"""How espeak-ng writes the Japanese っ: before p, b and m the lips wait, closed."""

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
    stressed: bool = False


def timeline(phones: Sequence[Phone], seconds: float) -> tuple[Viseme, ...]:
    """Mouth shapes that cover 0 to `seconds` without gap or overlap."""
    spoken = [phone for phone in phones if not is_mark(phone.name)]
    segments = lend_vowels([part for phone, after in follow(spoken) for part in segments_of(phone, after)])
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


def follow(phones: Sequence[Phone]) -> Iterator[tuple[Phone, Phone | None]]:
    """Every sound with the one after it."""
    return zip(phones, (*phones[1:], None), strict=False)


def segments_of(phone: Phone, after: Phone | None = None) -> list[_Segment]:
    """One segment for a sound, two for a diphthong and for a Japanese ん that ends with the lips of the sound after it."""
    if is_pause(phone.name):
        return [_Segment(phone.start, phone.end, Mouth(), 0.0)]
    mouths = mouths_of(phone.name)
    first, last = mouths[0], mouths[-1]
    middle = phone.start + FIRST_OF_GLIDE * (phone.end - phone.start)
    if after is not None and mouths_of(after.name)[0] == LIPS_MEET and not is_pause(after.name):
        if first == NASAL:
            middle, last = max(phone.start, phone.end - NASAL_SHUT), LIPS_MEET
        elif bare(phone.name) in HELD and bare(after.name) == "p":
            first = last = LIPS_MEET
    strong = stressed(phone.name)
    gain = 1.0 if strong or not first.vowel else UNSTRESSED
    if first is last:
        return [_Segment(phone.start, phone.end, first, gain, strong)]
    return [
        _Segment(phone.start, middle, first, gain, strong),
        _Segment(middle, phone.end, last, gain, strong),
    ]  # fmt: skip


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
            if mouth.vowel and mouth.pull == VOWEL_PULL:
                return mouth
            place += step
    return Mouth((("ee", 0.25),))


def viseme_of(start: float, end: float, segment: _Segment) -> Viseme:
    """The segment as it is handed out: its strongest shape in front."""
    mouth, gain = segment.mouth, segment.gain
    if mouth.closed >= 0.7:
        return Viseme(start, end, "closed", mouth.closed, jaw=0.0)
    if not mouth.weights or gain <= 0:
        return Viseme(start, end, PAUSE, 0.0)
    shapes = [(shape, round(weight * gain, 3)) for shape, weight in mouth.weights]
    if mouth.closed:
        shapes.append(("closed", mouth.closed))
    pull = STRESSED_PULL if segment.stressed and mouth.pull == VOWEL_PULL else mouth.pull
    return Viseme(start, end, shapes[0][0], shapes[0][1], tuple(shapes[1:]), pull, mouth.jaw, mouth.keep or 1.0)


def merged(visemes: Sequence[Viseme]) -> list[Viseme]:
    """Neighbours with the same mouth become one."""
    out: list[Viseme] = []
    for viseme in visemes:
        last = out[-1] if out else None
        if last is not None and replace(last, start=viseme.start, end=viseme.end) == viseme:
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
        replace(viseme, gain=round(viseme.gain * gain, 3)) if sounds(viseme) else viseme
        for viseme, gain in zip(visemes, gains, strict=True)
    )


def sounds(viseme: Viseme) -> bool:
    """Whether it is a mouth that a louder voice opens."""
    return viseme.shape not in ("sil", "closed")


def jaw_gain(decibels: float) -> float:
    """The factor for a sound so many dB above its phrase."""
    return min(1.15, max(0.15, 0.6 + 0.08 * decibels))
