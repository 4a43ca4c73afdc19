"""When the mouth counts as moving: it sets the pace at which she is drawn."""

from __future__ import annotations

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
