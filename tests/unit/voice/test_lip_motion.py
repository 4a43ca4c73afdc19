"""Lips as people move them: rounding ahead of time, calm, closed where they must be, and early."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.voice_phoneme_table import mnemonics
from voice.delivery import delivery
from voice.utterance import Viseme
from voice.visemes.closures import HOLD, closures
from voice.visemes.lip_track import OPENNESS, LipTrack
from voice.visemes.measure import film, fullest_second, measure, said, within
from voice.visemes.mouths import CONSONANTS, GLIDES, VOWELS, is_mark, mouths_of
from voice.visemes.targets import MOST, SHORTEST, targets
from voice.visemes.timeline import Phone, timeline

TEXTS = {
    "en": ("My mother makes marmalade in big copper pots.", "Would you believe that, before we have even met?"),
    "zh": ("妈妈给朋友买了苹果和面包。", "不，我没有忘记你的生日。"),
    "ja": ("さんぽのまえにパンをたべました。", "いっぱい、いっぱいあるね。"),
}


def spoken(*parts: tuple[str, float]) -> LipTrack:
    """A track of sounds, each with its seconds."""
    phones, at = [], 0.0
    for name, seconds in parts:
        phones.append(Phone(name, at, at + seconds))
        at += seconds
    return LipTrack(timeline(phones, at))


def open_at(track: LipTrack, at: float) -> float:
    return float(np.dot(list(track.at(at, 0.01)[0].values()), OPENNESS))


@pytest.mark.parametrize("table", ["en", "en-us", "cmn", "ja"])
def test_every_sound_in_the_engines_own_table_has_a_mouth(table):
    names = {name for name in mnemonics(table) if not is_mark(name) and name not in (";",)}
    assert len(names) > 60
    assert names - set(GLIDES) - set(VOWELS) - set(CONSONANTS) == set()


def test_lips_are_rounded_through_the_consonants_before_a_round_vowel():
    rounded = [spoken(("'E", 0.2), *((name, 0.06) for name in string), ("'u:", 0.25)) for string in ("t", "tl", "tlt")]
    early = []
    for count, track in enumerate(rounded, 1):
        vowel = 0.2 + 0.06 * count
        early.append(next(ms for ms in range(400, 0, -5) if track.at(vowel - ms / 1000, 0.01)[0]["ou"] > 0.2))
    assert early[0] < early[1] <= early[2], "the earlier, the longer the string"
    assert 60 < early[0] < early[2] < 300


def test_rounding_does_not_begin_before_a_spread_vowel_is_over():
    open_vowel, spread = (spoken((name, 0.2), ("t", 0.06), ("'u:", 0.25)) for name in ("'A:", "'i:"))
    assert open_vowel.at(0.1, 0.01)[0]["ou"] > 3 * spread.at(0.1, 0.01)[0]["ou"]


@pytest.mark.parametrize("name", ["t", "k", "N", "h", "l", "n"])
def test_the_tongue_alone_leaves_the_shape_of_the_lips(name):
    track = spoken(("'oU", 0.2), (name, 0.07), ("'O:", 0.2))
    weights = track.at(0.235)[0]
    assert max(weights, key=weights.__getitem__) in ("ou", "oh")
    assert weights["ih"] == weights["ee"] == 0


def test_teeth_come_together_for_a_hiss():
    track = spoken(("'A:", 0.2), ("s", 0.09), ("'A:", 0.2))
    assert open_at(track, 0.1) > 0.5
    assert open_at(track, 0.215) <= 0.27


def test_a_long_n_ends_with_closed_lips_before_p_in_japanese():
    shapes = timeline([Phone("a", 0, 0.1), Phone("'u~", 0.1, 0.3), Phone("p", 0.3, 0.34), Phone("o", 0.34, 0.5)], 0.5)
    (shut,) = (one for one in closures(shapes) if one.depth == 1)
    assert shut.start == pytest.approx(0.2) and shut.end == pytest.approx(0.34)


def test_lips_wait_closed_through_a_small_tsu_before_p():
    shapes = timeline([Phone("i", 0, 0.1), Phone("h", 0.1, 0.19), Phone("p", 0.19, 0.22), Phone("a", 0.22, 0.4)], 0.4)
    (shut,) = closures(shapes)
    assert (shut.start, shut.end) == (pytest.approx(0.1), pytest.approx(0.22))


def test_closures_too_near_are_one_unless_a_vowel_wants_to_be_seen():
    shut, weak = Viseme(0, 0.1, "closed"), Viseme(0.1, 0.17, "ee", 0.2)
    strong, again = Viseme(0.1, 0.17, "aa", 0.7), Viseme(0.17, 0.27, "closed")
    assert len(closures((shut, weak, again))) == 1
    assert len(closures((shut, strong, again))) == 2


@given(st.floats(0.0, 1 / 30), st.floats(0.01, 0.2), st.floats(0.12, 0.3), st.sampled_from([24, 30, 60]))
def test_a_closure_is_seen_at_any_phase_of_a_film(phase, length, between, fps):
    shapes = (
        Viseme(0, 0.3, "aa", 0.9), Viseme(0.3, 0.3 + length, "closed"), Viseme(0.3 + length, 0.3 + length + between, "aa", 0.9),
        Viseme(0.3 + length + between, 0.4 + length + between, "closed"), Viseme(0.4 + length + between, 1.2, "aa", 0.9),
    )  # fmt: skip
    track = LipTrack(shapes)
    assert all(one.end - one.start >= HOLD for one in track.closures)
    frames = [track.at(phase + frame / fps, 1 / fps)[1] for frame in range(fps)]
    assert sum(1 for one, two in itertools.pairwise(frames) if two >= 0.98 > one) >= 2


def test_a_vowel_between_two_closures_is_seen():
    track = spoken(("m", 0.08), ("'V", 0.075), ("m", 0.12), ("'O:", 0.2))
    for phase in np.arange(0, 1 / 30, 0.004):
        frames = [track.at(phase + frame / 30) for frame in range(7)]
        assert min(closed for _, closed in frames) < 0.75


sounds = st.lists(
    st.tuples(st.sampled_from(["'a", "E", "i", "'u:", "@", "aU", "oI", "s", "S", "t", "m", "w", "_:"]), st.floats(0.02, 0.3)),
    min_size=1, max_size=40,
)  # fmt: skip


@given(sounds)
def test_lips_change_calmly_whatever_is_said(parts):
    phones, at = [], 0.0
    for name, length in parts:
        phones.append(Phone(name, at, at + length))
        at += length
    aimed = targets(timeline(phones, at))
    assert all(two.middle - one.middle >= SHORTEST - 1e-9 for one, two in itertools.pairwise(aimed))
    track = LipTrack(timeline(phones, at))
    assert fullest_second(track) <= MOST
    shown = np.array([list(track.at(moment)[0].values()) for moment in np.arange(-0.5, at + 0.5, 1 / 30)])
    assert np.isfinite(shown).all() and shown.min() >= 0 and shown.max() <= 1.2


def test_fast_speech_moves_less():
    slow, fast = (spoken(*[("'a", length), ("t", 0.04)] * 8) for length in (0.26, 0.08))
    assert max(open_at(fast, at) for at in np.arange(0.3, 0.7, 0.01)) < 0.9 * max(
        open_at(slow, at) for at in np.arange(0.3, 2, 0.01)
    )


def test_the_mouth_opens_before_the_first_word_and_lets_the_last_vowel_go_slowly():
    track = spoken(("'a", 0.3), ("_:", 0.6), ("'a", 0.3))
    for start in (0.0, 0.9):
        assert open_at(track, start - 0.2) < 0.03 < open_at(track, start - 0.1) < open_at(track, start)
    assert open_at(track, 0.3) > open_at(track, 0.38) > 0.03
    assert open_at(track, 0.5) < 0.03


def test_a_phrase_that_ends_on_closed_lips_does_not_open_them_again():
    track = spoken(("'u:", 0.2), ("m", 0.12), ("_:", 0.5))
    assert max(open_at(track, at) for at in np.arange(0.3, 0.7, 0.01)) < 0.1


def test_the_jaw_follows_the_loudness_of_the_voice():
    loud, soft = (LipTrack((Viseme(0, 0.4, "aa", 0.8, gain=gain),)) for gain in (1.1, 0.5))
    assert loud.jaw(0.2) > 1.7 * soft.jaw(0.2)


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("rate", [0.8, 1.3])
def test_what_a_film_shows_of_her_mouth_is_in_its_ranges(lang, rate):
    figures = measure([said(text, delivery(lang, rate=rate)) for text in TEXTS[lang]])
    assert figures.asked >= 16
    assert within(figures), figures


def test_a_mouth_that_ignores_closures_is_noticed():
    def gaping(weights, gate, dt):
        return 0.4, 0.0

    figures = measure([said(TEXTS["en"][0], delivery("en"))], lambda: gaping)
    assert figures.seen == 0 and not within(figures)


def test_a_film_begins_and_ends_at_rest():
    one = said(TEXTS["en"][1], delivery("en"))
    _, shown = film(LipTrack(one.utterance.visemes), -0.5, one.utterance.seconds + 0.5, lambda w, g, dt: (sum(w.values()), g), 30)
    assert shown[0] == shown[-1] == (0.0, 0.0)


def test_a_sound_outside_all_tables_still_has_a_mouth():
    assert mouths_of("§§")[0].keep > 0
