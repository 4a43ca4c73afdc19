"""What a hat does to the hair below it, and earrings to those of the person's file."""

import json

import numpy as np
import pytest

from avatars.wardrobe.press import CENTRE, Press

HAT = Press((1.545, 1.515, 1.475), room=0.001)
BAND = Press((1.52, 1.47, 1.445), (1.56, 1.53, 1.51))


def cloud(count=4000):
    random = np.random.default_rng(3)
    way = random.standard_normal((count, 3))
    way[:, 1] = np.abs(way[:, 1])
    return CENTRE + way / np.linalg.norm(way, axis=1, keepdims=True) * random.uniform(0.06, 0.22, (count, 1))


def test_nothing_above_the_rim_stands_out_of_the_block_and_nothing_is_pressed_outwards():
    points = cloud()
    made = HAT.pressed(points)
    above = HAT.over(made)
    assert above.sum() > 1000
    np.testing.assert_allclose(HAT.pressed(made[above]), made[above], atol=1e-9)
    assert (np.linalg.norm(made - CENTRE, axis=1) <= np.linalg.norm(points - CENTRE, axis=1) + 1e-9).all()


def test_hair_inside_and_far_below_the_hat_stays_where_it_is():
    inside = CENTRE + np.array([[0.03, 0.05, 0.02], [0.0, 0.11, 0.0]])
    below = np.array([[0.10, 1.35, 0.0], [0.0, 1.30, -0.16]])
    np.testing.assert_array_equal(HAT.pressed(inside), inside)
    np.testing.assert_allclose(HAT.pressed(below), below, atol=1e-12)


def test_a_tail_leaves_the_rim_without_a_step():
    tail = np.stack([np.zeros(400), np.linspace(1.56, 1.38, 400), np.full(400, -0.178)], axis=1)
    steps = np.linalg.norm(np.diff(HAT.pressed(tail), axis=0), axis=1)
    assert steps.max() < 0.0035
    assert HAT.pressed(tail)[0, 2] > -0.13


def test_a_band_presses_only_what_it_covers_and_hides_nothing():
    crown = np.array([[0.0, 1.64, 0.02]])
    temple = np.array([[0.11, 1.50, 0.0]])
    np.testing.assert_allclose(BAND.pressed(crown), crown, atol=1e-9)
    assert BAND.pressed(temple)[0, 0] < 0.095
    assert not BAND.over(np.concatenate([crown, temple])).any()


@pytest.mark.parametrize("press", [HAT, BAND])
def test_a_press_is_kept_as_plain_data(press):
    assert Press.from_json(json.loads(json.dumps(press.to_json()))) == press


@pytest.mark.parametrize(
    "told",
    [None, {}, {"rim": [1.5, 1.5]}, {"rim": [1.5, 1.5, 9.0]}, {"rim": [1.5, True, 1.5]}, {"rim": [1.5, 1.5, 1.5], "room": 1.0}],
)
def test_a_press_that_cannot_be_is_refused(told):
    with pytest.raises(ValueError, match="press"):
        Press.from_json(told)
