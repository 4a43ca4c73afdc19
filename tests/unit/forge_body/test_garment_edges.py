"""How cloth ends: exact openings with thickness, and no second skin inside."""

import itertools

import numpy as np
import pytest

from avatars.forge import anatomy
from avatars.forge.charts import part, plain, wrapped
from avatars.forge.cloth.bake import openness
from avatars.forge.cloth.knit import Band, Yarn, rib, stockinette
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.shoe import sole
from avatars.forge.garments.skirt import make_skirt
from avatars.forge.outfits import OUTFITS
from avatars.forge.sdf.fields import cone

TUBE = cone((0, -0.3, 0), (0, 0.3, 0), 0.05, 0.05)


@pytest.fixture(scope="module")
def sleeve():
    openings = (lambda p: p[:, 1] - 0.1, lambda p: -0.1 - p[:, 1])
    return sewn(Cut(TUBE, openings, 0.006, (-0.08, -0.4, -0.08), (0.08, 0.4, 0.08), 0.008, 1500, lining=0.03))


def test_the_outside_ends_exactly_at_the_openings(sleeve):
    heights = sleeve.outside.positions[:, 1]
    assert heights.max() == pytest.approx(0.1, abs=3e-4)
    assert heights.min() == pytest.approx(-0.1, abs=3e-4)
    np.testing.assert_allclose(np.hypot(*sleeve.outside.positions[:, [0, 2]].T), 0.05, atol=2e-3)


def test_the_lining_lies_one_thickness_inside_and_only_near_the_openings(sleeve):
    p = sleeve.inside.positions
    radius = np.hypot(p[:, 0], p[:, 2])
    assert radius.min() == pytest.approx(0.044, abs=2e-3)
    assert np.abs(p[:, 1]).min() > 0.1 - 0.03 - 0.02
    # The rounded edge stands out by half the thickness.
    assert np.abs(p[:, 1]).max() == pytest.approx(0.1026, abs=1e-3)


def test_edges_and_lining_face_away_from_the_cloth(sleeve):
    a, b, c = (sleeve.inside.positions[sleeve.inside.triangles[:, i]] for i in range(3))
    facing = (np.cross(b - a, c - a) * sleeve.inside.normals[sleeve.inside.triangles].mean(axis=1)).sum(axis=1)
    assert (facing > -1e-12).mean() > 0.995


def test_a_wrapped_chart_never_runs_backwards_across_its_seam(sleeve):
    p = sleeve.outside.positions
    u = np.arctan2(p[:, 0], p[:, 2]) / (2 * np.pi) + 0.5
    mesh, u, v = wrapped(sleeve.outside, u, p[:, 1])
    assert len(u) == len(v) == len(mesh.positions)
    around = u[mesh.triangles]
    assert (around.max(axis=1) - around.min(axis=1)).max() < 0.2


def test_hollows_are_less_open_than_ridges():
    crossing = cone((-0.3, 0, 0), (0.3, 0, 0), 0.05, 0.05)

    def field(points):
        return np.minimum(TUBE(points), crossing(points))

    corner = 0.05 / np.sqrt(2)
    points = np.array([[0.0, 0.2, 0.05], [0.051, 0.051, 0.0]])
    normals = np.array([[0.0, 0.0, 1.0], [corner, corner, 0.0] / np.hypot(corner, corner)])
    level = openness(field, points, normals)
    assert level[0] > 0.95
    assert level[1] < 0.9


def test_a_knitted_motif_sits_on_the_stitch_grid():
    yarn = Yarn((1.0, 1.0, 1.0), (0.5, 0.5, 0.5), {"r": (1.0, 0.0, 0.0)})
    rows, columns = np.mgrid[0:4:0.05, 0:8:0.05]
    picture = stockinette(columns, rows, yarn, [Band(2, ("r   ",))])
    red = picture[..., 1] < 0.3
    # The middle of the second stitch row shows red in every fourth column only.
    assert red[rows.shape[0] // 2 + 6, 10] and red[rows.shape[0] // 2 + 6, 90]
    assert not red[:, 25:75].any()
    assert rib(columns, rows, yarn).std() > 0.05


def test_a_sole_faces_outwards_and_its_top_hides_in_the_shoe():
    mesh = sole([(0.0, 0.0), (0.018, 0.002), (0.020, -0.008)], -1.0, 1.0)
    a, b, c = (mesh.positions[mesh.triangles[:, i]] for i in range(3))
    facing = (np.cross(b - a, c - a) * mesh.normals[mesh.triangles].mean(axis=1)).sum(axis=1)
    assert (facing > 0).all()
    assert mesh.positions[:, 1].min() == 0.0
    high = mesh.positions[mesh.positions[:, 1] > 0.0199]
    assert len(high) > 10


def test_the_skirt_hangs_outside_the_legs_with_its_hem_at_mid_calf():
    skirt = make_skirt(("evening",)).parts[0]
    assert 0.32 < skirt.positions[:, 1].min() < 0.35
    assert skirt.positions[:, 1].max() == pytest.approx(0.985, abs=0.005)
    low = skirt.positions[skirt.positions[:, 1] < 0.72].astype(float)
    assert anatomy.legs()(low).min() > 0.005


def test_parts_carry_their_outfits_and_full_weights(sleeve):
    made = part("sleeve", "wool", plain(sleeve.outside, (0.5, 0.5)), outfits=("a", "b"))
    assert made.outfits == ("a", "b")
    np.testing.assert_allclose(made.weights.sum(axis=1), 1.0, atol=1e-5)


def test_every_outfit_is_named_and_asked_for_in_three_languages():
    ids = [outfit.id for outfit in OUTFITS]
    assert len(ids) == len(set(ids)) >= 3
    people = {person for outfit in OUTFITS for person in outfit.people}
    for person, language in itertools.product(sorted(people), ("en", "zh", "ja")):
        worn = [outfit for outfit in OUTFITS if person in outfit.people]
        words = [word for outfit in worn for word in outfit.words[language]]
        assert all(outfit.names[language] for outfit in worn)
        assert len(words) == len(set(words)), f"a word would ask {person} for two outfits"
        assert all(word == word.lower().strip() and word for word in words)
