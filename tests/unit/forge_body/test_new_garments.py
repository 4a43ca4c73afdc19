"""The garments made of strokes, sheets and painted texels: Kai's three outfits and Mira's tea dress."""

from functools import cache

import numpy as np
import pytest

from avatars.forge import anatomy
from avatars.forge.charts import Chart
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.cloth.marks import button, ribbed, stitches
from avatars.forge.garments.chinos import make_chinos
from avatars.forge.garments.derbies import make_derbies
from avatars.forge.garments.flannels import make_flannels
from avatars.forge.garments.flats import make_flats
from avatars.forge.garments.hoodie import make_hoodie
from avatars.forge.garments.joggers import make_joggers
from avatars.forge.garments.mans_block import MAN, laid_back
from avatars.forge.garments.overcoat import make_overcoat
from avatars.forge.garments.overshirt import make_overshirt
from avatars.forge.garments.roll_neck import make_roll_neck
from avatars.forge.garments.tea_dress import make_tea_dress
from avatars.forge.garments.tee import make_tee
from avatars.forge.garments.trainers import make_trainers
from avatars.forge.garments.trims import cord, laid_on, sheet
from avatars.forge.garments.work_boots import make_work_boots
from avatars.forge.outfits import outfits_of
from avatars.forge.sdf.fields import cone
from avatars.forge.sdf.meshing import Mesh, gradient
from avatars.forge.skeleton import NAMES

TOPS, COATS = (make_overshirt, make_roll_neck, make_tee, make_hoodie), (make_overcoat, make_tea_dress)
TROUSERS, SHOES = (make_chinos, make_flannels, make_joggers), (make_work_boots, make_derbies, make_trainers, make_flats)
LAYERED = ((make_overshirt, make_tee), (make_overcoat, make_roll_neck), (make_hoodie, make_tee))


@cache
def made(maker):
    return maker(("one",))


def triangles(*makers):
    return sum(len(part.triangles) for maker in makers for part in made(maker).parts)


def points(maker, number=0):
    return made(maker).parts[number].positions.astype(float)


def outwards(maker, body):
    """How far from the body the points lie whose cloth looks away from it."""
    p = points(maker)
    away = (gradient(body, p) * made(maker).parts[0].normals).sum(axis=1) > 0.3
    return body(p)[away]


@pytest.mark.parametrize("maker", [*TOPS, *COATS, *TROUSERS, *SHOES])
def test_parts_are_whole_and_hang_on_bones_that_somebody_makes(maker):
    garment = made(maker)
    known = {*NAMES, *(joint.name for joint in garment.joints)}
    for part in garment.parts:
        assert part.outfits == ("one",)
        assert set(part.joints) <= known
        assert part.triangles.max() < len(part.positions)
        np.testing.assert_allclose(part.weights.sum(axis=1), 1.0, atol=1e-5)
        np.testing.assert_allclose(np.linalg.norm(part.normals, axis=1), 1.0, atol=1e-3)
    for spring in garment.springs:
        assert set(spring.joints) <= known
    for material in garment.materials:
        assert max(material.texture.shape[:2]) <= 1024 and material.texture.shape[2] == 3


@pytest.mark.parametrize(("makers", "most"), [(TROUSERS, 3100), (SHOES[:3], 2600), (COATS, 7000), (TOPS, 5000)])
def test_garments_keep_to_their_share_of_triangles(makers, most):
    for maker in makers:
        assert triangles(maker) <= most, maker.__name__


def test_what_is_worn_in_layers_stays_light():
    for layers in LAYERED:
        assert triangles(*layers) <= 7000


@pytest.mark.parametrize("maker", [make_overshirt, make_hoodie, make_overcoat])
def test_no_man_shows_through_his_top(maker):
    # A few points of collars and hoods begin inside, where nobody looks.
    assert (outwards(maker, anatomy.body()) < 0.0).mean() < 0.012


def test_legs_stay_inside_trousers_and_skirt():
    for maker in TROUSERS:
        assert outwards(maker, anatomy.legs()).min() > 0.002, maker.__name__
    dress = points(make_tea_dress)
    assert anatomy.legs()(dress[dress[:, 1] < 0.75]).min() > 0.012


def test_a_garment_drawn_on_the_man_comes_back_where_it_was_drawn():
    rng = np.random.default_rng(2)
    there = rng.uniform((-0.6, 0.9, -0.1), (0.6, 1.5, 0.1), (200, 3))
    normals = rng.normal(size=(200, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    rest = laid_back(Mesh(there, normals, np.zeros((0, 3), dtype=np.int64)))
    np.testing.assert_allclose(MAN.moved(rest.positions), there, atol=1e-6)
    np.testing.assert_allclose(MAN.turned(rest.positions, rest.normals), normals, atol=1e-4)


def test_the_skirt_hangs_over_both_legs_and_swings_below_the_knees():
    part = made(make_tea_dress).parts[0]
    p, column = part.positions, {name: i for i, name in enumerate(part.joints)}
    lap = (np.abs(p[:, 0]) < 0.01) & (p[:, 1] > 0.60) & (p[:, 1] < 0.75)
    left, right = (part.weights[lap, column[f"{side}UpperLeg"]] for side in ("left", "right"))
    np.testing.assert_allclose(left, 0.5, atol=0.12)
    np.testing.assert_allclose(left + right, 1.0, atol=1e-4)
    hem = part.weights[p[:, 1] < 0.39]
    swinging = [i for name, i in column.items() if name.startswith("dress_")]
    np.testing.assert_allclose(hem[:, swinging].sum(axis=1), 1.0, atol=1e-4)


def test_drawstrings_hang_from_the_chest_by_their_own_bones():
    hoodie = made(make_hoodie)
    assert {spring.joints[0] for spring in hoodie.springs} == {"drawstring_left_0", "drawstring_right_0"}
    strings = hoodie.parts[1]
    lowest = strings.positions[:, 1].argmin()
    name = strings.joints[int(strings.weights[lowest].argmax())]
    assert name in ("drawstring_left_1", "drawstring_right_1")


def test_kai_has_his_own_three_outfits_and_wears_the_workshop_first():
    assert [outfit.id for outfit in outfits_of("kai")] == ["workshop", "evening-walk", "sunday"]
    assert "garden" in [outfit.id for outfit in outfits_of("mira")]


FOLD = Fold((0.0, 0.0, 0.0), (0.1, 0.0, 0.0), (0.0, 0.0, 1.0), 0.01, 0.004)


def test_a_fold_is_highest_in_its_middle_and_gone_at_its_ends_and_on_the_other_side():
    lift = relief([FOLD])
    height = lift(np.array([[0.05, 0, 0], [0.05, 0.01, 0], [0.0, 0, 0], [0.12, 0, 0], [0.05, 0, -0.2]], dtype=float))
    np.testing.assert_allclose(height, [0.004, 0.004 / np.e, 0, 0, 0], atol=1e-9)


def test_a_bowed_fold_leaves_the_straight_line():
    lift = relief([Fold(FOLD.start, FOLD.end, FOLD.facing, 0.005, 0.004, bow=0.02)])
    assert lift(np.array([[0.05, -0.02, 0.0]]))[0] == pytest.approx(0.004)
    assert lift(np.array([[0.05, 0.02, 0.0]]))[0] < 1e-9


def test_the_other_sides_folds_are_alike_but_not_the_same():
    fold = Fold((0.1, 1.2, 0.1), (0.05, 1.1, 0.1), (0.2, 0, 1), 0.01, 0.004, 0.01)
    (other,) = mirrored([fold], 5)
    assert other.start[0] == pytest.approx(-0.1, abs=0.013) and other.start[0] != -0.1
    assert other.bow < 0 < other.depth
    assert mirrored([fold], 5) == [other]


def test_a_fold_is_dark_below_and_light_above():
    grid = np.stack(np.meshgrid(np.linspace(-0.05, 0.05, 9), np.linspace(0.95, 0.85, 9)), axis=-1).reshape(-1, 2)
    plane = np.column_stack([grid, np.full(81, 0.1)])
    index = np.arange(81).reshape(9, 9)
    a, b, c, d = index[:-1, :-1].ravel(), index[:-1, 1:].ravel(), index[1:, :-1].ravel(), index[1:, 1:].ravel()
    mesh = Mesh(plane, np.tile([0.0, 0.0, 1.0], (81, 1)), np.concatenate([np.stack([a, c, b], 1), np.stack([b, c, d], 1)]))
    uv = np.column_stack([(grid[:, 0] + 0.05) / 0.1, (0.95 - grid[:, 1]) / 0.1])
    plot = plotted([Chart(mesh, uv)], 64, 64)
    fold = relief([Fold((-0.06, 0.90, 0.1), (0.06, 0.90, 0.1), (0, 0, 1), 0.008, 0.004)])
    picture = fold_shaded(np.full((64, 64, 3), 160, np.uint8), plot, lambda p: p[:, 2] - 0.1, fold, hollows=0.0)
    column = picture[:, 32].mean(axis=1)
    assert column[36:40].min() < 140 and column[24:29].max() > 165
    assert abs(column[4] - 160) < 2


def test_a_sheet_has_thickness_and_closed_edges():
    x, y = np.meshgrid(np.linspace(-0.1, 0.1, 6), np.linspace(0.1, -0.1, 5))
    face, back, shares = sheet(np.stack([x, y, 0 * x], axis=-1), 0.004)
    np.testing.assert_allclose(face.normals, np.tile([0, 0, 1.0], (30, 1)), atol=1e-9)
    assert back.positions[:, 2].min() == pytest.approx(-0.004)
    assert len(face.triangles) == 40 and len(back.triangles) == 40 + 2 * 18
    np.testing.assert_allclose(shares[[0, -1]], [[0, 0], [1, 1]])


def test_a_cord_is_a_closed_tube_around_its_line():
    line = np.column_stack([np.linspace(0, 0.1, 8), 0.02 * np.sin(np.linspace(0, 3, 8)), np.zeros(8)])
    mesh = cord(line, 0.003, 5)
    edges = np.sort(np.concatenate([mesh.triangles[:, [0, 1]], mesh.triangles[:, [1, 2]], mesh.triangles[:, [2, 0]]]), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()
    nearest = np.linalg.norm(mesh.positions[:, None] - line[None], axis=2).min(axis=1)
    assert nearest.max() == pytest.approx(0.003, abs=1e-9)


def test_what_is_laid_on_a_body_keeps_its_distance_and_the_rest_stays():
    tube = cone((0, -1, 0), (0, 1, 0), 0.05, 0.05)
    moved = laid_on(np.array([[0.03, 0.0, 0.0], [0.2, 0.1, 0.0]]), tube, 0.01)
    np.testing.assert_allclose(moved, [[0.06, 0.0, 0.0], [0.2, 0.1, 0.0]], atol=1e-6)


def test_marks_stay_where_they_belong():
    y, x = np.mgrid[0:40, 0:40] / 1000.0 - 0.02
    ground = np.full((40, 40, 3), 0.5)
    for painted in (button(ground.copy(), x, y, (0.9, 0.2, 0.2)), stitches(ground.copy(), x, y, (0.9, 0.9, 0.9))):
        changed = np.abs(painted - 0.5).max(axis=2) > 0.01
        assert changed[18:22, 18:22].any() and not changed[:, :4].any()
    assert ribbed(ground.copy(), x, 0.006, 0.3).std() > 0.02
    np.testing.assert_array_equal(ribbed(ground.copy(), x, 0.006, 0.3, 0.0), ground)
