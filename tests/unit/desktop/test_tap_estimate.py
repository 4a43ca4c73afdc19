"""How much later sound is heard than light is seen, from people who tap as people do."""

from __future__ import annotations

import random

import pytest

from desktop.calibration.clicks import BEATS, LEAD, PERIOD, RATE, beat_times, clicks
from desktop.calibration.tap_estimate import LEAST, MOST_MS, Beat, offset_ms, on_beat

BEATS_AT = beat_times()
SEEDS = pytest.mark.parametrize("seed", range(40))


def tapped(rng, late, *, jitter=0.025, start=0, doubled=0, missed=0, stray=0):
    """Taps `late` seconds after their beats: with a late start, taps that bounced, beats left out and taps gone astray."""
    taps = [beat + late + rng.gauss(0, jitter) for beat in BEATS_AT[start:]]
    for _ in range(missed):
        taps.pop(rng.randrange(len(taps)))
    taps += [tap + rng.uniform(0.06, 0.15) for tap in rng.sample(taps, doubled)]
    for _ in range(stray):
        taps[rng.randrange(len(taps))] += rng.choice((-1, 1)) * rng.uniform(0.2, 0.39)
    return sorted(taps)


def beat(rng, late, **how):
    found = on_beat(tapped(rng, late, **how), BEATS_AT)
    assert isinstance(found, Beat), found
    return found


@SEEDS
def test_the_middle_of_noisy_taps_is_found(seed):
    rng = random.Random(seed)
    late = rng.uniform(-0.08, 0.25)
    found = beat(rng, late)
    assert abs(found.late - late) < 0.035
    assert found.taps >= LEAST


@SEEDS
def test_late_starts_doubled_taps_missed_beats_and_strays_change_little(seed):
    rng = random.Random(seed)
    late = rng.uniform(-0.08, 0.25)
    trouble = {"start": rng.randrange(3), "doubled": rng.randrange(4), "missed": rng.randrange(2), "stray": rng.randrange(3)}
    found = beat(rng, late, jitter=0.02, **trouble)
    assert abs(found.late - late) < 0.04


@SEEDS
def test_a_delay_of_the_sound_is_found_whatever_the_habit_and_the_key_add(seed):
    rng = random.Random(seed)
    habit, delay = rng.uniform(-0.06, 0.15), rng.uniform(-0.24, 0.24)
    sound, light = beat(rng, habit + delay, jitter=0.02), beat(rng, habit, jitter=0.02)
    found = offset_ms(sound, light, PERIOD)
    assert found % 5 == 0
    assert abs(found) <= MOST_MS
    assert abs(found - delay * 1000) < 45


def test_steady_taps_give_the_figure_to_the_step():
    sound = on_beat([beat + 0.18 for beat in BEATS_AT], BEATS_AT)
    light = on_beat([beat + 0.06 for beat in BEATS_AT], BEATS_AT)
    assert offset_ms(sound, light, PERIOD) == 120


@SEEDS
def test_where_nothing_differs_nothing_is_proposed(seed):
    rng = random.Random(seed)
    habit = rng.uniform(-0.05, 0.1)
    sound, light = beat(rng, habit, jitter=0.015), beat(rng, habit, jitter=0.015)
    assert abs(offset_ms(sound, light, PERIOD)) <= 25


@SEEDS
def test_taps_at_random_are_refused(seed):
    rng = random.Random(seed)
    taps = sorted(rng.uniform(BEATS_AT[0], BEATS_AT[-1]) for _ in range(14))
    found = on_beat(taps, BEATS_AT)
    assert found in ("few", "uneven")


@pytest.mark.parametrize("count", range(LEAST))
def test_too_few_taps_are_too_few(count):
    assert on_beat(BEATS_AT[:count], BEATS_AT) == "few"


def test_one_tap_many_times_is_one_tap():
    assert on_beat([BEATS_AT[3] + step / 1000 for step in range(30)], BEATS_AT) == "few"


def test_no_beats_no_answer():
    assert on_beat([0.1 * step for step in range(20)], []) == "few"


def test_a_sound_late_by_a_quarter_of_a_second_is_not_taken_for_the_next_beat():
    sound = on_beat([beat + 0.33 for beat in BEATS_AT], BEATS_AT)
    light = on_beat([beat + 0.08 for beat in BEATS_AT], BEATS_AT)
    assert offset_ms(sound, light, PERIOD) == 250


def test_a_larger_delay_is_held_within_the_setting():
    sound = on_beat([beat + 0.35 for beat in BEATS_AT], BEATS_AT)
    light = on_beat([beat - 0.02 for beat in BEATS_AT], BEATS_AT)
    assert offset_ms(sound, light, PERIOD) == MOST_MS


def test_each_click_begins_on_its_beat_and_dies_away_before_the_next():
    sound = clicks()
    assert len(BEATS_AT) == BEATS
    for at in BEATS_AT:
        here = round(at * RATE)
        assert abs(sound[here - 40 : here].astype(int)).max() == 0
        assert abs(sound[here : here + 60].astype(int)).max() > 5000
        assert abs(sound[here + round(0.1 * RATE) : here + round((PERIOD - 0.01) * RATE)].astype(int)).max() == 0
    assert abs(sound[: round(LEAD * RATE)].astype(int)).max() == 0
