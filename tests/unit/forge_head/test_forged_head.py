"""The forged head: whole, closed where it must be, and able to do every expression."""


import numpy as np
import pytest
from scipy.spatial import cKDTree

from avatars.forge.head import make_head
from avatars.forge.head.blush import blush_patch
from avatars.forge.head.eye_shape import EyeShape
from avatars.forge.head.face_mesh import FaceMesh
from avatars.forge.head.iris_texture import iris_texture
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.pose import EXPRESSIONS, NEUTRAL, EyePose, MouthPose
from avatars.forge.head.surface import CENTRE, HeadSurface, from_plane, to_plane, unit
from avatars.forge.head.texture_map import plane_of, uv_of
from avatars.forge.people import MIRA
from avatars.forge.skin import complexion

PRESETS = {
    "happy",
    "angry",
    "sad",
    "relaxed",
    "surprised",
    "aa",
    "ih",
    "ou",
    "ee",
    "oh",
    "blink",
    "blinkLeft",
    "blinkRight",
    "lookUp",
    "lookDown",
    "lookLeft",
    "lookRight",
}


@pytest.fixture(scope="module")
def head():
    return make_head(MIRA)


@pytest.fixture(scope="module")
def parts(head):
    return {part.name: part for part in head.parts}


@pytest.fixture(scope="module")
def surface():
    return HeadSurface(MIRA.shape)


@pytest.fixture(scope="module")
def eyes(surface):
    return EyeShape.of(MIRA.shape, surface)


def test_every_preset_and_our_own_expressions_move_the_face(parts):
    assert PRESETS | {"shy", "worried", "thinking"} <= set(parts["face"].morphs)
    for name, delta in parts["face"].morphs.items():
        assert delta.shape == parts["face"].positions.shape, name
        assert np.isfinite(delta).all(), name
        assert np.abs(delta).max() < 0.03, f"{name} moves skin by centimetres"


def test_the_head_keeps_within_its_triangles(parts):
    count = {name: len(part.triangles) for name, part in parts.items()}
    assert count["face"] <= 4_200
    assert count["details"] + count["strokes"] <= 1_800
    assert count["iris"] + count["lights"] + count["blush"] <= 900


def test_every_part_is_sound(head):
    materials = {material.name for material in head.materials}
    known = {joint.name for joint in head.joints} | {"head"}
    for part in head.parts:
        assert part.material in materials
        assert set(part.joints) <= known
        assert part.triangles.max() < len(part.positions)
        np.testing.assert_allclose(part.weights.sum(axis=1), 1.0, atol=1e-6)
        np.testing.assert_allclose(np.linalg.norm(part.normals, axis=1), 1.0, atol=1e-4)
        assert (part.uvs >= 0).all()
        assert (part.uvs <= 1).all()


def test_positions_lie_on_a_grain_that_hides_the_last_bits_of_arithmetic(parts):
    steps = parts["face"].positions.astype(np.float64) / 1e-5
    assert np.abs(steps - np.round(steps)).max() < 0.02


def test_skin_faces_outward(parts):
    face = parts["face"]
    a, b, c = (face.positions[face.triangles[:, i]].astype(np.float64) for i in range(3))
    own = np.cross(b - a, c - a)
    size = np.linalg.norm(own, axis=1)
    meant = face.normals[face.triangles].mean(axis=1)
    agree = np.sum(own * meant, axis=1) > 0
    assert agree[size > 1e-7].mean() > 0.97


@pytest.mark.parametrize("expression", ["blink", "blinkLeft", "blinkRight"])
def test_a_blink_closes_without_a_gap(expression, eyes):
    pose = EXPRESSIONS[expression]
    upper, lower = eyes.lids(pose.left if expression != "blinkRight" else pose.right)
    assert np.abs(upper - lower).max() < 1e-6


def test_a_blink_covers_the_iris_from_the_front(parts, eyes):
    iris = parts["iris"].positions
    left = iris[iris[:, 0] > 0] * 100 - [0, 137.5, 0]
    lid = eyes.lift(left[:, :2].astype(float), 1.0)
    assert (lid[:, 2] > left[:, 2] + 0.05).all()


def test_one_eyed_blinks_leave_the_other_eye_alone(parts):
    face = parts["face"]
    for name, side in (("blinkLeft", 1), ("blinkRight", -1)):
        moved = np.abs(face.morphs[name]).max(axis=1) > 0
        assert moved.any()
        assert (face.positions[moved, 0] * side > 0).all()


def test_lids_never_cross_in_any_expression(eyes):
    for pose in EXPRESSIONS.values():
        for eye in (pose.left, pose.right):
            upper, lower = eyes.lids(eye)
            assert (upper[:, 1] >= lower[:, 1] - 1e-9).all()


def test_lips_meet_at_rest_and_smile_a_little(surface):
    mouth = MouthShape(surface)
    upper, lower = mouth.lips(MouthPose())
    assert (upper - lower)[:, 1].max() < 0.03
    assert upper[0, 1] > upper[len(upper) // 2, 1]


def test_visemes_differ_in_the_way_lips_are_read(surface):
    mouth = MouthShape(surface)

    def shape(name):
        upper, lower = mouth.lips(EXPRESSIONS[name].mouth)
        return upper[-1, 0] - upper[0, 0], (upper - lower)[:, 1].max()

    width, gape = (
        {name: shape(name)[0] for name in ("aa", "ih", "ou", "ee", "oh")},
        {name: shape(name)[1] for name in ("aa", "ih", "ou", "ee", "oh")},
    )
    assert gape["aa"] > gape["oh"] > gape["ih"]
    assert width["ee"] > width["ih"] > width["oh"] > width["ou"]


def test_the_mouth_bag_starts_at_the_lips_in_every_expression(surface, eyes):
    face = FaceMesh(surface, eyes, MouthShape(surface))
    for name, pose in EXPRESSIONS.items():
        np.testing.assert_allclose(
            face.evaluate(pose)[face.inner_lip_indices()], face.inner_lips(pose), atol=1e-9, err_msg=name
        )


def test_eye_bones_sit_in_the_eyes_and_carry_only_their_iris(head, parts):
    places = {joint.name: np.array(joint.position) for joint in head.joints}
    iris = parts["iris"]
    for name, side in (("leftEye", 1), ("rightEye", -1)):
        own = iris.weights[:, iris.joints.index(name)] > 0.5
        assert (iris.positions[own, 0] * side > 0).all()
        distance = np.linalg.norm(iris.positions[own] - places[name], axis=1)
        assert distance.std() < 1e-4, "the iris glides on a sphere around its bone"


def test_the_texture_meets_the_neck_in_plain_skin(head):
    texture = next(m.texture for m in head.materials if m.name == "face")
    below = unit(np.array([[0.0, 2.0, 1.0]]) - CENTRE)
    u, v = uv_of(to_plane(below))[0]
    found = texture[int(v * len(texture)), int(u * len(texture))] / 255
    np.testing.assert_allclose(found, complexion(MIRA.skin).base, atol=0.012)


def test_the_texture_map_inverts():
    directions = unit(np.random.default_rng(1).standard_normal((200, 3)) + np.array([0, 0, 0.6]))
    directions = directions[directions[:, 2] > -0.8]
    plane = to_plane(directions)
    np.testing.assert_allclose(plane_of(uv_of(plane)), plane, atol=1e-6)
    np.testing.assert_allclose(from_plane(plane), directions, atol=1e-9)


def test_parameters_shape_the_person(surface, eyes):
    wide = HeadSurface({**MIRA.shape, "face.width": 1.0})
    assert wide.width(6.0) > surface.width(6.0)
    long_nose = HeadSurface({**MIRA.shape, "nose.length": 1.0})
    assert long_nose.front(0.0, 6.8) > surface.front(0.0, 6.8)
    narrow = EyeShape.of({**MIRA.shape, "eyes.open": -1.0}, surface)
    opening = [shape.lids(EyePose())[0][10, 1] - shape.lids(EyePose())[1][10, 1] for shape in (eyes, narrow)]
    assert opening[1] < opening[0]
    brown, teal = iris_texture((0.40, 0.25, 0.12)).mean(axis=(0, 1)), iris_texture(MIRA.eyes.iris).mean(axis=(0, 1))
    assert brown[0] > brown[2]
    assert teal[1] > teal[0]


def test_a_blush_comes_through_the_skin_everywhere_at_once(surface, eyes):
    face = FaceMesh(surface, eyes, MouthShape(surface))
    patch = blush_patch(face)
    nearest = cKDTree(face.rest).query(patch.shape(NEUTRAL))[1]
    heights = [
        np.sum((patch.shape(pose) - face.evaluate(pose)[nearest]) * patch.normals, axis=1)
        for pose in (NEUTRAL, EXPRESSIONS["shy"])
    ]
    hidden, shown = (height.reshape(2, -1) for height in heights)
    assert (hidden < 0).all()
    assert (shown > 0).all()
    emerges = hidden / (hidden - shown)
    assert np.ptp(emerges, axis=1).max() < 1e-6, "a veil that rises unevenly shows its rim"
    assert np.diff(emerges[:, 0]).min() > 0.05
