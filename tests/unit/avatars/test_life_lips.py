"""When the mouth counts as moving: it sets the pace at which she is drawn."""

from __future__ import annotations

import pytest

from avatars.life.lips import Lips

SHUT = dict.fromkeys(("aa", "ih", "ou", "ee", "oh"), 0.0)


def settled(lips: Lips, said: dict[str, float], seconds: float) -> Lips:
    for _ in range(round(seconds * 30)):
        lips.say(said, 0.0)
        lips.update(1 / 30, 0.0)
    return lips


def test_a_mouth_that_is_told_to_stay_shut_is_at_rest() -> None:
    assert not settled(Lips(), SHUT, 1.0).busy


def test_a_mouth_that_speaks_moves_until_it_has_closed() -> None:
    lips = settled(Lips(), SHUT | {"aa": 0.8}, 0.5)
    assert lips.busy
    assert not settled(lips, SHUT, 2.0).busy


def shown(lips: Lips, said: dict[str, float], closed: float, smile: float = 0.0) -> dict[str, float]:
    lips.say(said, closed)
    return lips.update(1 / 30, smile)


def test_pressed_lips_leave_no_vowel_at_once() -> None:
    lips = settled(Lips(), SHUT | {"aa": 0.9}, 0.5)
    assert not shown(lips, SHUT | {"aa": 0.9}, 1.0)
    assert lips.gate == 1.0 and lips.opening == 0.0
    assert shown(lips, SHUT | {"aa": 0.9}, 0.0)["aa"] > 0.7, "and open as fast: the gate is not smoothed"


def test_lips_stay_parted_in_a_pause_and_meet_after_it() -> None:
    lips = settled(Lips(), SHUT | {"aa": 0.7}, 1.0)
    pause = settled(lips, SHUT, 0.4)
    assert 0.02 < shown(pause, SHUT, 0.0)["aa"] <= 0.05
    assert not shown(settled(pause, SHUT, 2.0), SHUT, 0.0)


def test_a_lip_on_teeth_leaves_a_little_of_the_vowel() -> None:
    lips = settled(Lips(), SHUT | {"aa": 0.9}, 0.5)
    assert 0.1 < sum(shown(lips, SHUT | {"aa": 0.9}, 0.75).values()) <= 0.25


def test_a_smile_and_a_wide_vowel_open_the_jaw_no_farther_than_the_vowel() -> None:
    assert settled(Lips(), SHUT | {"aa": 1.0}, 0.5).opening == pytest.approx(1.0, abs=0.01)
    assert shown(settled(Lips(), SHUT | {"aa": 1.0}, 0.5), SHUT | {"aa": 1.0}, 0.0, smile=1.0)["aa"] <= 0.56
