"""The skin that shows: hands with fingers, the throat, and what open clothes leave bare."""

import numpy as np
import pytest

from avatars.forge import anatomy
from avatars.forge.bare_skin import make_bare_arms, make_bare_chest, make_bare_legs
from avatars.forge.body import make_body
from avatars.forge.hands import hand_charts
from avatars.forge.parameters import Person, Skin
from avatars.forge.skeleton import FINGERS
from avatars.forge.skin import complexion


@pytest.fixture(scope="module")
def body():
    return make_body(Person("Ada", skin=Skin(tone=0.6)))


@pytest.fixture(scope="module")
def charts():
    return hand_charts()


def sampled(made, part):
    """The colours of the texture at the vertices of a part."""
    texture = made.materials[0].texture
    size = np.array(texture.shape[:2])[::-1]
    x, y = np.clip((part.uvs * size).astype(int), 0, size - 1).T
    return texture[y, x] / 255


def test_hands_and_neck_keep_to_their_share_of_triangles(body):
    count = {part.name: len(part.triangles) for part in body.parts}
    assert count["hands"] <= 3000
    assert count["neck"] <= 560


def test_fingers_lie_on_the_hand_and_reach_their_tips(charts):
    points = np.concatenate([chart.mesh.positions for chart in charts])
    depth = anatomy.hand()(points)
    assert depth.max() < 0.001
    assert (depth > -0.001).mean() > 0.75  # the roots of the fingers lie inside the palm
    for finger in FINGERS:
        tip = np.asarray(finger.points[3])
        assert np.linalg.norm(points - tip, axis=1).min() < 0.009


def test_hands_are_wound_outwards(charts):
    for chart in charts:
        a, b, c = (chart.mesh.positions[chart.mesh.triangles[:, i]] for i in range(3))
        facing = (np.cross(b - a, c - a) * chart.mesh.normals[chart.mesh.triangles].sum(axis=1)).sum(axis=1)
        assert (facing >= 0).mean() > 0.99


def test_both_hands_share_one_picture(body):
    hands = body.parts[0]
    half = len(hands.positions) // 2
    np.testing.assert_allclose(hands.positions[half:], hands.positions[:half] * [-1, 1, 1], atol=1e-7)
    np.testing.assert_array_equal(hands.uvs[half:], hands.uvs[:half])


def test_wrists_and_the_throats_border_have_the_colour_of_the_face(body):
    base = complexion(Skin(tone=0.6)).base
    hands, neck = body.parts
    wrist = np.abs(hands.positions[:, 0]) < 0.55
    np.testing.assert_allclose(sampled(body, hands)[wrist], np.tile(base, (wrist.sum(), 1)), atol=0.01)
    low = neck.positions[:, 1] < 1.25
    np.testing.assert_allclose(sampled(body, neck)[low], np.tile(base, (low.sum(), 1)), atol=0.02)


def test_fingertips_are_rosier_than_the_back_of_the_hand(body):
    hands = body.parts[0]
    colour, x = sampled(body, hands), np.abs(hands.positions[:, 0])
    redness = colour[:, 0] / colour[:, 1]
    assert redness[x > 0.735].mean() > redness[(x > 0.58) & (x < 0.62)].mean() + 0.03


@pytest.mark.parametrize(
    ("tailor", "kind", "most"),
    [(make_bare_arms, "arms_skin", 340), (make_bare_legs, "legs_skin", 410), (make_bare_chest, "chest_skin", 620)],
)
def test_bare_skin_lies_on_the_body_and_is_worn_by_its_outfits(tailor, kind, most):
    part = tailor(("summer",)).parts[0]
    assert part.name == kind and part.outfits == ("summer",) and part.material == "body_skin"
    assert len(part.triangles) <= most
    assert np.abs(anatomy.body()(part.positions.astype(float))).max() < 0.004
    np.testing.assert_allclose(part.weights.sum(axis=1), 1.0, atol=1e-5)
