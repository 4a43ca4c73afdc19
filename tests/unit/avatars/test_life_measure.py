"""The table of life: a short one in its ranges, and figures that notice each fault they are there for."""

from __future__ import annotations

import copy
import json

import numpy as np
import pytest

from avatars.life.measure import figures as f
from avatars.life.measure import lip_figures
from avatars.life.measure.log import FPS, Log, Subject
from avatars.life.measure.speech import syllables
from avatars.life.measure.table import ROWS, judged, lines, result
from avatars.rig.humanoid import INDEX
from avatars.rig.rotation import about, multiply
from avatars.vrm.load import load_bytes
from desktop.cli import main
from tests.support.avatar_small import small_vrm

SECONDS = 20
RARE = {
    "blinks", "blink intervals, variation", "gaze shifts over 3 deg", "gaze on the camera", "a look at the user, median", "nods",
    "brow raises", "hand gestures", "smiling", "head yaw, highest echo of a run", "head yaw, highest echo", "breaths, variation",
    "head speed, rms",
}
"""Figures of things that happen a few times a minute: twenty seconds tell too little."""


@pytest.fixture(scope="module")
def subject() -> Subject:
    return Subject(load_bytes(small_vrm(), "small.vrm"), 4)


@pytest.fixture(scope="module")
def idle(subject: Subject) -> Log:
    return subject.live("idle", SECONDS)


@pytest.fixture(scope="module")
def talk() -> Log:
    return Subject(load_bytes(small_vrm(), "small.vrm"), 4).live("speaking", SECONDS, syllables(SECONDS, 2))


@pytest.mark.parametrize("state", ["idle", "speaking"])
def test_a_short_table_is_in_its_ranges(state: str, idle: Log, talk: Log) -> None:
    found = [r for r in judged(state, [idle if state == "idle" else talk]) if r.row not in RARE]
    assert len(found) >= 12
    assert not [line for r, line in zip(found, lines(found)[1:], strict=True) if not r.ok]


def changed(log: Log, **columns: object) -> Log:
    made = copy.copy(log)
    for name, value in columns.items():
        setattr(made, name, value)
    return made


def test_a_pop_is_noticed(idle: Log) -> None:
    pose = [p.copy() for p in idle.pose]
    pose[100][INDEX["leftLowerArm"]] = multiply(pose[100][INDEX["leftLowerArm"]], about("y", 15.0))
    popped = changed(idle, pose=pose)
    assert f.speed_change(idle) < 350 < f.speed_change(popped)
    assert f.reversals(idle) == 0 < f.reversals(popped)


def test_a_sliding_foot_is_noticed(idle: Log) -> None:
    balls = [b.copy() for b in idle.balls]
    for at, b in enumerate(balls[200:260]):
        b[0, 0] += 0.01 * at / 60
    assert f.foot_slide(idle) < 2.0 < f.foot_slide(changed(idle, balls=balls))


def test_a_frozen_head_is_noticed(idle: Log) -> None:
    frozen = [*idle.pose[:100], *([idle.pose[100]] * 30), *idle.pose[130:]]
    assert f.longest_still(idle) < 0.5 < f.longest_still(changed(idle, pose=frozen))


def test_a_stare_is_noticed(idle: Log) -> None:
    assert f.longest_look(idle) < 6.0 < f.longest_look(changed(idle, gaze=[np.zeros(2)] * len(idle.gaze)))


def test_a_loop_is_noticed() -> None:
    loop = [np.array([3.0 * np.sin(2 * np.pi * t / FPS / 7.0), 0.0, 0.0]) for t in range(180 * FPS)]
    assert f.yaw_echo(Log("idle", head=loop)).max() > 0.5


def test_a_mannequin_is_noticed(idle: Log) -> None:
    mirrored = [p.copy() for p in idle.pose]
    for p in mirrored:
        for left, right in f.PAIRS:
            p[left] = p[right] * np.array([1.0, -1.0, -1.0, 1.0])
    assert f.asymmetry(idle) > 5.0 > 2.0 > f.asymmetry(changed(idle, pose=mirrored))


def test_lids_that_do_not_meet_are_noticed(idle: Log) -> None:
    assert f.full_closures(idle) >= 97 > f.full_closures(changed(idle, lids=[0.9 * lid for lid in idle.lids]))


def test_lips_late_or_open_on_a_closure_are_noticed(talk: Log) -> None:
    late = changed(talk, opening=[0.0] * 4 + talk.opening[:-4], gate=[0.0] * len(talk.gate))
    lead, _ = lip_figures.lags(talk)
    assert lip_figures.lags(late)[0] < lead - 80
    assert lip_figures.closures(talk)[0] >= 97 > lip_figures.closures(late)[0]


def test_a_figure_that_cannot_be_had_is_no_success() -> None:
    assert not result(ROWS[0], "idle", [float("nan")]).ok


def test_the_bench_door_prints_one_json_object(capsys: pytest.CaptureFixture[str], tmp_path) -> None:  # type: ignore[no-untyped-def]
    avatar = tmp_path / "small.vrm"
    avatar.write_bytes(small_vrm())
    code = main(["bench", "alive", "--avatar", str(avatar), "--seconds", "10", "--seeds", "1", "--state", "idle", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert {row["state"] for row in told["rows"]} == {"idle"}
    assert code == (0 if all(row["ok"] for row in told["rows"]) else 1)
