"""Mouths, timelines and the track that a face follows."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.delivery import delivery
from voice.espeak.library import library
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.espeak.voices import settings_for
from voice.utterance import Viseme
from voice.visemes.lip_track import LipTrack
from voice.visemes.mouths import CONSONANTS, GLIDES, VOWELS, bare, is_mark, is_pause, mouths_of
from voice.visemes.timeline import Phone, timeline

ALL_SOUNDS = {
    "en": "The quick brown fox jumps over the lazy dog. She measures the pleasure of a garage. Bird, fire, tour, cheer, "
    "chair, boys, cow, bottle, button, written, thing, then, church, judge, father, caught, look, moon, strut, about.",
    "zh": "你好我是米拉今天天气怎么样知道吃饭自己词语女人绿色月亮学校圆永远穷熊儿子饿飞黑北京"
    "朋友红中国瓜花怪快水光黄窗温春火说家牙写酒点天林江星英安昂恩欧",
    "ja": "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
    "がぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽきゃしゅちょにゃひゅみょりゃファヴァがっこう",
}


@pytest.mark.parametrize("lang", ALL_SOUNDS)
def test_every_sound_the_engine_makes_has_a_mouth(lang):
    raw = library().synthesise(ALL_SOUNDS[lang], settings_for(lang, delivery(lang)), lambda: False)
    names = {bare(event.name) for event in raw.phonemes if not is_mark(event.name) and not is_pause(event.name)}
    assert len(names) > 20
    assert names - set(GLIDES) - set(VOWELS) - set(CONSONANTS) <= {"u~"}


@pytest.mark.parametrize("name", ["p", "b", "m", "'m", "ph"])
def test_lips_meet_for_p_b_and_m(name):
    (mouth,) = mouths_of(name)
    assert mouth.closed == 1.0 and not mouth.weights


def test_a_diphthong_is_two_mouths_and_the_first_takes_most_of_it():
    first, second = timeline([Phone("'aI", 0.0, 0.2)], 0.2)
    assert (first.shape, second.shape) == ("aa", "ih")
    assert first.end == pytest.approx(0.12)


def test_sounds_behind_the_lips_keep_the_mouth_of_their_vowel():
    shapes = timeline([Phone("t", 0.0, 0.06), Phone("'O:", 0.06, 0.2)], 0.2)
    assert [viseme.shape for viseme in shapes] == ["oh", "oh"]
    assert shapes[0].weight < shapes[1].weight


phones = st.lists(
    st.tuples(st.sampled_from(["'a", "p", "t", "m", "i:", "_:", "f", "@", "aU", "(en)", "??", "_|"]), st.floats(0, 0.3)),
    max_size=30,
)


@given(phones, st.floats(0.01, 3.0))
def test_visemes_cover_the_sound_without_gap_or_overlap(parts, seconds):
    at, made = 0.0, []
    for name, length in parts:
        made.append(Phone(name, at, at + length))
        at += length
    shapes = timeline(made, seconds)
    assert shapes[0].start == 0 and shapes[-1].end == pytest.approx(seconds, abs=1e-9)
    assert all(one.end == pytest.approx(two.start, abs=1e-9) for one, two in itertools.pairwise(shapes))
    assert all(viseme.end > viseme.start and 0 <= viseme.weight <= 1.2 for viseme in shapes)


@given(st.floats(0.0, 1 / 30), st.floats(0.015, 0.12))
def test_no_closure_falls_between_two_frames(phase, length):
    shapes = (Viseme(0, 0.2, "aa", 0.9), Viseme(0.2, 0.2 + length, "closed"), Viseme(0.2 + length, 0.6, "aa", 0.9))
    track = LipTrack(shapes)
    frames = [track.at(phase + frame / 30) for frame in range(18)]
    assert max(closed for _, closed in frames) >= 0.98
    shut = max(frames, key=lambda frame: frame[1])
    assert frames[1][0]["aa"] > 0.5 > shut[0]["aa"]


def test_the_mouth_rests_before_after_and_in_silence():
    track = LipTrack((Viseme(0, 0.5, "aa", 0.8), Viseme(0.5, 1.2, "sil", 0.0), Viseme(1.2, 1.5, "ee", 0.7)))
    for at in (-1.0, 0.85, 1.9, 99.0):
        weights, closed = track.at(at)
        assert not any(weights.values()) and closed == 0
    assert LipTrack(()).at(0.0) == (dict.fromkeys(("aa", "ih", "ou", "ee", "oh"), 0.0), 0.0)


def test_lips_move_without_leaps():
    said = EspeakSynthesiser().speak("What a beautiful morning for a long walk by the sea!", delivery("en"))
    track = LipTrack(said.visemes)
    frames = np.array([list(track.at(at)[0].values()) for at in np.arange(0.1, said.seconds, 1 / 60)])
    assert np.abs(np.diff(frames, axis=0)).max() < 0.65  # lips that part from a p, b or m do so in 40 ms
    assert 0.5 < frames.max() <= 1.0


def test_rounded_lips_come_before_their_vowel_is_heard():
    track = LipTrack((Viseme(0, 0.3, "ee", 0.6), Viseme(0.3, 0.6, "ou", 0.9)))
    assert track.at(0.24)[0]["ou"] > 0.05
