"""How the bond sounds, measured on what the engine really said."""

from __future__ import annotations

import statistics
from dataclasses import astuple
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.voice_figures import Figures, figures
from voice import tone
from voice.delivery import delivery
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.ports import Delivery
from voice.pyttsx3_engine.synthesiser import Pyttsx3Synthesiser
from voice.tone import PLAIN, Tone, tone_of

SENTENCES = {
    "en": "I was just thinking about what you said yesterday, and I am glad you told me.",
    "zh": "我刚才在想你昨天说的话，很高兴你告诉我。",
    "ja": "きのう言ってくれたことを考えていました。話してくれて、うれしいです。",
}
NEW = tone_of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
FRIEND = tone_of(0.5, 0.0, 0.0, 0.0, 0.0, 0.0)
CLOSE = tone_of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
HURT = tone_of(0.75, 0.75, 0.0, -0.2, 0.0, 0.0)
TEASING = tone_of(0.75, 0.0, 0.9, 0.2, 0.1, 0.1)


def heard(lang: str, how: Tone) -> Figures:
    """The middle of three takes: the engine never says a sentence twice alike."""
    takes = [figures(EspeakSynthesiser().speak(SENTENCES[lang], delivery(lang, tone=how))) for _ in range(3)]
    return Figures(*(statistics.median(values) for values in zip(*map(astuple, takes), strict=True)))


def test_a_friend_in_no_mood_sounds_as_she_always_did() -> None:
    assert FRIEND == PLAIN
    assert delivery("en", tone=FRIEND) == Delivery("en")


@pytest.mark.parametrize("lang", SENTENCES)
def test_hurt_she_is_slower_lower_quieter_flatter_and_rests_longer(lang: str) -> None:
    usual, hurt = heard(lang, FRIEND), heard(lang, HURT)
    assert 1.02 < hurt.voiced / usual.voiced < 1.10
    assert 0.90 < hurt.f0 / usual.f0 < 0.985
    assert -3.0 < hurt.level - usual.level < -0.8
    assert hurt.span < usual.span
    assert hurt.rest > usual.rest + 0.04


@pytest.mark.parametrize("lang", SENTENCES)
def test_she_speaks_more_carefully_with_somebody_new_and_softer_with_somebody_close(lang: str) -> None:
    new, friend, close = heard(lang, NEW), heard(lang, FRIEND), heard(lang, CLOSE)
    assert new.voiced > 1.01 * friend.voiced
    assert new.f0 > friend.f0 > close.f0
    assert close.level < friend.level - 0.4
    assert new.rest > friend.rest


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_teasing_she_is_quicker_and_livelier(lang: str) -> None:
    usual, teasing = heard(lang, FRIEND), heard(lang, TEASING)
    assert 0.92 < teasing.voiced / usual.voiced < 0.985
    assert teasing.span > usual.span


def test_the_voices_of_the_system_follow_as_far_as_they_can() -> None:
    engine = Pyttsx3Synthesiser()
    try:
        usual, hurt = (figures(engine.speak(SENTENCES["en"], delivery("en", tone=how))) for how in (FRIEND, HURT))
    finally:
        engine.close()
    assert hurt.voiced > 1.02 * usual.voiced
    assert hurt.level < usual.level - 0.5
    assert hurt.rest > usual.rest + 0.04


def test_a_tone_comes_on_top_of_what_the_user_set_and_what_the_sentence_feels() -> None:
    plain, toned = delivery("en", "sad", 1.0, rate=1.2), delivery("en", "sad", 1.0, rate=1.2, tone=HURT)
    assert toned.rate == pytest.approx(plain.rate * HURT.rate)
    assert toned.pitch == pytest.approx(plain.pitch * HURT.pitch)
    assert toned.volume == pytest.approx(plain.volume * HURT.volume)


PART = st.floats(0, 1)
AXIS = st.floats(-1, 1)


@given(PART, PART, PART, AXIS, AXIS, AXIS)
def test_no_tone_leaves_its_bounds(c: float, g: float, t: float, p: float, a: float, d: float) -> None:
    made = tone_of(c, g, t, p, a, d)
    for name, (low, high) in {
        "rate": tone.RATE, "pitch": tone.PITCH, "volume": tone.VOLUME, "pause": tone.PAUSE, "melody": tone.MELODY,
    }.items():  # fmt: skip
        assert low <= getattr(made, name) <= high


def test_a_little_more_closeness_is_a_little_more_of_everything() -> None:
    tones = [tone_of(step / 50, 0.1, 0.1, 0.1, 0.0, 0.0) for step in range(51)]
    for before, after in pairwise(tones):
        assert all(
            abs(getattr(before, name) - getattr(after, name)) < 0.012 for name in ("rate", "pitch", "volume", "pause", "melody")
        )
