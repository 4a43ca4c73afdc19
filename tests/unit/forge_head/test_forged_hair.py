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


def points(style, person=MIRA, **hair):
    chosen = cut(style, person, **hair)
    return np.concatenate([mesh.points for mesh in STYLES[style].make(chosen.hair, HeadSurface(chosen.shape)).drawn()])


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
    surface = HeadSurface(person.shape)
    upper, lower = EyeShape.of(person.shape, surface).lids(EyePose())
    middle = slice(4, 16)
    low_x, high_x = upper[middle, 0].min(), upper[middle, 0].max()
    places = points(style, person)
    across, height, ahead = np.abs(places[:, 0]), places[:, 1], places[:, 2] > 4
    over = ahead & (across > low_x) & (across < high_x) & (height < upper[:, 1].max()) & (height > lower[:, 1].min())
    assert not over.any()


def test_the_face_stays_free_of_hair(style):
    places = points(style)
    on_face = (np.abs(places[:, 0]) < 4.5) & (places[:, 1] > 0.5) & (places[:, 1] < 9.5) & (places[:, 2] > 3.0)
    assert not on_face.any()


def test_the_faces_of_its_triangles_look_the_way_their_normals_do(hair):
    corners = hair.positions[hair.triangles].astype(float)
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(flat, axis=1)
    agree = np.einsum("ij,ij->i", flat, hair.normals[hair.triangles].astype(float).mean(axis=1)) > 0
    # a ringlet twists, and its normals are calmed by the head's
    assert size[agree].sum() > 0.90 * size.sum()


def test_the_same_seed_gives_the_same_hair(style):
    first, again, other = points(style), points(style), points(style, seed=7)
    assert np.array_equal(first, again)
    assert first.shape != other.shape or not np.array_equal(first, other)


@pytest.mark.parametrize("change", [{"length": 0.8}, {"wave": 0.0}], ids=["length", "wave"])
def test_length_and_wave_act_on_every_style(style, change):
    ours, theirs = points(style), points(style, **change)
    assert ours.shape != theirs.shape or np.abs(ours - theirs).max() > 0.2


@pytest.mark.parametrize("name", LOOSE)
def test_a_shorter_cut_ends_higher(name):
    assert points(name, length=0.7)[:, 1].min() > points(name)[:, 1].min() + 1.0


def test_a_lock_runs_from_its_root_to_its_tip():
    lock = STYLES["bob"].make(MIRA.hair, HeadSurface(MIRA.shape)).locks[0]
    mesh = draw(lock)
    assert mesh.freedom.min() == 0 and mesh.freedom.max() == 1
    np.testing.assert_allclose(mesh.path[0], lock.knots[0], atol=1e-9)
