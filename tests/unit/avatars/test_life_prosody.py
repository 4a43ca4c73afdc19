"""Head and brows that go with the stressed syllables of what is said."""

from __future__ import annotations

import numpy as np
import pytest

from avatars.life.prosody import Prosody
from tests.support.avatar_life import Life

STEP = 1 / 60


def sentence(count: int, every: float = 1.2, strength: float = 0.9) -> tuple[tuple[float, float, float, bool, bool], ...]:
    return tuple((0.4 + every * i, 0.55 + every * i, strength, False, False) for i in range(count))


def told(prosody: Prosody, marks, seconds: float) -> dict[str, np.ndarray]:
    """What it comes to over a sentence, a row every sixtieth of a second."""
    rows = []
    for frame in range(round(seconds / STEP)):
        prosody.hear(frame * STEP, marks)
        prosody.step(STEP)
        rows.append((prosody.pitch, prosody.yaw, prosody.roll, prosody.brow))
    return dict(zip(("pitch", "yaw", "roll", "brow"), np.array(rows).T, strict=True))


def onsets(values: np.ndarray, above: float) -> np.ndarray:
    moving = np.abs(values) > above
    return np.flatnonzero(moving[1:] & ~moving[:-1]) * STEP


@pytest.mark.parametrize("seed", range(6))
def test_nods_begin_with_their_syllable_and_reach_their_depth_after_its_middle(seed):
    moved = told(Prosody(np.random.default_rng(seed)), sentence(25), 31)
    tops = [at for at in range(1, len(moved["pitch"]) - 1)
            if moved["pitch"][at] > 1.5 and moved["pitch"][at - 1] <= moved["pitch"][at] > moved["pitch"][at + 1]]  # fmt: skip
    assert tops
    middles = 0.475 + 1.2 * np.arange(25)
    for top in tops:
        late = top * STEP - middles[np.argmin(np.abs(middles - top * STEP))]
        assert 0.04 < late < 0.13
    assert 2.0 <= moved["pitch"].max() <= 4.2


@pytest.mark.parametrize("seed", range(6))
def test_neither_nods_nor_brows_go_with_every_stress(seed):
    minutes = 3
    prosody = Prosody(np.random.default_rng(seed))
    moved = told(prosody, sentence(round(minutes * 60 / 0.9), 0.9), minutes * 60)
    assert 4 * minutes <= prosody.nods <= 14 * minutes
    raises = onsets(moved["brow"], 0.05)
    assert 2 * minutes <= len(raises) <= 10 * minutes
    assert np.diff(onsets(moved["pitch"], 1.0)).min() > 0.5


def test_brows_rise_before_the_middle_of_their_vowel():
    marks = sentence(60)
    moved = told(Prosody(np.random.default_rng(2)), marks, 75)
    middles = np.array([(start + end) / 2 for start, end, *_ in marks])
    for at in onsets(moved["brow"], 0.02):
        assert -0.13 <= at - middles[np.argmin(np.abs(middles - at))] <= 0.0


def test_weak_syllables_move_nothing():
    prosody = Prosody(np.random.default_rng(1))
    assert not any(np.abs(values).max() for values in told(prosody, sentence(40, strength=0.4), 50).values())


def test_a_question_lifts_the_brows_and_tilts_the_head_until_it_is_put():
    moved = told(Prosody(np.random.default_rng(1)), ((1.0, 1.6, 0.6, True, False),), 4)
    at = round(1.5 / STEP)
    assert moved["brow"][at] == pytest.approx(0.25, abs=0.01) and abs(moved["roll"][at]) == pytest.approx(3.0, abs=0.1)
    assert not np.abs(moved["brow"][: round(0.98 / STEP)]).max() and not np.abs(moved["brow"][-30:]).max()


def test_a_head_is_shaken_at_a_no():
    moved = told(Prosody(np.random.default_rng(3)), ((0.2, 0.4, 0.9, False, True),), 2)
    assert moved["yaw"].max() > 1.5 and moved["yaw"].min() < -1.5
    assert abs(moved["yaw"][-1]) < 0.01


def test_feeling_makes_it_larger():
    calm, moved = Prosody(np.random.default_rng(5)), Prosody(np.random.default_rng(5))
    moved.arousal = 0.8
    quiet, loud = (told(one, sentence(30), 37)["pitch"].max() for one in (calm, moved))
    assert loud > 1.15 * quiet


def test_a_sentence_that_is_cut_off_takes_its_plan_along():
    prosody = Prosody(np.random.default_rng(4))
    told(prosody, sentence(40), 5)
    prosody.hear(0.0, ())
    rows = []
    for _ in range(120):
        prosody.hear(0.0, ())
        prosody.step(STEP)
        rows.append(prosody.pitch)
    assert abs(rows[-1]) < 0.01


def test_the_same_seed_nods_at_the_same_words():
    one, two, other = (told(Prosody(np.random.default_rng(seed)), sentence(30), 36)["pitch"] for seed in (7, 7, 8))
    assert np.array_equal(one, two) and not np.array_equal(one, other)


def test_her_head_goes_down_on_the_stressed_word():
    marks = sentence(20)
    pitches = []
    for heard in (marks, ()):
        life = Life(seed=5)
        life.body.activity("speaking")

        def say(t: float, life: Life = life, heard: object = heard) -> None:
            life.body.mouth({"aa": 0.3}, 0.0)
            life.body.accents(t, heard)

        log = life.live(12, say)
        pitches.append(np.array(log.head)[:, 0])
        nods = life.body._talk.prosody.nods
        assert bool(nods) == bool(heard)
    assert np.abs(pitches[0] - pitches[1]).max() > 1.5
