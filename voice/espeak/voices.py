"""Which of espeak-ng's voices is hers, per language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from voice.espeak.library import Settings
from voice.ports import Delivery


@dataclass(frozen=True, slots=True)
class HerVoice:
    """A voice at rest: `rate` in words a minute, `pitch` and `range` in the library's 0..100."""

    name: str
    rate: int
    pitch: int
    range: int


VOICES: Final[dict[str, HerVoice]] = {
    "en": HerVoice("en-us+Annie", 166, 48, 42),
    "zh": HerVoice("cmn+Annie", 165, 48, 45),
    "ja": HerVoice("ja+Annie", 165, 48, 45),
}
"""Of the thirteen women's variants this one comes nearest to a young woman's talk: fundamental 216 Hz in the median with 3.4
semitones of movement (others 1.0-2.7, a chant), a bright spectrum, no echo, and the test model understands every word."""

VARIANT: Final = "Annie"
LEVEL: Final = 125
"""Volume at rest: peaks at 0.75 of full scale."""


def settings_for(lang: str, delivery: Delivery) -> Settings:
    """The library's settings for a run in `lang` (en, zh, ja or any voice name of the library)."""
    voice = VOICES.get(lang) or HerVoice(f"{lang}+{VARIANT}", 165, 48, 45)
    return Settings(
        voice=delivery.voice if delivery.voice and lang == delivery.lang else voice.name,
        rate=within(voice.rate * delivery.rate, 80, 450),
        pitch=within(voice.pitch * delivery.pitch, 0, 99),
        range=within(voice.range * delivery.melody, 0, 99),
        volume=within(LEVEL * delivery.volume, 0, 200),
    )


def within(value: float, low: int, high: int) -> int:
    """`value` rounded and kept between the bounds."""
    return max(low, min(high, round(value)))
