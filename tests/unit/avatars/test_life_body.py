"""The whole body without a picture: eye contact, planted feet, no pops, gestures, the same life from the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from avatars.life.clips import CLIPS
from tests.support.avatar_life import FPS, Life, speech, speeds


@pytest.fixture(scope="module")
def idle():
    life = Life(seed=2)
    return life, life.live(30)


@pytest.fixture(scope="module")
def talking():
    life = Life(seed=4)
    life.body.activity("speaking")
    words = speech(17)
    return life, life.live(21, lambda t: life.body.mouth(words(t)))


def test_her_eyes_meet_the_camera_within_a_degree():
    life = Life()
    life.body.still = True
    life.live(1)
    assert life.aim_error() < 1.0


def test_looking_at_you_her_eyes_stay_on_you_though_her_head_moves(idle):
    _, log = idle
    on_user = np.linalg.norm(np.array(log.eyes), axis=1) < 1.0
    settled = on_user & np.concatenate(([False] * 3, on_user[:-3]))
    assert np.percentile(np.array(log.aim)[settled & (np.array(log.lids) < 0.1)], 95) < 1.0


def test_her_feet_stay_where_they_stand(idle):
    feet = np.array(idle[1].feet)
    assert np.abs(feet - feet[0]).max() < 0.002


def test_her_body_is_never_quite_still_and_never_restless(idle):
    head = np.array(idle[1].head)
    speed = np.linalg.norm(np.diff(head, axis=0), axis=1) * FPS
    half_seconds = [speed[i : i + 15].max() for i in range(0, len(speed) - 15, 15)]
    assert min(half_seconds) > 0.04, "nothing is frozen over half a second"
    assert np.sqrt((speed**2).mean()) < 8.0


def test_she_sways_and_breathes(idle):
    hips = np.array(idle[1].hips)
    assert 0.001 < hips[:, 2].std() < 0.02
    assert np.ptp(idle[1].breath) > 0.5


def bones_of(life):
    eyes = {life.puppet.humanoid.bones[name] for name in ("leftEye", "rightEye")}
    return sorted(set(life.puppet.humanoid.bones.values()) - eyes)


def test_nothing_pops_at_idle_or_in_talk(idle, talking):
    for life, log in (idle, talking):
        speed = speeds(log.turns)[:, bones_of(life)]
        assert np.abs(np.diff(speed, axis=0)).max() < 350.0


def test_the_mouth_moves_in_talk_and_rests_after_it(talking):
    _, log = talking
    opening = np.array([weights.get("aa", 0.0) for weights in log.weights])
    assert opening[: 17 * FPS].max() > 0.4
    assert opening[-3 * FPS :].max() < 0.01


def test_head_and_hands_go_with_talk(talking):
    life, log = talking
    assert life.body._talk.nods >= 1
    assert np.array(log.head)[: 17 * FPS].std(axis=0).max() > 0.5


@pytest.mark.parametrize("name", CLIPS)
def test_every_gesture_plays_without_pops_and_comes_home(name):
    life = Life(seed=6)
    life.body.still = True
    life.live(0.3)
    home = life.body.channels.copy()
    assert life.body.gesture(name)
    log = life.live(CLIPS[name].seconds + 1.4)
    moved = speeds(log.turns)[:, bones_of(life)]
    assert moved.max() > 10.0
    assert np.abs(np.diff(moved, axis=0)).max() < 350.0
    scale = np.where(np.abs(home) < 0.1, 50.0, 1.0)
    assert np.abs((life.body.channels - home) * scale).max() < 0.6


def test_a_gesture_may_interrupt_another_without_a_pop():
    life = Life(seed=6)
    life.body.gesture("wave")
    log = life.live(3.0, lambda t: life.body.gesture("hand_on_heart") if abs(t - 0.6) < 0.01 else None)
    assert np.abs(np.diff(speeds(log.turns)[:, bones_of(life)], axis=0)).max() < 350.0


def test_an_unknown_gesture_is_declined():
    assert not Life().body.gesture("somersault")


def test_the_same_seed_gives_the_same_life_and_another_seed_another():
    one, two, other = (Life(seed=seed).live(3) for seed in (9, 9, 10))
    assert np.array_equal(np.array(one.turns), np.array(two.turns))
    assert not np.allclose(np.array(one.turns), np.array(other.turns))


def test_expressions_come_in_zones_and_speech_gets_the_mouth():
    life = Life()
    life.body.express("Happy", 1.0, 30.0)
    life.live(2)
    quiet = dict(life.puppet.shown)
    words = speech(9)
    life.live(1.3, lambda t: life.body.mouth(words(t)))
    assert quiet["happy#mouth"] > 0.9
    assert life.puppet.shown["happy#mouth"] < 0.6 * quiet["happy#mouth"]
    assert life.puppet.shown["happy#brows"] > 0.9


def test_thinking_looks_away_and_speaking_comes_back():
    life = Life(seed=3)
    life.body.activity("thinking")
    away = np.array(life.live(4).aim)
    assert away.max() > 5.0
    life.body.activity("speaking")
    back = np.array(life.live(0.6).aim)
    assert back[-3:].min() < 2.6


def test_quick_things_ask_for_quick_frames():
    life = Life()
    life.live(1)
    life.body.gesture("nod")
    life.live(0.1)
    assert life.body.busy
