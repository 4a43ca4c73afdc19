"""Held poses and hands that touch: no pops, no sliding feet, real contact, on bodies of other sizes too."""

from __future__ import annotations

import numpy as np
import pytest

from avatars.life.channels import RELAXED
from avatars.life.clips import CLIPS
from avatars.life.fidgets import FIDGETS
from avatars.life.measure.figures import foot_slide, speed_change
from avatars.life.measure.log import FPS, Log
from avatars.life.poses import POSES
from avatars.life.posing import Poser
from avatars.rig.humanoid import INDEX, world_positions, world_turns
from tests.support.avatar_life import Life, scaled_body


def filmed(life: Life, seconds: float) -> Log:
    """What the body takes, frame by frame."""
    log = Log("idle", FPS)
    rest = life.puppet.humanoid.positions
    for _ in range(round(seconds * FPS)):
        life.body.update(1 / FPS, life.puppet)
        stance = life.body.stance
        places = world_positions(stance.pose, stance.hips, rest)
        log.pose.append(stance.pose)
        log.balls.append(np.array([places[INDEX["leftToes"]], places[INDEX["rightToes"]]]))
    return log


@pytest.mark.parametrize("name", POSES)
def test_poses_are_taken_and_left_without_pops_or_sliding_feet(name: str) -> None:
    life = Life(seed=5)
    life.live(0.3)
    assert life.body.pose(name)
    log = filmed(life, 2.0)
    assert life.body.pose(None)
    later = filmed(life, 2.5)
    log.pose += later.pose
    log.balls += later.balls
    assert speed_change(log) < 350.0
    assert foot_slide(log) < 2.0


def test_a_pose_may_be_changed_on_the_way() -> None:
    life = Life(seed=5)
    life.body.pose("sit")
    log = filmed(life, 0.6)
    life.body.pose("hug")
    log.pose += filmed(life, 1.5).pose
    assert speed_change(log) < 350.0


def test_she_sits_on_her_seat_with_level_thighs_and_stands_up_again() -> None:
    life = Life(seed=5)
    assert life.body.seat is None
    stood = life.puppet.bone("hips")[1]
    life.body.pose("sit")
    life.live(2.5)
    seat = life.body.seat
    assert seat is not None
    assert life.body.seat_height == seat[1]
    hip, knee = life.puppet.bone("leftUpperLeg"), life.puppet.bone("leftLowerLeg")
    assert abs(hip[1] - knee[1]) < 0.06
    assert 0.03 < hip[1] - seat[1] < 0.13
    assert knee[2] - hip[2] > 0.25
    life.body.pose(None)
    life.live(3.0)
    assert life.body.seat is None
    assert abs(life.puppet.bone("hips")[1] - stood) < 0.02


def test_an_unknown_pose_is_declined_and_changes_nothing() -> None:
    life = Life()
    assert not life.body.pose("levitate")
    assert life.body.pose("stand")


def test_asleep_her_eyes_are_shut_and_her_head_sinks() -> None:
    life = Life(seed=5)
    life.body.pose("sleep")
    life.live(5.0)
    assert life.puppet.shown["blink"] > 0.98
    assert life.puppet.eyes.head_turn()[0] > 0.05
    life.body.pose("sit")
    life.live(4.0)
    assert life.puppet.shown.get("blink", 0.0) < 0.9


def reaching(poser: Poser, clip: str) -> list[tuple[np.ndarray, np.ndarray]]:
    """Where each hand of a clip should touch, and where it does."""
    channels = RELAXED.copy()
    from avatars.life.channels import AT

    for name, value in CLIPS[clip].pose.items():
        channels[AT[name]] = value
    pose, hips = poser.pose(channels, [(reach, 1.0) for reach in CLIPS[clip].reaches])
    rest = poser._rest
    turns = world_turns(pose)
    places = world_positions(pose, hips, rest, turns)
    from avatars.life.bones import Bones
    from avatars.rig.rotation import rotate

    found = []
    for reach in CLIPS[clip].reaches:
        side = "left" if reach.side == "l" else "right"
        sign = 1.0 if side == "left" else -1.0
        place, frame = poser.anchors.place(reach.anchor, reach.side, Bones(pose, hips, rest))
        offset = np.array([sign * reach.offset[0], reach.offset[1], reach.offset[2]])
        wanted = place + rotate(frame, poser.size * offset)
        part = poser._arms._arms[reach.side]._hand.touch(reach.touch, pose)
        row = INDEX[f"{side}Hand"]
        found.append((wanted, places[row] + rotate(turns[row], part)))
    return found


@pytest.mark.parametrize("size", [0.72, 1.0, 1.2])
@pytest.mark.parametrize("clip", [name for name, clip in CLIPS.items() if clip.reaches])
def test_hands_touch_what_they_reach_for_on_bodies_of_any_size(clip: str, size: float) -> None:
    poser = scaled_body(size)
    for wanted, there in reaching(poser, clip):
        assert np.linalg.norm(wanted - there) < 0.015 * size


def test_both_halves_of_a_heart_meet() -> None:
    (_, left), (_, right) = reaching(scaled_body(1.0), "heart")
    assert np.linalg.norm(left - right) < 0.004


@pytest.mark.parametrize("name", FIDGETS)
def test_fidgets_are_small_and_come_home(name: str) -> None:
    life = Life(seed=6)
    life.body.still = True
    life.live(0.3)
    home = life.body.channels.copy()
    life.body._gestures.play(name, clip=FIDGETS[name])
    assert speed_change(filmed(life, FIDGETS[name].seconds + 1.5)) < 350.0
    assert np.abs(life.body.channels - home).max() < 0.6
