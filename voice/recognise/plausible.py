"""Whether what was understood was said by somebody, or is what a recogniser makes of noise."""

from __future__ import annotations

import re
from typing import Final

from voice.endpointing.thought import count

VOWELS: Final = re.compile(r"[aeiouyà-æè-ïò-öù-ýœаеёиоуыэюя]+")

VOICED: Final = 0.04
"""Seconds that vocal cords must have sounded for a word: a quick "stop" has as much, a clap or a key hardly ever."""

SYLLABLE: Final = 0.07
"""The same for each further syllable: spoken in haste it has 0.1."""

MOST: Final = 0.4

PART: Final = 0.22
"""The part of the sound in which they must: words have 0.3 to 0.95, coughs, laughter and whistling 0 to 0.2."""

FULL: Final = 0.4
CERTAIN: Final = 0.9
"""Where they sounded in a smaller part than this, the words must be as certain as that: a cough has some voice in it too."""

SURE: Final = 0.95
WHISPERED: Final = 3
"""A whisper has no voice in it: words as many and as sure as this are believed without."""

DOUBTFUL: Final = 0.35
"""Confidence below which even several words are noise. (A single one the recogniser drops below 0.5.)"""


def plausible(text: str, confidence: float, voicing: float, seconds: float) -> bool:
    """`seconds` of sound were taken for speech, in `voicing` seconds of which there was a voice; `text` was understood."""
    words = count(text)
    if not words or confidence < DOUBTFUL:
        return False
    if words >= WHISPERED and confidence >= SURE:
        return True
    spoken = min(MOST, VOICED + SYLLABLE * (syllables(text) - 1))
    if voicing < FULL * seconds and confidence < CERTAIN:
        return False
    return voicing >= max(spoken, PART * seconds)


def syllables(text: str) -> int:
    """About how many; a Chinese or Japanese sign is one."""
    signs = sum(char >= "\u3040" for char in text)
    return max(1, signs or len(VOWELS.findall(text)))
