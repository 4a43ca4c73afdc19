"""Sounds and words found in a sound whose engine tells nothing of them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from tests.support.voice_sounds import FLAWED, RATE, TEXT, unseen, whole
from voice.lip_bench.score import Agreement, agreement, shown_frames, true_frames
from voice.ports import Delivery
from voice.reading.spoken_text import spoken_runs
from voice.resample import resampled
from voice.take import joined
from voice.visemes.alignment import take_of_sound
from voice.visemes.mouths import is_pause
from voice.visemes.timeline import timeline

SAID = {"en": TEXT, "zh": "别担心，我们慢慢想办法。", "ja": "しんぱいしないで、ゆっくりかんがえましょう。"}


def heard_in(pcm, text=TEXT, rate=RATE, lang="en", pause=0.2):
    return take_of_sound(spoken_runs(text, lang), Delivery(lang, voice="of another engine"), pcm, rate, pause)


def starts(take):
    return {begin: at for at, begin, _ in take.words}


@pytest.mark.parametrize("lang", SAID)
def test_mouth_and_words_of_an_unseen_voice_are_found(lang):
    spoken = unseen(SAID[lang], lang)
    take = heard_in(spoken.pcm, SAID[lang], spoken.rate, lang)
    count = int(len(take.pcm) / take.rate * 100)
    found = agreement(true_frames(spoken.phones, count), shown_frames(timeline(take.phones, count / 100), count))
    assert found.spoken_right / found.spoken > 0.88
    assert found.spoken_open_right / found.spoken > 0.95
    truth = {begin: at for at, begin, _ in spoken.words}
    assert starts(take).keys() == truth.keys()
    assert np.median([abs(at - truth[begin]) for begin, at in starts(take).items()]) < 0.025


@pytest.mark.parametrize("flaw", FLAWED)
def test_any_sound_gives_a_mouth_and_words_in_order(flaw):
    pcm = FLAWED[flaw](unseen().pcm)
    before = pcm.copy()
    take = heard_in(pcm)
    seconds = len(take.pcm) / RATE
    assert take.pcm.dtype == np.int16 and take.rate == RATE and np.array_equal(pcm, before)
    assert all(0 <= phone.start < phone.end <= seconds + 0.011 for phone in take.phones)
    assert all(one.end == pytest.approx(two.start) for one, two in itertools.pairwise(take.phones))
    times = [at for at, _, _ in take.words]
    assert times == sorted(times) and all(0 <= at <= seconds + 0.011 for at in times)
    assert [TEXT[begin:end] for _, begin, end in take.words] == TEXT.rstrip(".").split()
    assert joined(TEXT, [take]).seconds == pytest.approx(seconds)


@pytest.mark.parametrize("rate", [8000, 11025, 16000, 24000, 44100, 48000])
def test_the_same_is_found_at_every_rate(rate):
    spoken = unseen()
    other = starts(heard_in(resampled(spoken.pcm, spoken.rate, rate), rate=rate))
    gaps = [abs(at - other[begin]) for begin, at in starts(heard_in(spoken.pcm)).items()]
    assert max(gaps) < 0.06 and np.median(gaps) < 0.015


def test_noise_under_a_voice_does_not_move_its_words():
    spoken = unseen()
    speech = float(np.sqrt((spoken.pcm.astype(float) ** 2).mean()))
    noise = np.random.default_rng(2).standard_normal(len(spoken.pcm)) * speech * 10 ** (-12 / 20)
    loud = starts(heard_in(whole(spoken.pcm + noise)))
    assert np.median([abs(at - loud[begin]) for begin, at in starts(heard_in(spoken.pcm)).items()]) < 0.04


def test_a_rest_that_the_text_does_not_have_is_found():
    spoken = unseen()
    cut = int({TEXT[begin:end]: at for at, begin, end in spoken.words}["walk"] * spoken.rate)
    take = heard_in(np.concatenate((spoken.pcm[:cut], np.zeros(RATE, np.int16), spoken.pcm[cut:])))
    plain, rested = starts(heard_in(spoken.pcm)), starts(take)
    later = [rested[begin] - at for begin, at in plain.items()]
    assert all(abs(shift) < 0.06 for shift in later[:6]) and all(abs(shift - 1.0) < 0.06 for shift in later[7:])
    rest = max((phone for phone in take.phones if is_pause(phone.name)), key=lambda phone: phone.end - phone.start)
    assert rest.end - rest.start == pytest.approx(1.0, abs=0.12)


def test_the_end_of_a_sound_is_the_pause_that_was_asked_for():
    spoken = unseen()
    short, long = heard_in(spoken.pcm, pause=0.05), heard_in(spoken.pcm, pause=1.5)
    assert (len(long.pcm) - len(short.pcm)) / RATE == pytest.approx(1.45, abs=0.01)
    assert not long.pcm[-RATE:].any()


@pytest.mark.parametrize(
    ("text", "lang"), [("Nobody ever told him about the green piano in the attic.", "en"), ("今天天气很好，我们去公园吧。", "zh")]
)
def test_words_that_are_not_said_leave_the_mouth_to_the_ear(text, lang):
    found = Agreement()
    for said in (TEXT, "Please be careful, the bottom step is broken.", "His new job makes him happy."):
        spoken = unseen(said)
        take = heard_in(spoken.pcm, text, lang=lang)
        assert [phone.name for phone in take.phones] == [phone.name for phone in heard_in(spoken.pcm, "Oh!").phones]
        count = int(len(take.pcm) / RATE * 100)
        found += agreement(true_frames(spoken.phones, count), shown_frames(timeline(take.phones, count / 100), count))
    assert found.spoken_right / found.spoken > 0.6
    assert found.spoken_open_right / found.spoken > 0.9


def test_a_language_that_no_model_speaks_leaves_the_mouth_to_the_ear():
    spoken = unseen()
    runs = spoken_runs(TEXT, "en")
    object.__setattr__(runs[0], "lang", "no-such-language")
    take = take_of_sound(runs, Delivery("en"), spoken.pcm, spoken.rate, 0.2)
    assert len(take.words) == len(TEXT.split()) and len(take.phones) > 20
    assert take_of_sound([], Delivery("en"), spoken.pcm, spoken.rate, 0.2).phones == take.phones


def test_several_languages_in_a_sentence_are_found_in_one_sound():
    text = "She said 你好 and then ありがとう to us."
    spoken = unseen(text)
    take = heard_in(spoken.pcm, text)
    truth = {begin: at for at, begin, _ in spoken.words}
    assert np.median([abs(at - truth[begin]) for begin, at in starts(take).items() if begin in truth]) < 0.06
