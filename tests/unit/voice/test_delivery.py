"""What a feeling does to a voice, measured on what the engine really said."""

from __future__ import annotations

import statistics
from dataclasses import astuple

import pytest

from tests.support.voice_emotions import SENTENCES, said
from tests.support.voice_figures import Figures, figures
from voice.delivery import SHADES, delivery
from voice.ports import Delivery
from voice.tone import Tone


def heard(lang: str, feeling: str) -> Figures:
    """The middle of three takes."""
    takes = [figures(said(lang, feeling)) for _ in range(3)]
    return Figures(*(statistics.median(values) for values in zip(*map(astuple, takes), strict=True)))


@pytest.mark.parametrize("lang", SENTENCES)
def test_sorrow_is_slow_low_flat_and_quiet_and_joy_the_other_way(lang: str) -> None:
    usual, sad, excited = (heard(lang, feeling) for feeling in ("neutral", "sad", "excited"))
    assert sad.voiced > 1.05 * usual.voiced > 1.1 * excited.voiced
    assert sad.f0 < 0.96 * usual.f0 < 0.98 * excited.f0
    assert sad.level < usual.level - 0.5
    assert sad.span < usual.span
    assert sad.rest > usual.rest + 0.05 > excited.rest + 0.05


@pytest.mark.parametrize("lang", SENTENCES)
def test_anger_is_quick_low_and_loud(lang: str) -> None:
    usual, angry = heard(lang, "neutral"), heard(lang, "angry")
    assert angry.voiced < 0.97 * usual.voiced
    assert angry.f0 < 0.99 * usual.f0
    assert angry.level > usual.level + 0.2


@pytest.mark.parametrize("feeling", sorted(SHADES))
def test_without_feeling_in_the_voice_every_mood_sounds_alike(feeling: str) -> None:
    mood = Tone(0.95, 0.9, 0.9, 1.4, 0.8)
    assert delivery("en", feeling, rate=1.2, feeling=0.0, tone=mood) == Delivery("en", rate=1.2)


def test_half_the_feeling_is_half_the_way() -> None:
    assert delivery("en", "sad", feeling=0.5) == delivery("en", "sad", 0.5)
    assert delivery("en", "no such feeling", feeling=1.5) == Delivery("en")
