"""Garments of even rings: closed where they should be, exact on the field, and outside of the body."""

import numpy as np
import pytest

from avatars.forge import anatomy, drape
from avatars.forge.garments import jeans, jumper
from avatars.forge.garments.panels import leg_panels, top_panels
from avatars.forge.mesh_edit import joined
from avatars.forge.sdf.fields import cone
from avatars.forge.sdf.rings import Ring, cast, edge, even_angles, normals_of, patch, sheet, tube, within
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

BALL = cone((0, 0, 0), (0, 1e-6, 0), 0.1, 0.1)


def open_edges(mesh):
    """Edges that only one triangle has, corners at the same place being one."""
    _, place = np.unique(np.round(mesh.positions * 1e6).astype(int), axis=0, return_inverse=True)
    tri = place.ravel()[mesh.triangles]
    pairs = np.sort(np.concatenate([tri[:, [0, 1]], tri[:, [1, 2]], tri[:, [2, 0]]]), axis=1)
    _, count = np.unique(pairs, axis=0, return_counts=True)
    assert count.max() <= 2
    return int((count == 1).sum())


def test_rays_end_on_the_surface_and_say_when_there_is_none():
    ways = np.random.default_rng(1).standard_normal((200, 3))
    points = cast(BALL, np.zeros((200, 3)), ways, 0.3)
    np.testing.assert_allclose(np.linalg.norm(points, axis=1), 0.1, atol=1e-6)
    with pytest.raises(ValueError, match="do not leave"):
        cast(BALL, np.zeros((1, 3)), np.array([[1.0, 0, 0]]), 0.05)


def test_a_tube_and_a_patch_close_a_ball():
    rings = [Ring((0, y, 0), (0, 0, 1.0), (1.0, 0, 0)) for y in (-0.05, 0.0, 0.05)]
    points = tube(BALL, rings, even_angles(16))
    body = sheet(points, normals_of(BALL, points))
    tip = cast(BALL, np.zeros((1, 3)), np.array([[0, 1.0, 0]]), 0.2)
    outside = np.array([[0.3, 0.1, 0.0]])
    cap = patch(BALL, (0, 0, 0), points[-1], [], np.concatenate([tip, outside]))
    assert len(cap.positions) == 17, "what lies outside the border is left out"
    assert open_edges(joined(body, cap)) == 16
    for mesh in (body, cap):
        a, b, c = (mesh.positions[mesh.triangles[:, i]] for i in range(3))
        assert ((np.cross(b - a, c - a) * a).sum(axis=1) > 0).all()


def test_an_edge_is_as_thick_as_the_cloth_and_lines_it():
    ring = tube(BALL, [Ring((0, 0, 0), (0, 0, 1.0), (1.0, 0, 0))], even_angles(24))[0]
    made = edge(BALL, ring, np.array([0, -1.0, 0]), 0.006, 0.02)
    radius = np.linalg.norm(made.positions, axis=1)
    assert radius.min() == pytest.approx(0.094, abs=5e-4)
    assert made.positions[:, 1].min() == pytest.approx(-0.003, abs=1e-6)
    assert made.positions[:, 1].max() == pytest.approx(0.02, abs=2e-3)


def test_inside_a_polygon_is_inside():
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1.0]])
    points = np.array([[0.5, 0.5], [1.5, 0.5], [-0.1, 0.2], [0.9, 0.95]])
    assert within(points, square).tolist() == [True, False, False, True]


@pytest.fixture(scope="module")
def wool():
    field, _ = jumper.wool()
    return field, top_panels(field, jumper.LAYOUT)


def test_a_top_is_open_only_at_hem_cuffs_and_neck(wool):
    field, top = wool
    whole = joined(top.trunk, top.collar, *top.sleeves)
    layout = jumper.LAYOUT
    assert open_edges(whole) == layout.columns + 2 * layout.around + layout.neck
    np.testing.assert_allclose(field(whole.positions), 0.0, atol=2e-4)


def test_a_top_keeps_outside_the_body(wool):
    _, top = wool
    whole = joined(top.trunk, *top.sleeves)
    assert anatomy.body()(whole.positions).min() > 0.004


def test_trousers_are_open_only_at_waist_and_ankles():
    legs, waist = leg_panels(jeans.outer(), jeans.LAYOUT)
    assert open_edges(joined(*legs)) == 2 * jeans.LAYOUT.around + len(waist)
    gap = np.linalg.norm(np.diff(np.concatenate([waist, waist[:1]]), axis=0), axis=1)
    assert gap.max() < 0.09


def test_a_sleeve_bends_with_the_arm_but_rounder_over_the_shoulder():
    points = np.random.default_rng(4).uniform((-0.65, 0.95, -0.1), (0.65, 1.36, 0.1), (2000, 3))
    names, table = drape.sleeved(points)
    assert names == NAMES
    np.testing.assert_allclose(table.sum(axis=1), 1.0, atol=1e-9)
    assert (table >= -1e-12).all()
    plain = weights(points)
    far = (np.abs(points[:, 0]) > 0.27) | (points[:, 1] < 1.2)
    np.testing.assert_allclose(table[far], plain[far], atol=1e-9)
    top = np.array([[0.17, 1.33, -0.02]])
    arm, shoulder = NAMES.index("leftUpperArm"), NAMES.index("leftShoulder")
    assert drape.sleeved(top)[1][0, arm] < weights(top)[0, arm] - 0.1
    assert drape.sleeved(top)[1][0, shoulder] > weights(top)[0, shoulder] + 0.1
