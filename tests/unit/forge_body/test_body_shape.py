"""How body sliders bend people: smoothly, the same on both sides, never through themselves, and back again."""

import numpy as np
import pytest

from avatars.forge import anatomy, skeleton
from avatars.shape.body_shape import BodyShape
from avatars.shape.sliders import BODY_SLIDERS

IDS = [slider.id for slider in BODY_SLIDERS]
KAI_LIKE = {"body.height": 0.7, "body.shoulders": 0.75, "body.chest": -1.0, "body.hips": -0.65, "body.neck": 0.6}


def extremes():
    random = np.random.default_rng(11)
    single = [{name: value} for name in IDS for value in (-1.0, 1.0)]
    corners = [random.choice([-1.0, 1.0], len(IDS)) for _ in range(16)] + [random.uniform(-1, 1, len(IDS)) for _ in range(8)]
    return single + [dict(zip(IDS, values.tolist(), strict=True)) for values in corners]


def told(values):
    return " ".join(f"{name[5:]}{value:+.1f}" for name, value in values.items())


@pytest.fixture(scope="module")
def space():
    """Points all around a body in T-pose, sleeves, skirts and long hair included."""
    return np.random.default_rng(5).uniform((-0.78, 0.0, -0.28), (0.78, 1.64, 0.28), (6000, 3))


@pytest.mark.parametrize("values", extremes(), ids=told)
def test_no_body_folds_and_every_point_finds_back(values, space):
    shape = BodyShape(values)
    slopes = shape.slopes(space)
    assert np.linalg.det(slopes / shape.scale).min() > 0.4
    np.testing.assert_allclose(shape.restored(shape.moved(space)), space, atol=1e-5)


def test_sliders_at_rest_move_nothing(space):
    assert BodyShape({"face.jaw": 1.0}).plain
    np.testing.assert_array_equal(BodyShape({}).moved(space), space)
    np.testing.assert_array_equal(BodyShape({}).restored(space), space)


def test_both_sides_stay_alike(space):
    flip = np.array([-1.0, 1.0, 1.0])
    for values in extremes()[-4:]:
        shape = BodyShape(values)
        np.testing.assert_allclose(shape.moved(space * flip), shape.moved(space) * flip, atol=1e-12)


def test_height_runs_from_short_to_tall_and_heads_stay_adult():
    for value, metres in ((-1.0, 1.50), (0.7, 1.80), (1.0, 1.90)):
        chin, crown = BodyShape({"body.height": value}).moved([[0.0, 1.375, 0.06], [0.0, 1.61, -0.01]])[:, 1]
        assert crown == pytest.approx(metres, abs=0.03)
        assert 6.5 < crown / (crown - chin) < 7.8


@pytest.mark.parametrize("values", [KAI_LIKE, *extremes()[20:28]], ids=told)
def test_a_head_only_moves_and_grows(values):
    """The face keeps its shape: every distance changes by the same factor."""
    face = np.random.default_rng(2).uniform((-0.075, 1.376, 0.005), (0.075, 1.60, 0.10), (400, 3))
    face = face[face[:, 1] > 1.405 - 0.4 * face[:, 2]]
    there = BodyShape(values).moved(face)
    ratio = np.linalg.norm(np.diff(there, axis=0), axis=1) / np.linalg.norm(np.diff(face, axis=0), axis=1)
    assert np.ptp(ratio) < 1e-6


@pytest.mark.parametrize("values", extremes()[:28], ids=told)
def test_joints_stay_inside_the_limbs(values):
    """The plain body's field, asked at the place where the moved joint came from, is the moved body's."""
    joints = [j for j in skeleton.joints() if "Toes" not in j.name and "Foot" not in j.name and "Hand" not in j.name]
    limbs = [j for j in joints if not any(f in j.name for f in ("Thumb", "Index", "Middle", "Ring", "Little"))]
    at = BodyShape(values).moved([j.position for j in limbs])
    shape, body = BodyShape(values), anatomy.body()
    # Straight bones, too: a third and two thirds of the way the bone still runs in its flesh.
    place = {j.name: p for j, p in zip(limbs, at, strict=True)}
    between = [
        place[j.parent] + (place[j.name] - place[j.parent]) * t
        for j in limbs if j.parent in place and j.parent != "hips" for t in (1 / 3, 2 / 3)
    ]
    inside = body(shape.restored(np.concatenate([at, between])))
    assert inside.max() < -0.010


def test_normals_stay_square_to_the_surface():
    shape = BodyShape({"body.height": 0.6, "body.build": 0.8, "body.hips": 1.0, "body.legs": -1.0})
    random = np.random.default_rng(8)
    points = random.uniform((-0.15, 0.8, -0.1), (0.15, 1.3, 0.1), (200, 3))
    one, two = random.normal(size=(2, 200, 3))
    turned = shape.turned(points, np.cross(one, two))
    slopes = shape.slopes(points)
    for tangent in (one, two):
        moved = np.einsum("nij,nj->ni", slopes, tangent)
        assert np.abs((moved * turned).sum(axis=1)).max() < 1e-6
    np.testing.assert_allclose(np.linalg.norm(turned, axis=1), 1.0, atol=1e-9)


def test_what_a_slider_says_it_does():
    def wider(name, value, point, axis):
        return BodyShape({name: value}).moved([point])[0, axis] - point[axis]

    assert wider("body.shoulders", 1.0, (0.177, 1.285, -0.02), 0) > 0.02
    assert wider("body.waist", 1.0, (0.117, 1.05, 0.0), 0) > 0.008
    assert wider("body.hips", -1.0, (0.150, 0.89, -0.01), 0) < -0.006
    assert wider("body.chest", -1.0, (0.062, 1.168, 0.098), 2) < -0.012
    assert wider("body.neck", 1.0, (0.045, 1.345, -0.024), 0) > 0.003
    assert wider("body.build", 1.0, (0.25, 1.325, -0.02), 1) > 0.003
    assert wider("body.hands", 1.0, (0.75, 1.285, -0.02), 0) > 0.01
    assert wider("body.legs", 1.0, (0.09, 0.865, 0.0), 1) > 0.025
    assert wider("body.head", 1.0, (0.0, 1.61, 0.0), 1) > 0.01


def test_a_place_that_is_no_place_is_refused():
    with pytest.raises(ValueError, match="no place"):
        BodyShape(KAI_LIKE).restored([[np.nan, 1.0, 0.0]])
