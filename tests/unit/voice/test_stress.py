"""Which syllables a speaker leans on."""

from __future__ import annotations

import numpy as np
import pytest

from voice.delivery import delivery
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.utterance import Viseme, WordMark
from voice.visemes.stress import Accent, accents, emphasised, pitch, stresses
from voice.visemes.timeline import Phone

RATE = 16000


@pytest.fixture(scope="module")
def voice():
    return EspeakSynthesiser()


def leant_on(voice, text, lang):
    """The words with a stress, and how strong."""
    said = voice.speak(text, delivery(lang))
    found = {}
    for one in said.stresses:
        if not one.question:
            word = [mark for mark in said.words if mark.at <= one.at + 0.01][-1]
            found[text[word.begin : word.end].casefold()] = one.strength
    return said, found


def test_words_that_matter_are_leant_on_and_small_ones_passed_over(voice):
    _, found = leant_on(voice, "The garden of my sister is really beautiful.", "en")
    assert {"garden", "sister", "beautiful"} <= set(found)
    assert not {"the", "of", "my", "is"} & set(found)
    assert found["really"] > found["garden"] - 0.25


def test_a_no_is_marked_as_one(voice):
    for text, lang in (("No, I would rather stay.", "en"), ("不是，我想留下。", "zh"), ("いいえ、ここにいます。", "ja")):
        said, _ = leant_on(voice, text, lang)
        assert any(one.denial for one in said.stresses), text
    said, _ = leant_on(voice, "Yes, I would rather stay.", "en")
    assert not any(one.denial for one in said.stresses)


@pytest.mark.parametrize(("text", "lang"), [("Do you like tea?", "en"), ("你喜欢喝茶吗？", "zh"), ("お茶が好きですか？", "ja")])
def test_a_question_rises_at_its_end(voice, text, lang):
    said, _ = leant_on(voice, text, lang)
    (rise,) = (one for one in said.stresses if one.question)
    assert rise.end > 0.75 * said.seconds and 0.3 < rise.end - rise.at <= 0.61
    plain, _ = leant_on(voice, text.rstrip("？?吗か") + ("." if lang == "en" else "。"), lang)
    assert not any(one.question for one in plain.stresses)


def test_stresses_come_in_order_inside_the_sound(voice):
    for text, lang in (("Honestly, everybody just listened.", "en"), ("我今天很高兴。", "zh"), ("とても楽しいです。", "ja")):
        said, _ = leant_on(voice, text, lang)
        assert said.stresses
        assert [one.at for one in said.stresses] == sorted(one.at for one in said.stresses)
        assert all(0 <= one.at < one.end <= said.seconds and 0 < one.strength <= 1 for one in said.stresses)


def tone(hertz: float, seconds: float, size: float = 8000) -> np.ndarray:
    return (size * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)).astype(np.int16)


def test_a_louder_and_higher_word_is_leant_on_more():
    pcm = np.concatenate([tone(180, 0.3), tone(260, 0.3, 20000), tone(180, 0.3)])
    words = [WordMark(0.0, 0, 3), WordMark(0.3, 4, 7), WordMark(0.6, 8, 11)]
    phones = [Phone("'a", 0.02, 0.28), Phone("'a", 0.32, 0.58), Phone("'a", 0.62, 0.88)]
    one, two, _ = accents(words, phones, pcm, RATE, "big red dog", "en")
    assert two.score > one.score


def test_a_pitch_is_heard_and_noise_has_none():
    assert pitch(tone(220, 0.3), RATE, 0.15) == pytest.approx(220, rel=0.02)
    noise = np.random.default_rng(1).normal(0, 3000, RATE // 3).astype(np.int16)
    assert pitch(noise, RATE, 0.15) == 0 or pitch(np.zeros(RATE, np.int16), RATE, 0.5) == 0


def test_nothing_said_is_leant_on_nowhere():
    assert stresses((), (), np.zeros(0, np.int16), RATE, "", "en") == ()
    assert stresses((WordMark(0, 0, 2),), (Phone("_:", 0, 0.3),), np.zeros(4800, np.int16), RATE, "…?", "en") == ()


def test_lips_go_farther_in_a_word_that_matters():
    shapes = (Viseme(0, 0.2, "aa", 0.8), Viseme(0.2, 0.3, "closed"), Viseme(0.3, 0.5, "aa", 0.8))
    small, great = emphasised(shapes, [Accent("the", 0, 0.2, (0, 0.2), -0.3), Accent("moon", 0.2, 0.5, (0.3, 0.5), 0.9)])[::2]
    assert small.weight < 0.75 * great.weight
    assert emphasised(shapes, [])[1] == shapes[1]
