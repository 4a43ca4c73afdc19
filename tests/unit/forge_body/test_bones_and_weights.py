"""Her skeleton, and which bones move which point."""

import numpy as np
import pytest

from avatars.forge import drape, skeleton
from avatars.forge.skeleton import FINGERS, NAMES
from avatars.forge.weights import arm_share, weights

REQUIRED = {"hips", "spine", "head"} | {
    side + bone
    for side in ("left", "right")
    for bone in ("UpperLeg", "LowerLeg", "Foot", "UpperArm", "LowerArm", "Hand")
}


def shares(point):
    table = weights(np.array([point], dtype=float))[0]
    return {name: share for name, share in zip(NAMES, table, strict=True) if share > 0.005}


def test_every_bone_vrm_demands_is_there_and_parents_come_first():
    names = [joint.name for joint in skeleton.joints()]
    assert set(names) >= REQUIRED
    assert len(names) == len(set(names)) == 52
    for i, joint in enumerate(skeleton.joints()):
        assert joint.parent is None or joint.parent in names[:i]


def test_the_two_sides_mirror_each_other():
    at = {joint.name: joint.position for joint in skeleton.joints()}
    for name, (x, y, z) in at.items():
        if name.startswith("left"):
            assert at["right" + name[4:]] == (-x, y, z)
            assert x > 0


def test_weights_of_any_point_sum_to_1_and_mirror():
    points = np.random.default_rng(3).uniform((-0.75, 0, -0.2), (0.75, 1.6, 0.2), (3000, 3))
    table = weights(points)
    assert (table >= 0).all()
    np.testing.assert_allclose(table.sum(axis=1), 1.0, atol=1e-9)
    other = weights(points * [-1, 1, 1])
    swapped = [NAMES.index(_other_side(name)) for name in NAMES]
    np.testing.assert_allclose(other[:, swapped], table, atol=1e-9)


def _other_side(name: str) -> str:
    if name.startswith("left"):
        return "right" + name[4:]
    return "left" + name[5:] if name.startswith("right") else name


@pytest.mark.parametrize("finger", FINGERS, ids=lambda f: f.name)
def test_a_fingertip_follows_its_own_last_bone(finger):
    found = shares(finger.points[3])
    assert found["left" + finger.bones[2]] > 0.95


@pytest.mark.parametrize(
    ("point", "bone"),
    [
        ((0.0, 1.025, 0.08), "spine"),
        ((0.25, 1.285, 0.02), "leftUpperArm"),
        ((-0.48, 1.285, -0.05), "rightLowerArm"),
        ((0.62, 1.285, -0.02), "leftHand"),
        ((0.09, 0.65, 0.07), "leftUpperLeg"),
        ((-0.09, 0.30, 0.03), "rightLowerLeg"),
        ((0.10, 0.02, 0.13), "leftToes"),
        ((0.0, 1.5, 0.1), "head"),
    ],
)
def test_points_follow_the_bone_they_lie_on(point, bone):
    assert shares(point)[bone] > 0.9


def test_the_side_of_the_chest_does_not_follow_the_arm():
    sides = np.array([[0.15, y, 0.0] for y in (0.95, 1.0, 1.1, 1.15)])
    assert arm_share(sides).max() < 0.02


def test_draping_cloth_spans_both_legs_but_leaves_the_arms_alone():
    points = np.array([[0.0, 0.6, 0.16], [0.15, 0.6, 0.1], [0.58, 1.285, -0.02], [0.1, 1.2, 0.1]])
    names, table = drape.draped(points)
    assert names == NAMES
    np.testing.assert_allclose(table.sum(axis=1), 1.0, atol=1e-9)
    left, right = NAMES.index("leftUpperLeg"), NAMES.index("rightUpperLeg")
    assert table[0, left] == pytest.approx(table[0, right])
    assert table[1, left] > table[1, right]
    np.testing.assert_allclose(table[2:], weights(points[2:]))


def test_what_is_worn_over_the_skirt_swings_with_it_and_keeps_its_arms():
    points = np.array([[0.12, 0.6, 0.14], [0.4, 1.285, -0.02], [0.1, 1.1, 0.1]])
    names, table = drape.over_skirt_weights(points)
    np.testing.assert_allclose(table.sum(axis=1), 1.0)
    skirt_names, below = drape.skirt_weights(points[:1])
    for name, share in zip(skirt_names, below[0], strict=True):
        assert table[0, names.index(name)] == pytest.approx(share)
    np.testing.assert_allclose(table[1:, : len(NAMES)], weights(points[1:]))


def test_the_skirt_hangs_from_hips_above_and_chains_below():
    names, table = drape.skirt_weights(np.array([[0.1, 0.95, 0.1], [0.15, 0.4, 0.12], [0.0, 0.5, 0.17], [-0.2, 0.6, -0.05]]))
    np.testing.assert_allclose(table.sum(axis=1), 1.0)
    assert table[0, names.index("hips")] == 1.0
    assert (table[1:, names.index("hips")] <= drape.LAP_SHARE).all()
    assert table[1, names.index("hips")] == 0
    front = {names[i] for i in np.flatnonzero(table[2])}
    assert any("left_0" in name for name in front) and any("right_0" in name for name in front)
    joints, springs = drape.skirt_rig()
    made = {joint.name for joint in joints}
    assert set(names) - {"hips"} <= made
    assert all(set(spring.joints) <= made for spring in springs)
