"""Gestures and poses from files: what is right is played, what is wrong is refused by name, and she goes on as before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from avatars.errors import AvatarRefused
from avatars.life.clip import Clip
from avatars.life.clip_file import LARGEST, parse_clip, read_clip
from avatars.life.pose import Pose
from tests.support.avatar_life import Life

GOOD = {
    "hearth-clip": 1, "name": "curtsy", "rise": 0.7, "hold": 0.6, "fall": 0.8,
    "pose": {"r.z": -62, "r.elbow": 70}, "keys": {"hips.y": [[0.7, -0.05], [1.9, 0]]},
    "touches": [{"hand": "right", "to": "heart", "fingers": [-0.9, 0.4, 0], "palm": [0, 0.1, -1]}],
    "faces": [{"name": "happy", "weight": 0.6}], "gaze": "user",
}


def refused(changes: dict[str, object]) -> AvatarRefused:
    with pytest.raises(AvatarRefused) as caught:
        parse_clip(GOOD | changes, "mine.json")
    assert caught.value.message.startswith("mine.json")
    assert caught.value.remedy
    return caught.value


def test_a_gesture_from_a_file_is_learnt_and_played(tmp_path: Path) -> None:
    file = tmp_path / "curtsy.json"
    file.write_text(json.dumps(GOOD))
    learnt = read_clip(file)
    assert isinstance(learnt.content, Clip)
    life = Life()
    life.body.learn(learnt)
    assert "curtsy" in life.body.gestures
    assert life.body.gesture("curtsy")
    before = life.puppet.bone("hips")[1]
    life.live(0.9)
    assert life.puppet.bone("hips")[1] < before - 0.03


def test_a_pose_from_a_file_is_held() -> None:
    learnt = parse_clip({"hearth-clip": 1, "name": "arms up", "kind": "pose", "pose": {"l.z": 60, "r.z": 60}}, "up.json")
    assert isinstance(learnt.content, Pose)
    life = Life()
    life.body.learn(learnt)
    assert life.body.pose("arms up")
    life.live(3.0)
    assert life.puppet.bone("leftHand")[1] > life.puppet.bone("leftUpperArm")[1]


@pytest.mark.parametrize(("changes", "named"), [
    ({"pose": {"leftWing.z": 5}}, "leftWing.z"),
    ({"pose": {"l.elbo": 5}}, "l.elbo"),
    ({"pose": {"l.elbow": 4000}}, "pose.l.elbow"),
    ({"pose": {"l.elbow": "much"}}, "pose.l.elbow"),
    ({"pose": {"l.elbow": float("nan")}}, "pose.l.elbow"),
    ({"pose": [1, 2]}, "pose"),
    ({"keys": {"head.pitch": [[0.5, 4], [0.3, 0]]}}, "keys.head.pitch[1]"),
    ({"keys": {"head.pitch": [[0.5, 4]]}}, "keys.head.pitch"),
    ({"keys": {"head.pitch": [[i * 0.1 + 0.1, 0] for i in range(65)]}}, "keys.head.pitch"),
    ({"touches": [{"hand": "left", "to": "moon"}]}, "touches[0].to"),
    ({"touches": [{"hand": "third", "to": "chin"}]}, "touches[0].hand"),
    ({"touches": [{"hand": "left", "to": "chin", "palm": [0, 0, 1]}]}, "touches[0]"),
    ({"faces": [{"name": "happy", "weight": 3}]}, "faces[0].weight"),
    ({"hearth-clip": 2}, "hearth-clip"),
    ({"kind": "film"}, "kind"),
    ({"name": ""}, "name"),
    ({"hold": 1e9}, "hold"),
    ({"wings": 2}, "wings"),
])
def test_a_mistake_is_refused_by_name(changes: dict[str, object], named: str) -> None:
    assert named in refused(changes).message


def test_a_misspelt_channel_is_answered_with_the_right_ones() -> None:
    assert "l.elbow" in refused({"pose": {"l.elbo": 5}}).remedy


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b" " * (LARGEST + 1)])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    with pytest.raises(AvatarRefused, match=r"bad\.json"):
        read_clip(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AvatarRefused, match=r"none\.json"):
        read_clip(tmp_path / "none.json")
