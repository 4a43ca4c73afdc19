"""What expressions promise: eyes that close, lips that meet or part, teeth behind lips, tears that stay on the skin."""

import numpy as np
import pytest

from avatars.forge.head.blush import blush_patch
from avatars.forge.head.brows import brow
from avatars.forge.head.eye_shape import EyeShape
from avatars.forge.head.face_mesh import FaceMesh
from avatars.forge.head.lashes import crease, lower_lash, upper_lash
from avatars.forge.head.lips import lips_of, without_lips
from avatars.forge.head.mouth_inside import teeth
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.piece import Piece
from avatars.forge.head.pose import EXPRESSIONS, NEUTRAL, EyePose, FacePose
from avatars.forge.head.surface import HeadSurface
from avatars.forge.head.tears import brim, trail
from avatars.forge.head.texture_map import uv_of
from avatars.forge.parameters import Person
from avatars.forge.people import PEOPLE
from avatars.rig.face_zones import WHOLE

OWN = {"smirk", "pout", "worried", "shy", "laugh", "smile", "tears", "blush", "sleepy", "wink", "thinking", "proud"}
SHUT = {"blink": (1, -1), "laugh": (1, -1), "smile": (1, -1), "blinkLeft": (1,), "wink": (1,), "blinkRight": (-1,)}
MOODS = ("happy", "sad", "angry", "relaxed", "smirk", "pout", "worried", "shy")
VISEMES = ("aa", "ih", "ou", "ee", "oh")


def face_of(shape):
    surface = HeadSurface(shape)
    return FaceMesh(surface, EyeShape.of(shape, surface), MouthShape.of(shape, surface))


@pytest.fixture(scope="module", params=sorted(PEOPLE))
def face(request):
    return face_of(PEOPLE[request.param].shape)


def test_our_own_expressions_are_there_and_tears_and_blush_stay_whole():
    assert set(EXPRESSIONS) >= OWN
    assert set(EXPRESSIONS) >= WHOLE


@pytest.mark.parametrize(("name", "sides"), SHUT.items())
def test_eyes_that_shut_leave_no_gap_and_the_others_stay_open(face, name, sides):
    for side in (1, -1):
        upper, lower = face.eyes.lids(EXPRESSIONS[name].left if side > 0 else EXPRESSIONS[name].right)
        gap = (upper - lower)[:, 1].max()
        assert gap < 1e-6 if side in sides else gap > 1.0


def test_laughing_eyes_are_arcs_that_smile(face):
    for name in ("laugh", "smile"):
        line = face.eyes.lids(EXPRESSIONS[name].left)[0]
        chord = (line[0, 1] + line[-1, 1]) / 2
        assert line[:, 1].max() > chord + 0.25, "a blink hangs down, a laugh arches up"
    assert face.eyes.lids(EXPRESSIONS["blink"].left)[0][:, 1].min() < chord - 0.25


def gape(face, mouth):
    upper, lower = face.mouth.lips(mouth)
    return (upper - lower)[:, 1].max()


def test_lips_meet_and_part_as_promised(face):
    closed = {"sad", "angry", "relaxed", "smirk", "pout", "shy", "thinking", "smile", "wink", "proud", "blink", "tears", "blush"}
    for name in closed:
        assert gape(face, EXPRESSIONS[name].mouth) < 0.03, name
    for name in ("happy", "laugh", "surprised", *VISEMES):
        assert gape(face, EXPRESSIONS[name].mouth) > 0.4, name


@pytest.mark.parametrize("name", ["ou", "oh", "surprised"])
def test_round_mouths_have_a_curved_upper_lip(face, name):
    upper = face.mouth.lips(EXPRESSIONS[name].mouth)[0]
    middle, quarter = len(upper) // 2, len(upper) // 4
    assert upper[middle, 1] > upper[0, 1] + 0.25
    assert upper[quarter, 1] < upper[middle, 1] + 0.06, "no flat top, no horns"
    assert upper[-1, 0] - upper[0, 0] < 0.75 * np.ptp(face.mouth.lips(NEUTRAL.mouth)[0][:, 0])


def test_moods_read_from_the_brows_alone(face):
    def inner(name):
        eye = EXPRESSIONS[name].left
        return eye.brow + eye.brow_inner

    assert inner("sad") > 0.4
    assert inner("worried") > 0.4
    assert inner("angry") < -0.4
    assert EXPRESSIONS["smirk"].left.brow - EXPRESSIONS["smirk"].right.brow > 0.3


@pytest.mark.parametrize("mood", [None, *MOODS])
def test_teeth_stay_behind_the_lips_in_speech_and_in_every_mood(face, mood):
    row = teeth(face.mouth)
    rest = row.shape(NEUTRAL)
    s = np.linspace(-0.84, 0.84, len(rest) // 2)

    def lower_lip(pose):
        low = face.mouth.lips(pose.mouth)[1]
        return np.interp(s, face.mouth.across, low[:, 1])

    for viseme in VISEMES:
        weights = {viseme: 1.0} | ({mood: 0.45} if mood else {})
        mixed, low = rest.copy(), lower_lip(NEUTRAL)
        for name, weight in weights.items():
            mixed += (row.shape(EXPRESSIONS[name]) - rest) * weight
            low = low + (lower_lip(EXPRESSIONS[name]) - lower_lip(NEUTRAL)) * weight
        edge = mixed[: len(s), 1]
        assert (edge > low - 0.03).all(), f"{viseme} with {mood}"


@pytest.mark.parametrize("mood", [None, "happy", "sad", "laugh"])
@pytest.mark.parametrize("side", [1, -1])
def test_a_tear_is_nothing_at_rest_and_lies_on_the_cheek_of_any_mood(face, mood, side):
    drop = trail(face, side)
    assert np.ptp(drop.shape(NEUTRAL), axis=0).max() < 1e-9
    shown = drop.shape(FacePose(tears=1.0))
    pose = EXPRESSIONS[mood] if mood else NEUTRAL
    shown = shown + drop.shape(pose) - drop.shape(NEUTRAL)
    assert np.ptp(drop.shape(pose), axis=0).max() < 1e-9
    skin = face.evaluate(pose)[face.rest[:, 2] > 0]
    tail = shown[-6:].mean(axis=0)
    near = np.linalg.norm(skin[:, :2] - tail[:2], axis=1).argsort()[:4]
    above = tail[2] - skin[near, 2].mean()
    assert -0.02 < above < 0.42


def test_water_stands_in_the_eye_only_with_tears(face):
    wet = brim(face, 1)
    low = EyeShape.lids(face.eyes, EyePose())[1]
    assert np.ptp(wet.shape(NEUTRAL).reshape(2, -1, 3)[:, :, 1], axis=0).max() < 0.03
    risen = wet.shape(EXPRESSIONS["tears"]).reshape(2, -1, 3)
    assert (risen[1, :, 1] > np.interp(risen[1, :, 0], low[:, 0], low[:, 1]) + 0.05).all()


def test_brows_lashes_and_creases_go_where_a_slider_puts_the_eye():
    plain, moved = face_of({}), face_of({"eyes.height": 1.0, "eyes.spacing": 1.0})
    person = Person("x")
    goal = moved.eyes.lids(EyePose())[0].mean(axis=0) - plain.eyes.lids(EyePose())[0].mean(axis=0)
    for make in (
        lambda eyes: brow(eyes, person, 1), lambda eyes: upper_lash(eyes, 1.0, 1), lambda eyes: lower_lash(eyes, 1.0, 1),
        lambda eyes: crease(eyes, 1),
    ):
        before, after = make(plain.eyes), make(moved.eyes)
        way = (after.shape(NEUTRAL) - before.shape(NEUTRAL))[:, :2]
        np.testing.assert_allclose(way.mean(axis=0), goal, atol=0.03, err_msg=before.name)
        assert len(before.triangles) == len(after.triangles)


def test_skin_and_lips_together_are_the_whole_net(face):
    skin = Piece("skin", "face", face.evaluate, face.normals(), uv_of(face.plane), face.triangles)
    lips = lips_of(skin)
    assert len(lips.triangles) + len(without_lips(skin).triangles) == len(face.triangles)
    rest = lips.shape(NEUTRAL)
    assert np.abs(rest[:, 0]).max() < 4.5
    assert np.abs(rest[:, 1] - face.mouth.height).max() < 2.5
    assert lips.uvs.min() > 0
    assert lips.uvs.max() < 1


def test_what_is_laid_over_the_skin_is_thin():
    face = face_of({})
    veils = [blush_patch(face), *(make(face, side) for make in (brim, trail) for side in (1, -1))]
    assert sum(len(piece.triangles) for piece in veils) <= 560
