"""The shapes the body is made of, and the meshes made from them."""

import numpy as np
import pytest

from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.sdf.fields import bump, cone, ellipsoid, loft, mirror, ramp, smax, smin, union
from avatars.forge.sdf.meshing import Mesh, gradient, mesh_of

BOX = ((-0.12, -0.12, -0.12), (0.12, 0.12, 0.12))


@pytest.fixture(scope="module")
def ball():
    return mesh_of(ellipsoid((0, 0, 0), (0.1, 0.1, 0.1)), *BOX, 0.008, 900)


def test_a_cone_of_equal_ends_is_a_capsule():
    rng = np.random.default_rng(1)
    points = rng.uniform(-1, 1, (200, 3))
    held = np.clip(points[:, 0], -0.3, 0.5)
    truth = np.linalg.norm(points - np.stack([held, 0 * held, 0 * held], axis=1), axis=1) - 0.1
    np.testing.assert_allclose(cone((-0.3, 0, 0), (0.5, 0, 0), 0.1, 0.1)(points), truth, atol=1e-9)


def test_a_cone_touches_both_its_spheres():
    field = cone((0, 0, 0), (0, 1, 0), 0.2, 0.1)
    np.testing.assert_allclose(field(np.array([[0, -0.2, 0], [0, 1.1, 0], [0, -0.3, 0]])), [0, 0, 0.1], atol=1e-9)


@pytest.mark.parametrize("power", [2.0, 2.4])
def test_a_loft_is_zero_on_its_own_outline_and_falls_inwards(power):
    field = loft("y", [(0.0, 0.2, 0.1, 0.03, 0.01), (0.5, 0.2, 0.1, 0.03, 0.01), (1.0, 0.1, 0.1, 0.03, 0.01)], power)
    outline = np.array([[0.23, 0.3, 0.01], [-0.17, 0.3, 0.01], [0.03, 0.3, 0.11]])
    np.testing.assert_allclose(field(outline), 0.0, atol=1e-6)
    assert field(np.array([[0.03, 0.3, 0.01]]))[0] < -0.05
    np.testing.assert_allclose(field(np.array([[0.03, 1.4, 0.01]])), 0.4, atol=1e-6)


def test_lofts_along_each_axis_agree():
    rows = [(0.0, 0.2, 0.1), (1.0, 0.2, 0.1)]
    assert loft("y", rows)(np.array([[0.2, 0.5, 0.0]]))[0] == pytest.approx(0, abs=1e-9)
    assert loft("x", rows)(np.array([[0.5, 0.2, 0.0]]))[0] == pytest.approx(0, abs=1e-9)
    assert loft("z", rows)(np.array([[0.2, 0.0, 0.5]]))[0] == pytest.approx(0, abs=1e-9)


def test_a_smooth_join_never_cuts_into_either_shape():
    d, e = np.linspace(-1, 1, 50), np.linspace(1, -1, 50)
    assert (smin(d, e, 0.3) <= np.minimum(d, e) + 1e-12).all()
    assert (smax(d, e, 0.3) >= np.maximum(d, e) - 1e-12).all()
    np.testing.assert_array_equal(smin(d, e, 0.0), np.minimum(d, e))


def test_a_mirrored_field_is_the_same_on_both_sides():
    field = mirror(union(0.02, cone((0.1, 0, 0), (0.3, 0.1, 0), 0.05, 0.03), ellipsoid((0.2, 0, 0.1), (0.1, 0.05, 0.05))))
    points = np.random.default_rng(2).uniform(-0.4, 0.4, (100, 3))
    np.testing.assert_array_equal(field(points), field(points * [-1, 1, 1]))


def test_ramps_and_bumps_stay_between_0_and_1():
    t = np.linspace(-3, 3, 99)
    for values in (ramp(-1, 1, t), bump(0.2, 0.5, t)):
        assert values.min() >= 0 and values.max() <= 1
    assert ramp(0, 2, 1.0) == pytest.approx(0.5)


def test_a_ball_becomes_a_closed_light_mesh_on_its_surface(ball):
    np.testing.assert_allclose(np.linalg.norm(ball.positions, axis=1), 0.1, atol=2e-4)
    np.testing.assert_allclose(ball.normals, ball.positions / 0.1, atol=0.02)
    assert 700 <= len(ball.triangles) <= 900
    edges = np.sort(ball.triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()


def test_triangles_are_counter_clockwise_from_outside(ball):
    a, b, c = (ball.positions[ball.triangles[:, i]] for i in range(3))
    assert ((np.cross(b - a, c - a) * (a + b + c)).sum(axis=1) > 0).all()


def test_the_gradient_of_a_distance_has_length_1():
    field = cone((0, 0, 0), (0, 0.3, 0), 0.1, 0.1)
    slope = gradient(field, np.array([[0.2, 0.1, 0.1], [0.0, 0.6, 0.05]]))
    np.testing.assert_allclose(np.linalg.norm(slope, axis=1), 1.0, atol=1e-4)


def test_a_cut_runs_exactly_where_its_value_is_0(ball):
    cut, value = split(ball, ball.positions[:, 1] - 0.031)
    upper = keep(cut, centres(cut, value) > 0)
    lower = keep(cut, centres(cut, value) < 0)
    assert upper.positions[:, 1].min() == pytest.approx(0.031, abs=3e-4)
    assert lower.positions[:, 1].max() == pytest.approx(0.031, abs=3e-4)
    np.testing.assert_allclose(_area(upper) + _area(lower), _area(ball), rtol=2e-3)


def test_a_mirrored_mesh_still_faces_outwards(ball):
    other = mirrored(joined(ball, ball))
    a, b, c = (other.positions[other.triangles[:, i]] for i in range(3))
    assert ((np.cross(b - a, c - a) * (a + b + c)).sum(axis=1) > 0).all()


def _area(mesh: Mesh) -> float:
    a, b, c = (mesh.positions[mesh.triangles[:, i]] for i in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)
