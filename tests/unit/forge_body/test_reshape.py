"""A loaded avatar with its sliders moved is the avatar the forge would have built."""

from dataclasses import replace

import numpy as np
import pytest

from avatars.forge.build import bend
from avatars.forge.gltf_writer.writer import vrm
from avatars.shape.body_shape import BodyShape
from avatars.shape.reshape import Unbent, reshaped, world_places
from avatars.vrm.load import load_bytes
from tests.support import forge_sample as sample

TALL = {"body.height": 0.7, "body.shoulders": 0.8, "body.neck": 0.6, "body.head": -0.5, "body.build": -0.4}
STURDY = {"body.height": -0.5, "body.build": 0.9, "body.hips": 0.7, "body.legs": 0.5, "body.chest": 0.5}
JAW = np.float32([[0, 0, 0], [0.004, 0, 0], [0, 0, 0.002]])


def built(values):
    """The sample person as the forge builds it at these slider values."""
    shape = BodyShape(values)
    sleeve = np.float32([[0.3, 1.3, 0.0], [0.4, 1.25, 0.01], [0.3, 1.29, -0.06]])
    face = sample.part("face", shapes={"face.jaw": JAW})
    face = replace(face, positions=face.positions + np.float32(values.get("face.jaw", 0.0)) * JAW)
    parts = (face, sample.part("blue_shirt", "cloth", positions=sleeve, morphs={}, outfits=("blue",)))
    one = sample.made(*(bend(part, shape) for part in parts))
    places = shape.moved([joint.position for joint in sample.joints()])
    joints = [replace(j, position=tuple(map(float, p))) for j, p in zip(sample.joints(), places, strict=True)]
    return load_bytes(vrm("Ada", [one], joints, sample.OUTFITS, "", values), "ada.vrm")


def surfaces(model):
    return [primitive for mesh in model.meshes for primitive in mesh.primitives]


@pytest.mark.parametrize(("old", "new"), [({}, TALL), (TALL, STURDY), (STURDY, {})])
def test_it_equals_what_the_forge_builds(old, new):
    old, new = {**old, "face.jaw": -0.3}, {**new, "face.jaw": 0.6}
    given, wanted = reshaped(built(old), new), built(new)
    for one, two in zip(surfaces(given), surfaces(wanted), strict=True):
        np.testing.assert_allclose(one.positions, two.positions, atol=3e-5)
        np.testing.assert_allclose(one.normals, two.normals, atol=4e-3)
        for a, b in zip(one.morphs, two.morphs, strict=True):
            np.testing.assert_array_equal(a.rows, b.rows)
            np.testing.assert_allclose(a.positions, b.positions, atol=3e-5)
    np.testing.assert_allclose(world_places(given.nodes), world_places(wanted.nodes), atol=2e-5)
    np.testing.assert_allclose(given.skins[0].inverse_bind, wanted.skins[0].inverse_bind, atol=2e-5)
    assert given.shape == new


def test_binds_stay_the_inverse_of_the_joints():
    model = reshaped(built(STURDY), TALL)
    places, skin = world_places(model.nodes), model.skins[0]
    for joint, bind in zip(skin.joints, skin.inverse_bind, strict=True):
        np.testing.assert_allclose(bind[:3, 3], -places[joint], atol=2e-6)


def test_colliders_go_with_the_flesh():
    model = built({})
    thigh = next(c for s in model.springs for c in s.colliders if model.nodes[c.node].name == "leftUpperArm")
    number = model.springs[0].colliders.index(thigh)
    sturdy = reshaped(model, {"body.build": 1.0}).springs[0].colliders[number]
    assert sturdy.radius > thigh.radius * 1.05
    tall = reshaped(model, {"body.height": 1.0}).springs[0].colliders[number]
    assert tall.tail[0] == pytest.approx(thigh.tail[0] * 1.19, rel=0.05)


def test_there_and_back_is_where_it_was():
    model = built(TALL)
    back = reshaped(reshaped(model, STURDY), TALL)
    for one, two in zip(surfaces(back), surfaces(model), strict=True):
        np.testing.assert_allclose(one.positions, two.positions, atol=1e-5)


def test_one_unbent_avatar_takes_many_shapes():
    unbent = Unbent(built(TALL))
    for values in (STURDY, TALL, {}):
        assert unbent.shaped(values).shape == values


@pytest.mark.parametrize(("values", "told"), [({"body.tail": 0.5}, "body.tail"), ({"body.waist": 3.0}, "body.waist")])
def test_what_is_no_slider_is_refused_by_name(values, told):
    with pytest.raises(ValueError, match=told):
        reshaped(built({}), values)


def test_a_model_with_turned_nodes_is_refused():
    model = built({})
    turned = replace(model.nodes[0], rotation=(0.0, 1.0, 0.0, 0.0))
    with pytest.raises(ValueError, match="turn"):
        Unbent(replace(model, nodes=(turned, *model.nodes[1:])))


def test_lids_travel_as_far_as_the_eyes_are_opened():
    lid = np.float32([[0, -0.01, 0.001], [0, 0, 0], [0, 0, 0]])
    face = sample.part("face", morphs={"blink": lid, "happy": lid})
    parts = (face, sample.part("blue_shirt", "cloth", outfits=("blue",), morphs={}))
    model = load_bytes(vrm("Ada", [sample.made(*parts)], sample.joints(), sample.OUTFITS, "", {"eyes.open": -1.0}), "ada.vrm")
    wide = reshaped(model, {"eyes.open": 1.0, "eyes.size": 1.0})
    (_, blink, _), (_, happy, _) = (model.expressions[name].morphs[0] for name in ("blink", "happy"))
    before, after = (next(p.morphs for p in surfaces(one) if p.morphs) for one in (model, wide))
    np.testing.assert_allclose(after[blink].positions, before[blink].positions * 1.13 * 1.15 / 0.85, atol=2e-5)
    np.testing.assert_allclose(after[happy].positions, before[happy].positions, atol=2e-5)
