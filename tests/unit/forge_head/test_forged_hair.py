"""The forged hair: every style keeps its budget, stays off the eyes and hangs on bones that exist."""

from dataclasses import replace

import numpy as np
import pytest

from avatars.forge.hair import make_hair
from avatars.forge.hair.lock import draw
from avatars.forge.hair.styles import STYLES
from avatars.forge.head.eye_shape import EyeShape
from avatars.forge.head.pose import EyePose
from avatars.forge.head.surface import HeadSurface
from avatars.forge.people import KAI, MIRA

LOOSE = ("bob", "long", "ponytail")


def cut(style, person=MIRA, **hair):
    return replace(person, hair=replace(person.hair, style=style, **hair))


@pytest.fixture(scope="module", params=sorted(STYLES))
def style(request):
    return request.param


@pytest.fixture(scope="module")
def made(style):
    return make_hair(cut(style))


@pytest.fixture(scope="module")
def hair(made):
    return made.parts[0]


def test_it_keeps_within_its_triangles(made):
    assert 1_500 < sum(len(part.triangles) for part in made.parts) <= 9_000


def test_every_vertex_hangs_on_bones_that_exist(made):
    known = {joint.name for joint in made.joints} | {"head"}
    for part in made.parts:
        assert set(part.joints) <= known
        np.testing.assert_allclose(part.weights.sum(axis=1), 1.0, atol=1e-5)
        assert (np.count_nonzero(part.weights > 1e-4, axis=1) <= 4).all()


def test_hair_on_the_crown_stays_with_the_head(hair):
    crown = hair.positions[:, 1] > 1.375 + 0.215
    assert (hair.weights[crown, hair.joints.index("head")] > 0.99).all()


def test_springs_follow_chains_of_joints(made):
    parents = {joint.name: joint.parent for joint in made.joints}
    assert len(made.joints) <= 32
    for spring in made.springs:
        assert parents[spring.joints[0]] == "head"
        for upper, lower in zip(spring.joints, spring.joints[1:], strict=False):
            assert parents[lower] == upper


@pytest.mark.parametrize("person", [MIRA, KAI], ids=["mira", "kai"])
def test_no_lock_hangs_over_the_eyes(style, person):
    hair = make_hair(cut(style, person)).parts[0]
    surface = HeadSurface(person.shape)
    upper, lower = EyeShape.of(person.shape, surface).lids(EyePose())
    middle = slice(4, 16)
    low_x, high_x = upper[middle, 0].min(), upper[middle, 0].max()
    places = hair.positions.astype(float) * 100 - [0, 137.5, 0]
    across, height, ahead = np.abs(places[:, 0]), places[:, 1], places[:, 2] > 4
    over = ahead & (across > low_x) & (across < high_x) & (height < upper[:, 1].max()) & (height > lower[:, 1].min())
    assert not over.any()


def test_the_faces_of_its_triangles_look_the_way_their_normals_do(hair):
    corners = hair.positions[hair.triangles].astype(float)
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(flat, axis=1)
    agree = np.einsum("ij,ij->i", flat, hair.normals[hair.triangles].astype(float).mean(axis=1)) > 0
    assert size[agree].sum() > 0.97 * size.sum()


def test_the_same_seed_gives_the_same_hair(style, hair):
    again = make_hair(cut(style)).parts[0]
    assert np.array_equal(again.positions, hair.positions)
    other = make_hair(cut(style, seed=7)).parts[0]
    assert not np.array_equal(other.positions, hair.positions)


@pytest.mark.parametrize("change", [{"length": 0.8}, {"wave": 0.0}], ids=["length", "wave"])
def test_length_and_wave_act_on_every_style(style, hair, change):
    other = make_hair(cut(style, **change)).parts[0]
    ours, theirs = (np.sort(part.positions, axis=0)[:: len(part.positions) // 50][:50] for part in (hair, other))
    assert np.abs(ours - theirs).max() > 0.001


@pytest.mark.parametrize("name", [name for name in LOOSE if name in STYLES])
def test_a_shorter_cut_ends_higher(name):
    whole, short = (make_hair(cut(name, length=length)).parts[0] for length in (1.0, 0.7))
    assert short.positions[:, 1].min() > whole.positions[:, 1].min() + 0.01


def test_a_lock_runs_from_its_root_to_its_tip():
    lock = STYLES["bob"].make(MIRA.hair, HeadSurface(MIRA.shape)).locks[0]
    mesh = draw(lock)
    assert mesh.freedom.min() == 0 and mesh.freedom.max() == 1
    np.testing.assert_allclose(mesh.path[0], lock.knots[0], atol=1e-9)
