"""The face sliders: one net for everyone, and a face that stays whole and alive at every end."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from avatars.forge.head import make_head, pieces_of
from avatars.forge.head.eyeballs import eye_white, iris
from avatars.forge.head.face_mesh import FaceMesh, plain_face
from avatars.forge.head.face_rings import BLOCKS
from avatars.forge.head.pose import EXPRESSIONS, NEUTRAL, EyePose
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Person
from avatars.forge.people import KAI, MIRA
from avatars.shape.eyelids import lid_gain
from avatars.shape.sliders import FACE_SLIDERS
from avatars.stage.light import LIGHTS
from tests.support.forge_faces import face_of, far_shapes, height_over

IDS = [slider.id for slider in FACE_SLIDERS]
FAR = list(far_shapes())
SKIN_OVER_EYE = 0.05
"""Centimetres that a closed lid keeps in front of the ball."""


SEAM = 0.01
"""The lids' edges meet in a line: a place right on it is looked at a hair above and below."""


@pytest.fixture(scope="module")
def mira():
    return {part.name: part for part in make_head(MIRA).parts}


@pytest.fixture(scope="module")
def far_faces():
    return [face_of(shape) for shape in FAR]


def lid_triangles(face: FaceMesh):
    """The skin around her left eye."""
    return face.triangles[(face.triangles < BLOCKS[0][0].stop).all(axis=1)]


def least_cover(face: FaceMesh, skin) -> float:
    """How far the skin lies in front of white and iris of her left eye where it is thinnest, cm."""
    behind = [piece.shape(NEUTRAL) for piece in (eye_white(face.eyes, 1), iris(face.eyes, face.eyes.iris_radius, 1))]
    points = np.concatenate(behind)
    over = [height_over(skin, lid_triangles(face), points[:, :2] + [0.0, up]) for up in (-SEAM, SEAM)]
    return float((np.maximum(*over) - points[:, 2]).min())


def test_everyone_wears_the_same_net(far_faces):
    with_earrings = replace(KAI, earrings=True)
    hers, his = (pieces_of(person, face_of(person.shape)) for person in (MIRA, with_earrings))
    assert list(hers) == list(his)
    for name in hers:
        for mine, other in zip(hers[name], his[name], strict=True):
            assert mine.name == other.name
            np.testing.assert_array_equal(mine.triangles, other.triangles, err_msg=mine.name)
            np.testing.assert_allclose(mine.uvs, other.uvs, atol=0.0 if name == "face" else 0.12, err_msg=mine.name)
    for face in far_faces:
        assert face.rest.shape == plain_face().rest.shape


def test_every_face_slider_moves_the_head_and_all_that_is_on_it(mira):
    moving = {slider: {name for name, part in mira.items() if slider in part.shapes} for slider in IDS}
    assert all(moving.values()), [slider for slider, parts in moving.items() if not parts]
    for slider in ("eyes.size", "eyes.spacing", "eyes.height"):
        assert {"face", "details", "strokes", "iris", "lights"} <= moving[slider], slider
    assert {"face", "details"} <= moving["mouth.height"]
    assert "strokes" in moving["brows.tilt"]
    for part in mira.values():
        for slider, delta in part.shapes.items():
            assert delta.shape == part.positions.shape
            assert np.abs(delta).max() < 0.012, f"{slider} moves {part.name} by more than a centimetre"


def test_a_slider_moved_by_its_morph_is_close_to_a_face_built_that_way(mira):
    for slider, value in (("face.jaw", 0.8), ("eyes.size", -0.5), ("mouth.height", 0.6), ("nose.tip", 0.7), ("face.length", 0.6)):
        built = MIRA.slider(slider)
        live = mira["face"].positions + (value - built) * mira["face"].shapes[slider]
        made = (face_of({**MIRA.shape, slider: value}).rest * 0.01 + [0, 1.375, 0]).astype(np.float32)
        assert np.abs(live[: len(made)] - made).max() < 0.0012, slider


def test_no_skin_folds_at_the_ends_of_the_sliders(far_faces):
    def facing(face: FaceMesh):
        a, b, c = (face.rest[face.triangles[:, i]] for i in range(3))
        return np.cross(b - a, c - a)

    plain = facing(plain_face())
    size = np.linalg.norm(plain, axis=1)
    ahead = size > 0.004
    for shape, face in zip(FAR, far_faces, strict=True):
        now = facing(face)
        turned = np.sum(now * plain, axis=1) < 0
        assert (turned & ahead).mean() < 0.004, shape


def test_a_blink_closes_over_the_ball_at_every_end_of_the_sliders(far_faces):
    for shape, face in zip(FAR, far_faces, strict=True):
        assert least_cover(face, face.evaluate(EXPRESSIONS["blink"])) > SKIN_OVER_EYE, shape


def test_a_live_slider_still_blinks_shut_when_the_lids_travel_farther():
    plain = plain_face()
    blink = plain.evaluate(EXPRESSIONS["blink"]) - plain.rest
    for shape in ({"eyes.open": 1.0}, {"eyes.size": 1.0}, {"eyes.open": 0.7, "eyes.size": 0.7}, {"eyes.open": -1.0}):
        face = face_of(shape)
        shut = face.rest + lid_gain(shape, {}) * blink
        edge = shut[BLOCKS[0][0]].reshape(BLOCKS[0][1], -1, 3)[0]
        half = len(edge) // 2
        gap = edge[1:half, 1] - edge[:half:-1, 1]
        assert np.abs(gap).max() < 0.05, shape
        assert least_cover(face, shut) > 0.0, shape


def test_lids_cover_the_top_of_the_iris_and_touch_its_foot():
    eyes = plain_face().eyes
    x, y = eyes.iris_centre
    top, foot = (float(np.interp(x, curve[:, 0], curve[:, 1])) for curve in eyes.lids(EyePose()))
    assert 0.13 < (y + eyes.iris_radius - top) / (2 * eyes.iris_radius) < 0.24
    assert -0.02 < foot - (y - eyes.iris_radius) < 0.12
    assert eyes.upper[-1, 1] > eyes.upper[0, 1] + 0.3, "the outer corner lies higher"


def test_the_iris_never_leaves_the_lids_white_below(far_faces):
    for shape, face in zip(FAR, far_faces, strict=True):
        x, y = face.eyes.iris_centre
        top, foot = (float(np.interp(x, curve[:, 0], curve[:, 1])) for curve in face.eyes.lids(EyePose()))
        if top - foot < 2 * face.eyes.iris_radius:
            assert y - face.eyes.iris_radius <= foot + 1e-6, shape


@pytest.mark.parametrize("person", [Person("Plain"), MIRA, KAI], ids=lambda person: person.name)
@pytest.mark.parametrize("light", sorted(LIGHTS))
def test_a_nose_throws_no_blot_on_the_cheek(person, light):
    toward = LIGHTS[light].direction
    x, y = np.meshgrid(np.linspace(-2.0, 2.0, 121), np.linspace(4.6, 8.2, 109))
    along_y, along_x = np.gradient(HeadSurface(person.shape).front(x, y), y[:, 0], x[0])
    steepness = (toward[0] * along_x + toward[1] * along_y) / toward[2]
    assert steepness.max() < 0.95, "at 1 the surface turns away from the light; triangles are a little steeper than it"


def test_eye_bones_follow_the_eyes():
    near, far = (face_of({"eyes.spacing": value, "eyes.height": value}).eyes.ball for value in (-1.0, 1.0))
    assert far[0] - near[0] == pytest.approx(0.48, abs=0.02)
    assert far[1] - near[1] == pytest.approx(0.84, abs=0.02)


def test_sliders_and_expressions_stay_small_in_the_file(mira):
    def stored(deltas) -> int:
        return sum(int((np.abs(delta).max(axis=1) > 0).sum()) * 14 for delta in deltas.values())

    assert sum(stored(part.shapes) for part in mira.values()) < 500_000
    assert sum(stored(part.morphs) for part in mira.values()) < 900_000


def test_a_slider_out_of_range_is_named():
    with pytest.raises(ValueError, match=r"face\.jaw.* 1\.5"):
        Person("Nobody", shape={"face.jaw": 1.5})
    with pytest.raises(ValueError, match=r"face\.moustache"):
        Person("Nobody", shape={"face.moustache": 0.2})
