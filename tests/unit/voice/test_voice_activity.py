"""Whether somebody speaks, in noise that is known."""

from __future__ import annotations

import numpy as np
import pytest

from tests.support.listening_sounds import BURSTS, NOISES, RATE, pink, scene, spoken
from tests.support.voice_model import SENTENCES
from voice.activity.detector import Activity, VoiceActivity
from voice.activity.voicing import STEP, Voicing

FRAME = 160


def activities(pcm, piece: int = FRAME) -> list[Activity]:
    detector = VoiceActivity()
    return [detector.feed(pcm[at : at + piece], at / RATE) for at in range(0, len(pcm), piece)]


def talk(snr: float, noise: str):
    parts: list = [1.5]
    for number, sentence in enumerate(SENTENCES[3:9]):
        parts += [spoken(sentence, ("en-us+f4", "en-gb-scotland+m6")[number % 2]), 0.9]
    return scene(*parts, snr=snr, noise=noise)


@pytest.mark.parametrize(("snr", "found"), [(40, 0.95), (20, 0.92), (10, 0.88), (5, 0.70)])
def test_speech_is_found_and_noise_is_not(snr, found):
    for noise in NOISES:
        heard = talk(snr, noise)
        voiced = np.array([activity.voiced for activity in activities(heard.pcm)])
        truth, near = np.zeros(len(voiced), bool), np.zeros(len(voiced), bool)
        for begin, end in heard.voices:
            truth[int(begin * 100) + 5 : int(end * 100) - 5] = True
            near[int(begin * 100) : int(end * 100) + 20] = True
        assert voiced[truth].mean() >= found, noise
        assert voiced[~near].mean() <= 0.03, noise


def test_a_voice_is_known_to_begin_within_eighty_milliseconds_and_when_it_did():
    late, wrong = [], []
    for noise in ("white", "pink"):
        heard = talk(20, noise)
        found = activities(heard.pcm)
        for begin, _ in heard.voices:
            first = next(number for number in range(int(begin * 100), len(found)) if found[number].voiced)
            late.append((first + 1) / 100 - begin)
            wrong.append(abs(found[first].since - begin))
    assert np.median(late) <= 0.08
    assert np.median(wrong) <= 0.05


def test_a_fan_that_is_switched_on_is_soon_part_of_the_room():
    fan = pink(8 * RATE, np.random.default_rng(3)) * 20
    fan[2 * RATE :] *= 20
    found = activities(fan.astype(np.int16))
    assert sum(activity.voiced for activity in found) <= 80
    assert not any(activity.voiced for activity in found[300:])
    assert found[-1].floor_db == pytest.approx(20 * np.log10(400 / 32768), abs=5)


def test_the_floor_falls_at_once_and_rises_slowly():
    noise = pink(6 * RATE, np.random.default_rng(4)) * 100
    noise[2 * RATE : 4 * RATE] *= 0.1
    floors = [activity.floor_db for activity in activities(noise.astype(np.int16))]
    assert floors[240] == pytest.approx(floors[180] - 20, abs=5)
    assert floors[410] < floors[180] - 6


def test_the_size_of_the_pieces_changes_nothing():
    heard = talk(15, "pink")
    whole = activities(heard.pcm)[-1]
    assert activities(heard.pcm, 37)[-1] == whole
    assert activities(heard.pcm, RATE)[-1] == whole


def test_what_is_left_out_ends_a_voice_and_leaves_the_floor_alone():
    heard = scene(1.0, spoken(SENTENCES[0]), snr=20)
    detector = VoiceActivity()
    before = detector.feed(heard.pcm, 0.0)
    after = detector.skip(RATE, len(heard.pcm) / RATE)
    assert before.voiced and not after.voiced
    assert after.since == pytest.approx(heard.voices[0][1], abs=0.1)
    assert after.floor_db == before.floor_db


def test_digital_silence_and_full_scale_are_no_voice_and_do_no_harm():
    for pcm in (np.zeros(RATE, np.int16), np.full(RATE, -32768, np.int16), np.full(RATE, 32767, np.int16)):
        assert not activities(pcm)[-1].voiced


def test_words_have_a_voice_in_them_and_noises_have_none():
    def voiced(sound) -> float:
        voicing = Voicing()
        pcm = np.clip(sound, -32768, 32767).astype(np.int16)
        for at in range(0, len(pcm) // STEP * STEP, STEP):
            voicing.feed(pcm[at : at + STEP])
        return voicing.seconds

    for word in ("yes", "no", "stop", "wait", "hello"):
        assert voiced(spoken(word) * 3000) >= 0.1, word
    random = np.random.default_rng(5)
    for burst in BURSTS:
        assert voiced(burst(random)) <= 0.03, burst.__name__
