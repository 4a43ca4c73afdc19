"""The forged hair: locks that stay off the eyes and hang on bones that exist."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from avatars.forge.hair import make_hair
from avatars.forge.hair.bob import Bob
from avatars.forge.head.eye_shape import EyeShape
from avatars.forge.head.pose import EyePose
from avatars.forge.head.surface import HeadSurface
from avatars.forge.people import MIRA


@pytest.fixture(scope="module")
def made():
    return make_hair(MIRA)


@pytest.fixture(scope="module")
def hair(made):
    return made.parts[0]


def test_it_keeps_within_its_triangles(hair):
    assert len(hair.triangles) <= 18_000


def test_every_vertex_hangs_on_bones_that_exist(made, hair):
    known = {joint.name for joint in made.joints} | {"head"}
    assert set(hair.joints) <= known
    np.testing.assert_allclose(hair.weights.sum(axis=1), 1.0, atol=1e-5)
    assert (np.count_nonzero(hair.weights > 1e-4, axis=1) <= 4).mean() > 0.99


def test_hair_on_the_crown_stays_with_the_head(hair):
    crown = hair.positions[:, 1] > 1.375 + 0.20
    assert (hair.weights[crown, hair.joints.index("head")] > 0.99).all()


def test_springs_follow_chains_of_joints(made):
    parents = {joint.name: joint.parent for joint in made.joints}
    assert 20 <= len(made.joints) <= 32
    for spring in made.springs:
        assert parents[spring.joints[0]] == "head"
        for upper, lower in zip(spring.joints, spring.joints[1:], strict=False):
            assert parents[lower] == upper


def test_no_lock_hangs_over_the_eyes(hair):
    surface = HeadSurface(MIRA.shape)
    upper, lower = EyeShape.of(MIRA.shape, surface).lids(EyePose())
    middle = slice(4, 16)
    low_x, high_x = upper[middle, 0].min(), upper[middle, 0].max()
    places = hair.positions.astype(float) * 100 - [0, 137.5, 0]
    across, height, ahead = np.abs(places[:, 0]), places[:, 1], places[:, 2] > 4
    over = ahead & (across > low_x) & (across < high_x) & (height < upper[:, 1].max()) & (height > lower[:, 1].min())
    assert not over.any()


def test_the_same_seed_gives_the_same_hair(hair):
    again = make_hair(MIRA).parts[0]
    assert np.array_equal(again.positions, hair.positions)
    other = make_hair(replace(MIRA, hair=replace(MIRA.hair, seed=7))).parts[0]
    assert not np.array_equal(other.positions, hair.positions)


def test_a_shorter_cut_ends_higher(hair):
    short = make_hair(replace(MIRA, hair=replace(MIRA.hair, length=0.7))).parts[0]
    assert short.positions[:, 1].min() > hair.positions[:, 1].min() + 0.01


def test_locks_descend_from_the_skull_to_the_tip():
    for lock in Bob(MIRA.hair).locks():
        heights = [lock.leave[1], *(height for _, height, _ in lock.free)]
        assert all(upper > lower for upper, lower in pairwise(heights)), lock
