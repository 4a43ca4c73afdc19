"""Blinks, gaze, breath and mood alone, over long times: the figures that make a body read as alive."""

from __future__ import annotations

import numpy as np
import pytest

from avatars.life.blink import WHOLE, Blinks, shape
from avatars.life.breath import Breath
from avatars.life.channels import blank
from avatars.life.easing import Drift, Follower
from avatars.life.gaze import LONGEST, Gaze, saccade, saccade_seconds
from avatars.life.lips import Lips
from avatars.life.mood import Mood

FPS = 30


def generator(seed=3):
    return np.random.default_rng(seed)


def lids(activity, seconds, fps=FPS, seed=3):
    blinking = Blinks(generator(seed))
    return np.array([blinking.update(1 / fps, activity) for _ in range(seconds * fps)])


@pytest.mark.parametrize(
    ("activity", "low", "high"), [("idle", 8, 16), ("listening", 8, 16), ("speaking", 8, 18), ("reading", 3, 8)]
)
def test_she_blinks_by_herself_as_often_as_people_do(activity, low, high):
    closure = lids(activity, 600)
    starts = np.flatnonzero((closure[1:] > 0.3) & (closure[:-1] <= 0.3))
    assert low <= len(starts) / 10 <= high
    gaps = np.diff(starts) / FPS
    assert 0.45 < gaps.std() / gaps.mean() < 1.2, "intervals are irregular, not random noise"


def test_a_full_blink_shows_closed_lids_even_at_twelve_frames_a_second():
    closure = lids("idle", 300, fps=12)
    peaks = closure[np.flatnonzero(closure > 0.5)]
    assert (peaks >= 0.95).mean() > 0.4
    assert closure.max() == 1.0


def test_lids_fall_quicker_than_they_rise_and_never_jump_back():
    t = np.arange(0, WHOLE, 0.001)
    values = np.array([shape(x) for x in t])
    top = np.flatnonzero(values == 1.0)
    assert t[top[0]] < WHOLE - t[top[-1]]
    assert (np.diff(values[: top[0]]) >= 0).all()
    assert (np.diff(values[top[-1] :]) <= 0).all()


def test_a_large_gaze_shift_carries_a_blink_and_a_small_one_does_not():
    def blinked(degrees):
        count = 0
        for seed in range(60):
            blinking = Blinks(generator(seed))
            blinking.shift(degrees, toward_user=False)
            count += blinking.count
        return count

    assert blinked(5.0) == 0
    assert blinked(40.0) > 45


def gaze_log(activity, seconds=300):
    gaze, on, angles = Gaze(generator(5)), [], []
    for _ in range(seconds * FPS):
        gaze.update(1 / FPS, activity)
        on.append(np.linalg.norm(gaze.eyes) < 2.6)
        angles.append(gaze.eyes.copy())
    return gaze, np.array(on), np.array(angles)


@pytest.mark.parametrize(
    ("activity", "low", "high", "fewest", "most"),
    [("idle", 20, 48, 12, 35), ("listening", 60, 85, 12, 30), ("speaking", 45, 68, 14, 36), ("thinking", 8, 40, 10, 40)],
)
def test_she_looks_at_you_as_much_as_the_moment_asks(activity, low, high, fewest, most):
    gaze, on, _ = gaze_log(activity)
    assert low <= 100 * on.mean() <= high
    assert fewest <= gaze.shifts / 5 <= most


def test_she_never_stares():
    _, on, _ = gaze_log("listening", 600)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], on.astype(int), [0]))))
    longest = max(np.diff(edges)[::2]) / FPS
    assert longest < LONGEST + 0.6


def test_eyes_jump_and_do_not_glide():
    gaze = Gaze(generator(5))
    speeds = []
    before = gaze.eyes.copy()
    for _ in range(240 * 60):
        gaze.update(1 / 240, "idle")
        speeds.append(np.linalg.norm(gaze.eyes - before) * 240)
        before = gaze.eyes.copy()
    speeds = np.array(speeds)
    gliding = (speeds > 5) & (speeds < 60)
    runs = np.diff(np.flatnonzero(np.concatenate(([True], ~gliding, [True]))))
    assert runs.max() / 240 < 0.12


@pytest.mark.parametrize("size", [5.0, 10.0, 20.0, 30.0])
def test_saccades_keep_the_main_sequence(size):
    u = np.linspace(0, 1, 2000)
    peak = size * np.max(np.diff([saccade(x) for x in u])) / (u[1] * saccade_seconds(size))
    assert peak == pytest.approx(500 * (1 - np.exp(-size / 11)), rel=0.1)


def test_breath_is_regular_but_never_the_same():
    breath, values = Breath(generator()), []
    for _ in range(180 * FPS):
        values.append(breath.update(1 / FPS, blank()))
    values = np.array(values)
    tops = np.flatnonzero((values[1:-1] > values[:-2]) & (values[1:-1] >= values[2:]) & (values[1:-1] > 0.4))
    periods = np.diff(tops) / FPS
    assert 9 <= 60 / periods.mean() <= 20
    assert 0.03 < periods.std() / periods.mean() < 0.25


def test_a_breath_can_be_drawn_before_a_sentence():
    breath = Breath(generator())
    for _ in range(60):
        before = breath.update(1 / FPS, blank())
    breath.inhale()
    later = [breath.update(1 / FPS, blank()) for _ in range(FPS * 2)]
    assert max(later) > max(1.0, before)


def test_a_smile_comes_slowly_eyes_first_and_goes_slower():
    mood = Mood(generator())
    mood.express("happy", 1.0, 2.0)
    eyes, mouth = [], []
    for _ in range(240 * 5):
        upper, lower = mood.update(1 / 240).get("happy", (0.0, 0.0))
        eyes.append(upper)
        mouth.append(lower)
    eyes, mouth = np.array(eyes), np.array(mouth)
    eyes_half, mouth_half = np.argmax(eyes > 0.5) / 240, np.argmax(mouth > 0.5) / 240
    assert 0.05 < mouth_half - eyes_half < 0.12
    rise = (np.argmax(eyes > 0.95) - np.argmax(eyes > 0.05)) / 240
    after = eyes[int(2.0 * 240) :]
    fall = (np.argmax(after < 0.2) - np.argmax(after < 0.95)) / 240
    assert 0.3 < rise < 0.8
    assert fall > rise
    assert 0.05 < eyes[-1] < 0.2, "a trace stays"


def test_neutral_lets_go_of_everything():
    mood = Mood(generator())
    mood.express("sad", 0.9, 60.0)
    for _ in range(60):
        mood.update(1 / FPS)
    mood.express("neutral", 1.0, 1.0)
    for _ in range(90):
        left = mood.update(1 / FPS)
    assert left == {}


def test_two_emotions_never_add_up_to_more_than_one():
    mood = Mood(generator())
    mood.express("happy", 1.0, 9.0, alone=False)
    mood.express("surprised", 1.0, 9.0, alone=False)
    for _ in range(60):
        weights = mood.update(1 / FPS)
    assert sum(upper for upper, _ in weights.values()) <= 1.0 + 1e-9


def test_the_mouth_shuts_by_itself_when_the_voice_is_silent():
    lips = Lips()
    for _ in range(10):
        lips.say({"aa": 0.9}, 0.0)
        lips.update(1 / FPS, 0.0)
    assert lips.opening > 0.5
    for _ in range(20):
        shown = lips.update(1 / FPS, 0.0)
    assert shown == {}
    assert lips.opening < 0.02


def test_pressed_lips_close_over_any_vowel():
    lips = Lips()
    for _ in range(10):
        lips.say({"aa": 1.0, "oh": 1.0}, 0.0)
        open_ = lips.update(1 / FPS, 0.0)
    lips.say({"aa": 1.0, "oh": 1.0}, 1.0)
    assert sum(open_.values()) <= 1.0 + 1e-9
    assert lips.update(1 / FPS, 0.0) == {}


def test_followers_arrive_alike_at_every_frame_rate():
    fast, slow = Follower(0.0, 8.0), Follower(0.0, 8.0)
    for _ in range(60):
        fast.step(1.0, 1 / 60)
    for _ in range(12):
        slow.step(1.0, 1 / 12)
    assert fast.value == pytest.approx(slow.value, abs=1e-9)


def test_drift_has_no_loop_one_could_see():
    drift = Drift(generator(), 2.0)
    values = np.array([drift.step(0.1) for _ in range(6000)])
    values -= values.mean()
    echo = [float((values[:-lag] * values[lag:]).mean() / values.var()) for lag in range(50, 600, 5)]
    assert max(echo) < 0.25
    assert 0.5 < values.std() < 1.4


def test_tears_stand_beside_any_emotion_and_only_calm_dries_them():
    mood = Mood(generator())
    mood.express("sad", 1.0, 60.0)
    mood.express("tears", 1.0, 60.0)
    for _ in range(3 * FPS):
        weights = mood.update(1 / FPS)
    assert weights["sad"][0] == pytest.approx(1.0) and weights["tears"][0] == pytest.approx(1.0)
    mood.express("happy", 0.8, 60.0)
    for _ in range(3 * FPS):
        weights = mood.update(1 / FPS)
    assert weights["tears"][0] == pytest.approx(1.0) and weights["happy"][0] > 0.7
    mood.express("neutral", 1.0, 1.0)
    for _ in range(4 * FPS):
        weights = mood.update(1 / FPS)
    assert "tears" not in weights


def test_a_look_that_is_asked_for_again_still_ends():
    gaze = Gaze(generator())
    gaze.look(True, 3.0, "speaking")
    longest = run = 0.0
    for step in range(20 * FPS):
        if step % 20 == 0 and gaze.on_user:
            gaze.look(True, 1.4, "speaking")
        gaze.update(1 / FPS, "speaking")
        run = run + 1 / FPS if gaze.on_user else 0.0
        longest = max(longest, run)
    assert longest < LONGEST + 0.2
