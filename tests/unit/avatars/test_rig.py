"""The rig: normalised bones, expressions with their overrides, gaze, springs, constraints, VRM 0.x turned at the door."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from avatars.rig.constraints import Constraints
from avatars.rig.expressions import ExpressionMixer
from avatars.rig.face_zones import face_lines, split_faces
from avatars.rig.humanoid import INDEX, Humanoid, rest_pose, world_positions
from avatars.rig.puppet import Puppet, Stance
from avatars.rig.rotation import about, between, from_matrix, from_vector, inverse, multiply, rotate, to_matrix, to_vector
from avatars.rig.skeleton import Skeleton
from avatars.rig.springs import SpringBones
from avatars.vrm.load import load_bytes
from avatars.vrm.model import Constraint, Expression, Node
from tests.support.avatar_small import pack, small_vrm, unpack


@pytest.fixture(scope="module")
def model():
    return load_bytes(small_vrm(), "small.vrm")


def test_rotations_agree_with_each_other():
    random = np.random.default_rng(1)
    q = from_vector(random.normal(size=(50, 3)))
    v = random.normal(size=(50, 3))
    assert np.allclose(rotate(q, v), np.einsum("nij,nj->ni", to_matrix(q), v))
    assert np.allclose(to_vector(from_vector(to_vector(q))), to_vector(q))
    assert np.allclose(np.abs(np.sum(from_matrix(to_matrix(q)[7]) * q[7])), 1.0)
    assert np.allclose(multiply(q, inverse(q)), [0, 0, 0, 1])
    a, b = v / np.linalg.norm(v, axis=1, keepdims=True), np.roll(v, 1, 0)
    b /= np.linalg.norm(b, axis=1, keepdims=True)
    assert np.allclose(rotate(between(a, b), a), b)
    assert np.allclose(rotate(between(a[:1], -a[:1]), a[:1]), -a[:1], atol=1e-6)


def test_a_pose_means_the_same_whatever_axes_the_file_gave_its_bones(model):
    """Twist every bone's own axes: the normalised rig must not notice."""
    pose = rest_pose()
    pose[INDEX["leftUpperArm"]] = about("z", -70.0)
    pose[INDEX["head"]] = multiply(about("y", 20.0), about("x", 10.0))
    straight = Skeleton(model.nodes)
    Humanoid(straight, model.humanoid).apply(pose, np.zeros(3))
    straight.update()
    twisted = Skeleton(twist(model.nodes))
    Humanoid(twisted, model.humanoid).apply(pose, np.zeros(3))
    twisted.update()
    bones = list(model.humanoid.values())
    assert np.allclose(straight.positions()[bones], twisted.positions()[bones], atol=1e-6)


def twist(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The same resting places with turned bone axes."""
    random = np.random.default_rng(4)
    places = Skeleton(nodes).positions()
    turns = from_vector(random.normal(size=(len(nodes), 3)))
    made = []
    for i, node in enumerate(nodes):
        above = turns[node.parent] if node.parent >= 0 else np.array([0.0, 0, 0, 1])
        origin = places[node.parent] if node.parent >= 0 else np.zeros(3)
        place, turn = rotate(inverse(above), places[i] - origin), multiply(inverse(above), turns[i])
        made.append(Node(node.name, node.parent, tuple(place), tuple(turn), node.scale, node.mesh, node.skin, node.drawn))
    return tuple(made)


def test_positions_of_a_normalised_pose_match_the_skeleton(model):
    skeleton = Skeleton(model.nodes)
    humanoid = Humanoid(skeleton, model.humanoid)
    pose, hips = rest_pose(), np.array([0.02, -0.03, 0.01])
    pose[INDEX["spine"]] = about("x", 12.0)
    pose[INDEX["rightUpperArm"]] = about("z", 60.0)
    humanoid.apply(pose, hips)
    skeleton.update()
    places = world_positions(pose, hips, humanoid.positions)
    for bone, node in model.humanoid.items():
        assert np.allclose(places[INDEX[bone]], skeleton.world[node, :3, 3], atol=1e-6), bone


def zero_version(data: bytes) -> bytes:
    """The small avatar as VRM 0.x: facing -Z, bones in a list, weights in percent."""
    document, binary = unpack(data)
    new = document["extensions"].pop("VRMC_vrm")
    document["extensions"].pop("VRMC_springBone")
    document.pop("extras")
    for node in document["nodes"]:
        x, y, z = node.get("translation", (0, 0, 0))
        node["translation"] = [-x, y, -z]
    bones = [{"bone": name, "node": bone["node"]} for name, bone in new["humanoid"]["humanBones"].items()]
    document["extensions"]["VRM"] = {
        "meta": {"title": "Old", "licenseName": "CC0"}, "humanoid": {"humanBones": bones},
        "blendShapeMaster": {"blendShapeGroups": [
            {"name": "Joy", "presetName": "joy", "binds": [{"mesh": 0, "index": 0, "weight": 100}]},
            {"name": "A", "presetName": "a", "binds": [{"mesh": 0, "index": 5, "weight": 50}]},
        ]},
        "secondaryAnimation": {"boneGroups": [{"stiffiness": 0.5, "bones": [
            next(i for i, node in enumerate(document["nodes"]) if node["name"] == "hair0")], "gravityDir": {"y": -1}}]},
    }
    return pack(document, binary)


def test_an_old_avatar_is_turned_to_face_the_same_way(model):
    old = load_bytes(zero_version(small_vrm()), "old.vrm")
    assert old.meta.vrm == "0.x"
    assert old.meta.modification == "allowModification"
    for bone in ("leftHand", "leftEye", "rightFoot"):
        new_place = Skeleton(model.nodes).positions()[model.humanoid[bone]]
        old_place = Skeleton(old.nodes).positions()[old.humanoid[bone]]
        assert np.allclose(new_place, old_place, atol=1e-6), bone
    assert {"happy", "aa"} <= set(old.expressions)
    assert old.expressions["aa"].morphs[0][2] == 0.5
    assert [joint.stiffness for joint in old.springs[0].joints] == [0.5] * 4


def mixer(**expressions: Expression) -> ExpressionMixer:
    return ExpressionMixer(expressions, (), ())


def test_names_match_in_any_case_and_missing_presets_have_stand_ins():
    mixed = mixer(Happy=Expression("Happy"), ee=Expression("ee")).effective({"HAPPY": 0.5, "ih": 1.0})
    assert mixed == {"happy": 0.5, "ee": 0.8}


@pytest.mark.parametrize(("rule", "left"), [("none", 0.8), ("block", 0.0), ("blend", 0.48)])
def test_overrides_silence_or_fade_the_mouth(rule, left):
    face = mixer(happy=Expression("happy", override_mouth=rule), aa=Expression("aa"))
    assert face.effective({"happy": 0.4, "aa": 0.8}).get("aa", 0.0) == pytest.approx(left)


def test_a_binary_expression_steps_and_is_silent_when_overridden():
    face = mixer(wow=Expression("wow", binary=True), blink=Expression("blink", binary=True),
                 happy=Expression("happy", override_blink="blend"))
    assert face.effective({"wow": 0.4}) == {}
    assert face.effective({"wow": 0.6}) == {"wow": 1.0}
    assert face.effective({"blink": 1.0, "happy": 0.2}) == {"happy": 0.2}


def test_zones_share_every_vertex_and_add_up_to_the_whole(model):
    split = split_faces(model)
    lines = face_lines(model)
    assert lines is not None
    heights = np.linspace(1.3, 1.7, 100)
    assert np.allclose(sum(lines.shares(heights)), 1.0)
    whole = ExpressionMixer(split.expressions, split.nodes, split.meshes)
    node = model.expressions["happy"].morphs[0][0]
    primitive = split.meshes[model.nodes[node].mesh].primitives[0]

    def moved(weights):
        total = np.zeros_like(primitive.positions)
        for morph, weight in zip(primitive.morphs, whole.morphs(whole.effective(weights))[node], strict=True):
            total[morph.rows] += morph.positions * np.float32(weight)
        return total

    zones = moved({f"happy#{zone}": 1.0 for zone in ("brows", "lids", "mouth")})
    assert np.allclose(zones, moved({"happy": 1.0}), atol=2e-5)
    brows = moved({"happy#brows": 1.0})
    assert np.abs(brows[primitive.positions[:, 1] < lines.mouth - lines.soft]).max() < 1e-6
    assert "happy#brows" not in whole.names


def test_a_blink_closes_fully_under_a_smile_that_comes_in_zones(model):
    happy = replace(model.expressions["happy"], override_blink="blend", override_mouth="blend")
    split = split_faces(replace(model, expressions={**model.expressions, "happy": happy}))
    face = ExpressionMixer(split.expressions, split.nodes, split.meshes)
    shown = face.effective({"happy#brows": 1.0, "happy#lids": 0.5, "blink": 1.0, "aa": 1.0})
    assert shown["blink"] == 1.0
    assert face.effective({"happy#mouth": 0.4, "aa": 1.0})["aa"] == pytest.approx(0.6)


def test_rounded_lips_leave_little_of_an_emotions_mouth(model):
    split = split_faces(model)
    face = ExpressionMixer(split.expressions, split.nodes, split.meshes)
    shown = face.effective({"happy#mouth": 0.4, "happy#brows": 0.4, "oh": 0.5})
    assert shown["happy#mouth"] == pytest.approx(0.4 * 0.65)
    assert shown["happy#brows"] == 0.4
    assert face.effective({"happy#mouth": 0.4, "ee": 1.0})["happy#mouth"] == 0.4


def test_tears_and_blushes_lie_over_any_emotion_whole(model):
    tears = replace(model.expressions["happy"], name="tears")
    split = split_faces(replace(model, expressions={**model.expressions, "tears": tears}))
    assert "tears" in split.expressions
    assert not any(name.startswith("tears#") for name in split.expressions)


def test_lashes_that_reach_up_to_the_brows_stay_with_the_lids(model):
    lines = face_lines(model)
    high = np.full(2, lines.brows + lines.soft)
    brows, lids, mouth = lines.shares(high, np.array([0.0, 1.0]))
    np.testing.assert_allclose(brows, [1.0, 0.0], atol=1e-9)
    np.testing.assert_allclose(brows + lids + mouth, 1.0)


def test_eyes_turn_to_a_point_and_stop_before_the_white_shows(model):
    puppet = Puppet(model)
    origin = puppet.eyes.origin()
    puppet.update(Stance(rest_pose(), np.zeros(3), origin + np.array([0.3, -0.1, 1.0])), 0.0)
    turn = puppet.skeleton.turn[model.humanoid["leftEye"]]
    ahead = rotate(turn, np.array([0.0, 0, 1.0]))
    assert np.degrees(np.arctan2(ahead[0], ahead[2])) == pytest.approx(16.7, abs=1.6)
    puppet.update(Stance(rest_pose(), np.zeros(3), origin + np.array([3.0, 0.0, 0.5])), 0.0)
    ahead = rotate(puppet.skeleton.turn[model.humanoid["leftEye"]], np.array([0.0, 0, 1.0]))
    assert np.degrees(np.arctan2(ahead[0], ahead[2])) < 22.1


def swung(model, fps: int) -> np.ndarray:
    """Where the hair's tip is, a tenth of a second apart, after the head was shoved aside."""
    puppet = Puppet(model)
    stance = Stance(rest_pose(), np.zeros(3), np.array([0.0, 1.5, 2.0]))
    puppet.settle(stance)
    stance.hips = np.array([0.06, 0.0, 0.0])
    tip = next(i for i, node in enumerate(model.nodes) if node.name == "hair3")
    places = []
    for frame in range(fps):
        puppet.update(stance, 1 / fps)
        if frame % (fps // 10) == fps // 10 - 1:
            places.append(puppet.skeleton.world[tip, :3, 3].copy())
    return np.array(places)


def test_hair_swings_alike_at_every_frame_rate_and_settles(model):
    slow, fast = swung(model, 30), swung(model, 60)
    assert np.abs(slow - fast).max() < 0.004
    assert np.ptp(fast[:, 0]) > 0.01, "it swings"
    assert np.abs(fast[-1] - fast[-2]).max() < 0.004, "it settles"


def test_springs_keep_their_length_and_stay_out_of_the_head(model):
    skeleton = Skeleton(model.nodes)
    springs = SpringBones(model.springs, skeleton)
    names = {node.name: i for i, node in enumerate(model.nodes)}
    head = names["head"]
    for step in range(120):
        skeleton.rotation[head] = about("x", 25.0 * np.sin(step / 9))
        skeleton.update()
        springs.update(1 / 60)
        skeleton.update()
        middle = skeleton.world[head] @ np.array([0, 0.1, 0, 1.0])
        for k in range(1, 4):
            one, two = (skeleton.world[names[f"hair{i}"], :3, 3] for i in (k - 1, k))
            assert np.linalg.norm(two - one) == pytest.approx(0.06, abs=1e-5)
            assert np.linalg.norm(two - middle[:3]) > 0.09 + 0.01 - 0.003


def test_springs_do_not_fly_when_she_is_set_down_elsewhere(model):
    puppet = Puppet(model)
    stance = Stance(rest_pose(), np.zeros(3), np.array([0.0, 1.5, 2.0]))
    puppet.settle(stance)
    tip = next(i for i, node in enumerate(model.nodes) if node.name == "hair3")
    before = puppet.skeleton.world[tip, :3, 3].copy()
    stance.hips = np.array([5.0, 0.0, 0.0])
    puppet.update(stance, 1 / 30)
    assert np.allclose(puppet.skeleton.world[tip, :3, 3] - before, stance.hips, atol=0.01)


@pytest.mark.parametrize("fps", [30, 60])
def test_hair_hangs_below_its_root_while_she_sits_down(model, fps):
    """The head goes .4 m down and .1 m forward in half a second and nods: the hair may swing, but not turn over."""
    puppet = Puppet(model)
    stance = Stance(rest_pose(), np.zeros(3), np.array([0.0, 1.5, 2.0]))
    puppet.settle(stance)
    nodes = {node.name: i for i, node in enumerate(model.nodes)}
    root, tip = nodes["hair0"], nodes["hair3"]
    hangs, swings = [], []
    for frame in range(fps):
        time = min((frame + 1) / (fps / 2), 1.0)
        way = time**3 * (10 - 15 * time + 6 * time**2)
        stance.pose[INDEX["head"]] = about("x", 15.0 * way)
        stance.hips = np.array([0.0, -0.4, 0.1]) * way
        puppet.update(stance, 1 / fps)
        below = puppet.skeleton.world[root, :3, 3] - puppet.skeleton.world[tip, :3, 3]
        hangs.append(below[1])
        swings.append(below[2])
    assert min(hangs) > 0.06, "a third of its length at the least"
    assert np.ptp(swings) > 0.02, "it still swings"


def test_hair_comes_along_when_she_leans_forward_but_swings_when_she_sways(model):
    """The same .25 m in .4 s, forwards and sideways."""
    nodes = {node.name: i for i, node in enumerate(model.nodes)}

    def leaned(way):
        puppet = Puppet(model)
        stance = Stance(rest_pose(), np.zeros(3), np.array([0.0, 1.5, 2.0]))
        puppet.settle(stance)
        most = 0.0
        for frame in range(60):
            time = min((frame + 1) / 24, 1.0)
            stance.hips = np.array(way) * time**3 * (10 - 15 * time + 6 * time**2)
            puppet.update(stance, 1 / 60)
            hang = puppet.skeleton.world[nodes["hair3"], :3, 3] - puppet.skeleton.world[nodes["hair0"], :3, 3]
            most = max(most, float(np.hypot(hang[0], hang[2])))
        return most

    assert leaned([0.0, 0.0, 0.25]) < 0.06
    assert leaned([0.25, 0.0, 0.0]) > 0.10


def chain(*turns: np.ndarray) -> Skeleton:
    nodes = tuple(
        Node(f"n{i}", -1, (float(i), 0.0, 0.0), tuple(turn.tolist()), (1.0, 1.0, 1.0), None, None, True)
        for i, turn in enumerate(turns)
    )
    return Skeleton(nodes)


def test_constraints_copy_roll_and_aim():
    still = np.array([0.0, 0, 0, 1])
    skeleton = chain(still, still, still, still)
    skeleton.rotation[0] = multiply(about("x", 40.0), about("z", 20.0))
    Constraints((
        Constraint(1, 0, "rotation", "", 1.0), Constraint(2, 0, "roll", "X", 0.5), Constraint(3, 0, "aim", "PositiveX", 1.0),
    ), skeleton).apply()
    assert np.allclose(skeleton.rotation[1], skeleton.rotation[0])
    rolled = np.degrees(to_vector(skeleton.rotation[2]))
    assert rolled[0] == pytest.approx(20.0, abs=1.0)
    assert abs(rolled[1]) < 1.0 and abs(rolled[2]) < 1.0
    assert np.allclose(rotate(skeleton.rotation[3], np.array([1.0, 0, 0])), [-1, 0, 0], atol=1e-6)
